#include "engine/plan/access/splitter_trees.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "engine/plan/access/splitter_programme.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

namespace splitters = wired::optical::splitters;

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double rounding = 1e-6;
constexpr double never = 1e12;  // CNY

using Dug = std::vector<std::uint8_t>;

bool at_root(const TrenchProblem& trench, std::uint32_t e) {
  return trench.edges[e].from == trench.root || trench.edges[e].to == trench.root;
}

/// Edges from where the ways start to a vertex.
std::vector<std::uint32_t> edges_to(const TrenchProblem& trench, const TrenchWays& ways, std::uint32_t vertex) {
  std::vector<std::uint32_t> edges;
  for (std::uint32_t at = vertex; ways.by[at] != no_edge; at = other_end(trench.edges[ways.by[at]], at)) edges.push_back(ways.by[at]);
  std::reverse(edges.begin(), edges.end());
  return edges;
}

class Placing {
 public:
  Placing(const SplitterProblem& problem, const Dug& dug) : problem_(problem), dug_(dug), neighbours_(problem.trench) {
    feeders_ = ways_from(problem.trench.root);
    for (std::uint32_t v = 0; v < problem.trench.vertices; ++v) {
      if (v == problem.trench.root || feeders_.cost[v] == infinite) continue;
      places_.push_back(v);
      drops_.push_back(ways_from(v));
    }
  }

  [[nodiscard]] SplitterTrees placed() const {
    SplitterTrees made;
    if (places_.empty()) {
      for (std::uint32_t u = 0; u < problem_.trench.terminals.size(); ++u) made.unlit.push_back(u);
      return made;
    }
    const auto choice = splitters::best_of(question(), problem_.kinds);
    made.unlit.assign(choice.plan.left_out.begin(), choice.plan.left_out.end());
    std::set<std::uint32_t> used;
    for (const auto& splitter : choice.plan.splitters) {
      SplitterTree tree;
      tree.vertex = places_[splitter.place];
      tree.ways = splitter.ways;
      tree.feeder = edges_to(problem_.trench, feeders_, tree.vertex);
      add(tree.feeder, used, made.cost);
      for (const std::size_t unit : splitter.units) {
        tree.units.push_back(static_cast<std::uint32_t>(unit));
        tree.drops.push_back(edges_to(problem_.trench, drops_[splitter.place], problem_.trench.terminals[unit]));
        add(tree.drops.back(), used, made.cost);
      }
      made.cost += problem_.splitter_cny;
      made.trees.push_back(std::move(tree));
    }
    for (const std::uint32_t e : used) made.cost += problem_.trench.edges[e].trench_cost;
    return made;
  }

 private:
  [[nodiscard]] TrenchWays ways_from(std::uint32_t start) const {
    std::vector<double> starts(problem_.trench.vertices, infinite);
    starts[start] = 0.0;
    return trench_ways(problem_.trench, neighbours_, std::move(starts), [&](std::uint32_t e, std::uint32_t from) {
      const bool usable = dug_[e] != 0 || problem_.trench.edges[e].trench_cost <= 0.0;
      return usable && (!at_root(problem_.trench, e) || from == problem_.trench.root) ? problem_.length_m[e] : infinite;
    });
  }

  [[nodiscard]] splitters::Problem question() const {
    splitters::Problem question;
    for (std::size_t p = 0; p < places_.size(); ++p) {
      question.feeder_m.push_back(feeders_.cost[places_[p]]);
      question.between_m.emplace_back(places_.size(), infinite);
      auto& drops = question.drop_m.emplace_back();
      for (const std::uint32_t terminal : problem_.trench.terminals) drops.push_back(drops_[p].cost[terminal]);
    }
    question.join_m.assign(problem_.trench.terminals.size(), splitters::out_of_reach);
    question.fibre_db_per_km = problem_.fibre_db_per_km;
    question.splitter_m = problem_.splitter_cny / problem_.cable_cny_per_m;
    question.link_db = problem_.link_db;
    question.least_db = problem_.least_db;
    question.most_db = problem_.most_db;
    question.reach_m = problem_.reach_m;
    return question;
  }

  void add(const std::vector<std::uint32_t>& route, std::set<std::uint32_t>& used, double& cost) const {
    for (const std::uint32_t e : route) {
      used.insert(e);
      cost += problem_.trench.edges[e].cable_cost;
    }
  }

  const SplitterProblem& problem_;
  const Dug& dug_;
  TrenchNeighbours neighbours_;
  TrenchWays feeders_;
  std::vector<std::uint32_t> places_;
  std::vector<TrenchWays> drops_;
};

Dug edges_of(const SplitterProblem& problem, const std::vector<std::vector<std::uint32_t>>& routes) {
  Dug dug(problem.trench.edges.size(), 0);
  for (const auto& route : routes) {
    for (const std::uint32_t e : route) dug[e] = 1;
  }
  return dug;
}

