#include <gtest/gtest.h>

#include "tests/engine/plan/trench/trench_instances.h"

namespace parktwin::plan {
namespace {

TEST(SendAndSplit, CostsAsLittleAsTheBestOfAllSets) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const auto problem = random_trenches(seed, 7, 5, 1 + seed % 5);
    const auto routes = send_and_split(problem);
    ASSERT_TRUE(leads_there(problem, routes)) << seed;
    EXPECT_NEAR(cost_of_routes(problem, routes), least_by_trying_all(problem), 1e-9) << seed;
  }
}

TEST(SendAndSplit, WithoutCablesIsASteinerTree) {
  // Three terminals around a hub: the hub joins them at 3, pairs of them at 2 each.
  TrenchProblem problem{4, {{3, 0, 1, 0}, {3, 1, 1, 0}, {3, 2, 1, 0}, {0, 1, 1.8, 0}, {1, 2, 1.8, 0}}, 0, {1, 2}};
  EXPECT_DOUBLE_EQ(cost_of_routes(problem, send_and_split(problem)), 3.0);
  problem.edges[0].trench_cost = 2.0;
  EXPECT_DOUBLE_EQ(cost_of_routes(problem, send_and_split(problem)), 3.6);
}

TEST(SendAndSplit, LongCablesMakeTheirOwnWay) {
  // A detour through the shared trench saves 5 of trench and costs 3 of cable.
  TrenchProblem problem{3, {{0, 1, 10, 1}, {1, 2, 1, 1}, {0, 2, 6, 0}}, 0, {1, 2}};
  EXPECT_DOUBLE_EQ(cost_of_routes(problem, send_and_split(problem)), least_by_trying_all(problem));
  EXPECT_TRUE(send_and_split({2, {{0, 1, 1, 1}}, 0, {}}).empty());
  EXPECT_TRUE(send_and_split({2, {{0, 1, 1, 1}}, 0, {0}})[0].empty());
}

}  // namespace
}  // namespace parktwin::plan
