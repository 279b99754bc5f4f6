#include "engine/plan/trench/trench.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/trench/trench_instances.h"

namespace parktwin::plan {
namespace {

TEST(Trench, FewTerminalsAreSolvedExactly) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto problem = random_trenches(seed, 7, 4, 3);
    const TrenchPlan plan = plan_trenches(problem);
    ASSERT_TRUE(plan.connected && plan.exact);
    EXPECT_NEAR(plan.cost, least_by_trying_all(problem), 1e-9) << seed;
    EXPECT_EQ(plan.bound, plan.cost);
  }
}

TEST(Trench, TheBoundIsNeverAboveThePlanNorAboveTheBest) {
  double bounds = 0.0;
  double best = 0.0;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const auto problem = random_trenches(seed, 30, 30, 8);
    const TrenchPlan plan = plan_trenches(problem, {.exact_terminals = 0});
    const double least = plan_trenches(problem).cost;
    EXPECT_FALSE(plan.exact);
    EXPECT_LE(plan.bound, least + 1e-9) << seed;
    EXPECT_LE(least, plan.cost + 1e-9) << seed;
    bounds += plan.bound;
    best += least;
  }
  EXPECT_GE(bounds, 0.7 * best);
}

TEST(Trench, SaysWhenATerminalCannotBeReached) {
  EXPECT_FALSE(plan_trenches({3, {{0, 1, 1, 1}}, 0, {1, 2}}).connected);
  EXPECT_TRUE(plan_trenches({3, {{0, 1, 1, 1}}, 0, {1}}).connected);
  EXPECT_TRUE(plan_trenches({1, {}, 0, {}}).connected);
}

TEST(Trench, ATrenchIsPaidOnceAndEveryCable) {
  const TrenchProblem problem{4, {{0, 1, 10, 1}, {1, 2, 5, 1}, {1, 3, 4, 1}}, 0, {2, 3}};
  EXPECT_DOUBLE_EQ(plan_trenches(problem).cost, 10 + 5 + 4 + 4.0);
}

}  // namespace
}  // namespace parktwin::plan
