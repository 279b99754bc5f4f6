#include "engine/plan/trench/trench.h"

#include <algorithm>
#include <limits>

#include "engine/plan/trench/dual_ascent.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

double bound_of(const TrenchProblem& problem, const TrenchNeighbours& neighbours) {
  std::vector<double> trench;
  std::vector<double> both;
  for (const TrenchEdge& edge : problem.edges) {
    trench.push_back(edge.trench_cost);
    both.push_back(edge.trench_cost + edge.cable_cost);
  }
  std::vector<double> start(problem.vertices, std::numeric_limits<double>::infinity());
  start[problem.root] = 0.0;
  const TrenchWays ways =
      trench_ways(problem, neighbours, std::move(start), [&](std::uint32_t e, std::uint32_t) { return problem.edges[e].cable_cost; });
  double cables = 0.0;
  for (const std::uint32_t terminal : problem.terminals) cables += ways.cost[terminal];
  return std::max(ascend(problem, trench).bound + cables, ascend(problem, both).bound);
}

/// The shortest ways of the cables over what is dug: no dearer, and a tree even where a duct that costs nothing closes a ring.
std::vector<std::vector<std::uint32_t>> as_tree(const TrenchProblem& problem, const TrenchNeighbours& neighbours,
                                                const std::vector<std::vector<std::uint32_t>>& routes) {
  std::vector<std::uint8_t> dug(problem.edges.size(), 0);
  for (const auto& route : routes) {
    for (const std::uint32_t e : route) dug[e] = 1;
  }
  constexpr double infinite = std::numeric_limits<double>::infinity();
  std::vector<double> start(problem.vertices, infinite);
  start[problem.root] = 0.0;
  const TrenchWays ways = trench_ways(problem, neighbours, std::move(start),
                                      [&](std::uint32_t e, std::uint32_t) { return dug[e] != 0 ? problem.edges[e].cable_cost : infinite; });
  std::vector<std::vector<std::uint32_t>> tree;
  for (std::uint32_t at : problem.terminals) {
    std::vector<std::uint32_t> route;
    for (; ways.by[at] != no_edge; at = other_end(problem.edges[ways.by[at]], at)) route.push_back(ways.by[at]);
    tree.emplace_back(route.rbegin(), route.rend());
  }
  return tree;
}

}  // namespace

double cost_of_routes(const TrenchProblem& problem, const std::vector<std::vector<std::uint32_t>>& routes) {
  std::vector<std::uint8_t> dug(problem.edges.size(), 0);
  double cost = 0.0;
  for (const auto& route : routes) {
    for (const std::uint32_t e : route) {
      cost += problem.edges[e].cable_cost;
      if (dug[e] == 0) cost += problem.edges[e].trench_cost;
      dug[e] = 1;
    }
  }
  return cost;
}

TrenchPlan plan_trenches(const TrenchProblem& problem, const TrenchOptions& options) {
  TrenchPlan plan;
  const TrenchNeighbours neighbours(problem);
  std::vector<double> start(problem.vertices, std::numeric_limits<double>::infinity());
  start[problem.root] = 0.0;
  const TrenchWays reach = trench_ways(problem, neighbours, std::move(start), [](std::uint32_t, std::uint32_t) { return 0.0; });
  plan.connected = std::all_of(problem.terminals.begin(), problem.terminals.end(),
                               [&](std::uint32_t terminal) { return reach.cost[terminal] < std::numeric_limits<double>::infinity(); });
  if (!plan.connected) return plan;
  plan.exact = problem.terminals.size() <= options.exact_terminals;
  plan.routes = as_tree(problem, neighbours, plan.exact ? send_and_split(problem) : grow_trenches(problem));
  plan.cost = cost_of_routes(problem, plan.routes);
  plan.bound = plan.exact ? plan.cost : std::min(plan.cost, bound_of(problem, neighbours));
  return plan;
}

}  // namespace parktwin::plan