/// Trenches to splitters that are given: those of one tree after the other, each free of what is dug already.
Dug dug_for(const SplitterProblem& problem, const SplitterTrees& plan) {
  constexpr std::size_t exact_terminals = 6;
  Dug dug(problem.trench.edges.size(), 0);
  for (const SplitterTree& tree : plan.trees) {
    TrenchProblem trench = problem.trench;
    for (std::uint32_t e = 0; e < trench.edges.size(); ++e) {
      if (dug[e] != 0) trench.edges[e].trench_cost = 0.0;
      if (at_root(problem.trench, e)) trench.edges[e].trench_cost = never;  // no drop through the terminals
    }
    trench.root = tree.vertex;
    trench.terminals = {other_end(problem.trench.edges[tree.feeder.front()], problem.trench.root)};
    for (const std::uint32_t unit : tree.units) trench.terminals.push_back(problem.trench.terminals[unit]);
    dug[tree.feeder.front()] = 1;
    for (const auto& route : plan_trenches(trench, {exact_terminals}).routes) {
      for (const std::uint32_t e : route) dug[e] = 1;
    }
  }
  return dug;
}

bool better(const SplitterTrees& a, const SplitterTrees& b) {
  return a.unlit.size() != b.unlit.size() ? a.unlit.size() < b.unlit.size() : a.cost < b.cost - rounding;
}

void improve(const SplitterProblem& problem, SplitterTrees& plan) {
  for (;;) {
    SplitterTrees again = splitters_within(problem, dug_for(problem, plan));
    if (!better(again, plan)) return;
    plan = std::move(again);
  }
}

/// Trench and one cable of every edge used, and the fewest splitters.
TrenchPlan least_tree(const SplitterProblem& problem) {
  TrenchProblem trench = problem.trench;
  for (TrenchEdge& edge : trench.edges) {
    edge.trench_cost += edge.cable_cost;
    edge.cable_cost = 0.0;
  }
  return plan_trenches(trench);
}

double fewest_splitters(const SplitterProblem& problem, std::size_t units) {
  std::int32_t ways = 1;
  for (const auto& kind : problem.kinds) ways = std::max(ways, kind.second);
  return std::ceil(static_cast<double>(units) / ways);
}

/// The plan when every unit can be lit.
SplitterTrees search(const SplitterProblem& problem, const SplitterOptions& options) {
  const TrenchPlan least = least_tree(problem);
  SplitterTrees best;
  best.cost = infinite;
  const auto try_from = [&](const Dug& dug) {
    SplitterTrees plan = splitters_within(problem, dug);
    improve(problem, plan);
    if (better(plan, best)) best = std::move(plan);
  };
  try_from(Dug(problem.trench.edges.size(), 1));
  try_from(edges_of(problem, least.routes));
  try_from(edges_of(problem, plan_trenches(problem.trench).routes));
  double bound = least.bound + fewest_splitters(problem, problem.trench.terminals.size()) * problem.splitter_cny;
  if (problem.trench.edges.size() <= options.programme_edges) {
    const ProgrammedTrenches programmed = programme_splitters(problem, options.nodes);
    bound = std::max(bound, programmed.bound);
    if (!programmed.dug.empty()) try_from(programmed.dug);
  }
  best.bound = std::min(bound, best.cost);
  best.exact = best.cost <= bound + rounding * std::max(1.0, best.cost);
  return best;
}

}  // namespace

SplitterTrees splitters_within(const SplitterProblem& problem, const std::vector<std::uint8_t>& dug) {
  return Placing(problem, dug).placed();
}

SplitterTrees plan_splitters(const SplitterProblem& problem, const SplitterOptions& options) {
  const std::vector<std::uint32_t> unlit = splitters_within(problem, Dug(problem.trench.edges.size(), 1)).unlit;
  if (unlit.empty()) return problem.trench.terminals.empty() ? SplitterTrees{} : search(problem, options);
  SplitterProblem rest = problem;
  rest.trench.terminals.clear();
  std::vector<std::uint32_t> number;
  for (std::uint32_t u = 0; u < problem.trench.terminals.size(); ++u) {
    if (std::find(unlit.begin(), unlit.end(), u) != unlit.end()) continue;
    number.push_back(u);
    rest.trench.terminals.push_back(problem.trench.terminals[u]);
  }
  SplitterTrees plan = number.empty() ? SplitterTrees{} : search(rest, options);
  for (SplitterTree& tree : plan.trees) {
    for (std::uint32_t& unit : tree.units) unit = number[unit];
  }
  plan.unlit = unlit;
  return plan;
}

}  // namespace parktwin::plan
