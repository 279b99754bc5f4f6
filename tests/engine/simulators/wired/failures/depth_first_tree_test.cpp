#include "engine/simulators/wired/failures/depth_first_tree.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/wired/failures/random_graph.h"

namespace parktwin::wired::failures {
namespace {

/// What makes it a depth-first tree of the graph without one node.
void expect_depth_first(const PlainGraph& graph, const DepthFirstTree& tree, std::uint32_t without) {
  for (const Ends& ends : graph.edges) {
    if (ends.a == without || ends.b == without || ends.a == ends.b) continue;
    ASSERT_EQ(tree.reached(ends.a), tree.reached(ends.b));
    if (!tree.reached(ends.a)) continue;
    const auto [above, below] = std::minmax(tree.place[ends.a], tree.place[ends.b]);
    EXPECT_LT(below, tree.end[above]) << "an edge joins two branches";
  }
  for (std::uint32_t place = 0; place < tree.order.size(); ++place) {
    EXPECT_EQ(tree.place[tree.order[place]], place);
    std::uint32_t low = place;
    for (std::uint32_t below = place; below < tree.end[place]; ++below) {
      for (const Incidence& incidence : graph.incidences_of(tree.order[below])) {
        if (incidence.node != without) low = std::min(low, tree.place[incidence.node]);
      }
    }
    EXPECT_EQ(tree.low[place], low);
    if (place == 0) continue;
    EXPECT_LT(tree.parent[place], place);
    EXPECT_LE(tree.end[place], tree.end[tree.parent[place]]);
    const Ends ends = graph.edges[tree.parent_edge[place]];
    const auto [above, below] = std::minmax(tree.place[ends.a], tree.place[ends.b]);
    EXPECT_EQ(above, tree.parent[place]);
    EXPECT_EQ(below, place);
  }
}

TEST(DepthFirstTree, HasNoEdgeBetweenItsBranches) {
  DepthFirstTree tree;
  for (std::uint32_t number = 0; number < 60; ++number) {
    SCOPED_TRACE(number);
    const PlainGraph graph = random_graph(number, 12, 8 + number % 12);
    for (const std::uint32_t without : {none, 3U}) {
      tree.grow(graph, 0, without);
      expect_depth_first(graph, tree, without);
      std::set<std::uint32_t> lost;
      const auto expected = without == none ? lost : cut_off_without(graph, edges_at(graph, without));
      const auto all = reached_from(graph, 0, std::vector<std::uint8_t>(graph.edges.size(), 0));
      for (std::uint32_t node = 0; node < graph.size(); ++node) {
        if (all[node] && !tree.reached(node)) lost.insert(node);
      }
      EXPECT_EQ(lost, expected);
    }
  }
}

TEST(DepthFirstTree, GrowsOverALongChain) {
  std::vector<Ends> chain;
  for (std::uint32_t node = 1; node < 200000; ++node) chain.push_back({node - 1, node});
  DepthFirstTree tree;
  tree.grow(plain_graph(200000, std::move(chain)), 0);
  EXPECT_EQ(tree.order.size(), 200000U);
  EXPECT_EQ(tree.end[199998], 200000U);
}

}  // namespace
}  // namespace parktwin::wired::failures
