#include "engine/plan/cover/cover_programme.h"

#include <gtest/gtest.h>

namespace parktwin::plan {
namespace {

TEST(CoverProgramme, TheFirstColumnsAreTheChoices) {
  CoverProblem problem;
  problem.demands = {{1.5}};
  problem.places = {{0, 1.0}, {0, 1.0}, {0, 1.0}};
  problem.choices = {{4, 0, {0, 1}}, {3, 0, {0}}, {2, 1, {2}}};
  const auto programme = cover_programme(problem);
  EXPECT_EQ(std::vector<double>(programme.cost.begin(), programme.cost.begin() + 3), (std::vector<double>{4, 3, 2}));
  EXPECT_EQ(programme.whole[2], 1);
  EXPECT_EQ(programme.whole[3], 0);
  const auto solution = programme::solve(programme);
  ASSERT_EQ(solution.outcome, programme::Outcome::optimal);
  // The last place whole, and half of the first two, which one choice covers as one.
  EXPECT_NEAR(solution.objective, 2.0 + 0.25 * 4.0, 1e-9);
  EXPECT_EQ(choices_in({0.2, 0.0, 1.0, 1.0}, problem), std::vector<std::size_t>{2});
  EXPECT_TRUE(choices_in({}, problem).empty());
}

}  // namespace
}  // namespace parktwin::plan
