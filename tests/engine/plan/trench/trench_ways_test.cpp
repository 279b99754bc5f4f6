#include "engine/plan/trench/trench_ways.h"

#include <gtest/gtest.h>

namespace parktwin::plan {
namespace {

TEST(TrenchWays, FindsTheShortestFromTheBestStart) {
  const TrenchProblem problem{4, {{0, 1, 0, 1}, {1, 2, 0, 1}, {3, 2, 0, 1}, {2, 2, 0, 0}}, 0, {}};
  const TrenchNeighbours neighbours(problem);
  constexpr double infinite = std::numeric_limits<double>::infinity();
  const auto cost = [&](std::uint32_t e, std::uint32_t from) { return e == 2 && from == 2 ? infinite : problem.edges[e].cable_cost; };
  const auto ways = trench_ways(problem, neighbours, {0.0, infinite, infinite, 0.5}, cost);
  EXPECT_DOUBLE_EQ(ways.cost[2], 1.5);
  EXPECT_EQ(ways.by[2], 2U);
  EXPECT_EQ(ways.by[3], no_edge);
  EXPECT_EQ(other_end(problem.edges[2], 2), 3U);
  EXPECT_EQ(trench_ways(problem, neighbours, {0.0, infinite, infinite, infinite}, cost).cost[3], infinite);
}

}  // namespace
}  // namespace parktwin::plan
