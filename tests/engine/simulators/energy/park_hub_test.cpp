#include "engine/simulators/energy/park_hub.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/simulators/energy/dispatch/dispatch.h"
#include "engine/simulators/energy/loads/sector_profile.h"
#include "tests/engine/simulators/energy/dispatch/glpk_dispatch.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

/// Four days of quarter-hours with everything: a battery, a boiler, a heat pump, a heat store, free plants, loads that move or are left.
struct Days {
  static constexpr std::size_t steps = 4 * 96;
  Park park = testing::energy_park();
  std::vector<double> load_kw, generation_kw, heat_kw;
  tariff::PriceYear prices;
  std::vector<FlexibleGroup> groups;

  Days() {
    std::vector<ThermalUnit> units = {testing::named<ThermalUnit>("B-1"), testing::named<ThermalUnit>("HP-1"),
                                      testing::named<ThermalUnit>("HS-1")};
    units[0].rated_power = Kilowatts(300.0);
    units[1].kind = ThermalUnitKind::heat_pump;
    units[1].efficiency = 3.0;
    units[1].rated_power = Kilowatts(90.0);
    units[2].kind = ThermalUnitKind::heat_store;
    units[2].rated_power = Kilowatts(100.0);
    units[2].capacity = KilowattHours(400.0);
    park.thermal_units = Part(Table(std::move(units)));
    prices = tariff::price_year(*testing::tables().tariff, {2025, 4, {}, {}});
    prices.cny_per_kwh.resize(steps);
    prices.month.resize(steps);
    groups.resize(2);
    groups[0] = {"movable loads 1", {}, false, 5.0, 3.0, 160.0, 0.0, dispatch::unlimited};
    groups[1] = {"interruptible loads 2", {}, true, 0.0, 0.0, dispatch::unlimited, 1.2, 300.0};
    for (std::size_t i = 0; i < steps; ++i) {
      const double day = std::sin(2.0 * std::numbers::pi * (static_cast<double>(i % 96) - 28.0) / 96.0);
      load_kw.push_back(600.0 + 250.0 * day);
      generation_kw.push_back(std::max(0.0, 500.0 * day));
      heat_kw.push_back(180.0 - 60.0 * day);
      groups[0].demand_kw.push_back(80.0 + 40.0 * day);
      groups[1].demand_kw.push_back(60.0);
    }
  }
  [[nodiscard]] HubInputs inputs(double carbon_cny_per_t = 0.0) const {
    HubInputs in{park, load_kw, generation_kw, &prices, 30.0, 0.2, StorageControl::perfect_foresight, heat_kw, {}, 0.3, groups};
    in.plants = {100.0, 0.6, 0.8, 0.4, 0.2};
    in.carbon = {carbon_cny_per_t, 0.6, 0.2};
    in.green = {0.05, 0.25, 0.0};
    return in;
  }
};

dispatch::Options by_price(double cny_per_t, bool switched = false) {
  dispatch::Options options;
  options.carbon_cny_per_t = cny_per_t;
  options.switched_units = switched;
  return options;
}

/// Against GLPK on the hub's records.
TEST(ParkHub, CostsWhatGlpkFinds) {
  const Days days;
  for (const double price : {0.0, 70.0, 120.0}) {
    const ParkHub park(days.inputs(price), 4);
    ASSERT_TRUE(dispatch::faults(park.hub).empty()) << dispatch::faults(park.hub)[0];
    const auto result = dispatch::dispatch(park.hub, by_price(price));
    ASSERT_EQ(result.status, dispatch::Status::optimal) << result.reason;
    const double expected = dispatch::testing::glpk_cost(park.hub, price / 1000.0);
    EXPECT_NEAR(result.total_cny, expected, 1e-6 * expected) << price;
    EXPECT_LE(result.greatest_imbalance, 1e-9);
  }
}

