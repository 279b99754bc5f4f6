#include "engine/plan/phases/phases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace parktwin::plan {
namespace {

PhaseProblem random_works(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  PhaseProblem problem;
  const std::uint32_t works = 3 + below(4);
  for (std::uint32_t w = 0; w < works; ++w) {
    Work work{1.0 + below(9), static_cast<double>(below(6)), {}};
    if (w > 0 && below(2) == 0) work.needs.push_back(below(w));
    problem.works.push_back(work);
  }
  problem.yearly_budget = 8.0 + below(8);
  problem.most_years = 3;
  return problem;
}

/// Fewest years and the most gain in them, over all orders; years 0: none.
PhaseSolution best_of_all(const PhaseProblem& problem) {
  PhaseSolution best;
  for (std::int32_t years = 1; years <= problem.most_years && best.years == 0; ++years) {
    std::size_t orders = 1;
    for (std::size_t w = 0; w < problem.works.size(); ++w) orders *= static_cast<std::size_t>(years);
    for (std::size_t order = 0; order < orders; ++order) {
      std::vector<std::int32_t> year;
      for (std::size_t w = 0, rest = order; w < problem.works.size(); ++w, rest /= static_cast<std::size_t>(years)) {
        year.push_back(static_cast<std::int32_t>(rest % static_cast<std::size_t>(years)));
      }
      std::vector<double> spent(static_cast<std::size_t>(years), 0.0);
      double gain = 0.0;
      bool allowed = true;
      for (std::size_t w = 0; w < problem.works.size(); ++w) {
        spent[static_cast<std::size_t>(year[w])] += problem.works[w].cost;
        gain += problem.works[w].gain * (years - year[w]);
        for (const auto needed : problem.works[w].needs) allowed = allowed && year[needed] <= year[w];
      }
      for (const double sum : spent) allowed = allowed && sum <= problem.yearly_budget;
      if (!allowed || (best.years != 0 && gain <= best.gain)) continue;
      best.years = years;
      best.gain = gain;
    }
  }
  return best;
}

TEST(Phases, GainAsMuchAsTheBestOfAllOrders) {
  int planned = 0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const PhaseProblem problem = random_works(seed);
    const PhaseSolution best = best_of_all(problem);
    const PhaseSolution solution = order_works(problem, 10000);
    if (best.years == 0) {
      const bool too_dear =
          std::any_of(problem.works.begin(), problem.works.end(), [&](const Work& work) { return work.cost > problem.yearly_budget; });
      EXPECT_TRUE(solution.outcome == (too_dear ? PhaseOutcome::work_too_dear : PhaseOutcome::years_too_few)) << seed;
      EXPECT_TRUE(too_dear || solution.years > problem.most_years) << seed;
      continue;
    }
    ++planned;
    ASSERT_EQ(solution.outcome, PhaseOutcome::planned) << seed;
    EXPECT_EQ(solution.years, best.years) << seed;
    EXPECT_NEAR(solution.gain, best.gain, 1e-6) << seed;
    EXPECT_GE(solution.bound, solution.gain - 1e-4) << seed;
  }
  EXPECT_GT(planned, 30);
}

TEST(Phases, SayWhichWorkIsTooDearForAYear) {
  const PhaseSolution solution = order_works({{{3.0, 1.0, {}}, {9.0, 1.0, {0}}}, 5.0, 10}, 1000);
  EXPECT_EQ(solution.outcome, PhaseOutcome::work_too_dear);
  EXPECT_EQ(solution.work, 1U);
  EXPECT_EQ(order_works({{}, 5.0, 10}, 1000).outcome, PhaseOutcome::planned);
}

TEST(Phases, WhatIsNeededComesFirstAndTheGreaterGainEarlier) {
  // A trench of 4 that only the second site needs; the second gains more than the first.
  const PhaseSolution solution = order_works({{{4.0, 0.0, {}}, {4.0, 1.0, {}}, {4.0, 5.0, {0}}}, 8.0, 5}, 1000);
  EXPECT_EQ(solution.year, (std::vector<std::int32_t>{0, 1, 0}));
  EXPECT_EQ(solution.years, 2);
  EXPECT_DOUBLE_EQ(solution.gain, 11.0);
}

TEST(Phases, WhatMustBeDoneAtOnceIsDoneFirst) {
  // Alone the second would wait, because it gains nothing.
  PhaseProblem problem{{{4.0, 5.0, {}}, {4.0, 0.0, {}}, {4.0, 1.0, {}}}, 4.0, 5};
  EXPECT_EQ(order_works(problem, 1000).year, (std::vector<std::int32_t>{0, 2, 1}));
  problem.works[1].at_once = true;
  EXPECT_EQ(order_works(problem, 1000).year, (std::vector<std::int32_t>{1, 0, 2}));
}

}  // namespace
}  // namespace parktwin::plan
