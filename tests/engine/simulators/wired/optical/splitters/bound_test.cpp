#include "engine/simulators/wired/optical/splitters/bound.h"

#include <gtest/gtest.h>

#include "engine/simulators/wired/optical/splitters/exact.h"
#include "engine/simulators/wired/optical/splitters/improved.h"
#include "tests/engine/simulators/wired/optical/splitters/random_problems.h"

namespace parktwin::wired::optical::splitters {
namespace {

TEST(Bound, IsNeverAboveTheLeastFibreAndUsuallyNear) {
  double sum = 0.0;
  constexpr std::uint32_t problems = 60;
  for (std::uint32_t number = 0; number < problems; ++number) {
    const Problem problem = random_problem(number, 8, 8, false);
    for (const Stages& stages : {Stages{1, 3, 7.2}, Stages{2, 3, 14.4}}) {
      const double least = shortest_plan(problem, stages).effort_m;
      const double bound = least_possible_effort(problem, stages, improved_plan(problem, stages).effort_m);
      EXPECT_LE(bound, least * (1.0 + 1e-9));
      sum += bound / least;
    }
  }
  EXPECT_GT(sum / (2 * problems), 0.85);
}

TEST(Bound, IsReachedByAnObviousPlan) {
  Problem problem;
  problem.feeder_m = {500.0};
  problem.between_m = {{0.0}};
  problem.drop_m = {{10.0, 20.0, 30.0}};
  problem.join_m.assign(3, out_of_reach);
  problem.most_db = 30.0;
  EXPECT_NEAR(least_possible_effort(problem, {1, 4, 7.2}, 560.0), 560.0, 1.0);
}

}  // namespace
}  // namespace parktwin::wired::optical::splitters
