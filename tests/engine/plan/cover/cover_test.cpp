#include "engine/plan/cover/cover.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/core/random.h"

namespace parktwin::plan {
namespace {

/// A problem small enough to try every set: a few sites with two ways to equip each, two demands.
CoverProblem random_problem(std::uint32_t number) {
  const RandomSequence random(11, 1, number);
  std::uint32_t draw = 0;
  CoverProblem problem;
  problem.demands = {{0.0}, {0.0}};
  const std::uint32_t places = 6 + random.below(draw++, 8);
  for (std::uint32_t i = 0; i < places; ++i) {
    problem.places.push_back({random.below(draw++, 2), random.uniform(draw++, 0.5, 2.0)});
  }
  const auto sites = static_cast<std::int32_t>(3 + random.below(draw++, 4));
  for (std::int32_t site = 0; site < sites; ++site) {
    for (int way = 0; way < 2; ++way) {
      CoverChoice choice{random.uniform(draw++, 1.0, 5.0), site, {}};
      for (std::uint32_t i = 0; i < places; ++i) {
        if (random.uniform(draw++) < 0.35) choice.covered.push_back(i);
      }
      problem.choices.push_back(std::move(choice));
    }
  }
  for (const CoverPlace& place : problem.places) problem.demands[place.demand].need += 0.7 * place.weight;
  return problem;
}

/// Least cost over all sets of choices, infinite when none will do.
double exhaustive(const CoverProblem& problem) {
  double best = std::numeric_limits<double>::infinity();
  for (std::uint32_t set = 0; set < (1U << problem.choices.size()); ++set) {
    std::vector<std::size_t> chosen;
    std::vector<int> of_group(problem.choices.size());
    double cost = 0.0;
    bool allowed = true;
    for (std::size_t j = 0; j < problem.choices.size(); ++j) {
      if ((set >> j & 1U) == 0) continue;
      chosen.push_back(j);
      cost += problem.choices[j].cost;
      allowed = allowed && ++of_group[static_cast<std::size_t>(problem.choices[j].group)] == 1;
    }
    if (allowed && cost < best && meets(problem, covered_weight(problem, chosen))) best = cost;
  }
  return best;
}

TEST(Cover, CheapestOfAllSetsOnRandomProblems) {
  int possible = 0;
  for (std::uint32_t number = 0; number < 150; ++number) {
    const CoverProblem problem = random_problem(number);
    const double best = exhaustive(problem);
    const CoverSolution solution = solve_cover(problem, {.nodes = 100000, .gap = 1e-9});
    if (best == std::numeric_limits<double>::infinity()) {
      EXPECT_EQ(solution.outcome, CoverOutcome::infeasible) << number;
      continue;
    }
    ++possible;
    ASSERT_EQ(solution.outcome, CoverOutcome::optimal) << number;
    EXPECT_NEAR(solution.cost, best, 1e-6) << number;
    EXPECT_LE(solution.bound, solution.cost) << number;
    EXPECT_TRUE(meets(problem, covered_weight(problem, solution.chosen))) << number;
  }
  EXPECT_GT(possible, 50);
  EXPECT_LT(possible, 150);
}

TEST(Cover, TheBoundHoldsWhenTheSearchEndsAtOnce) {
  for (std::uint32_t number = 0; number < 60; ++number) {
    const CoverProblem problem = random_problem(number);
    const double best = exhaustive(problem);
    if (best == std::numeric_limits<double>::infinity()) continue;
    const CoverSolution solution = solve_cover(problem, {.nodes = 0, .gap = 1e-9});
    EXPECT_LE(solution.bound, best + 1e-6) << number;
    ASSERT_NE(solution.outcome, CoverOutcome::infeasible) << number;
    if (solution.outcome == CoverOutcome::not_found) continue;
    EXPECT_GE(solution.cost, best - 1e-6) << number;
  }
}

TEST(Cover, NothingIsBoughtWhereNothingIsNeeded) {
  CoverProblem problem = random_problem(1);
  for (auto& demand : problem.demands) demand.need = 0.0;
  const CoverSolution solution = solve_cover(problem);
  EXPECT_EQ(solution.outcome, CoverOutcome::optimal);
  EXPECT_TRUE(solution.chosen.empty());
  EXPECT_EQ(solution.cost, 0.0);
}

TEST(Cover, SaysHowMuchCanBeReached) {
  const CoverProblem problem{{{1.0, 0, {0}}}, {{0, 2.0}, {0, 3.0}}, {{4.0}}};
  const CoverSolution solution = solve_cover(problem);
  EXPECT_EQ(solution.outcome, CoverOutcome::infeasible);
  EXPECT_EQ(solution.reachable, std::vector<double>{2.0});
}

}  // namespace
}  // namespace parktwin::plan
