#include "engine/simulators/energy/dispatch/rolling.h"

#include <gtest/gtest.h>

#include <functional>

#include "engine/simulators/energy/dispatch/settlement.h"
#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

TEST(Rolling, WhatStandsForTheFuture) {
  EXPECT_EQ(forecast_source(Forecast::perfect, 40, 30, 1.0), 40U);
  EXPECT_EQ(forecast_source(Forecast::persistence, 30, 30, 1.0), 6U);
  EXPECT_EQ(forecast_source(Forecast::persistence, 60, 30, 1.0), 12U);  // the day after tomorrow is as yesterday too
  EXPECT_EQ(forecast_source(Forecast::persistence, 10, 8, 1.0), 10U);
  EXPECT_EQ(forecast_source(Forecast::last_week, 200, 190, 1.0), 32U);
  EXPECT_EQ(forecast_source(Forecast::persistence, 120, 120, 0.25), 24U);
}

TEST(Rolling, PerfectForesightOverOneWindowIsTheWholeProgramme) {
  testing::TestHub made;
  testing::fill_full(made, 72, 1);
  for (auto& store : made.hub.stores) store.initial_share = 0.5;
  RollingOptions options;
  options.forecast = Forecast::perfect;
  options.horizon_h = options.decision_h = 72.0;
  const auto once = rolling(made.hub, {}, options);
  ASSERT_EQ(once.failure, "");
  const auto whole = dispatch(made.hub);
  EXPECT_NEAR(settle(made.hub, {}, once.plan).total_cny, whole.total_cny, 1e-6 * whole.total_cny);
  options.decision_h = 12.0;
  options.horizon_h = 24.0;
  EXPECT_GE(settle(made.hub, {}, rolling(made.hub, {}, options).plan).total_cny, whole.total_cny - 1e-6);
}

TEST(Rolling, RightForecastsCostNoMoreThanWrongOnes) {
  testing::TestHub made;
  testing::fill_full(made, 336, 2);
  made.hub.stores.resize(1);
  const auto cost = [&](Forecast forecast) {
    RollingOptions options;
    options.forecast = forecast;
    auto made_by_days = rolling(made.hub, {}, options);
    EXPECT_EQ(made_by_days.failure, "");
    tidy(made.hub, made_by_days.plan);
    const auto result = settle(made.hub, {}, made_by_days.plan);
    EXPECT_LE(result.greatest_imbalance, 1e-9);
    EXPECT_LE(result.greatest_level_error_kwh, 1e-6);
    return result.costs.total() - result.costs.demand_charge_cny;
  };
  EXPECT_LT(cost(Forecast::perfect), cost(Forecast::persistence) * 1.001);
}

// Every on/off pattern of eight steps, with what the grid has to add.
TEST(Rolling, SwitchedUnitByEnumeration) {
  testing::TestHub made;
  const std::vector<double> prices = {0.3, 1.0, 1.1, 0.2, 0.9, 0.3, 1.2, 1.2};
  testing::fill_prices(made, prices, 50.0);
  auto engine = combined_heat_and_power("engine", 60.0, 0.5, 0.0);
  engine.least_load = 0.5;
  engine.start_cny = 12.0;
  made.hub.converters.push_back(engine);
  made.hub.gas.cny_per_kwh = 0.3;
  RollingOptions options;
  options.forecast = Forecast::perfect;
  options.switched = true;
  options.mixed = {0.0, 10000};
  const auto switched = rolling(made.hub, {}, options);
  ASSERT_EQ(switched.failure, "");
  double best = 1e18;
  for (std::uint32_t pattern = 0; pattern < 256; ++pattern) {
    double cost = 0.0;
    bool before = false;
    for (std::size_t i = 0; i < 8; ++i) {
      const bool on = (pattern >> i & 1U) != 0;
      if (on && !before) cost += 12.0;
      before = on;
      // Running costs 0.6 a kWh; where the grid is dearer it carries all 50 kW, else its least load of 30 kW.
      const double made_kw = !on ? 0.0 : prices[i] > 0.6 ? 50.0 : 30.0;
      cost += made_kw * 0.6 + (50.0 - made_kw) * prices[i];
    }
    best = std::min(best, cost);
  }
  const auto result = settle(made.hub, {}, switched.plan);
  EXPECT_NEAR(result.total_cny, best, 1e-6);
  EXPECT_GE(switched.plan.starts[0], 1);
  for (std::size_t i = 0; i < 8; ++i) {
    const double input = switched.plan.input_kw[0][i];
    EXPECT_TRUE(input < 1e-6 || input >= 60.0 - 1e-6) << i;
  }
}

TEST(Rolling, InterruptionsStayWithinTheirBudgetOverAllWindows) {
  testing::TestHub made;
  testing::fill_prices(made, std::vector<double>(96, 2.0), 1.0);
  made.hub.interruptible.push_back({"furnace", Carrier::electricity, made.keep(std::vector<double>(96, 10.0)), 1.0, 0.5, 55.0});
  RollingOptions options;
  const auto result = settle(made.hub, {}, rolling(made.hub, {}, options).plan);
  EXPECT_NEAR(result.costs.interruptions_cny, 55.0 * 0.5, 1e-9);
}

TEST(Rolling, FailsWithTheReason) {
  testing::TestHub made;
  testing::fill_prices(made, std::vector<double>(72, 0.5), 1.0);
  std::vector<double> demand(72, 1.0);
  demand[60] = 20.0;
  made.hub.demand_kw[0] = made.keep(demand);
  made.hub.grid.most_import_kw = 5.0;
  const auto failed = rolling(made.hub, {}, RollingOptions());
  EXPECT_EQ(failed.outcome, Outcome::infeasible);
  EXPECT_NE(failed.failure.find("step 60: 15 kW lacking"), std::string::npos) << failed.failure;
}

}  // namespace
}  // namespace parktwin::energy::dispatch
