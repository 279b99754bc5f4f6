#include "engine/simulators/energy/dispatch/settlement.h"

#include <gtest/gtest.h>

#include "engine/core/check.h"

#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

testing::TestHub& with_battery(testing::TestHub& made) {
  testing::fill_prices(made, {0.5, 0.5}, 10.0);
  Store battery;
  battery.name = "battery";
  battery.capacity_kwh = 10.0;
  battery.charge_efficiency = 0.8;
  battery.discharge_efficiency = 1.0;
  made.hub.stores.push_back(battery);
  made.hub.renewables.push_back({"PV", 20.0, made.keep({1.0, 0.0})});
  return made;
}

TEST(Settlement, ABatteryThatRunsBothWaysIsMadeToRunOne) {
  testing::TestHub made;
  const auto& hub = with_battery(made).hub;
  Plan plan = empty_plan(hub);
  // 5 in and 2 out store 2 kWh; 2.5 in do the same, and half a kilowatt of PV is saved.
  plan.charge_kw[0][0] = 5.0;
  plan.discharge_kw[0][0] = 2.0;
  plan.renewable_kw[0][0] = 13.0;
  plan.level_kwh[0] = {2.0, 2.0};
  plan.import_kw[1] = 10.0;
  tidy(hub, plan);
  EXPECT_DOUBLE_EQ(plan.charge_kw[0][0], 2.5);
  EXPECT_DOUBLE_EQ(plan.discharge_kw[0][0], 0.0);
  EXPECT_DOUBLE_EQ(plan.renewable_kw[0][0], 12.5);
  const auto result = settle(hub, {}, plan);
  EXPECT_EQ(result.both_ways_kw, 0.0);
  EXPECT_LE(result.greatest_imbalance, 1e-15);
  EXPECT_NEAR(result.greatest_level_error_kwh, 0.0, 1e-12);
  EXPECT_NEAR(result.curtailed_kwh, 7.5, 1e-12);
}

TEST(Settlement, ImportBesideFeedInIsNetted) {
  testing::TestHub made;
  auto& hub = with_battery(made).hub;
  hub.grid.most_export_kw = 50.0;
  Plan plan = empty_plan(hub);
  plan.import_kw = {14.0, 10.0 - 1e-9};
  plan.export_kw = {4.0, 0.0};
  tidy(hub, plan);
  EXPECT_DOUBLE_EQ(plan.import_kw[0], 10.0);
  EXPECT_DOUBLE_EQ(plan.export_kw[0], 0.0);
  EXPECT_DOUBLE_EQ(plan.import_kw[1], 10.0);
}

TEST(Settlement, AnImbalanceAndAWrongLevelAreReported) {
  testing::TestHub made;
  const auto& hub = with_battery(made).hub;
  Plan plan = empty_plan(hub);
  plan.import_kw = {10.0, 12.0};
  plan.level_kwh[0] = {0.0, 1.5};
  const auto result = settle(hub, {}, plan);
  EXPECT_NEAR(result.greatest_imbalance, 2.0 / 20.0, 1e-12);
  EXPECT_NEAR(result.greatest_level_error_kwh, 1.5, 1e-12);
}

TEST(Settlement, OneOpenStepBreaksThePromise) {
  testing::TestHub made;
  const auto& hub = with_battery(made).hub;
  Plan plan = empty_plan(hub);
  plan.import_kw = {10.0, 10.0};
  check_closed(settle(hub, {}, plan));
  plan.import_kw[1] += 1e-7;  // less than a milliwatt
  check_closed(settle(hub, {}, plan));
  plan.import_kw[1] += 1e-5;
  EXPECT_THROW(check_closed(settle(hub, {}, plan)), BrokenPromise);
}

TEST(Settlement, CostsByKind) {
  testing::TestHub made;
  auto& hub = with_battery(made).hub;
  hub.converters.push_back(gas_boiler("boiler", 9.0, 0.9));
  hub.converters[0].maintenance_cny_per_kwh = 0.02;
  hub.converters[0].start_cny = 7.0;
  hub.demand_kw[1] = made.keep({9.0, 0.0});
  hub.gas = {0.3, 0.2};
  hub.grid.import_kg_per_kwh = made.keep({0.5, 0.4});
  hub.green = {true, 0.1, 0.0};
  hub.renewables[0].most_added_kw = 100.0;
  hub.renewables[0].annuity_cny_per_kw = 876.0;
  Plan plan = empty_plan(hub);
  plan.import_kw = {10.0, 10.0};
  plan.green_kw = {2.0, 0.0};
  plan.input_kw[0][0] = 10.0;
  plan.starts[0] = 1;
  plan.added_kw[0] = 5.0;
  const auto result = settle(hub, {0.1, std::nullopt}, plan);
  EXPECT_DOUBLE_EQ(result.costs.import_cny, 10.0);
  EXPECT_DOUBLE_EQ(result.costs.green_premium_cny, 0.2);
  EXPECT_DOUBLE_EQ(result.costs.gas_cny, 3.0);
  EXPECT_DOUBLE_EQ(result.costs.maintenance_cny, 0.2);
  EXPECT_DOUBLE_EQ(result.costs.starts_cny, 7.0);
  EXPECT_NEAR(result.costs.annuities_cny, 5.0 * 876.0 * 2.0 / 8760.0, 1e-12);
  EXPECT_DOUBLE_EQ(result.import_kg, 4.0 + 4.0);
  EXPECT_DOUBLE_EQ(result.gas_kg, 2.0);
  EXPECT_NEAR(result.costs.carbon_cny, 1.0, 1e-12);
  EXPECT_NEAR(result.total_cny, 10.0 + 0.2 + 3.0 + 0.2 + 7.0 + 1.0 + 1.0, 1e-9);
  EXPECT_LE(result.greatest_imbalance, 1e-15);
}

}  // namespace
}  // namespace parktwin::energy::dispatch
