#include "engine/plan/selection/selection.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "tests/engine/plan/trench/trench_instances.h"

namespace parktwin::plan {
namespace {

/// A few sites with two ways to equip each, on a small graph of trenches.
SelectionProblem random_build(std::uint32_t seed, double cable) {
  std::mt19937 random(seed);
  const auto share = [&] { return static_cast<double>(random() % 1000) / 1000.0; };
  SelectionProblem problem;
  problem.trench = random_trenches(seed, 9, 6, 6);
  for (auto& edge : problem.trench.edges) edge.cable_cost *= cable;
  problem.cover.demands = {{0.0}, {0.0}};
  for (int i = 0; i < 12; ++i) problem.cover.places.push_back({static_cast<std::uint32_t>(random() % 2), 0.5 + share()});
  for (std::int32_t site = 0; site < 6; ++site) {
    for (int way = 0; way < 2; ++way) {
      CoverChoice choice{5.0 + 5.0 * share(), site, {}};
      for (std::uint32_t i = 0; i < 12; ++i) {
        if (share() < 0.4) choice.covered.push_back(i);
      }
      problem.cover.choices.push_back(std::move(choice));
    }
  }
  for (const CoverPlace& place : problem.cover.places) problem.cover.demands[place.demand].need += 0.6 * place.weight;
  return problem;
}

/// Least cost over all sets of choices, with the exact trenches of each.
double least_build(const SelectionProblem& problem) {
  double best = std::numeric_limits<double>::infinity();
  for (std::uint32_t set = 0; set < (1U << problem.cover.choices.size()); ++set) {
    std::vector<std::size_t> chosen;
    for (std::size_t j = 0; j < problem.cover.choices.size(); ++j) {
      if ((set >> j & 1U) != 0) chosen.push_back(j);
    }
    bool both = false;
    for (std::size_t j = 0; j < problem.cover.choices.size(); j += 2) both = both || (set >> j & 3U) == 3U;
    if (both || cost_of(problem.cover, chosen) >= best || !meets(problem.cover, covered_weight(problem.cover, chosen))) continue;
    best = std::min(best, cost_of(problem.cover, chosen) + trenches_to(problem, chosen).cost);
  }
  return best;
}

void expect_near_the_best(double cable, double most_above, double least_bound_share) {
  double cost = 0.0;
  double best = 0.0;
  double bound = 0.0;
  int exact = 0;
  int possible = 0;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const SelectionProblem problem = random_build(seed, cable);
    const double least = least_build(problem);
    const Selection solution = select_build(problem, {.nodes = 100000, .gap = 1e-9});
    if (least == std::numeric_limits<double>::infinity()) {
      EXPECT_EQ(solution.cover.outcome, CoverOutcome::infeasible) << seed;
      continue;
    }
    ++possible;
    ASSERT_FALSE(solution.cover.chosen.empty()) << seed;
    EXPECT_TRUE(meets(problem.cover, solution.cover.covered));
    EXPECT_LE(solution.cover.bound, least + 1e-6) << seed;
    EXPECT_GE(solution.cover.cost, least - 1e-6) << seed;
    exact += solution.cover.cost < least + 1e-6 ? 1 : 0;
    if (solution.cover.outcome == CoverOutcome::optimal) {
      EXPECT_NEAR(solution.cover.cost, least, 1e-6) << seed;
    }
    cost += solution.cover.cost;
    best += least;
    bound += solution.cover.bound;
  }
  EXPECT_GT(possible, 25);
  EXPECT_GE(10 * exact, 9 * possible);
  EXPECT_LE(cost, most_above * best);
  EXPECT_GE(bound, least_bound_share * best);
}

TEST(Selection, CostsAsLittleAsTheBestOfAllSetsWithSharedTrenches) { expect_near_the_best(0.0, 1.001, 0.99); }
TEST(Selection, StaysNearTheBestWhereCablesCount) { expect_near_the_best(1.0, 1.02, 0.93); }

TEST(Selection, TheBoundHoldsWhenTheSearchEndsAtOnce) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const SelectionProblem problem = random_build(seed, 1.0);
    const double least = least_build(problem);
    if (least == std::numeric_limits<double>::infinity()) continue;
    EXPECT_LE(select_build(problem, {.nodes = 0}).cover.bound, least + 1e-6) << seed;
  }
}

TEST(Selection, TwoPlacesShareATrenchRatherThanEachDigsItsOwn) {
  SelectionProblem problem;
  problem.cover.demands = {{2.0}};
  problem.cover.places = {{0, 1.0}, {0, 1.0}};
  // Sites 0 and 1 at the end of one trench of 10; sites 2 and 3, a little cheaper alone, have one of 8 each.
  problem.cover.choices = {{1, 0, {0}}, {1, 1, {1}}, {1, 2, {0}}, {1, 3, {1}}};
  problem.trench = {6, {{0, 1, 10, 0}, {1, 2, 0, 0}, {1, 3, 0, 0}, {0, 4, 8, 0}, {0, 5, 8, 0}}, 0, {2, 3, 4, 5}};
  const Selection solution = select_build(problem);
  EXPECT_EQ(solution.cover.chosen, (std::vector<std::size_t>{0, 1}));
  EXPECT_DOUBLE_EQ(solution.cover.cost, 12.0);
  EXPECT_EQ(solution.cover.outcome, CoverOutcome::optimal);
  EXPECT_GT(solution.cuts, 0);
  problem.trench = {};
  EXPECT_DOUBLE_EQ(select_build(problem).cover.cost, 2.0);
}

}  // namespace
}  // namespace parktwin::plan
