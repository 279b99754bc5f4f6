#include "engine/plan/fibre/fibre.h"

#include <map>

#include "engine/plan/fibre/contraction.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

using Behind = std::map<std::uint32_t, std::vector<std::uint32_t>>;

/// Cables behind each edge. Edges of a tree with the same cables follow each other.
Behind cables_behind(const std::vector<std::vector<std::uint32_t>>& routes) {
  Behind behind;
  for (std::uint32_t cable = 0; cable < routes.size(); ++cable) {
    for (const std::uint32_t e : routes[cable]) behind[e].push_back(cable);
  }
  return behind;
}

void append(std::vector<Point>& path, const std::vector<Point>& more) {
  for (const Point& point : more) {
    if (path.empty() || !(path.back() == point)) path.push_back(point);
  }
}

/// The course of what lies behind edges with the same cables: written once, by the first of them.
class Courses {
 public:
  Courses(const RouteGraph& graph, FibrePlan& plan) : graph_(graph), plan_(plan) {}

  /// Edges in the direction of the route, all with the same cables; `vertex` is where they begin.
  const std::vector<CourseStep>& of(const std::vector<std::uint32_t>& cables, std::span<const std::uint32_t> edges, std::uint32_t vertex) {
    const auto [place, is_new] = courses_.emplace(cables, std::vector<CourseStep>());
    std::vector<CourseStep>& course = place->second;
    if (!is_new) return course;
    std::vector<Point> open;
    const auto close = [&] {
      if (open.size() >= 2) {
        course.push_back({{}, static_cast<std::uint32_t>(plan_.ducts.size())});
        plan_.ducts.push_back({open, length({open}), cables});
        plan_.trench_m += plan_.ducts.back().length_m;
      }
      open.clear();
    };
    for (const std::uint32_t e : edges) {
      for (const RoutePiece& piece : pieces_from(graph_.edges[e], vertex)) {
        if (!piece.duct.valid()) {
          append(open, piece.path);
          continue;
        }
        close();
        course.push_back({piece.duct, 0});
        plan_.in_standing_ducts_m += length({piece.path}) * static_cast<double>(cables.size());
      }
      vertex = graph_.edges[e].from == vertex ? graph_.edges[e].to : graph_.edges[e].from;
    }
    close();
    return course;
  }

 private:
  const RouteGraph& graph_;
  FibrePlan& plan_;
  std::map<std::vector<std::uint32_t>, std::vector<CourseStep>> courses_;
};

}  // namespace

FibreRoutes::FibreRoutes(const Park& park, const std::vector<Point>& places, const FibrePrices& prices)
    : graph_(route_graph(park, places)) {
  if (!possible()) return;
  problem_.vertices = graph_.vertices() + 1;
  problem_.root = static_cast<std::uint32_t>(graph_.vertices());
  problem_.terminals = graph_.ends;
  for (const RouteEdge& edge : graph_.edges) {
    problem_.edges.push_back({edge.from, edge.to, prices.trench_cny_per_m * edge.trench_m, prices.cable_cny_per_m * edge.cable_m});
  }
  for (std::uint32_t v = 0; v < graph_.vertices(); ++v) {
    if (graph_.source[v].valid()) problem_.edges.push_back({problem_.root, v, 0.0, 0.0});
  }
}

FibrePlan FibreRoutes::lay(const std::vector<std::vector<std::uint32_t>>& routes) const {
  FibrePlan plan;
  const Behind behind = cables_behind(routes);
  Courses courses(graph_, plan);
  for (const auto& route : routes) {
    PlannedCable cable;
    std::uint32_t at = problem_.root;
    for (std::size_t i = 0; i < route.size();) {
      if (route[i] >= graph_.edges.size()) {
        at = other_end(problem_.edges[route[i++]], at);
        cable.source = graph_.source[at];
        continue;
      }
      const auto& cables = behind.at(route[i]);
      const std::uint32_t begin = at;
      std::size_t end = i;
      for (; end < route.size() && route[end] < graph_.edges.size() && behind.at(route[end]) == cables; ++end) {
        cable.length_m += graph_.edges[route[end]].cable_m;
        at = other_end(problem_.edges[route[end]], at);
      }
      const auto& course = courses.of(cables, std::span(route).subspan(i, end - i), begin);
      cable.course.insert(cable.course.end(), course.begin(), course.end());
      i = end;
    }
    plan.cable_m += cable.length_m;
    plan.cables.push_back(std::move(cable));
  }
  return plan;
}

}  // namespace parktwin::plan
