#include "engine/simulators/energy/dispatch/hub_programme.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

double objective(const Hub& hub, const Window& window, const CarbonTerms& carbon = {}) {
  const auto solution = solve(hub_programme(hub, carbon, window).programme);
  EXPECT_EQ(solution.outcome, Outcome::optimal);
  return solution.objective;
}

Window all_of(const Hub& hub) {
  Window window;
  window.steps = hub.steps;
  return window;
}

TEST(HubProgramme, BlocksCoverColumnsAndRowsOnce) {
  testing::TestHub made;
  testing::fill_full(made, 48, 1);
  const auto built = hub_programme(made.hub, {}, all_of(made.hub));
  std::size_t columns = 0;
  for (const auto& block : built.columns) {
    EXPECT_EQ(static_cast<std::size_t>(block.first), columns) << block.name;
    columns += block.count;
  }
  EXPECT_EQ(columns, built.programme.columns());
  std::size_t rows = 0;
  for (const auto& block : built.rows) rows += block.count;
  EXPECT_EQ(rows, built.programme.rows());
}

TEST(HubProgramme, APeakThatStandsIsPaidAnyway) {
  testing::TestHub made;
  testing::fill_prices(made, {1.0, 1.0}, 10.0);
  made.hub.grid.demand_charge_cny_per_kw = 2.0;
  Window window = all_of(made.hub);
  EXPECT_NEAR(objective(made.hub, window), 20.0 + 20.0, 1e-9);
  window.peak_so_far_kw = 15.0;
  EXPECT_NEAR(objective(made.hub, window), 20.0 + 30.0, 1e-9);
}

TEST(HubProgramme, StoresThatMissTheirAimPay) {
  testing::TestHub made;
  testing::fill_prices(made, {1.0, 1.0}, 10.0);
  Store battery;
  battery.name = "battery";
  battery.capacity_kwh = 4.0;
  battery.charge_rate_per_h = battery.discharge_rate_per_h = 1.0;
  battery.charge_efficiency = battery.discharge_efficiency = 1.0;
  made.hub.stores.push_back(battery);
  Window window = all_of(made.hub);
  window.start_kwh = {1.0};
  window.end_kwh = {3.0};
  window.deviation_cny_per_kwh = 5.0;
  EXPECT_NEAR(objective(made.hub, window), 22.0, 1e-9);  // charging 2 kWh is cheaper than lacking them
  window.deviation_cny_per_kwh = 0.5;
  EXPECT_NEAR(objective(made.hub, window), 19.0 + 1.5, 1e-9);  // uses its 1 kWh and lacks 3
  window.end_kwh.clear();
  window.target_kwh = {{4.0, 0.0}};
  window.deviation_cny_per_kwh = 5.0;
  EXPECT_NEAR(objective(made.hub, window), 19.0, 1e-9);
}

TEST(HubProgramme, ACycleOfOneStepOnlyMakesUpForLosses) {
  testing::TestHub made;
  testing::fill_prices(made, {1.0}, 10.0);
  Store battery;
  battery.name = "battery";
  battery.capacity_kwh = 10.0;
  battery.least_share = 0.5;
  battery.loss_per_h = 0.1;
  battery.charge_efficiency = 0.5;
  made.hub.stores.push_back(battery);
  EXPECT_NEAR(objective(made.hub, all_of(made.hub)), 10.0 + 0.5 / 0.5, 1e-9);
}

TEST(HubProgramme, AnInitialShareIsThereAgainAtTheEnd) {
  testing::TestHub made;
  testing::fill_prices(made, {1.0, 0.2}, 10.0);
  Store battery;
  battery.name = "battery";
  battery.capacity_kwh = 4.0;
  battery.charge_rate_per_h = battery.discharge_rate_per_h = 1.0;
  battery.charge_efficiency = battery.discharge_efficiency = 1.0;
  battery.initial_share = 0.5;
  made.hub.stores.push_back(battery);
  EXPECT_NEAR(objective(made.hub, all_of(made.hub)), 8.0 + 12.0 * 0.2, 1e-9);
  // With a second one bought for nothing, half of what there is in all stands at the beginning.
  made.hub.stores[0].most_added_kwh = 4.0;
  EXPECT_NEAR(objective(made.hub, all_of(made.hub)), 6.0 + 14.0 * 0.2, 1e-9);
}

TEST(HubProgramme, ABacklogOfTheWindowBeforeIsServed) {
  testing::TestHub made;
  testing::fill_prices(made, {1.0, 1.0, 1.0, 1.0}, 0.0);
  made.hub.flexible.push_back({"washing", Carrier::electricity, made.keep({2.0, 2.0, 2.0, 2.0}), 2.0, 1.0, unlimited});
  Window window;
  window.first = 2;
  window.steps = 2;
  EXPECT_NEAR(objective(made.hub, window), 4.0, 1e-9);
  window.backlog_kwh = {-3.0};
  EXPECT_NEAR(objective(made.hub, window), 7.0, 1e-9);
}

TEST(HubProgramme, SwitchedUnitsHaveWholeColumns) {
  testing::TestHub made;
  testing::fill_full(made, 24, 1);
  made.hub.converters[0].least_load = 0.5;
  Window window = all_of(made.hub);
  const auto count = [&] {
    std::size_t whole = 0;
    for (const auto flag : hub_programme(made.hub, {}, window).programme.whole) whole += flag;
    return whole;
  };
  EXPECT_EQ(count(), 0U);
  window.switched = true;
  EXPECT_EQ(count(), 24U);
}

TEST(HubProgramme, CarbonPriceAndGreenPower) {
  testing::TestHub made;
  testing::fill_prices(made, {1.0}, 10.0);
  made.hub.grid.import_kg_per_kwh = made.keep({0.5});
  made.hub.green = {true, 0.04, 0.0};
  EXPECT_NEAR(objective(made.hub, all_of(made.hub)), 10.0, 1e-9);
  EXPECT_NEAR(objective(made.hub, all_of(made.hub), {0.06, std::nullopt}), 10.3, 1e-9);
  EXPECT_NEAR(objective(made.hub, all_of(made.hub), {0.10, std::nullopt}), 10.4, 1e-9);
  made.hub.green.least_share = 0.5;
  EXPECT_NEAR(objective(made.hub, all_of(made.hub)), 10.2, 1e-9);
}

}  // namespace
}  // namespace parktwin::energy::dispatch
