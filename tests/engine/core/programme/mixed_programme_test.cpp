#include "engine/core/programme/mixed_programme.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::programme {
namespace {

TEST(MixedProgramme, KnapsacksByEnumeration) {
  const RandomSequence random(5, 1, 1);
  for (std::uint32_t trial = 0; trial < 10; ++trial) {
    constexpr std::uint32_t things = 10;
    LinearProgramme programme;
    std::vector<double> value;
    std::vector<double> weight;
    const auto row = programme.add_rows(1, -unlimited, 20.0);
    for (std::uint32_t i = 0; i < things; ++i) {
      value.push_back(random.uniform(trial * 40 + i, 1.0, 9.0));
      weight.push_back(random.uniform(trial * 40 + 20 + i, 1.0, 9.0));
      programme.set(row, programme.add_columns(1, 0.0, 1.0, -value.back()), weight.back());
      programme.whole.back() = 1;
    }
    double best = 0.0;
    for (std::uint32_t chosen = 0; chosen < 1U << things; ++chosen) {
      double worth = 0.0;
      double heavy = 0.0;
      for (std::uint32_t i = 0; i < things; ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        worth += value[i];
        heavy += weight[i];
      }
      if (heavy <= 20.0) best = std::max(best, worth);
    }
    const auto solution = solve_mixed(programme, {0.0, 10000});
    EXPECT_EQ(solution.outcome, Outcome::optimal);
    EXPECT_NEAR(solution.objective, -best, 1e-7);
    EXPECT_LE(solution.bound, solution.objective + 1e-7);
  }
}

TEST(MixedProgramme, InfeasibleOnlyInWholeNumbers) {
  LinearProgramme programme;
  const auto row = programme.add_rows(1, 1.0, 1.0);
  programme.set(row, programme.add_columns(1, 0.0, 5.0, 1.0), 2.0);
  EXPECT_NE(solve_mixed(programme).values.size(), 0U);
  programme.whole[0] = 1;
  const auto solution = solve_mixed(programme);
  EXPECT_EQ(solution.outcome, Outcome::infeasible);
  EXPECT_TRUE(solution.values.empty());
}

TEST(MixedProgramme, Unbounded) {
  LinearProgramme programme;
  programme.add_columns(1, 0.0, unlimited, -1.0);
  programme.add_rows(1, 0.0, unlimited);
  programme.set(0, 0, 1.0);
  EXPECT_EQ(solve_mixed(programme).outcome, Outcome::unbounded);
}

}  // namespace
}  // namespace parktwin::programme
