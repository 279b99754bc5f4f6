#pragma once
// A column of shapes as arrays: all points in a row, and for each level of nesting the offsets at which its items begin (one more than
// there are items). Points of lines and rings, rings of polygons (the outer one first), polygons of multipolygons.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/geometry.h"

namespace parktwin::storage {

using Offsets = std::vector<std::uint64_t>;

struct FlatGeometry {
  std::vector<double> xy;  ///< x and y of each point in turn, metres
  Offsets rings{0};        ///< into points: rings or lines
  Offsets polygons{0};     ///< into rings
  Offsets shapes{0};       ///< into polygons

  void add(const Point& point);
  void add(const LineString& line);
  void add(const Polygon& polygon);
  void add(const MultiPolygon& shape);

  /// The i-th shape as it was added. Precondition: offsets_fit() for its levels, and the index is within them.
  void get(std::size_t index, Point& point) const;
  void get(std::size_t index, LineString& line) const;
  void get(std::size_t index, Polygon& polygon) const;
  void get(std::size_t index, MultiPolygon& shape) const;
};

/// Starts at 0, never falls, ends at `count`.
[[nodiscard]] bool offsets_fit(const Offsets& offsets, std::size_t count);

}  // namespace parktwin::storage
