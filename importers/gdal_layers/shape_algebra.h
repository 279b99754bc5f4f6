#pragma once
// Unions, differences and buffers of shapes (GEOS through OGR), in metres of the local frame.
// Results have valid rings (outer counter-clockwise, holes clockwise) and no parts smaller than a square metre.
#include <vector>

#include "engine/core/geometry.h"

namespace parktwin::importers {

[[nodiscard]] MultiPolygon united(const std::vector<MultiPolygon>& shapes);
[[nodiscard]] MultiPolygon without(const MultiPolygon& shape, const MultiPolygon& removed);
[[nodiscard]] MultiPolygon common(const MultiPolygon& a, const MultiPolygon& b);
/// Area within half the width of the line.
[[nodiscard]] MultiPolygon strip(const LineString& line, double width);
/// Without what is narrower than twice the distance (slivers, cusps); corners become rounded by it.
[[nodiscard]] MultiPolygon opened(const MultiPolygon& shape, double by);
/// With gaps narrower than twice the distance filled; wider holes stay.
[[nodiscard]] MultiPolygon closed(const MultiPolygon& shape, double by);
/// The same area with valid outlines: rings that cross or run over themselves are taken apart.
[[nodiscard]] MultiPolygon mended(const MultiPolygon& shape);
/// Coordinates to the centimetre, and mended where rounding made neighbouring edges cross.
[[nodiscard]] MultiPolygon to_centimetre(const MultiPolygon& shape);
/// Whether OGR finds every polygon valid (no self-intersections, holes inside).
[[nodiscard]] bool valid_shape(const MultiPolygon& shape);

}  // namespace parktwin::importers
