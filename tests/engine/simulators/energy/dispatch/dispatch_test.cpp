#include "engine/simulators/energy/dispatch/dispatch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "tests/engine/simulators/energy/dispatch/glpk_dispatch.h"
#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

using ::testing::ElementsAre;
using testing::fill_full;
using testing::fill_prices;
using testing::flow_of;
using ::testing::HasSubstr;
using testing::sum_of;
using testing::TestHub;

void check_closes(const Result& result) {
  EXPECT_LE(result.greatest_imbalance, 1e-9);
  EXPECT_LE(result.greatest_level_error_kwh, 1e-6);
  EXPECT_LE(result.both_ways_kw, 1e-6);
}

void expect_same_as_glpk(const Hub& hub, double carbon_cny_per_t) {
  Options options;
  options.carbon_cny_per_t = carbon_cny_per_t;
  const auto result = dispatch(hub, options);
  ASSERT_EQ(result.status, Status::optimal) << result.reason;
  check_closes(result);
  const double expected = testing::glpk_cost(hub, carbon_cny_per_t / 1000.0);
  EXPECT_NEAR(result.total_cny, expected, 1e-6 * std::abs(expected));
  EXPECT_NEAR(result.bound_cny, expected, 1e-6 * std::abs(expected));
}

TEST(Dispatch, CostsWhatGlpkFindsForAWeekWithEveryUnit) {
  TestHub made;
  fill_full(made, 168, 1);
  expect_same_as_glpk(made.hub, 90.0);
}

TEST(Dispatch, CostsWhatGlpkFindsWithLoadsThatMoveAndGreenPower) {
  TestHub made;
  fill_full(made, 120, 2);
  auto& hub = made.hub;
  hub.flexible.push_back({"washing", Carrier::electricity, made.keep(std::vector<double>(120, 150.0)), 4.0, 2.0, 600.0});
  hub.interruptible.push_back({"furnace", Carrier::electricity, made.keep(std::vector<double>(120, 200.0)), 0.5, 0.9, 900.0});
  hub.green = {true, 0.03, 0.3};
  expect_same_as_glpk(hub, 50.0);
}

TEST(Dispatch, CostsWhatGlpkFindsWithSizes) {
  TestHub made;
  fill_full(made, 120, 3);
  auto& hub = made.hub;
  hub.renewables[0].most_added_kw = 2000.0;
  hub.renewables[0].annuity_cny_per_kw = 280.0;
  hub.stores[0].most_added_kwh = 3000.0;
  hub.stores[0].annuity_cny_per_kwh = 60.0;
  hub.stores[1].most_added_kwh = 3000.0;
  hub.stores[1].annuity_cny_per_kwh = 4.0;
  expect_same_as_glpk(hub, 0.0);
  const auto result = dispatch(hub);
  ASSERT_EQ(result.additions.size(), 3U);
  EXPECT_GT(result.additions[0].size, 0.0);
  EXPECT_GT(result.additions[1].size, 0.0);
}

TEST(Dispatch, BatteryByHand) {
  TestHub made;
  fill_prices(made, {0.2, 1.0}, 10.0);
  Store battery;
  battery.name = "battery";
  battery.capacity_kwh = 5.0;
  battery.charge_rate_per_h = battery.discharge_rate_per_h = 1.0;
  battery.charge_efficiency = 0.8;
  battery.discharge_efficiency = 1.0;
  battery.wear_cny_per_kwh = 0.1;
  made.hub.stores.push_back(battery);
  const auto result = dispatch(made.hub);
  ASSERT_EQ(result.status, Status::optimal);
  // 5 kW in the cheap hour store 4 kWh: buys 15, then 6 kWh, wears 4 · 0.1.
  EXPECT_NEAR(result.total_cny, 15.0 * 0.2 + 6.0 + 0.4, 1e-9);
  EXPECT_NEAR(result.costs.wear_cny, 0.4, 1e-9);
  EXPECT_THAT(flow_of(result, "import"), ElementsAre(::testing::DoubleNear(15.0, 1e-9), ::testing::DoubleNear(6.0, 1e-9)));
}

TEST(Dispatch, DemandChargeByHand) {
  TestHub made;
  fill_prices(made, {0.5, 0.5, 0.5, 0.5}, 0.0);
  made.hub.demand_kw[0] = made.keep({10.0, 2.0, 4.0, 8.0});
  made.periods = {0, 0, 1, 1};
  made.hub.grid.billing_period = made.periods;
  made.hub.grid.demand_charge_cny_per_kw = 30.0;
  const auto result = dispatch(made.hub);
  EXPECT_NEAR(result.costs.demand_charge_cny, 30.0 * 18.0, 1e-6);
  EXPECT_THAT(result.peak_step, ElementsAre(0, 3));
  EXPECT_NEAR(result.total_cny, 12.0 + 540.0, 1e-6);
}

