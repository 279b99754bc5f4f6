#pragma once
// Cuts polygons with holes into trapezoids with horizontal parallel sides (plane sweep; de Berg et al., Computational Geometry, 3rd ed.,
// chapters 2 and 6). Even-odd rule, so orientation does not matter; rings that touch are fine. For n corners of which k cross a
// horizontal line at once: at most 3n trapezoids in O(n log n + n k). Rings that cross themselves give slightly wrong areas, no failure.
#include <array>
#include <vector>

#include "engine/core/geometry.h"

namespace parktwin::viz {

/// Counter-clockwise from the lower left; two corners may coincide.
using Trapezoid = std::array<Point, 4>;

[[nodiscard]] std::vector<Trapezoid> trapezoids(const Polygon& polygon);
/// Polygon by polygon: overlaps of different polygons are covered twice.
[[nodiscard]] std::vector<Trapezoid> trapezoids(const MultiPolygon& shape);

}  // namespace parktwin::viz
