#pragma once
// Small splitter problems, and their least cost by trying every set of trenches and every splitter for every unit.
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>
#include <set>

#include "engine/plan/access/splitter_trees.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {

inline SplitterProblem bare_splitters(std::size_t vertices) {
  SplitterProblem problem;
  problem.trench.vertices = vertices;
  problem.splitter_cny = 8.0;
  problem.link_db = 1.2;
  problem.least_db = 0.0;
  problem.most_db = 26.0;
  problem.kinds = {{1, 2, 3.7}, {1, 4, 7.2}};
  return problem;
}

inline void add_stretch(SplitterProblem& problem, std::uint32_t from, std::uint32_t to, double trench, double metres) {
  problem.trench.edges.push_back({from, to, trench, problem.cable_cny_per_m * metres});
  problem.length_m.push_back(metres);
}

/// Root 0; two line terminals 1 and 2, the second one to be bought; a ring through the other vertices and chords.
inline SplitterProblem random_splitters(std::uint32_t seed, std::size_t units) {
  constexpr std::uint32_t vertices = 7;
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  SplitterProblem problem = bare_splitters(vertices);
  add_stretch(problem, 0, 1, 0.0, 0.0);
  add_stretch(problem, 0, 2, 5.0 + below(30), 0.0);
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    add_stretch(problem, a, b, below(4) == 0 ? 0.0 : 1.0 + below(25), 1.0 + below(9));
  };
  for (std::uint32_t v = 1; v < vertices; ++v) add(v, v + 1 == vertices ? 1 : v + 1);
  for (int i = 0; i < 2; ++i) add(1 + below(vertices - 1), 1 + below(vertices - 1));
  for (std::size_t u = 0; u < units; ++u) problem.trench.terminals.push_back(1 + below(vertices - 1));
  return problem;
}

inline bool has_light(const SplitterProblem& problem, std::size_t units, double shortest_m, double longest_m) {
  for (const auto& kind : problem.kinds) {
    const double fixed = kind.loss_db + 2.0 * problem.link_db;
    if (static_cast<std::size_t>(kind.second) < units || longest_m > problem.reach_m) continue;
    if (fixed + problem.fibre_db_per_km * shortest_m / 1000.0 < problem.least_db) continue;
    if (fixed + problem.fibre_db_per_km * longest_m / 1000.0 <= problem.most_db) return true;
  }
  return false;
}

/// Shortest ways from a vertex over a set of edges, never through the root.
inline std::vector<double> metres_from(const SplitterProblem& problem, std::uint64_t set, std::uint32_t start) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  std::vector<double> metres(problem.trench.vertices, infinite);
  metres[start] = 0.0;
  for (std::size_t round = 0; round < problem.trench.vertices; ++round) {
    for (std::size_t e = 0; e < problem.trench.edges.size(); ++e) {
      if ((set >> e & 1U) == 0) continue;
      const auto& edge = problem.trench.edges[e];
      const auto relax = [&](std::uint32_t a, std::uint32_t b) {
        if (a != 0 || start == 0) metres[b] = std::min(metres[b], metres[a] + problem.length_m[e]);
      };
      relax(edge.from, edge.to);
      relax(edge.to, edge.from);
    }
  }
  return metres;
}

/// Every unit at every vertex's splitter; a vertex has one splitter. Infinite where some unit has no light.
inline double least_splitters_by_trying_all(const SplitterProblem& problem) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  const std::size_t vertices = problem.trench.vertices;
  const std::size_t units = problem.trench.terminals.size();
  double least = infinite;
  for (std::uint64_t set = 0; set < (std::uint64_t{1} << problem.trench.edges.size()); ++set) {
    double dug = 0.0;
    for (std::size_t e = 0; e < problem.trench.edges.size(); ++e) dug += (set >> e & 1U) != 0 ? problem.trench.edges[e].trench_cost : 0.0;
    if (dug >= least) continue;
    std::vector<std::vector<double>> metres;
    for (std::uint32_t v = 0; v < vertices; ++v) metres.push_back(metres_from(problem, set, v));
    std::vector<std::size_t> at(units, 1);
    for (bool more = true; more;) {
      std::map<std::size_t, std::vector<double>> paths;
      double cost = dug;
      for (std::size_t u = 0; u < units; ++u) {
        const double drop = metres[at[u]][problem.trench.terminals[u]];
        paths[at[u]].push_back(metres[0][at[u]] + drop);
        cost += problem.cable_cny_per_m * drop;
      }
      for (const auto& [v, lengths] : paths) {
        cost += problem.splitter_cny + problem.cable_cny_per_m * metres[0][v];
        const auto [shortest, longest] = std::minmax_element(lengths.begin(), lengths.end());
        if (!has_light(problem, lengths.size(), *shortest, *longest)) cost = infinite;
      }
      least = std::min(least, cost);
      more = false;
      for (std::size_t u = 0; u < units && !more; ++u) {
        more = ++at[u] < vertices;
        if (!more) at[u] = 1;
      }
    }
  }
  return least;
}

/// The cost of what a plan lays, counted again.
inline double cost_of_trees(const SplitterProblem& problem, const SplitterTrees& plan) {
  std::set<std::uint32_t> dug;
  double cost = 0.0;
  for (const SplitterTree& tree : plan.trees) {
    cost += problem.splitter_cny;
    auto routes = tree.drops;
    routes.push_back(tree.feeder);
    for (const auto& route : routes) {
      for (const std::uint32_t e : route)
        cost += problem.trench.edges[e].cable_cost + (dug.insert(e).second ? problem.trench.edges[e].trench_cost : 0.0);
    }
  }
  return cost;
}

inline void expect_light(const SplitterProblem& problem, const SplitterTrees& plan) {
  for (const SplitterTree& tree : plan.trees) {
    double feeder = 0.0;
    for (const std::uint32_t e : tree.feeder) feeder += problem.length_m[e];
    ASSERT_LE(tree.units.size(), static_cast<std::size_t>(tree.ways));
    for (const auto& drop : tree.drops) {
      double metres = feeder;
      for (const std::uint32_t e : drop) metres += problem.length_m[e];
      EXPECT_TRUE(has_light(problem, tree.units.size(), metres, metres));
    }
  }
}

}  // namespace parktwin::plan
