#pragma once
// Unions, differences and buffers of shapes (GEOS through OGR), in metres of the local frame.
// Results have valid rings (outer counter-clockwise, holes clockwise) and no parts smaller than a square metre.
#include <optional>
#include <string>
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
/// The parts of a line inside a shape, in its direction.
[[nodiscard]] std::vector<LineString> inside(const LineString& line, const MultiPolygon& shape);
/// Smallest convex shape around the points, widened.
[[nodiscard]] MultiPolygon hull(const std::vector<Point>& points, double widened_by);

/// What mending did to an outline.
struct Mending {
  MultiPolygon shape;
  std::string reason;  ///< what GEOS found wrong
  double area_before_m2 = 0.0;
  double area_after_m2 = 0.0;
};
/// None for a valid shape. Outlines that cross themselves are taken apart at the crossings, parts below a square metre are left out.
[[nodiscard]] std::optional<Mending> mend(const MultiPolygon& shape);
/// Whether OGR finds every polygon valid (no self-intersections, holes inside).
[[nodiscard]] bool valid_shape(const MultiPolygon& shape);

}  // namespace parktwin::importers
