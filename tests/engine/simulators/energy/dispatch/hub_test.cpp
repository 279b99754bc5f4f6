#include "engine/simulators/energy/dispatch/hub.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Hub, AFullHubHasNoFaults) {
  testing::TestHub made;
  testing::fill_full(made, 1500, 1);
  EXPECT_THAT(faults(made.hub), IsEmpty());
  EXPECT_TRUE(has(made.hub, Carrier::cold));
}

TEST(Hub, NamesEveryFault) {
  testing::TestHub made;
  testing::fill_prices(made, {0.5, 0.6}, 1.0);
  auto& hub = made.hub;
  hub.demand_kw[1] = made.keep({1.0});
  hub.grid.sell_cny_per_kwh = made.keep({0.1, std::nan("")});
  hub.grid.most_export_kw = -1.0;
  made.periods = {0, 2};
  hub.grid.billing_period = made.periods;
  hub.renewables.push_back({"PV", -5.0, made.keep({-1.0, 0.0})});
  Store store;
  store.name = "battery";
  store.charge_efficiency = 1.2;
  store.least_share = 0.5;
  store.initial_share = 0.2;
  hub.stores.push_back(store);
  hub.green.least_share = 0.5;
  EXPECT_THAT(faults(hub),
              ElementsAre("demand of heat: 1 values for 2 steps", "grid: most_export_kw -1 is not at least 0",
                          "grid: sell_cny_per_kwh: nan at step 1, expected a finite number",
                          "grid: billing_period 2 at step 1 does not follow 0", "renewable PV: installed_kw -5 is not at least 0",
                          "renewable PV: per_kw: -1 at step 0, expected a finite number of at least 0",
                          "store battery: charge_efficiency 1.2 is not in (0, 1]", "store battery: initial_share is below least_share",
                          "green power: least_share is above 0 and none is offered"));
}

TEST(Hub, CarriersThatNothingTouches) {
  testing::TestHub made;
  testing::fill_prices(made, {0.5}, 1.0);
  EXPECT_TRUE(has(made.hub, Carrier::electricity));
  EXPECT_FALSE(has(made.hub, Carrier::heat));
  made.hub.converters.push_back(absorption_chiller("absorption", 10.0, 0.7));
  EXPECT_TRUE(has(made.hub, Carrier::heat));
  EXPECT_TRUE(has(made.hub, Carrier::cold));
}

TEST(Hub, Factories) {
  const auto plant = combined_heat_and_power("CHP", 380.0, 0.38, 0.45);
  EXPECT_DOUBLE_EQ(plant.most_input_kw, 1000.0);
  EXPECT_DOUBLE_EQ(plant.output[1] * plant.most_input_kw, 450.0);
  EXPECT_DOUBLE_EQ(gas_boiler("boiler", 90.0, 0.9).most_input_kw, 100.0);
}

// A loan of 1 at 8 % over 20 years costs 0.10185 a year (annuity tables).
TEST(Hub, Annuity) {
  EXPECT_NEAR(annuity_factor(0.08, 20.0), 0.10185, 5e-6);
  EXPECT_DOUBLE_EQ(annuity_factor(0.0, 20.0), 0.05);
}

}  // namespace
}  // namespace parktwin::energy::dispatch
