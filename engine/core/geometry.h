#pragma once
// Plane geometry in the park's local metric frame: x to the east, y to the north, metres from the site's origin.
// Rings are stored open (the first point is not repeated); outer rings run counter-clockwise, holes clockwise.
#include <vector>

namespace parktwin {

struct Point {
  double x = 0.0;
  double y = 0.0;
  friend bool operator==(const Point&, const Point&) = default;
};

using Ring = std::vector<Point>;

struct LineString {
  std::vector<Point> points;
  friend bool operator==(const LineString&, const LineString&) = default;
};

struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
  friend bool operator==(const Polygon&, const Polygon&) = default;
};

struct MultiPolygon {
  std::vector<Polygon> polygons;
  friend bool operator==(const MultiPolygon&, const MultiPolygon&) = default;
};

struct Box {
  Point low;
  Point high;
};

[[nodiscard]] double distance(Point a, Point b);
/// Positive for counter-clockwise rings.
[[nodiscard]] double signed_area(const Ring& ring);
/// Square metres, holes taken off.
[[nodiscard]] double area(const Polygon& polygon);
[[nodiscard]] double area(const MultiPolygon& shape);
[[nodiscard]] double length(const LineString& line);
/// Even-odd rule; a point on an edge may fall on either side.
[[nodiscard]] bool contains(const Polygon& polygon, Point point);
[[nodiscard]] bool contains(const MultiPolygon& shape, Point point);
/// Area centroid; the first point for a ring without area.
[[nodiscard]] Point centroid(const Polygon& polygon);
[[nodiscard]] Point centroid(const MultiPolygon& shape);
/// Precondition: at least one point.
[[nodiscard]] Box bounds(const Polygon& polygon);
[[nodiscard]] Box bounds(const MultiPolygon& shape);
/// Point at a distance along the line from its start, clamped to its ends. Precondition: at least one point.
[[nodiscard]] Point point_along(const LineString& line, double metres);
/// Shortest distance from a point to the line. Precondition: at least one point.
[[nodiscard]] double distance(const LineString& line, Point point);

}  // namespace parktwin
