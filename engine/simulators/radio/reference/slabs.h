#pragma once
// Cuts a polygon with holes into triangles for the roof of a building: horizontal slabs between neighbouring corner heights (the sweep of
// de Berg et al., Computational Geometry, 3rd ed., chapter 6, without its tree), each slab's trapezoids halved. Even-odd rule, so neither
// orientation nor the first corner matters. O(n²) for n corners; only covers, never shares corners with walls.
#include <array>
#include <vector>

#include "engine/core/geometry.h"

namespace parktwin::radio::reference {

/// Triangles that cover the polygon without overlap; slivers without area are left out.
[[nodiscard]] std::vector<std::array<Point, 3>> slab_triangles(const Polygon& polygon);

}  // namespace parktwin::radio::reference
