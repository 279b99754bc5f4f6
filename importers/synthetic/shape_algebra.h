#pragma once
// Unions, differences and buffers of shapes (GEOS through OGR), for the few outlines that are not rectangles: water, shelter belts, ramps.
// Results have valid rings (outer counter-clockwise, holes clockwise) and no parts smaller than a square metre.
#include <vector>

#include "engine/core/geometry.h"

namespace parktwin::importers::synthetic {

[[nodiscard]] MultiPolygon united(const std::vector<MultiPolygon>& shapes);
[[nodiscard]] MultiPolygon without(const MultiPolygon& shape, const MultiPolygon& removed);
[[nodiscard]] MultiPolygon common(const MultiPolygon& a, const MultiPolygon& b);
/// Area within half the width of the line.
[[nodiscard]] MultiPolygon strip(const LineString& line, double width);
/// Without what is narrower than twice the distance (slivers, cusps); corners become rounded by it.
[[nodiscard]] MultiPolygon opened(const MultiPolygon& shape, double by);
/// Whether OGR finds every polygon valid (no self-intersections, holes inside).
[[nodiscard]] bool valid_shape(const MultiPolygon& shape);

}  // namespace parktwin::importers::synthetic
