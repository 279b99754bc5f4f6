#include "engine/plan/fibre/contraction.h"

#include <gtest/gtest.h>

#include <random>

#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

RouteGraph random_graph(std::uint32_t seed) {
  std::mt19937 random(seed);
  RouteGraph graph;
  graph.source.resize(20);
  graph.source[0] = Id<NetworkNode>(0);
  graph.ends = {5, 11, 17};
  for (int i = 0; i < 26; ++i) {
    const auto a = static_cast<std::uint32_t>(random() % 20);
    const auto b = static_cast<std::uint32_t>(random() % 20);
    const double metres = 1.0 + static_cast<double>(random() % 9);
    graph.edges.push_back({a, b, metres, metres, {{{}, {{1.0 * a, 0.0}, {1.0 * b, 0.0}}}}});
  }
  return graph;
}

std::vector<double> ways_to_ends(const RouteGraph& graph) {
  TrenchProblem problem{graph.vertices(), {}, 0, {}};
  for (const auto& edge : graph.edges) problem.edges.push_back({edge.from, edge.to, 0.0, edge.cable_m});
  std::vector<double> start(graph.vertices(), std::numeric_limits<double>::infinity());
  start[0] = 0.0;
  const auto ways =
      trench_ways(problem, TrenchNeighbours(problem), start, [&](std::uint32_t e, std::uint32_t) { return problem.edges[e].cable_cost; });
  std::vector<double> costs;
  for (const auto end : graph.ends) costs.push_back(ways.cost[end]);
  return costs;
}

TEST(Contraction, KeepsTheWaysAndFollowsTheirCourse) {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    RouteGraph graph = random_graph(seed);
    const auto before = ways_to_ends(graph);
    const std::size_t edges = graph.edges.size();
    contract(graph);
    EXPECT_EQ(ways_to_ends(graph), before) << seed;
    EXPECT_LT(graph.edges.size(), edges) << seed;
    std::vector<int> degree(graph.vertices(), 0);
    for (const auto& edge : graph.edges) {
      ++degree[edge.from];
      ++degree[edge.to];
      EXPECT_EQ(edge.pieces.front().path.front().x, edge.from);
      EXPECT_EQ(edge.pieces.back().path.back().x, edge.to);
      for (std::size_t i = 1; i < edge.pieces.size(); ++i) {
        EXPECT_EQ(edge.pieces[i - 1].path.back(), edge.pieces[i].path.front()) << seed;
      }
    }
    for (std::size_t v = 0; v < degree.size(); ++v) {
      if (v != 0 && v != 5 && v != 11 && v != 17) {
        EXPECT_TRUE(degree[v] == 0 || degree[v] > 2) << seed << ' ' << v;
      }
    }
  }
}

TEST(Contraction, AnEdgeIsWalkedEitherWay) {
  const RouteEdge edge{3, 4, 2.0, 2.0, {{{}, {{0, 0}, {1, 0}}}, {Id<Duct>(7), {{1, 0}, {2, 0}}}}};
  const auto back = pieces_from(edge, 4);
  EXPECT_EQ(back.front().duct, Id<Duct>(7));
  EXPECT_EQ(back.front().path.front(), (Point{2, 0}));
  EXPECT_EQ(back.back().path.back(), (Point{0, 0}));
  EXPECT_EQ(pieces_from(edge, 3).front().path.front(), (Point{0, 0}));
}

}  // namespace
}  // namespace parktwin::plan
