#include "engine/core/geometry.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin {
namespace {

bool ring_contains(const Ring& ring, Point p) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Point a = ring[i];
    const Point b = ring[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

void extend(Box& box, const Polygon& polygon) {
  for (const Point p : polygon.outer) {
    box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
    box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
  }
}

double distance_to_segment(Point a, Point b, Point p) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double squared = dx * dx + dy * dy;
  const double t = squared > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0.0;
  return distance({a.x + t * dx, a.y + t * dy}, p);
}

}  // namespace

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

double signed_area(const Ring& ring) {
  if (ring.size() < 3) return 0.0;
  double twice = 0.0;
  const Point o = ring.front();  // relative to the first point: no cancellation far from the origin
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    twice += (ring[i].x - o.x) * (ring[i + 1].y - o.y) - (ring[i + 1].x - o.x) * (ring[i].y - o.y);
  }
  return 0.5 * twice;
}

double area(const Polygon& polygon) {
  double total = std::abs(signed_area(polygon.outer));
  for (const auto& hole : polygon.holes) total -= std::abs(signed_area(hole));
  return total;
}

double area(const MultiPolygon& shape) {
  double total = 0.0;
  for (const auto& polygon : shape.polygons) total += area(polygon);
  return total;
}

double length(const LineString& line) {
  double total = 0.0;
  for (std::size_t i = 1; i < line.points.size(); ++i) total += distance(line.points[i - 1], line.points[i]);
  return total;
}

bool contains(const Polygon& polygon, Point point) {
  if (polygon.outer.empty() || !ring_contains(polygon.outer, point)) return false;
  return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                      [&](const Ring& hole) { return !hole.empty() && ring_contains(hole, point); });
}

bool contains(const MultiPolygon& shape, Point point) {
  return std::any_of(shape.polygons.begin(), shape.polygons.end(), [&](const Polygon& p) { return contains(p, point); });
}

Point centroid(const Polygon& polygon) { return centroid(MultiPolygon{{polygon}}); }

Point centroid(const MultiPolygon& shape) {
  PARKTWIN_CHECK(!shape.polygons.empty() && !shape.polygons.front().outer.empty(), "centroid of nothing");
  const Point o = shape.polygons.front().outer.front();
  double twice = 0.0;
  double x = 0.0;
  double y = 0.0;
  const auto add = [&](const Ring& ring, double sign) {
    const double orientation = signed_area(ring) < 0.0 ? -sign : sign;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point a{ring[i].x - o.x, ring[i].y - o.y};
      const Point next = ring[(i + 1) % ring.size()];
      const Point b{next.x - o.x, next.y - o.y};
      const double cross = orientation * (a.x * b.y - b.x * a.y);
      twice += cross;
      x += (a.x + b.x) * cross;
      y += (a.y + b.y) * cross;
    }
  };
  for (const auto& polygon : shape.polygons) {
    add(polygon.outer, 1.0);
    for (const auto& hole : polygon.holes) add(hole, -1.0);
  }
  if (twice == 0.0) return o;
  return {o.x + x / (3.0 * twice), o.y + y / (3.0 * twice)};
}

Box bounds(const Polygon& polygon) {
  PARKTWIN_CHECK(!polygon.outer.empty(), "bounds of an empty polygon");
  Box box{polygon.outer.front(), polygon.outer.front()};
  extend(box, polygon);
  return box;
}

Box bounds(const MultiPolygon& shape) {
  PARKTWIN_CHECK(!shape.polygons.empty(), "bounds of an empty shape");
  Box box = bounds(shape.polygons.front());
  for (const auto& polygon : shape.polygons) extend(box, polygon);
  return box;
}

Point point_along(const LineString& line, double metres) {
  PARKTWIN_CHECK(!line.points.empty(), "point along an empty line");
  double left = metres;
  if (left <= 0.0) return line.points.front();
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const Point a = line.points[i - 1];
    const Point b = line.points[i];
    const double step = distance(a, b);
    if (step > 0.0 && left <= step) return {a.x + (b.x - a.x) * left / step, a.y + (b.y - a.y) * left / step};
    left -= step;
  }
  return line.points.back();
}

double distance(const LineString& line, Point point) {
  PARKTWIN_CHECK(!line.points.empty(), "distance to an empty line");
  double best = distance(line.points.front(), point);
  for (std::size_t i = 1; i < line.points.size(); ++i)
    best = std::min(best, distance_to_segment(line.points[i - 1], line.points[i], point));
  return best;
}

}  // namespace parktwin
