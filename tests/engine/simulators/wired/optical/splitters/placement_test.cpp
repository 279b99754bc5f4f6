#include "engine/simulators/wired/optical/splitters/placement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/optical/splitters/random_problems.h"

namespace parktwin::wired::optical::splitters {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Placement, LightsExactlyInsideTheRange) {
  Problem problem;
  problem.link_db = 1.0;
  problem.least_db = 10.0;
  problem.most_db = 11.0;
  problem.reach_m = 9000.0;
  EXPECT_TRUE(lit(problem, {1, 4, 8.0}, 0.0));
  EXPECT_FALSE(lit(problem, {1, 4, 7.9}, 0.0));
  EXPECT_TRUE(lit(problem, {1, 4, 7.9}, 1000.0));
  EXPECT_FALSE(lit(problem, {1, 4, 8.0}, 3000.0));
  EXPECT_FALSE(lit(problem, {2, 4, 8.5}, 0.0));  // three links
  EXPECT_FALSE(lit(problem, {1, 4, 6.0}, 9001.0));
  EXPECT_FALSE(lit(problem, {1, 4, 8.0}, out_of_reach));
}

TEST(Placement, LeavesOutUnitsThatNothingLights) {
  Problem problem = random_problem(1, 4, 4, false);
  problem.join_m.assign(4, out_of_reach);
  for (auto& drops : problem.drop_m) drops[2] = out_of_reach;
  const Plan plan = place(problem, {1, 4, 7.2});
  EXPECT_THAT(plan.left_out, ElementsAre(2));
  EXPECT_NEAR(effort_of(problem, {1, 4, 7.2}, plan), plan.effort_m, 1e-6);
  problem.most_db = 1.0;
  EXPECT_THAT(place(problem, {1, 4, 7.2}).left_out, ElementsAre(0, 1, 2, 3));
  EXPECT_EQ(place(problem, {1, 4, 7.2}).effort_m, 0.0);
  EXPECT_THAT(place(Problem(), {1, 4, 7.2}).left_out, IsEmpty());
}

TEST(Placement, ChoosesTheKindThatNeedsLeastFibre) {
  const std::vector<Stages> kinds{{1, 2, 3.7}, {1, 4, 7.2}, {2, 2, 7.4}, {1, 8, 10.5}, {2, 4, 10.9}};
  int two_stages = 0;
  for (std::uint32_t number = 0; number < 40; ++number) {
    const Problem problem = random_problem(number, 5, 6, false);
    const Choice choice = best_of(problem, kinds);
    double least = out_of_reach;
    for (const Stages& stages : kinds) least = std::min(least, place(problem, stages).effort_m);
    EXPECT_NEAR(choice.plan.effort_m, least, 1e-6);
    EXPECT_NEAR(choice.plan.least_possible_m, least, 1e-6);
    EXPECT_NEAR(effort_of(problem, choice.stages, choice.plan), least, 1e-6);
    two_stages += choice.stages.two() ? 1 : 0;
  }
  EXPECT_GT(two_stages, 3);
  EXPECT_LT(two_stages, 40);
}

TEST(Placement, PrefersKindsThatLeaveFewerOut) {
  Problem problem = random_problem(3, 4, 4, false);
  problem.join_m.assign(4, out_of_reach);
  problem.most_db = 15.0;
  const std::vector<Stages> kinds{{1, 32, 17.5}, {1, 16, 11.0}};
  const Choice choice = best_of(problem, kinds);
  EXPECT_EQ(choice.stages.second, 16);
  EXPECT_THAT(choice.plan.left_out, IsEmpty());
}

TEST(Placement, OfManyUnitsLiesAboveItsBound) {
  for (std::uint32_t number = 0; number < 4; ++number) {
    const Problem problem = random_problem(number, 20, 40, false);
    for (const Stages& stages : {Stages{1, 8, 10.5}, Stages{4, 4, 14.4}}) {
      const Plan plan = place(problem, stages);
      EXPECT_FALSE(plan.exact);
      EXPECT_LE(plan.least_possible_m, plan.effort_m);
      EXPECT_GT(plan.least_possible_m, 0.5 * plan.effort_m);
      EXPECT_NEAR(effort_of(problem, stages, plan), plan.effort_m, 1e-6);
    }
  }
}

}  // namespace
}  // namespace parktwin::wired::optical::splitters
