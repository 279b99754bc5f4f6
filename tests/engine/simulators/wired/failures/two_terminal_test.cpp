#include "engine/simulators/wired/failures/two_terminal.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"
#include "tests/engine/simulators/wired/failures/random_graph.h"

namespace parktwin::wired::failures {
namespace {

constexpr std::uint64_t plenty = 100'000'000;

/// Sum over all states of all nodes and edges.
double enumerated(const FallibleGraph& graph, std::uint32_t from, std::uint32_t to) {
  const std::size_t nodes = graph.nodes.size();
  const std::size_t elements = nodes + graph.edges.size();
  double sum = 0.0;
  for (std::uint64_t state = 0; state < (std::uint64_t{1} << elements); ++state) {
    const auto works = [&](std::size_t element) { return (state >> element & 1U) != 0; };
    if (!works(from) || !works(to)) continue;  // ends never fail: count each state of the others once
    double probability = 1.0;
    for (std::size_t i = 0; i < nodes; ++i) {
      if (i != from && i != to) probability *= works(i) ? graph.nodes[i] : 1.0 - graph.nodes[i];
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
      probability *= works(nodes + i) ? graph.edges[i].availability : 1.0 - graph.edges[i].availability;
    }
    if (probability == 0.0) continue;
    std::vector<bool> seen(nodes, false);
    seen[from] = true;
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto& edge = graph.edges[i];
        if (!works(nodes + i) || !works(edge.a) || !works(edge.b) || seen[edge.a] == seen[edge.b]) continue;
        seen[edge.a] = seen[edge.b] = true;
        grown = true;
      }
    }
    if (seen[to]) sum += probability;
  }
  return sum;
}

FallibleGraph random_fallible(std::uint32_t number, std::uint32_t nodes, std::uint32_t edges) {
  const RandomSequence random(6, 1, number);
  std::uint32_t draw = 0;
  const auto availability = [&] {
    const double value = random.uniform(draw++);
    return value < 0.05 ? 0.0 : value < 0.2 ? 1.0 : value;
  };
  FallibleGraph graph;
  for (std::uint32_t i = 0; i < nodes; ++i) graph.nodes.push_back(availability());
  for (const Ends& ends : random_graph(number, nodes, edges).edges) graph.edges.push_back({ends.a, ends.b, availability()});
  return graph;
}

TEST(TwoTerminal, EqualsEnumerationOfAllStatesOfSmallGraphs) {
  int between = 0;
  for (std::uint32_t number = 0; number < 150; ++number) {
    const FallibleGraph graph = random_fallible(number, 4 + number % 4, 7 + number % 4);
    const double expected = enumerated(graph, 0, 2);
    const Bounds found = two_terminal(graph, 0, 2, plenty);
    EXPECT_NEAR(found.lower, expected, 1e-13) << "graph " << number;
    EXPECT_EQ(found.lower, found.upper);
    between += expected > 0.0 && expected < 1.0 ? 1 : 0;
  }
  EXPECT_GT(between, 100);
}

TEST(TwoTerminal, BoundsTheAnswerWhenTheEffortIsUsedUp) {
  int open = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    const FallibleGraph graph = random_fallible(number, 7, 11);
    const double exact = two_terminal(graph, 0, 2, plenty).lower;
    double width = 1.0;
    for (const std::uint64_t effort : {0U, 1U, 20U, 40U, 80U, 160U, 640U}) {
      const Bounds found = two_terminal(graph, 0, 2, effort);
      EXPECT_LE(found.lower, exact + 1e-13);
      EXPECT_GE(found.upper, exact - 1e-13);
      EXPECT_LE(found.upper - found.lower, width + 1e-13);
      width = found.upper - found.lower;
      open += width > 1e-6 ? 1 : 0;
    }
    EXPECT_EQ(two_terminal(graph, 0, 2, 0).upper, 1.0);
  }
  EXPECT_GT(open, 100);
}

TEST(TwoTerminal, KnowsTheBridgeNetwork) {
  // Five equal components: 2p² + 2p³ − 5p⁴ + 2p⁵ (Billinton & Allan, Reliability Evaluation of Engineering Systems, 2nd ed., section 5.3);
  // with 0.99 it is 0.99979805.
  const FallibleGraph usual{{1, 1, 1, 1}, {{0, 1, 0.99}, {0, 2, 0.99}, {1, 2, 0.99}, {1, 3, 0.99}, {2, 3, 0.99}}};
  EXPECT_NEAR(two_terminal(usual, 0, 3, plenty).lower, 0.99979805, 1e-8);
  for (const double p : {0.1, 0.5, 0.9, 0.99}) {
    const FallibleGraph graph{{1, 1, 1, 1}, {{0, 1, p}, {0, 2, p}, {1, 2, p}, {1, 3, p}, {2, 3, p}}};
    const Bounds found = two_terminal(graph, 0, 3, plenty);
    EXPECT_NEAR(found.lower, 2 * p * p + 2 * std::pow(p, 3) - 5 * std::pow(p, 4) + 2 * std::pow(p, 5), 1e-15);
  }
}

TEST(TwoTerminal, IsExactOnRingsInARow) {
  // 40 rings of 10 nodes, one behind the other: each works when one of its two halves does.
  const double node = 0.98;
  const double edge = 0.99;
  FallibleGraph graph;
  graph.nodes.push_back(1.0);
  double expected = 1.0;
  std::uint32_t entry = 0;
  for (int ring = 0; ring < 40; ++ring) {
    const auto exit = static_cast<std::uint32_t>(graph.nodes.size());
    graph.nodes.push_back(node);
    for (const int between : {3, 5}) {
      std::uint32_t last = entry;
      for (int i = 0; i < between; ++i) {
        const auto next = static_cast<std::uint32_t>(graph.nodes.size());
        graph.nodes.push_back(node);
        graph.edges.push_back({last, next, edge});
        last = next;
      }
      graph.edges.push_back({last, exit, edge});
    }
    expected *= 1.0 - (1.0 - std::pow(node, 3) * std::pow(edge, 4)) * (1.0 - std::pow(node, 5) * std::pow(edge, 6));
    if (ring < 39) expected *= node;
    entry = exit;
  }
  const Bounds found = two_terminal(graph, 0, entry, plenty);
  EXPECT_NEAR(found.lower, expected, 1e-12);
  EXPECT_EQ(found.lower, found.upper);
}

TEST(TwoTerminal, OfOneNodeIsCertainAndWithoutPathImpossible) {
  EXPECT_EQ(two_terminal({{0.5}, {}}, 0, 0, plenty).lower, 1.0);
  const Bounds apart = two_terminal({{1, 1, 1}, {{0, 2, 0.9}}}, 0, 1, plenty);
  EXPECT_EQ(apart.lower, 0.0);
  EXPECT_EQ(apart.upper, 0.0);
}

}  // namespace
}  // namespace parktwin::wired::failures
