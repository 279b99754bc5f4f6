#pragma once
// What a body made of surfaces covers on the ground and how high it stands: the footprint is the union of its ground surfaces, where
// surfaces have no meaning of what faces downwards (more than 45 degrees), and where nothing does (outlines of level of detail 0) of all
// that is not upright. Heights are those of the lowest and highest corner. Walls that overhang the ground surface do not widen the
// footprint.
#include <vector>

#include "engine/core/geometry.h"

namespace parktwin::importers {

enum class SurfaceMeaning { none, ground, other };

struct Corner {
  Point place;     ///< in the local frame
  double z = 0.0;  ///< m
};

/// A flat polygon in space: its outline and then its holes, open rings.
struct CitySurface {
  std::vector<std::vector<Corner>> rings;
  SurfaceMeaning meaning = SurfaceMeaning::none;
};

struct Footprint {
  MultiPolygon area;
  double low = 0.0;
  double high = 0.0;
};

/// Precondition: no outline is empty.
[[nodiscard]] Footprint footprint_of(const std::vector<CitySurface>& surfaces);

}  // namespace parktwin::importers
