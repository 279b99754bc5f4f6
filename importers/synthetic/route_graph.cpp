#include "importers/synthetic/route_graph.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <queue>

#include "engine/core/check.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double join_m = 8.0;
constexpr double touch_m = 0.05;

/// A straight street: `at` is its constant coordinate, from..to the running one.
struct Axis {
  bool vertical = false;
  double at = 0.0;
  double from = 0.0;
  double to = 0.0;
  std::vector<double> stops;

  [[nodiscard]] Point point(double along) const { return vertical ? Point{at, along} : Point{along, at}; }
  [[nodiscard]] double across(Point p) const { return std::abs((vertical ? p.x : p.y) - at); }
  [[nodiscard]] double clamped(Point p) const { return std::clamp(vertical ? p.y : p.x, from, to); }
};

std::vector<Axis> axes_of(const std::vector<Street>& streets) {
  std::vector<Axis> axes;
  for (const auto& street : streets) {
    if (street.road_class == RoadClass::motorway) continue;
    const Point a = street.path.points.front();
    const Point b = street.path.points.back();
    const bool vertical = a.x == b.x;
    axes.push_back({vertical,
                    vertical ? a.x : a.y,
                    vertical ? std::min(a.y, b.y) : std::min(a.x, b.x),
                    vertical ? std::max(a.y, b.y) : std::max(a.x, b.x),
                    {}});
  }
  return axes;
}

void stop_at_ends_and_crossings(std::vector<Axis>& axes) {
  for (auto& axis : axes) axis.stops = {axis.from, axis.to};
  for (auto& v : axes) {
    for (auto& h : axes) {
      if (!v.vertical || h.vertical) continue;
      if (v.at < h.from - touch_m || v.at > h.to + touch_m || h.at < v.from - touch_m || h.at > v.to + touch_m) continue;
      v.stops.push_back(h.at);
      h.stops.push_back(v.at);
    }
  }
}

}  // namespace

RouteGraph::RouteGraph(const std::vector<Street>& streets, const std::vector<Point>& places) {
  std::vector<Axis> axes = axes_of(streets);
  PARKTWIN_CHECK(!axes.empty(), "a graph without streets");
  stop_at_ends_and_crossings(axes);
  std::vector<Point> stops;
  for (const Point place : places) {
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < axes.size(); ++i) {
      const double metres = distance(axes[i].point(axes[i].clamped(place)), place);
      if (metres < least) {
        least = metres;
        best = i;
      }
    }
    Axis& axis = axes[best];
    double along = axis.clamped(place);
    for (const double stop : axis.stops) {
      if (std::abs(stop - along) < join_m) along = stop;
    }
    if (std::find(axis.stops.begin(), axis.stops.end(), along) == axis.stops.end()) axis.stops.push_back(along);
    stops.push_back(axis.point(along));
  }
  std::map<std::pair<double, double>, Vertex> known;
  const auto vertex = [&](Point p) {
    const auto [found, fresh] = known.emplace(std::pair{std::round(p.x * 100.0), std::round(p.y * 100.0)}, points_.size());
    if (fresh) {
      points_.push_back(p);
      incident_.emplace_back();
    }
    return found->second;
  };
  for (auto& axis : axes) {
    std::sort(axis.stops.begin(), axis.stops.end());
    for (std::size_t i = 1; i < axis.stops.size(); ++i) {
      const Vertex a = vertex(axis.point(axis.stops[i - 1]));
      const Vertex b = vertex(axis.point(axis.stops[i]));
      if (a == b) continue;
      incident_[a].push_back(edges_.size());
      incident_[b].push_back(edges_.size());
      edges_.push_back({a, b, distance(points_[a], points_[b])});
    }
  }
  for (const Point stop : stops) place_vertices_.push_back(vertex(stop));
}

RouteGraph::Vertex RouteGraph::nearest_vertex(Point point) const {
  Vertex best = 0;
  for (Vertex v = 1; v < points_.size(); ++v) {
    if (distance(points_[v], point) < distance(points_[best], point)) best = v;
  }
  return best;
}

RouteGraph::Tree RouteGraph::tree_from(Vertex start) const {
  Tree tree{std::vector<double>(points_.size(), std::numeric_limits<double>::infinity()),
            std::vector<std::size_t>(points_.size(), edges_.size()), start};
  using Entry = std::pair<double, Vertex>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  tree.length[start] = 0.0;
  open.emplace(0.0, start);
  while (!open.empty()) {
    const auto [length, at] = open.top();
    open.pop();
    if (length > tree.length[at]) continue;
    for (const std::size_t e : incident_[at]) {
      const Vertex next = edges_[e].a == at ? edges_[e].b : edges_[e].a;
      if (length + edges_[e].length >= tree.length[next]) continue;
      tree.length[next] = length + edges_[e].length;
      tree.via[next] = e;
      open.emplace(tree.length[next], next);
    }
  }
  return tree;
}

RouteGraph::Route RouteGraph::route(const Tree& tree, Vertex target) const {
  PARKTWIN_CHECK(std::isfinite(tree.length[target]), "a place without a route along streets");
  Route route;
  route.length = tree.length[target];
  Vertex at = target;
  route.vertices.push_back(at);
  while (at != tree.start) {
    const Edge& edge = edges_[tree.via[at]];
    route.edges.push_back(tree.via[at]);
    at = edge.a == at ? edge.b : edge.a;
    route.vertices.push_back(at);
  }
  std::reverse(route.vertices.begin(), route.vertices.end());
  std::reverse(route.edges.begin(), route.edges.end());
  return route;
}

}  // namespace parktwin::importers::synthetic
