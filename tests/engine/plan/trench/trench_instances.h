#pragma once
// Small trench problems, and their least cost by trying every set of edges.
#include <limits>
#include <random>

#include "engine/plan/trench/trench.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {

/// A ring through all vertices, so that everything is reached, and chords; whole costs, some trenches there already.
inline TrenchProblem random_trenches(std::uint32_t seed, std::uint32_t vertices, std::size_t chords, std::size_t terminals) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  TrenchProblem problem;
  problem.vertices = vertices;
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    problem.edges.push_back({a, b, below(4) == 0 ? 0.0 : 1.0 + below(20), static_cast<double>(below(4))});
  };
  for (std::uint32_t v = 0; v < vertices; ++v) add(v, (v + 1) % vertices);
  for (std::size_t i = 0; i < chords; ++i) add(below(vertices), below(vertices));
  for (std::size_t t = 0; t < terminals; ++t) problem.terminals.push_back(1 + below(vertices - 1));
  return problem;
}

/// Of a set of dug edges the cables take their shortest ways: the least over all sets.
inline double least_by_trying_all(const TrenchProblem& problem) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  const TrenchNeighbours neighbours(problem);
  double least = infinite;
  for (std::uint64_t set = 0; set < (std::uint64_t{1} << problem.edges.size()); ++set) {
    double cost = 0.0;
    for (std::size_t e = 0; e < problem.edges.size(); ++e) cost += (set >> e & 1U) != 0 ? problem.edges[e].trench_cost : 0.0;
    if (cost >= least) continue;
    std::vector<double> start(problem.vertices, infinite);
    start[problem.root] = 0.0;
    const auto ways = trench_ways(problem, neighbours, start, [&](std::uint32_t e, std::uint32_t) {
      return (set >> e & 1U) != 0 ? problem.edges[e].cable_cost : infinite;
    });
    for (const std::uint32_t terminal : problem.terminals) cost += ways.cost[terminal];
    least = std::min(least, cost);
  }
  return least;
}

/// Whether each route leads from the root to its terminal.
inline bool leads_there(const TrenchProblem& problem, const std::vector<std::vector<std::uint32_t>>& routes) {
  if (routes.size() != problem.terminals.size()) return false;
  for (std::size_t t = 0; t < routes.size(); ++t) {
    std::uint32_t at = problem.root;
    for (const std::uint32_t e : routes[t]) {
      if (problem.edges[e].from != at && problem.edges[e].to != at) return false;
      at = other_end(problem.edges[e], at);
    }
    if (at != problem.terminals[t]) return false;
  }
  return true;
}

}  // namespace parktwin::plan