// All levels in steps of 1 kWh, by recursion over the states: what a lossless battery of 3 kWh and 1 kW can save.
TEST(Dispatch, TinyBatteryByDynamicProgramming) {
  const RandomSequence random(11, 1, 1);
  for (std::uint32_t trial = 0; trial < 8; ++trial) {
    TestHub made;
    std::vector<double> prices;
    for (std::uint32_t i = 0; i < 12; ++i) prices.push_back(random.uniform(trial * 20 + i, 0.1, 1.2));
    fill_prices(made, prices, 4.0);
    Store battery;
    battery.name = "battery";
    battery.capacity_kwh = 3.0;
    battery.charge_rate_per_h = battery.discharge_rate_per_h = 1.0 / 3.0;
    battery.charge_efficiency = battery.discharge_efficiency = 1.0;
    battery.wear_cny_per_kwh = 0.05;
    battery.initial_share = 1.0 / 3.0;
    made.hub.stores.push_back(battery);
    const std::function<double(std::size_t, int)> least = [&](std::size_t step, int level) -> double {
      if (step == prices.size()) return level >= 1 ? 0.0 : 1e9;
      double best = 1e18;
      for (int change = -1; change <= 1; ++change) {
        if (level + change < 0 || level + change > 3) continue;
        best = std::min(best, prices[step] * (4.0 + change) + (change < 0 ? 0.05 : 0.0) + least(step + 1, level + change));
      }
      return best;
    };
    EXPECT_NEAR(dispatch(made.hub).total_cny, least(0, 1), 1e-8);
  }
}

TEST(Dispatch, FlexibleLoadWaitsForTheCheapHourWithinItsWindow) {
  TestHub made;
  fill_prices(made, {1.0, 0.9, 0.8, 0.1, 0.1}, 0.0);
  made.hub.flexible.push_back({"washing", Carrier::electricity, made.keep({6.0, 0.0, 0.0, 0.0, 0.0}), 2.0, 0.0, unlimited});
  EXPECT_NEAR(dispatch(made.hub).total_cny, 6.0 * 0.8, 1e-9);
  made.hub.flexible[0].delay_h = 3.0;
  EXPECT_NEAR(dispatch(made.hub).total_cny, 6.0 * 0.1, 1e-9);
  made.hub.flexible[0].most_kw = 4.0;
  EXPECT_NEAR(dispatch(made.hub).total_cny, 4.0 * 0.1 + 2.0 * 0.8, 1e-9);
  made.hub.flexible[0].demand_kw = made.keep({0.0, 0.0, 0.0, 0.0, 6.0});
  made.hub.flexible[0].advance_h = 1.0;
  EXPECT_NEAR(sum_of(dispatch(made.hub), "washing"), 6.0, 1e-9);
}

TEST(Dispatch, InterruptibleLoadIsCutWhereItPays) {
  TestHub made;
  fill_prices(made, {0.5, 2.0}, 0.0);
  made.hub.interruptible.push_back({"furnace", Carrier::electricity, made.keep({10.0, 10.0}), 0.4, 1.0, unlimited});
  EXPECT_NEAR(dispatch(made.hub).total_cny, 5.0 + 12.0 + 4.0, 1e-9);
  made.hub.interruptible[0].most_kwh = 1.0;
  EXPECT_NEAR(dispatch(made.hub).total_cny, 5.0 + 18.0 + 1.0, 1e-9);
}

TEST(Dispatch, SaysWhichBalanceLacksWhatWhen) {
  TestHub made;
  fill_prices(made, {0.5, 0.5, 0.5}, 4.0);
  made.hub.demand_kw[1] = made.keep({3.0, 9.0, 3.0});
  made.hub.converters.push_back(gas_boiler("boiler", 5.0, 0.9));
  const auto result = dispatch(made.hub);
  EXPECT_EQ(result.status, Status::infeasible);
  EXPECT_THAT(result.reason, HasSubstr("balance of heat, step 1: 4 kW lacking"));
  EXPECT_TRUE(result.flows.empty());
}

TEST(Dispatch, SaysWhichBudgetCannotBeKept) {
  TestHub made;
  fill_prices(made, {0.5, 0.5}, 10.0);
  made.hub.grid.import_kg_per_kwh = made.keep({0.5, 0.5});
  Options options;
  options.most_carbon_t = 0.004;
  const auto result = dispatch(made.hub, options);
  EXPECT_EQ(result.status, Status::infeasible);
  EXPECT_THAT(result.reason, HasSubstr("carbon budget: 6 too much"));
}

TEST(Dispatch, UnboundedIsAReason) {
  TestHub made;
  fill_prices(made, {-0.5, 0.5}, 1.0);
  made.hub.converters.push_back(heat_pump("heater", unlimited, 1.0));
  made.hub.most_rejected_heat_kw = unlimited;
  const auto result = dispatch(made.hub);
  EXPECT_EQ(result.status, Status::unbounded);
  EXPECT_THAT(result.reason, HasSubstr("step 0: more of it pays without end"));
}

TEST(Dispatch, RefusesAHubWithoutMeaning) {
  TestHub made;
  fill_prices(made, {0.5}, 1.0);
  made.hub.stores.emplace_back();
  made.hub.stores[0].name = "battery";
  made.hub.stores[0].capacity_kwh = -1.0;
  const auto result = dispatch(made.hub);
  EXPECT_EQ(result.status, Status::refused);
  EXPECT_THAT(result.reason, HasSubstr("store battery: capacity_kwh -1 is not at least 0"));
}

