#include "engine/simulators/wired/failures/node_cuts.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/engine/simulators/wired/failures/random_graph.h"

namespace parktwin::wired::failures {
namespace {

TEST(NodeCuts, EqualPlainTryingOn200RandomGraphs) {
  std::size_t found = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    SCOPED_TRACE("graph " + std::to_string(number));
    const std::uint32_t nodes = 3 + number % 12;
    const PlainGraph graph = random_graph(number, nodes, nodes + number % 9);
    NodeCuts cuts;
    cuts.find(graph, 0);
    std::vector<std::set<std::uint32_t>> alone(nodes);
    for (std::uint32_t node = 1; node < nodes; ++node) {
      alone[node] = cut_off_without(graph, edges_at(graph, node));
      ASSERT_EQ(cuts.tree.reached(node), alone[node].contains(node));
      if (!cuts.tree.reached(node)) continue;
      EXPECT_EQ(cuts.severed[cuts.tree.place[node]], alone[node].size()) << "node " << node;
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> expected;
    for (std::uint32_t a = 1; a < nodes; ++a) {
      for (std::uint32_t b = a + 1; b < nodes; ++b) {
        const auto together = cut_off_without(graph, united(edges_at(graph, a), edges_at(graph, b)));
        const std::size_t more = together.size() - united(alone[a], alone[b]).size();
        if (more > 0) expected[{a, b}] = more;
      }
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> reported;
    for (const NodePair& pair : node_pairs(graph, 0)) reported[{pair.a, pair.b}] = pair.newly_severed;
    EXPECT_EQ(reported, expected);
    found += expected.size();
  }
  EXPECT_GT(found, 300U);
}

TEST(NodeCuts, NameTheNearestDominator) {
  // 0 – 1 – 2 – 3 with a ring 1 – 4 – 5 – 1 and 6 behind 5.
  const PlainGraph graph = plain_graph(7, {{0, 1}, {1, 2}, {2, 3}, {1, 4}, {4, 5}, {5, 1}, {5, 6}});
  NodeCuts cuts;
  cuts.find(graph, 0);
  const auto dominator = [&](std::uint32_t node) { return cuts.tree.order[cuts.dominator[cuts.tree.place[node]]]; };
  EXPECT_EQ(dominator(1), 0U);
  EXPECT_EQ(dominator(3), 2U);
  EXPECT_EQ(dominator(4), 1U);
  EXPECT_EQ(dominator(5), 1U);
  EXPECT_EQ(dominator(6), 5U);
  EXPECT_EQ(cuts.severed[cuts.tree.place[1]], 6U);
  EXPECT_TRUE(node_pairs(graph, 0).empty());  // in the ring each cuts off only itself: nothing lies between 4 and 5
}

TEST(NodeCuts, FindEveryPairOfARing) {
  std::vector<Ends> ring;
  for (std::uint32_t node = 0; node < 10; ++node) ring.push_back({node, (node + 1) % 10});
  const auto pairs = node_pairs(plain_graph(10, std::move(ring)), 0);
  EXPECT_EQ(pairs.size(), 28U);  // 36 pairs of nodes 1 to 9 without the 8 neighbouring ones
  for (const NodePair& pair : pairs) EXPECT_EQ(pair.newly_severed, pair.b - pair.a - 1);
}

}  // namespace
}  // namespace parktwin::wired::failures
