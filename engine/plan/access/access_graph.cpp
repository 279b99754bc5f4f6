#include "engine/plan/access/access_graph.h"

#include <algorithm>

#include "engine/plan/fibre/centimetres.h"
#include "engine/plan/fibre/contraction.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

constexpr double least_cable_cny_per_m = 0.01;  // a table without cables does not make them free to the search

/// Line terminals first: of several devices at one place the first counts.
std::vector<Id<NetworkNode>> sources_of(const Park& park) {
  std::vector<Id<NetworkNode>> sources;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (node.kind == NodeKind::optical_line_terminal && node.operational) sources.emplace_back(i);
  }
  const auto hosts = fibre_sources(park);
  sources.insert(sources.end(), hosts.begin(), hosts.end());
  return sources;
}

}  // namespace

AccessGraph::AccessGraph(const Park& park, const Newcomers& newcomers, const AccessPrices& prices) {
  std::vector<Point> ends;
  for (const Newcomer& newcomer : newcomers.found) ends.push_back(newcomer.position);
  graph_ = route_graph(park, ends, sources_of(park));
  if (!possible()) return;
  problem_.cable_cny_per_m = std::max(least_cable_cny_per_m, prices.fibre.cable_cny_per_m);
  problem_.splitter_cny = prices.splitter_cny;
  problem_.trench.vertices = graph_.vertices() + 1;
  problem_.trench.root = static_cast<std::uint32_t>(graph_.vertices());
  problem_.trench.terminals = graph_.ends;
  for (const RouteEdge& edge : graph_.edges) {
    problem_.trench.edges.push_back(
        {edge.from, edge.to, prices.fibre.trench_cny_per_m * edge.trench_m, problem_.cable_cny_per_m * edge.cable_m});
    problem_.length_m.push_back(edge.cable_m);
    places_.emplace(edge.from, edge.pieces.front().path.front());
    places_.emplace(edge.to, edge.pieces.back().path.back());
  }
  for (std::uint32_t v = 0; v < graph_.vertices(); ++v) {
    if (!graph_.source[v].valid()) continue;
    const NetworkNode& node = (*park.network_nodes)[graph_.source[v]];
    const double price = node.kind == NodeKind::optical_line_terminal ? 0.0 : prices.terminal_cny;
    problem_.trench.edges.push_back({problem_.trench.root, v, price, 0.0});
    problem_.length_m.push_back(0.0);
    places_[v] = to_centimetres(node.position);
  }
  for (std::size_t i = 0; i < ends.size(); ++i) places_.emplace(graph_.ends[i], ends[i]);
}

Id<NetworkNode> AccessGraph::source(const SplitterTree& tree) const {
  return graph_.source[other_end(problem_.trench.edges[tree.feeder.front()], problem_.trench.root)];
}

double AccessGraph::metres(const std::vector<std::uint32_t>& edges) const {
  double sum = 0.0;
  for (const std::uint32_t e : edges) sum += problem_.length_m[e];
  return sum;
}

const std::vector<CourseStep>& AccessGraph::steps_of(std::uint32_t edge, FibrePlan& fibre) {
  const auto known = steps_.find(edge);
  if (known != steps_.end()) return known->second;
  std::vector<CourseStep>& steps = steps_[edge];
  std::vector<Point> open;
  const auto close = [&] {
    if (open.size() >= 2) {
      steps.push_back({{}, static_cast<std::uint32_t>(fibre.ducts.size())});
      fibre.ducts.push_back({open, length({open}), {}});
      fibre.trench_m += fibre.ducts.back().length_m;
    }
    open.clear();
  };
  for (const RoutePiece& piece : graph_.edges[edge].pieces) {
    if (piece.duct.valid()) {
      close();
      steps.push_back({piece.duct, 0});
      continue;
    }
    for (const Point& point : piece.path) {
      if (open.empty() || !(open.back() == point)) open.push_back(point);
    }
  }
  close();
  return steps;
}

PlannedCable AccessGraph::lay(const std::vector<std::uint32_t>& edges, std::uint32_t start, FibrePlan& fibre) {
  PlannedCable cable;
  const auto number = static_cast<std::uint32_t>(fibre.cables.size());
  std::uint32_t at = start;
  for (const std::uint32_t e : edges) {
    if (e < graph_.edges.size()) {
      auto steps = steps_of(e, fibre);
      if (graph_.edges[e].from != at) std::reverse(steps.begin(), steps.end());
      for (const CourseStep& step : steps) {
        if (!step.standing.valid()) fibre.ducts[step.planned].cables.push_back(number);
      }
      for (const RoutePiece& piece : graph_.edges[e].pieces) fibre.in_standing_ducts_m += piece.duct.valid() ? length({piece.path}) : 0.0;
      cable.course.insert(cable.course.end(), steps.begin(), steps.end());
      cable.length_m += graph_.edges[e].cable_m;
    } else {
      cable.source = graph_.source[other_end(problem_.trench.edges[e], at)];
    }
    at = other_end(problem_.trench.edges[e], at);
  }
  fibre.cable_m += cable.length_m;
  fibre.cables.push_back(cable);
  return cable;
}

}  // namespace parktwin::plan
