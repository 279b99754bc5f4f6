#include "engine/simulators/energy/dispatch/rule_based.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/simulators/energy/dispatch/settlement.h"
#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(RuleBased, BatteryTakesWhatIsOverAndServesTheDearHours) {
  testing::TestHub made;
  testing::fill_prices(made, {0.5, 0.5, 0.5, 1.0}, 4.0);
  made.hub.renewables.push_back({"PV", 10.0, made.keep({0.0, 1.0, 0.0, 0.0})});
  Store battery;
  battery.name = "battery";
  battery.capacity_kwh = 3.0;
  battery.charge_rate_per_h = battery.discharge_rate_per_h = 1.0;
  battery.charge_efficiency = battery.discharge_efficiency = 1.0;
  made.hub.stores.push_back(battery);
  const auto made_by_rules = rule_based(made.hub);
  ASSERT_EQ(made_by_rules.failure, "");
  EXPECT_THAT(made_by_rules.plan.level_kwh[0], ElementsAre(0.0, 3.0, 3.0, 3.0));  // a single dear hour is not a quarter of the prices
  EXPECT_THAT(made_by_rules.plan.renewable_kw[0], ElementsAre(0.0, 7.0, 0.0, 0.0));
  made.hub.grid.buy_cny_per_kwh = made.keep({0.2, 0.5, 1.0, 1.0});
  const auto with_prices = rule_based(made.hub);
  EXPECT_THAT(with_prices.plan.import_kw, ElementsAre(7.0, 0.0, 1.0, 4.0));
}

TEST(RuleBased, CheapestUnitFirst) {
  testing::TestHub made;
  testing::fill_prices(made, {0.3, 1.2}, 0.0);
  made.hub.demand_kw[1] = made.keep({60.0, 60.0});
  made.hub.converters.push_back(gas_boiler("boiler", 100.0, 1.0));
  made.hub.converters.push_back(heat_pump("heat pump", 15.0, 3.0));
  made.hub.gas.cny_per_kwh = 0.3;
  const auto plan = rule_based(made.hub).plan;
  EXPECT_THAT(plan.input_kw[1], ElementsAre(15.0, 0.0));
  EXPECT_THAT(plan.input_kw[0], ElementsAre(15.0, 60.0));
}

TEST(RuleBased, ClosesForEveryUnit) {
  testing::TestHub made;
  testing::fill_full(made, 300, 1);
  const auto by_rules = rule_based(made.hub);
  ASSERT_EQ(by_rules.failure, "");
  const auto result = settle(made.hub, {}, by_rules.plan);
  EXPECT_LE(result.greatest_imbalance, 1e-12);
  EXPECT_LE(result.greatest_level_error_kwh, 1e-9);
}

TEST(RuleBased, SaysWhatIsUnmet) {
  testing::TestHub made;
  testing::fill_prices(made, {0.5, 0.5}, 10.0);
  made.hub.demand_kw[0] = made.keep({5.0, 10.0});
  made.hub.grid.most_import_kw = 8.0;
  EXPECT_THAT(rule_based(made.hub).failure, HasSubstr("balance of electricity, step 1: 2 kW lacking"));
  made.hub.demand_kw[2] = made.keep({1.0, 0.0});
  EXPECT_THAT(rule_based(made.hub).failure, HasSubstr("balance of cold, step 0: 1 kW lacking"));
}

/// Ice made at night at a fifth of the price serves the day; without a machine on electricity the store stays idle.
TEST(RuleBased, FillsAStoreOfColdInCheapHours) {
  const std::vector<double> cold(24, 100.0);
  std::vector<double> price(24, 1.0);
  for (std::size_t hour = 0; hour < 8; ++hour) price[hour] = 0.2;
  Hub hub;
  hub.steps = 24;
  hub.demand_kw[static_cast<std::size_t>(Carrier::cold)] = cold;
  hub.grid.buy_cny_per_kwh = price;
  hub.converters.push_back(chiller("chiller", 50.0, 4.0));
  Store ice;
  ice.name = "ice";
  ice.carrier = Carrier::cold;
  ice.capacity_kwh = 400.0;
  ice.charge_efficiency = ice.discharge_efficiency = 1.0;
  hub.stores.push_back(ice);
  const auto rules = rule_based(hub);
  ASSERT_EQ(rules.failure, "");
  EXPECT_EQ(rules.plan.charge_kw[0][0], 100.0) << "the chiller makes 200 kW, half of it for the load";
  EXPECT_EQ(rules.plan.level_kwh[0][7], 400.0);
  EXPECT_EQ(rules.plan.discharge_kw[0][8], 100.0);
  EXPECT_EQ(rules.plan.input_kw[0][8], 0.0);
  EXPECT_EQ(rules.plan.level_kwh[0][23], 0.0);
  hub.converters[0].input = Input::gas;
  const auto idle = rule_based(hub);
  for (const double kw : idle.plan.charge_kw[0]) EXPECT_EQ(kw, 0.0);
}

}  // namespace
}  // namespace parktwin::energy::dispatch
