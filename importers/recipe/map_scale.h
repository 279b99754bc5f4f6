#pragma once
// How far lengths on the map of a park differ from those on the ground: the scale of its CRS against the ellipsoid WGS 84, from straight
// pieces of 200 m northwards and eastwards (principal radii of curvature: Snyder, "Map Projections: A Working Manual", USGS Professional
// Paper 1395, 1987, eq. 4-18 and 4-20). Height above the ellipsoid is left out: 100 m of it are 16 millionths.
#include <optional>
#include <string>

#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {

struct MapScale {
  double east = 1.0;  ///< length on the map by length on the ground
  double north = 1.0;
};

/// At a place of the CRS; none where it cannot be transformed.
[[nodiscard]] std::optional<MapScale> map_scale(const std::string& crs, Point easting_northing);

/// "lengths on the map are 1.00012 to 1.00031 times …", over the corners and the middle of a box in the frame; empty where nothing can be
/// said.
[[nodiscard]] std::string scale_text(const LocalFrame& frame, const Box& box);

}  // namespace parktwin::importers