/// Green power in the price against green power as columns of its own, decided in every step.
TEST(ParkHub, GreenPowerInThePriceIsThatOfADecisionInEveryStep) {
  const Days days;
  for (const double price : {0.0, 83.0, 84.0, 300.0}) {  // 0.05 CNY/kWh is worth 83.3 CNY/t at 0.6 kg/kWh
    const ParkHub priced(days.inputs(price), 4);
    HubInputs without = days.inputs(price);
    without.green = {};
    const ParkHub plain(without, 4);
    dispatch::Hub decided = plain.hub;
    decided.green = {true, 0.05, 0.25};
    std::vector<double> kg(decided.steps, 0.6);
    decided.grid.import_kg_per_kwh = kg;
    const auto one = dispatch::dispatch(priced.hub, by_price(price));
    const auto other = dispatch::dispatch(decided, by_price(price));
    ASSERT_EQ(other.status, dispatch::Status::optimal) << other.reason;
    EXPECT_NEAR(one.total_cny, other.total_cny, 1e-6 * other.total_cny) << price;
    EXPECT_NEAR(one.import_kg, other.import_kg, 1e-3) << price;
  }
}

TEST(ParkHub, PlantsKeepTheirLeastLoadAndRoundingCostsLittle) {
  const Days days;
  const ParkHub park(days.inputs(), 4);
  const auto result = dispatch::dispatch(park.hub, by_price(0.0, true));
  ASSERT_EQ(result.status, dispatch::Status::feasible) << result.reason;
  EXPECT_LE(result.greatest_imbalance, 1e-9);
  std::size_t on = 0;
  for (const auto& flow : result.flows) {
    if (flow.name != plants_together || flow.carrier != dispatch::Carrier::electricity) continue;
    for (const double kw : flow.kw) {
      EXPECT_TRUE(kw == 0.0 || (kw >= 40.0 - 1e-6 && kw <= 100.0 + 1e-6)) << kw;
      on += kw > 0.0 ? 1 : 0;
    }
  }
  EXPECT_GT(on, 10U);
  EXPECT_GE(result.total_cny, result.bound_cny - 1e-6 * result.bound_cny);
  EXPECT_LE(result.total_cny, 1.02 * result.bound_cny);
}

/// Two batteries and two boilers of one kind and different size: one each in the hub, at the same cost as by themselves.
TEST(ParkHub, UnitsOfOneKindAreOneAtTheSameCost) {
  Days days;
  auto storages = days.park.storages->records();
  storages.push_back(storages[0]);
  storages[1].id = "BAT-2";
  storages[1].capacity = KilowattHours(300.0);
  storages[1].rated_power = Kilowatts(150.0);
  days.park.storages = Part(Table(std::move(storages)));
  auto units = days.park.thermal_units->records();
  units.push_back(units[0]);
  units.back().id = "B-2";
  units.back().rated_power = Kilowatts(100.0);
  days.park.thermal_units = Part(Table(std::move(units)));
  HubInputs in = days.inputs();
  const ParkHub joined(in, 4);
  in.control = StorageControl::rule_based;
  const ParkHub apart(in, 4);
  EXPECT_EQ(joined.hub.stores.size() + 1, apart.hub.stores.size());
  EXPECT_EQ(joined.hub.converters.size() + 1, apart.hub.converters.size());
  EXPECT_EQ(joined.storages[1].name, "BAT-1");
  EXPECT_NEAR(joined.storages[1].share, 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(joined.units[0].share, 0.75, 1e-12);
  EXPECT_EQ(joined.units[3].name, "B-1");
  EXPECT_EQ(apart.units[3].name, "B-2");
  EXPECT_EQ(apart.units[3].share, 1.0);
  const auto one = dispatch::dispatch(joined.hub, by_price(0.0));
  const auto two = dispatch::dispatch(apart.hub, by_price(0.0));
  ASSERT_EQ(one.status, dispatch::Status::optimal);
  EXPECT_NEAR(one.total_cny, two.total_cny, 1e-7 * two.total_cny);
}

TEST(ParkHub, CoarsensByMeans) {
  const std::vector<double> values = {1.0, 2.0, 3.0, 4.0, 5.0};
  EXPECT_EQ(coarsened(values, 2), (std::vector<double>{1.5, 3.5}));
  EXPECT_TRUE(coarsened({}, 4).empty());
}

}  // namespace
}  // namespace parktwin::energy
