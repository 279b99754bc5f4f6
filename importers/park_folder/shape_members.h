#pragma once
// From a shape of a layer to a geometry member. A shape with several parts gives several records to members that hold one part.
#include <optional>
#include <string>

#include "importers/gdal_layers/vector_layer.h"

namespace parktwin::importers {

[[nodiscard]] inline std::size_t parts_for(const Shape& shape, const Point&) { return shape.points.size(); }
[[nodiscard]] inline std::size_t parts_for(const Shape& shape, const LineString&) { return shape.lines.size(); }
[[nodiscard]] inline std::size_t parts_for(const Shape& shape, const Polygon&) { return shape.area.polygons.size(); }
[[nodiscard]] inline std::size_t parts_for(const Shape& shape, const MultiPolygon&) { return shape.area.polygons.empty() ? 0 : 1; }

/// Precondition: part < parts_for(shape, member).
inline void place(const Shape& shape, std::size_t part, Point& member) { member = shape.points[part]; }
inline void place(const Shape& shape, std::size_t part, LineString& member) { member = shape.lines[part]; }
inline void place(const Shape& shape, std::size_t part, Polygon& member) { member = shape.area.polygons[part]; }
inline void place(const Shape& shape, std::size_t, MultiPolygon& member) { member = shape.area; }

[[nodiscard]] inline const char* kind_of(const Point&) { return "a point"; }
[[nodiscard]] inline const char* kind_of(const LineString&) { return "a line"; }
[[nodiscard]] inline const char* kind_of(const Polygon&) { return "a polygon"; }
[[nodiscard]] inline const char* kind_of(const MultiPolygon&) { return "a polygon"; }

/// "points", "lines", "polygons" or "no geometry".
[[nodiscard]] inline const char* found_kind(const Shape& shape) {
  return !shape.area.polygons.empty() ? "polygons" : !shape.lines.empty() ? "lines" : !shape.points.empty() ? "points" : "no geometry";
}

}  // namespace parktwin::importers
