#include "engine/simulators/wired/optical/splitters/improved.h"

#include <gtest/gtest.h>

#include "engine/simulators/wired/optical/splitters/exact.h"
#include "tests/engine/simulators/wired/optical/splitters/random_problems.h"

namespace parktwin::wired::optical::splitters {
namespace {

TEST(Improved, IsSoundAndSeldomFarFromTheLeast) {
  double worst = 1.0;
  double sum = 0.0;
  constexpr std::uint32_t problems = 60;
  for (std::uint32_t number = 0; number < problems; ++number) {
    const Problem problem = random_problem(number, 8, 8, false);
    for (const Stages& stages : {Stages{1, 4, 7.2}, Stages{4, 4, 14.4}}) {
      const Plan plan = improved_plan(problem, stages);
      EXPECT_NEAR(effort_of(problem, stages, plan), plan.effort_m, 1e-6);
      EXPECT_FALSE(plan.exact);
      const double ratio = plan.effort_m / shortest_plan(problem, stages).effort_m;
      EXPECT_GE(ratio, 1.0 - 1e-9);
      worst = std::max(worst, ratio);
      sum += ratio;
    }
  }
  EXPECT_LT(sum / (2 * problems), 1.06);
  EXPECT_LT(worst, 1.4);
}

TEST(Improved, KeepsToTheRangeOfLossesWithManyUnits) {
  int answered = 0;
  for (std::uint32_t number = 0; number < 10; ++number) {
    const Problem problem = random_problem(number, 25, 60, true);
    const Stages stages{1, 8, 7.2};
    const Plan plan = place(problem, stages);
    EXPECT_NEAR(effort_of(problem, stages, plan), plan.effort_m, 1e-6);
    answered += plan.left_out.size() < 60 ? 1 : 0;
  }
  EXPECT_GT(answered, 5);
}

}  // namespace
}  // namespace parktwin::wired::optical::splitters