TEST(Dispatch, NegativePricesDoNotRunTheBatteryBothWays) {
  TestHub made;
  fill_prices(made, {-0.4, -0.4, 0.9}, 5.0);
  Store battery;
  battery.name = "battery";
  battery.capacity_kwh = 10.0;
  made.hub.stores.push_back(battery);
  made.hub.grid.most_import_kw = 30.0;
  const auto result = dispatch(made.hub);
  ASSERT_EQ(result.status, Status::optimal);
  check_closes(result);
  EXPECT_GE(result.total_cny, result.bound_cny - 1e-9);
}

// Feeding in at 0.6 while buying at 0.3 is no business behind one meter.
TEST(Dispatch, DearFeedInDoesNotTurnTheMeterBothWays) {
  TestHub made;
  fill_prices(made, {0.3, 0.3}, 5.0);
  made.hub.grid.sell_cny_per_kwh = made.keep({0.6, 0.6});
  made.hub.grid.most_export_kw = 100.0;
  made.hub.renewables.push_back({"PV", 10.0, made.keep({1.0, 0.2})});
  const auto result = dispatch(made.hub);
  EXPECT_NEAR(result.total_cny, -5.0 * 0.6 + 3.0 * 0.3, 1e-9);
}

TEST(Dispatch, EveryOptionChangesAResult) {
  TestHub made;
  fill_full(made, 240, 5);
  made.hub.converters[0].least_load = 0.5;
  made.hub.converters[0].start_cny = 90.0;
  made.hub.stores.resize(1);
  const auto hash = [&](const Options& options) { return content_hash(dispatch(made.hub, options)).hex(); };
  Options days;
  days.method = Method::rolling;
  const auto expect_changes = [&](const Options& base, const std::function<void(Options&)>& change) {
    Options changed = base;
    change(changed);
    EXPECT_NE(hash(base), hash(changed));
  };
  expect_changes({}, [](Options& o) { o.method = Method::rule_based; });
  expect_changes({}, [](Options& o) { o.carbon_cny_per_t = 500.0; });
  expect_changes({}, [](Options& o) { o.most_carbon_t = 150.0; });
  expect_changes(days, [](Options& o) { o.forecast = Forecast::last_week; });
  expect_changes(days, [](Options& o) { o.horizon_h = 30.0; });
  expect_changes(days, [](Options& o) { o.decision_h = 12.0; });
  Options switched = days;
  switched.forecast = Forecast::perfect;
  expect_changes(switched, [](Options& o) { o.switched_units = true; });
}

TEST(Dispatch, ThreadsDoNotChangeABit) {
  TestHub made;
  fill_full(made, 1460, 6);
  const auto many = content_hash(dispatch(made.hub));
  const ThreadLimit one(1);
  EXPECT_EQ(content_hash(dispatch(made.hub)), many);
}

TEST(Dispatch, ABasisLeadsToTheSameCostInFewerSteps) {
  TestHub made;
  fill_full(made, 240, 7);
  Basis basis;
  const auto first = dispatch(made.hub, {}, &basis);
  made.hub.renewables[0].installed_kw *= 1.1;
  const auto warm = dispatch(made.hub, {}, &basis);
  const auto cold = dispatch(made.hub);
  EXPECT_NEAR(warm.total_cny, cold.total_cny, 1e-7 * cold.total_cny);
  EXPECT_LT(warm.total_cny, first.total_cny);
  EXPECT_LT(warm.iterations, first.iterations / 2);
}

TEST(Dispatch, CheaperThanDaysWithForecastsCheaperThanRules) {
  TestHub made;
  fill_full(made, 480, 8);
  made.hub.stores.resize(1);
  const auto best = dispatch(made.hub);
  Options days;
  days.method = Method::rolling;
  const auto rolling = dispatch(made.hub, days);
  Options rules;
  rules.method = Method::rule_based;
  const auto baseline = dispatch(made.hub, rules);
  ASSERT_EQ(rolling.status, Status::feasible) << rolling.reason;
  ASSERT_EQ(baseline.status, Status::feasible) << baseline.reason;
  for (const auto* result : {&best, &rolling, &baseline}) check_closes(*result);
  EXPECT_LE(best.total_cny, rolling.total_cny);
  EXPECT_LT(best.total_cny, baseline.total_cny);
}

TEST(Dispatch, TradeOffFallsInCarbonAndRisesInCost) {
  TestHub made;
  fill_full(made, 72, 9);
  const auto curve = trade_off(made.hub, 4);
  ASSERT_EQ(curve.size(), 4U);
  for (std::size_t i = 1; i < curve.size(); ++i) {
    EXPECT_LT(curve[i].carbon_t, curve[i - 1].carbon_t);
    EXPECT_GT(curve[i].cost_cny, curve[i - 1].cost_cny);
  }
}

}  // namespace
}  // namespace parktwin::energy::dispatch
