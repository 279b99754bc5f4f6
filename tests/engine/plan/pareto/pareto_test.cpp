#include "engine/plan/pareto/pareto.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/engine/plan/joint/whole_park.h"

namespace parktwin::plan {
namespace {

struct Option {
  double reached = 0.0;
  double cost = 0.0;
};

std::vector<Option> random_options(std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<Option> options;
  for (int i = 0; i < 12; ++i) options.push_back({static_cast<double>(random() % 20), static_cast<double>(random() % 20)});
  return options;
}

/// The cheapest that reaches a target, of equally cheap ones that which reaches most.
ParetoPoint cheapest(const std::vector<Option>& options, double target) {
  ParetoPoint point;
  point.target_percent = target;
  for (const Option& option : options) {
    if (option.reached < target) continue;
    const bool first = point.outcome == ProposalOutcome::no_plan;
    if (!first && (option.cost > point.cost_cny || (option.cost == point.cost_cny && option.reached <= point.reached_percent))) continue;
    point.outcome = ProposalOutcome::planned;
    point.cost_cny = option.cost;
    point.reached_percent = option.reached;
  }
  return point;
}

bool is_beaten(const std::vector<Option>& options, const Option& one) {
  return std::any_of(options.begin(), options.end(), [&](const Option& other) {
    return other.cost <= one.cost && other.reached >= one.reached && (other.cost < one.cost || other.reached > one.reached);
  });
}

TEST(Pareto, SteppingTheTargetFindsTheFrontOfAllOptions) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const auto options = random_options(seed);
    std::set<std::pair<double, double>> expected;
    for (const Option& option : options) {
      if (!is_beaten(options, option)) expected.emplace(option.reached, option.cost);
    }
    std::vector<double> targets;
    for (int target = 0; target <= 21; ++target) targets.push_back(target);
    const auto points = step_targets(targets, [&](double target) { return cheapest(options, target); });
    std::set<std::pair<double, double>> found;
    for (const auto& point : points) {
      if (point.outcome == ProposalOutcome::planned && !point.dominated) found.emplace(point.reached_percent, point.cost_cny);
    }
    EXPECT_EQ(found, expected) << seed;
    EXPECT_EQ(points.back().outcome, ProposalOutcome::no_plan);
  }
}

TEST(Pareto, MarksWhatAnotherPointBeats) {
  std::vector<ParetoPoint> points(3);
  for (auto& point : points) point.outcome = ProposalOutcome::planned;
  points[0].reached_percent = 50.0;
  points[0].cost_cny = 30.0;
  points[1].reached_percent = 60.0;
  points[1].cost_cny = 20.0;
  points[2].reached_percent = 90.0;
  points[2].cost_cny = 40.0;
  mark_dominated(points);
  EXPECT_TRUE(points[0].dominated);
  EXPECT_FALSE(points[1].dominated);
  EXPECT_FALSE(points[2].dominated);
}

TEST(Pareto, MoreCoverageCostsMore) {
  const Park park = block_park(400.0);
  Scenario scenario = whole_scenario();
  scenario.plan.transmit_power = Dbm(24.0);
  const auto prices = block_prices();
  const auto pack = coverage_pack(80.0, 90.0);
  Progress progress;
  const auto front = pareto_front({park, scenario, pack, prices, "2026-01-01", "x.yaml"}, {}, ParetoAxis::coverage, 3, progress);
  ASSERT_GE(front.points.size(), 2U);
  EXPECT_LT(front.points.front().cost_cny, front.points.back().cost_cny);
  for (const auto& point : front.points) {
    ASSERT_EQ(point.outcome, ProposalOutcome::planned) << point.reason_en;
    EXPECT_GE(point.reached_percent, point.target_percent - 1e-9);
    EXPECT_LE(point.lower_bound_cny, point.cost_cny + 1e-9);
  }
}

TEST(Pareto, LessCarbonCostsMore) {
  const Park park = whole_park();
  const Scenario scenario = whole_scenario();
  const auto prices = whole_prices();
  auto pack = whole_pack();
  pack.clauses.back().threshold = 60.0;
  Progress progress;
  const auto front =
      pareto_front({park, scenario, pack, prices, "2026-01-01", "x.yaml"}, energy::testing::tables(), ParetoAxis::carbon, 2, progress);
  ASSERT_EQ(front.points.size(), 2U);
  EXPECT_LE(front.points[0].cost_cny, front.points[1].cost_cny);
  EXPECT_GT(front.points[0].emissions_t.value(), front.points[1].emissions_t.value());
  EXPECT_GE(front.points[1].reached_percent, 60.0);
  EXPECT_TRUE(pareto_front({park, scenario, coverage_pack(1.0, 1.0), prices, "2026-01-01", "x.yaml"}, {}, ParetoAxis::carbon, 2, progress)
                  .points.empty());
}

}  // namespace
}  // namespace parktwin::plan
