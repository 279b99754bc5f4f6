#include "engine/simulators/energy/trade_off.h"

#include <gtest/gtest.h>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/energy/dispatch/dispatch.h"
#include "engine/simulators/energy/energy.h"
#include "engine/simulators/energy/loads/sector_profile.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

/// A hand-made week in hours: electricity at one price, heat from a boiler or a heat pump.
struct Week {
  Park park = testing::energy_park();
  std::vector<double> load_kw = std::vector<double>(168, 100.0);
  std::vector<double> generation_kw = std::vector<double>(168, 0.0);
  std::vector<double> heat_kw = std::vector<double>(168, 60.0);
  tariff::PriceYear prices;

  Week() {
    park.storages = Part(Table(std::vector<Storage>{}));
    std::vector<ThermalUnit> units = {testing::named<ThermalUnit>("B-1"), testing::named<ThermalUnit>("HP-1")};
    units[1].kind = ThermalUnitKind::heat_pump;
    units[1].efficiency = 3.0;
    for (auto& unit : units) unit.rated_power = Kilowatts(100.0);
    units[0].efficiency = 0.9;
    park.thermal_units = Part(Table(std::move(units)));
    prices.cny_per_kwh.assign(168, 1.2);
    prices.month.assign(168, 0);
  }
  [[nodiscard]] HubInputs inputs() const {
    HubInputs in{park, load_kw, generation_kw, &prices, 0.0, 0.0, StorageControl::rule_based, heat_kw, {}, 0.3};
    in.carbon = {0.0, 0.3, 0.2};
    in.green = {0.09, 0.0, 0.0};
    return in;
  }
};

/// A kWh of heat costs 0.3333 CNY and 0.2222 kg by gas, 0.4 CNY and 0.1 kg by electricity: the heat pump from 545 CNY/t on. Green power
/// from 300 CNY/t on, and with it a kWh of heat 0.43 CNY without carbon: from 435 CNY/t on.
TEST(TradeOff, WorkedByHand) {
  const Week week;
  const auto curve = trade_off(week.inputs(), {500.0, 310.0, 290.0, 310.0}, 1);
  ASSERT_EQ(curve.reason, "");
  ASSERT_EQ(curve.points.size(), 4U);
  const double hours = 168.0 * 0.25;
  const auto expect_point = [&](std::size_t i, double cny, double kg, double import_kw, double green_kw, double gas_kw) {
    EXPECT_NEAR(curve.points[i].cost_cny, hours * cny, 1e-6) << i;
    EXPECT_NEAR(curve.points[i].carbon_t, hours * kg * 1e-3, 1e-9) << i;
    EXPECT_NEAR(curve.points[i].import_mwh, hours * import_kw * 1e-3, 1e-9) << i;
    EXPECT_NEAR(curve.points[i].green_mwh, hours * green_kw * 1e-3, 1e-9) << i;
    EXPECT_NEAR(curve.points[i].gas_mwh, hours * gas_kw * 1e-3, 1e-9) << i;
  };
  expect_point(0, 120.0 + 20.0, 30.0 + 40.0 / 3.0, 100.0, 0.0, 60.0 / 0.9);
  expect_point(1, 140.0, 30.0 + 40.0 / 3.0, 100.0, 0.0, 60.0 / 0.9);
  expect_point(2, 129.0 + 20.0, 40.0 / 3.0, 100.0, 100.0, 60.0 / 0.9);
  expect_point(3, 120.0 * 1.29, 0.0, 120.0, 120.0, 0.0);
  EXPECT_FALSE(curve.points[1].cny_per_t);
  EXPECT_NEAR(*curve.points[2].cny_per_t, 300.0, 1e-6);
  EXPECT_NEAR(*curve.points[3].cny_per_t, 5.8 / (40.0 / 3.0) * 1e3, 1e-6);
}

/// A declared amount of green power is bought at every price: its premium and what it avoids stand in every point, no more than is drawn.
TEST(TradeOff, HoldsTheGreenPowerThatIsDeclared) {
  const Week week;
  const auto plain = trade_off(week.inputs(), {310.0}, 1);
  HubInputs in = week.inputs();
  in.green.least_mwh = 2.0;  // of 4.2 MWh that are drawn
  const auto declared = trade_off(in, {310.0}, 1);
  ASSERT_EQ(declared.points.size(), 2U);
  EXPECT_NEAR(declared.points[0].green_mwh, 2.0, 1e-9);
  EXPECT_NEAR(declared.points[0].cost_cny - plain.points[0].cost_cny, 2000.0 * 0.09, 1e-6);
  EXPECT_NEAR(plain.points[0].carbon_t - declared.points[0].carbon_t, 2.0 * 0.3, 1e-9);
  EXPECT_NEAR(declared.points[1].cost_cny, plain.points[1].cost_cny, 1e-6) << "all of it is green there";
  EXPECT_NEAR(declared.points[1].carbon_t, plain.points[1].carbon_t, 1e-9);
}

/// Every point from a cold start, without the last one's basis: the same year, and no other point is better at its price.
TEST(TradeOff, IsThatOfEachPriceByItself) {
  const Week week;
  const std::vector<double> prices = {50.0, 200.0, 400.0, 1000.0};
  const auto curve = trade_off(week.inputs(), prices, 1);
  ASSERT_EQ(curve.points.size(), 5U);
  for (std::size_t i = 1; i < curve.points.size(); ++i) {
    const auto& point = curve.points[i];
    const auto alone = trade_off(week.inputs(), {point.carbon_cny_per_t}, 1).points.back();
    EXPECT_NEAR(point.cost_cny, alone.cost_cny, 1e-6 * point.cost_cny);
    EXPECT_NEAR(point.carbon_t, alone.carbon_t, 1e-6);
    EXPECT_LE(point.carbon_t, curve.points[i - 1].carbon_t + 1e-9);
    EXPECT_GE(point.cost_cny, curve.points[i - 1].cost_cny - 1e-6);
    for (const auto& other : curve.points) {
      const auto priced = [&](const TradeOffPoint& one) { return one.cost_cny + point.carbon_cny_per_t * one.carbon_t; };
      EXPECT_LE(priced(point), priced(other) + 1e-6 * priced(other));
    }
  }
}

TEST(TradeOff, OfAYearNeedsFactorsAndIsTheSameForAnyThreads) {
  Options options;
  options.grid_study = false;
  options.trade_off_cny_per_t = {60.0};
  Tables tables = testing::tables();
  const auto with = [&](std::size_t threads) {
    const ThreadLimit limit(threads);
    return simulate(testing::energy_park(), options, tables).trade_off;
  };
  const TradeOff curve = with(1);
  ASSERT_EQ(curve.points.size(), 2U);
  EXPECT_EQ(curve.points[0].green_mwh, 0.0);
  EXPECT_NEAR(curve.points[1].green_mwh, curve.points[1].import_mwh, 1e-6) << "0.51 kg/kWh at 60 CNY/t are more than 0.02 CNY/kWh";
  EXPECT_EQ(content_hash(curve), content_hash(with(3)));
  tables.factors.reset();
  EXPECT_EQ(with(2).reason, "no emission factors are given");
  options.trade_off_cny_per_t.clear();
  EXPECT_TRUE(with(2).points.empty());
}

}  // namespace
}  // namespace parktwin::energy
