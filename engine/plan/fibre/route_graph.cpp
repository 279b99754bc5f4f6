#include "engine/plan/fibre/route_graph.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "engine/park/road_network.h"
#include "engine/plan/fibre/centimetres.h"
#include "engine/plan/fibre/contraction.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

constexpr double road_snap_m = 5.0;
constexpr double joint_m = 0.1;      // ends of ducts so near are one manhole, as for the light budget
constexpr double lead_in_m = 100.0;  // to a manhole
constexpr double greatest_detour = 3.0;
constexpr double infinite = std::numeric_limits<double>::infinity();

double share_of(Point a, Point b, Point p) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  return (p.x - a.x) * dx + (p.y - a.y) * dy;
}

class Builder {
 public:
  Builder(const Park& park, const std::vector<Point>& ends, const std::vector<Id<NetworkNode>>& sources)
      : park_(park), roads_(park.roads->records(), road_snap_m) {
    add_ducts();
    const std::size_t manholes = points_.size();
    for (const auto node : sources) {
      const std::uint32_t vertex = vertex_at(to_centimetres((*park.network_nodes)[node].position));
      if (!source_[vertex].valid()) source_[vertex] = node;
      sources_.push_back(vertex);
    }
    for (const Point& end : ends) ends_.push_back(vertex_at(end));
    const std::size_t all = points_.size();
    for (std::uint32_t vertex = 0; vertex < all; ++vertex) {
      join_road(vertex);
      if (vertex >= manholes) join_manhole(vertex, manholes);
    }
    add_roads();
    join_sources();
  }

  [[nodiscard]] RouteGraph finished() {
    RouteGraph graph{std::move(edges_), std::move(source_), std::move(ends_)};
    contract(graph);
    return graph;
  }

 private:
  std::uint32_t add_point(Point point) {
    points_.push_back(point);
    source_.emplace_back();
    return static_cast<std::uint32_t>(points_.size() - 1);
  }

  std::uint32_t vertex_at(Point point) {
    const std::pair<std::int64_t, std::int64_t> key = {std::llround(100.0 * point.x), std::llround(100.0 * point.y)};
    const auto found = at_.find(key);
    if (found != at_.end()) return found->second;
    return at_[key] = add_point(point);
  }

  std::uint32_t manhole_at(Point point) {
    for (std::uint32_t v = 0; v < points_.size(); ++v) {
      if (distance(points_[v], point) <= joint_m) return v;
    }
    return vertex_at(to_centimetres(point));
  }

  void add_ducts() {
    for (std::size_t i = 0; i < park_.ducts->size(); ++i) {
      const auto& path = park_.ducts->records()[i].path.points;
      if (path.size() < 2) continue;
      const std::uint32_t from = manhole_at(path.front());
      const std::uint32_t to = manhole_at(path.back());
      edges_.push_back({from, to, 0.0, length({path}), {{Id<Duct>(i), path}}});
    }
  }

  void add_trench(std::uint32_t from, std::uint32_t to) {
    if (from == to) return;
    const double metres = distance(points_[from], points_[to]);
    edges_.push_back({from, to, metres, metres, {{{}, {points_[from], points_[to]}}}});
  }

  void join_road(std::uint32_t vertex) {
    const auto foot = roads_.nearest(points_[vertex]);
    if (!foot) return;
    const std::uint32_t on_road = vertex_at(to_centimetres(foot->point));
    on_edge_[foot->edge].push_back(on_road);
    add_trench(vertex, on_road);
  }

  void join_manhole(std::uint32_t vertex, std::size_t manholes) {
    std::uint32_t nearest = vertex;
    double least = lead_in_m;
    for (std::uint32_t v = 0; v < manholes; ++v) {
      const double away = distance(points_[v], points_[vertex]);
      if (away >= least) continue;
      least = away;
      nearest = v;
    }
    add_trench(vertex, nearest);
  }

  void add_roads() {
    std::vector<std::uint32_t> at;
    for (const Point& point : roads_.vertices()) at.push_back(vertex_at(to_centimetres(point)));
    for (std::size_t e = 0; e < roads_.edges().size(); ++e) {
      const auto& edge = roads_.edges()[e];
      std::vector<std::uint32_t> along = on_edge_[e];
      const Point a = roads_.vertices()[edge.from];
      const Point b = roads_.vertices()[edge.to];
      std::stable_sort(along.begin(), along.end(),
                       [&](std::uint32_t u, std::uint32_t v) { return share_of(a, b, points_[u]) < share_of(a, b, points_[v]); });
      std::uint32_t last = at[edge.from];
      for (const std::uint32_t vertex : along) {
        add_trench(last, vertex);
        last = vertex;
      }
      add_trench(last, at[edge.to]);
    }
  }

  void join_sources() {
    TrenchProblem problem{points_.size(), {}, 0, {}};
    for (const RouteEdge& edge : edges_) problem.edges.push_back({edge.from, edge.to, edge.trench_m, edge.cable_m});
    std::vector<double> start(points_.size(), infinite);
    for (const std::uint32_t source : sources_) start[source] = 0.0;
    const auto ways = trench_ways(problem, TrenchNeighbours(problem), std::move(start),
                                  [&](std::uint32_t e, std::uint32_t) { return problem.edges[e].cable_cost; });
    for (const std::uint32_t end : ends_) {
      const auto nearest = std::min_element(sources_.begin(), sources_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return distance(points_[a], points_[end]) < distance(points_[b], points_[end]);
      });
      if (nearest == sources_.end()) return;
      if (ways.cost[end] > greatest_detour * distance(points_[*nearest], points_[end])) add_trench(*nearest, end);
    }
  }

  const Park& park_;
  RoadNetwork roads_;
  std::vector<Point> points_;
  std::vector<Id<NetworkNode>> source_;
  std::vector<std::uint32_t> sources_;
  std::vector<std::uint32_t> ends_;
  std::vector<RouteEdge> edges_;
  std::map<std::pair<std::int64_t, std::int64_t>, std::uint32_t> at_;
  std::map<std::size_t, std::vector<std::uint32_t>> on_edge_;
};

std::vector<Id<NetworkNode>> nodes_of(const Park& park, std::initializer_list<NodeKind> kinds) {
  std::vector<Id<NetworkNode>> nodes;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (node.operational && std::find(kinds.begin(), kinds.end(), node.kind) != kinds.end()) nodes.emplace_back(i);
  }
  return nodes;
}

}  // namespace

std::vector<Id<NetworkNode>> fibre_sources(const Park& park) {
  auto nodes = nodes_of(park, {NodeKind::core_router, NodeKind::aggregation_switch});
  return nodes.empty() ? nodes_of(park, {NodeKind::access_switch}) : nodes;
}

RouteGraph route_graph(const Park& park, const std::vector<Point>& ends) { return route_graph(park, ends, fibre_sources(park)); }

RouteGraph route_graph(const Park& park, const std::vector<Point>& ends, const std::vector<Id<NetworkNode>>& sources) {
  if (sources.empty()) return {};
  return Builder(park, ends, sources).finished();
}

}  // namespace parktwin::plan
