#include "engine/simulators/wired/network/plain_graph.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/random_graph.h"

namespace parktwin::wired::network {
namespace {

TEST(PlainGraph, KeepsParallelEdgesAndLeavesOutLoops) {
  const PlainGraph graph = plain_graph(3, {{0, 1}, {2, 2}, {1, 0}});
  EXPECT_EQ(graph.size(), 3U);
  ASSERT_EQ(graph.incidences_of(0).size(), 2U);
  EXPECT_EQ(graph.incidences_of(0)[0].edge, 0U);
  EXPECT_EQ(graph.incidences_of(0)[1].edge, 2U);
  EXPECT_EQ(graph.incidences_of(1)[1].node, 0U);
  EXPECT_TRUE(graph.incidences_of(2).empty());
  EXPECT_EQ(plain_graph(0, {}).size(), 0U);
}

TEST(PlainGraph, IsWalkedAsPlainTryingDoes) {
  for (std::uint32_t number = 0; number < 50; ++number) {
    const PlainGraph graph = failures::random_graph(number, 9, 12);
    for (std::uint32_t edge = 0; edge < 12; ++edge) {
      std::vector<std::uint8_t> failed(12, 0);
      const auto before = reached_from(graph, 0, failed);
      failed[edge] = 1;
      const auto after = reached_from(graph, 0, failed);
      std::set<std::uint32_t> lost;
      for (std::uint32_t node = 0; node < 9; ++node) {
        if (before[node] && !after[node]) lost.insert(node);
      }
      EXPECT_EQ(lost, failures::cut_off_without(graph, {edge})) << "graph " << number << ", edge " << edge;
    }
  }
}

}  // namespace
}  // namespace parktwin::wired::network
