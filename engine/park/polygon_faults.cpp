#include "engine/park/polygon_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace parktwin {
namespace {

constexpr double tolerance_m = 1e-6;
constexpr double smallest_area_m2 = 1e-4;

struct Edge {
  std::size_t ring = 0;
  std::size_t index = 0;  ///< of its start in the ring
  Point a;
  Point b;
  Point before;  ///< the point before a
};

double cross(Point o, Point p, Point q) { return (p.x - o.x) * (q.y - o.y) - (p.y - o.y) * (q.x - o.x); }

/// -1, 0 or 1: on which side of the line through the edge the point lies, 0 within the tolerance.
int side_of(const Edge& edge, Point p) {
  const double off = cross(edge.a, edge.b, p) / distance(edge.a, edge.b);
  return off > tolerance_m ? 1 : off < -tolerance_m ? -1 : 0;
}

/// Place along the edge in metres from its start.
double along(const Edge& edge, Point p) {
  const Point d{edge.b.x - edge.a.x, edge.b.y - edge.a.y};
  return ((p.x - edge.a.x) * d.x + (p.y - edge.a.y) * d.y) / distance(edge.a, edge.b);
}

bool crosses_properly(const Edge& e, const Edge& f) {
  return side_of(e, f.a) * side_of(e, f.b) < 0 && side_of(f, e.a) * side_of(f, e.b) < 0;
}

bool runs_over(const Edge& e, const Edge& f) {
  if (side_of(e, f.a) != 0 || side_of(e, f.b) != 0) return false;
  const auto [low, high] = std::minmax(along(e, f.a), along(e, f.b));
  return std::min(high, distance(e.a, e.b)) - std::max(low, 0.0) > tolerance_m;
}

/// Whether direction d lies strictly inside the sector swept counter-clockwise from `from` to `to`, all seen from v.
bool in_sector(Point v, Point from, Point to, Point d) {
  const double start = std::atan2(from.y - v.y, from.x - v.x);
  const auto turn = [&](Point p) {
    const double angle = std::atan2(p.y - v.y, p.x - v.x) - start;
    return angle < 0.0 ? angle + 2.0 * M_PI : angle;
  };
  return turn(d) < turn(to);
}

/// The path through the start of e meets f there and leaves on the other side.
bool passes_through(const Edge& e, const Edge& f) {
  const Point v = e.a;
  if (side_of(f, v) != 0 || distance(v, f.b) <= tolerance_m) return false;
  const bool at_start = distance(v, f.a) <= tolerance_m;
  const double place = along(f, v);
  if (!at_start && (place < 0.0 || place > distance(f.a, f.b))) return false;
  return in_sector(v, e.before, e.b, at_start ? f.before : f.a) != in_sector(v, e.before, e.b, f.b);
}

bool neighbours(const Edge& e, const Edge& f, std::size_t ring_size) {
  if (e.ring != f.ring) return false;
  const std::size_t gap = e.index > f.index ? e.index - f.index : f.index - e.index;
  return gap == 1 || gap + 1 == ring_size;
}

std::string ring_name(std::size_t ring) { return ring == 0 ? std::string("outline") : fmt::format("hole {}", ring); }

std::optional<std::string> fault_between(const Edge& e, const Edge& f, std::size_t ring_size) {
  const auto report = [&](const char* itself, const char* other, Point at) {
    return e.ring == f.ring ? fmt::format("{} {} near ({:.2f}, {:.2f})", ring_name(e.ring), itself, at.x, at.y)
                            : fmt::format("{} {} {} near ({:.2f}, {:.2f})", ring_name(e.ring), other, ring_name(f.ring), at.x, at.y);
  };
  if (runs_over(e, f)) return report("runs over itself", "runs along", e.a);
  if (neighbours(e, f, ring_size)) return std::nullopt;
  if (crosses_properly(e, f) || passes_through(e, f) || passes_through(f, e)) return report("crosses itself", "crosses", f.a);
  return std::nullopt;
}

void add_edges(const Ring& ring, std::size_t number, std::vector<Edge>& edges) {
  const std::size_t n = ring.size();
  for (std::size_t i = 0; i < n; ++i) edges.push_back({number, i, ring[i], ring[(i + 1) % n], ring[(i + n - 1) % n]});
}

std::optional<std::string> crossing_of(const Polygon& polygon) {
  std::vector<Edge> edges;
  add_edges(polygon.outer, 0, edges);
  for (std::size_t h = 0; h < polygon.holes.size(); ++h) add_edges(polygon.holes[h], h + 1, edges);
  const auto west = [](const Edge& e) { return std::min(e.a.x, e.b.x); };
  std::stable_sort(edges.begin(), edges.end(), [&](const Edge& e, const Edge& f) { return west(e) < west(f); });
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Edge& e = edges[i];
    const double east = std::max(e.a.x, e.b.x) + tolerance_m;
    const auto [low, high] = std::minmax(e.a.y, e.b.y);
    for (std::size_t j = i + 1; j < edges.size() && west(edges[j]) <= east; ++j) {
      const Edge& f = edges[j];
      if (std::min(f.a.y, f.b.y) > high + tolerance_m || std::max(f.a.y, f.b.y) < low - tolerance_m) continue;
      const std::size_t ring_size = e.ring == 0 ? polygon.outer.size() : polygon.holes[e.ring - 1].size();
      if (auto fault = fault_between(e, f, ring_size)) return fault;
    }
  }
  return std::nullopt;
}

