#include "engine/plan/trench/trench_ways.h"

#include <queue>
#include <utility>

namespace parktwin::plan {

TrenchNeighbours::TrenchNeighbours(const TrenchProblem& problem) : at_(problem.vertices) {
  for (std::uint32_t e = 0; e < problem.edges.size(); ++e) {
    at_[problem.edges[e].from].push_back(e);
    if (problem.edges[e].to != problem.edges[e].from) at_[problem.edges[e].to].push_back(e);
  }
}

TrenchWays trench_ways(const TrenchProblem& problem, const TrenchNeighbours& neighbours, std::vector<double> start,
                       const std::function<double(std::uint32_t edge, std::uint32_t from)>& cost_of_edge) {
  using Entry = std::pair<double, std::uint32_t>;
  TrenchWays ways{std::move(start), std::vector<std::uint32_t>(problem.vertices, no_edge)};
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  for (std::uint32_t v = 0; v < problem.vertices; ++v) {
    if (ways.cost[v] < std::numeric_limits<double>::infinity()) open.emplace(ways.cost[v], v);
  }
  while (!open.empty()) {
    const auto [cost, vertex] = open.top();
    open.pop();
    if (cost > ways.cost[vertex]) continue;
    for (const std::uint32_t e : neighbours.at(vertex)) {
      const std::uint32_t next = other_end(problem.edges[e], vertex);
      const double through = cost + cost_of_edge(e, vertex);
      if (through >= ways.cost[next]) continue;
      ways.cost[next] = through;
      ways.by[next] = e;
      open.emplace(through, next);
    }
  }
  return ways;
}

}  // namespace parktwin::plan
