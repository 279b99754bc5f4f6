#include "engine/core/shortest_ways.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"

namespace parktwin {
namespace {

// Relaxes every arc as often as there are places (Bellman and Ford).
std::vector<double> slowly(const std::vector<std::vector<WayArc>>& arcs, std::size_t start) {
  std::vector<double> cost(arcs.size(), std::numeric_limits<double>::infinity());
  cost[start] = 0.0;
  for (std::size_t round = 0; round < arcs.size(); ++round) {
    for (std::size_t from = 0; from < arcs.size(); ++from) {
      for (const WayArc& arc : arcs[from]) cost[arc.to] = std::min(cost[arc.to], cost[from] + arc.cost);
    }
  }
  return cost;
}

TEST(ShortestWays, AreThoseOfBellmanAndFord) {
  for (std::uint32_t number = 0; number < 200; ++number) {
    const RandomSequence random(37, 0, number);
    std::uint32_t draw = 0;
    std::vector<std::vector<WayArc>> arcs(2 + random.below(draw++, 20));
    const auto places = static_cast<std::uint32_t>(arcs.size());
    for (std::uint32_t i = random.below(draw++, 3 * places); i > 0; --i) {
      const std::size_t from = random.below(draw++, places);
      const std::size_t to = random.below(draw++, places);
      arcs[from].push_back({to, static_cast<double>(random.below(draw++, 10))});
    }
    const ShortestWays ways = shortest_ways(arcs, 0);
    EXPECT_EQ(ways.cost, slowly(arcs, 0)) << number;
    EXPECT_EQ(ways.previous[0], ShortestWays::none);
    for (std::size_t at = 1; at < arcs.size(); ++at) EXPECT_EQ(ways.previous[at] == ShortestWays::none, std::isinf(ways.cost[at]));
  }
}

}  // namespace
}  // namespace parktwin