std::optional<std::string> fault_of_ring(const Ring& ring, std::size_t number) {
  if (ring.size() < 3) return fmt::format("{} has {} points, expected at least 3", ring_name(number), ring.size());
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (distance(ring[i], ring[(i + 1) % ring.size()]) <= tolerance_m) {
      return fmt::format("{} has the point ({:.2f}, {:.2f}) twice in a row", ring_name(number), ring[i].x, ring[i].y);
    }
  }
  if (std::abs(signed_area(ring)) < smallest_area_m2 && ring.size() == 3) return fmt::format("{} has no area", ring_name(number));
  return std::nullopt;
}

bool any_inside(const Ring& points, const Ring& ring) {
  return std::any_of(points.begin(), points.end(), [&](Point p) { return contains(Polygon{ring, {}}, p); });
}

bool all_inside(const Ring& points, const Ring& ring) {
  return std::all_of(points.begin(), points.end(), [&](Point p) { return contains(Polygon{ring, {}}, p); });
}

}  // namespace

std::optional<std::string> fault_of(const Polygon& polygon) {
  if (auto fault = fault_of_ring(polygon.outer, 0)) return fault;
  for (std::size_t h = 0; h < polygon.holes.size(); ++h) {
    if (auto fault = fault_of_ring(polygon.holes[h], h + 1)) return fault;
  }
  if (auto fault = crossing_of(polygon)) return fault;
  if (std::abs(signed_area(polygon.outer)) < smallest_area_m2) return "outline has no area";
  for (std::size_t h = 0; h < polygon.holes.size(); ++h) {
    if (!any_inside(polygon.holes[h], polygon.outer)) return fmt::format("{} lies outside the outline", ring_name(h + 1));
    for (std::size_t other = 0; other < polygon.holes.size(); ++other) {
      if (other != h && all_inside(polygon.holes[h], polygon.holes[other])) {
        return fmt::format("{} lies inside {}", ring_name(h + 1), ring_name(other + 1));
      }
    }
  }
  return std::nullopt;
}

std::optional<std::string> fault_of(const MultiPolygon& shape) {
  if (shape.polygons.empty()) return "area is empty";
  for (std::size_t i = 0; i < shape.polygons.size(); ++i) {
    if (auto fault = fault_of(shape.polygons[i])) return shape.polygons.size() == 1 ? *fault : fmt::format("part {}: {}", i + 1, *fault);
  }
  return std::nullopt;
}

}  // namespace parktwin
