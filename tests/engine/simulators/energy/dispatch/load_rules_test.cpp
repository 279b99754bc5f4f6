#include "engine/simulators/energy/dispatch/load_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "engine/simulators/energy/dispatch/dispatch.h"
#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

FlexibleLoad load_of(testing::TestHub& made, std::vector<double> demand, double delay_h, double advance_h, double most_kw) {
  return {"mill", Carrier::electricity, made.keep(std::move(demand)), delay_h, advance_h, most_kw};
}

// Two dear hours wait for two usual ones, of which each has 2 kW to spare below the planned peak.
TEST(LoadRules, WaitInDearHoursAndMakeUpBelowThePlannedPeak) {
  testing::TestHub made;
  testing::fill_prices(made, {0.2, 0.5, 1.0, 1.0, 0.5, 0.5, 0.5, 0.2}, 0.0);
  const auto load = load_of(made, {1.0, 4.0, 2.0, 2.0, 2.0, 2.0, 2.0, 1.0}, 4.0, 0.0, 6.0);
  EXPECT_THAT(served_by_rule(made.hub, load, 0.2, 1.0), ElementsAre(1.0, 4.0, 0.0, 0.0, 4.0, 4.0, 2.0, 1.0));
}

TEST(LoadRules, RunAheadInCheapHoursAndKeepTheLeadUntilItIsDear) {
  testing::TestHub made;
  testing::fill_prices(made, {0.2, 0.5, 1.0, 0.5}, 0.0);
  const auto load = load_of(made, {1.0, 3.0, 2.0, 1.0}, 0.0, 2.0, 3.0);
  EXPECT_THAT(served_by_rule(made.hub, load, 0.2, 1.0), ElementsAre(3.0, 3.0, 0.0, 1.0));
}

TEST(LoadRules, WhatIsDueRunsAtAnyPrice) {
  testing::TestHub made;
  testing::fill_prices(made, {1.0, 1.0, 1.0, 0.2}, 0.0);
  const auto load = load_of(made, {2.0, 2.0, 2.0, 0.0}, 1.0, 0.0, 2.0);
  EXPECT_THAT(served_by_rule(made.hub, load, 0.2, 1.0), ElementsAre(0.0, 2.0, 2.0, 2.0));
  const auto even = load_of(made, {2.0, 2.0, 2.0, 0.0}, 3.0, 3.0, 2.0);
  EXPECT_THAT(served_by_rule(made.hub, even, 1.0, 1.0), ElementsAre(2.0, 2.0, 2.0, 0.0)) << "one price";
}

TEST(LoadRules, InterruptWhatIsDearerThanItsPayment) {
  testing::TestHub made;
  testing::fill_prices(made, {1.0, 2.0, 2.0, 2.0}, 0.0);
  const InterruptibleLoad load{"press", Carrier::electricity, made.keep({4.0, 4.0, 4.0, 4.0}), 0.5, 1.5, 3.0};
  EXPECT_THAT(interrupted_by_rule(made.hub, load), ElementsAre(0.0, 2.0, 1.0, 0.0));
  InterruptibleLoad dear = load;
  dear.cny_per_kwh = 2.0;
  EXPECT_THAT(interrupted_by_rule(made.hub, dear), Each(0.0));
}

/// Random demands and bounds: every bound of the programme holds, so the programme's dispatch is never dearer.
TEST(LoadRules, KeepTheBoundsOfTheProgrammeWhichIsNeverDearer) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const RandomSequence random(seed, 91, 3);
    testing::TestHub made;
    std::vector<double> prices, demand, steady;
    constexpr std::uint32_t steps = 96;
    for (std::uint32_t i = 0; i < steps; ++i) {
      prices.push_back(random.below(2 * i, 3) == 0 ? 0.3 : random.below(2 * i, 3) == 1 ? 0.6 : 1.1);
      demand.push_back(random.uniform(2 * i + 1, 0.0, 10.0));
    }
    testing::fill_prices(made, prices, 3.0);
    const double peak = *std::max_element(demand.begin(), demand.end());
    const double delay_h = random.below(1000, 6);
    const double advance_h = random.below(1001, 4);
    const double most_kw = peak * random.uniform(1002, 1.0, 2.0);
    made.hub.flexible.push_back(load_of(made, demand, delay_h, advance_h, most_kw));
    made.hub.interruptible.push_back({"press", Carrier::electricity, made.keep(demand), 0.5, 0.9, random.uniform(1003, 0.0, 100.0)});
    Options rules;
    rules.method = Method::rule_based;
    const auto by_rules = dispatch(made.hub, rules);
    const auto best = dispatch(made.hub);
    ASSERT_EQ(by_rules.status, Status::feasible) << by_rules.reason;
    ASSERT_EQ(best.status, Status::optimal) << best.reason;
    EXPECT_LE(by_rules.greatest_imbalance, 1e-12);
    EXPECT_LE(best.total_cny, by_rules.total_cny + 1e-9 * by_rules.total_cny) << seed;
    const auto served =
        std::find_if(by_rules.flows.begin(), by_rules.flows.end(), [](const Flow& flow) { return flow.name == "mill"; })->kw;
    double until = 0.0;
    for (std::size_t i = 0; i < steps; ++i) {
      until += served[i];
      const auto sum = [&](std::size_t count) { return std::accumulate(demand.begin(), demand.begin() + static_cast<int>(count), 0.0); };
      const auto delay = static_cast<std::size_t>(delay_h);
      EXPECT_GE(until, (i >= delay ? sum(i + 1 - delay) : 0.0) - 1e-9) << seed << " " << i;
      EXPECT_LE(until, sum(std::min<std::size_t>(steps, i + 1 + static_cast<std::size_t>(advance_h))) + 1e-9) << seed << " " << i;
      EXPECT_GE(served[i], 0.0);
      EXPECT_LE(served[i], most_kw + 1e-9);
    }
    EXPECT_NEAR(until, std::accumulate(demand.begin(), demand.end(), 0.0), 1e-9);
  }
}

}  // namespace
}  // namespace parktwin::energy::dispatch
