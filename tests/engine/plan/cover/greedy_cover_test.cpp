#include <gtest/gtest.h>

#include "engine/plan/cover/cover.h"

namespace parktwin::plan {
namespace {

// The large choice is bought first and then superfluous: the three that follow cover all without it.
CoverProblem with_superfluous_choice() {
  return {{{2.0, 0, {0, 1, 2, 3}}, {1.2, 1, {0, 4}}, {1.2, 2, {1, 5}}, {1.2, 3, {2, 3, 6}}},
          {{0, 1.0}, {0, 1.0}, {0, 1.0}, {0, 1.0}, {0, 1.0}, {0, 1.0}, {0, 1.0}},
          {{7.0}}};
}

TEST(GreedyCover, DropsWhatLaterChoicesMakeSuperfluous) {
  const auto problem = with_superfluous_choice();
  EXPECT_EQ(greedy_cover(problem), (std::vector<std::size_t>{1, 2, 3}));
  EXPECT_EQ(covered_weight(problem, {1, 2, 3}), std::vector<double>{7.0});
}

TEST(GreedyCover, TakesOneChoiceOfAGroup) {
  auto problem = with_superfluous_choice();
  problem.choices[3].group = 2;
  EXPECT_TRUE(greedy_cover(problem).empty());
}

TEST(GreedyCover, CountsAPlaceOnce) {
  const CoverProblem problem{{{1.0, 0, {0}}, {1.0, 1, {0}}}, {{0, 5.0}}, {{5.0}}};
  EXPECT_EQ(covered_weight(problem, {0, 1}), std::vector<double>{5.0});
  EXPECT_EQ(greedy_cover(problem), std::vector<std::size_t>{0});
}

}  // namespace
}  // namespace parktwin::plan
