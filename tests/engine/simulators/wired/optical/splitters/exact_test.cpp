#include "engine/simulators/wired/optical/splitters/exact.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/optical/splitters/random_problems.h"

namespace parktwin::wired::optical::splitters {
namespace {

void expect_least(const Problem& problem, const Stages& stages, int& answered) {
  const double least = by_trying_everything(problem, stages);
  if (!(least < out_of_reach)) return;
  const Plan plan = shortest_plan(problem, stages);
  EXPECT_NEAR(plan.effort_m, least, 1e-6);
  EXPECT_NEAR(effort_of(problem, stages, plan), least, 1e-6);
  EXPECT_EQ(plan.effort_m, plan.least_possible_m);
  EXPECT_TRUE(plan.exact);
  ++answered;
}

TEST(Exact, OneStageIsTheLeastOfAllAssignments) {
  int answered = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    expect_least(random_problem(number, 4, 6, number % 2 == 1), {1, 2 + static_cast<std::int32_t>(number % 3), 7.2}, answered);
  }
  EXPECT_GT(answered, 40);
}

TEST(Exact, TwoStagesAreTheLeastOfAllAssignments) {
  int answered = 0;
  for (std::uint32_t number = 0; number < 40; ++number) {
    expect_least(random_problem(number, 3, 4, number % 2 == 1), {2, 1 + static_cast<std::int32_t>(number % 3), 7.2}, answered);
  }
  EXPECT_GT(answered, 25);
}

TEST(Exact, PutsOneSplitterWhereTheWaysPart) {
  // Terminal 1000 m off, a fork, two units 100 m behind it: at the fork 1200 m, at the terminal 2200 m.
  Problem problem;
  problem.feeder_m = {0.0, 1000.0};
  problem.between_m = {{0.0, 1000.0}, {1000.0, 0.0}};
  problem.drop_m = {{1100.0, 1100.0}, {100.0, 100.0}};
  problem.join_m = {out_of_reach, out_of_reach};
  problem.most_db = 30.0;
  const Plan plan = shortest_plan(problem, {1, 2, 3.7});
  EXPECT_EQ(plan.effort_m, 1200.0);
  EXPECT_EQ(plan.splitters, (std::vector<Splitter>{{1, 2, none, {0, 1}}}));
}

}  // namespace
}  // namespace parktwin::wired::optical::splitters
