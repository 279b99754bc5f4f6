#include "engine/simulators/energy/sizing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/energy/carbon/abatement.h"
#include "engine/simulators/energy/dispatch/dispatch.h"
#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

SizedUnit unit(const char* name, SizedKind kind, double most, double capital) {
  SizedUnit made;
  made.name = name;
  made.kind = kind;
  made.most = most;
  made.capital_cny_per_unit = capital;
  return made;
}

/// A year of hours, by turns at 0.2 and 1.2 CNY a kWh for 12 hours each; 100 kW are drawn, heat of 60 kW comes from a heat pump.
struct Year {
  Park park = testing::energy_park();
  std::vector<double> load_kw = std::vector<double>(8760, 100.0);
  std::vector<double> generation_kw = std::vector<double>(8760, 0.0);
  std::vector<double> heat_kw = std::vector<double>(8760, 60.0);
  tariff::PriceYear prices;

  Year() {
    park.storages = Part(Table(std::vector<Storage>{}));
    std::vector<ThermalUnit> units = {testing::named<ThermalUnit>("HP-1")};
    units[0].kind = ThermalUnitKind::heat_pump;
    units[0].efficiency = 3.0;
    units[0].rated_power = Kilowatts(200.0);
    park.thermal_units = Part(Table(std::move(units)));
    for (std::size_t hour = 0; hour < 8760; ++hour) prices.cny_per_kwh.push_back(hour % 24 < 12 ? 0.2 : 1.2);
    prices.month.assign(8760, 0);
  }
  [[nodiscard]] HubInputs inputs() const {
    HubInputs in{park, load_kw, generation_kw, &prices, 0.0, 0.0};
    in.carbon = {0.0, 0.5, 0.2};
    return in;
  }
  [[nodiscard]] Sizing sized(const std::vector<SizedUnit>& units, const HubInputs& in) const {
    return size_units({in, units, nullptr, {}, 0.08}, 1);
  }
};

constexpr double hours = 8760.0 * 0.25;  // steps are quarter-hours to the hub

/// A battery of 48 h in proportion to the quarter-hours: 12 steps fill it at 88 % there and back. 100 kW for 12 steps of a quarter-hour are
/// 300 kWh given, 300 / √0.88 of capacity; each cycle saves 300 · 1.2 − 300 / 0.88 · 0.2 CNY.
TEST(Sizing, BatteryByHand) {
  const Year year;
  const double wanted = 300.0 / std::sqrt(0.88);
  const double cycles = 365.0;
  const double saved_per_kwh = cycles * (300.0 * 1.2 - 300.0 / 0.88 * 0.2) / wanted;
  const double factor = carbon::annuity_factor(0.08, 20.0) * hours / 8760.0;  // the steps are a quarter of a year
  SizedUnit battery = unit("battery", SizedKind::battery, 1000.0, 0.99 * saved_per_kwh / factor);
  battery.duration_h = 1.0;
  const auto cheap = year.sized({battery}, year.inputs());
  ASSERT_EQ(cheap.reason, "");
  EXPECT_NEAR(cheap.units[0].built, wanted, 1e-6 * wanted);
  EXPECT_FALSE(cheap.units[0].at_most);
  EXPECT_NEAR(cheap.cost_before_cny, 100.0 * hours * 0.7, 1e-6 * cheap.cost_before_cny);
  EXPECT_NEAR(cheap.cost_before_cny - cheap.cost_after_cny, 0.01 * saved_per_kwh * wanted, 1e-3);
  EXPECT_NEAR(cheap.units[0].capital_cny, cheap.units[0].built * battery.capital_cny_per_unit, 1e-6);
  battery.capital_cny_per_unit = 1.01 * saved_per_kwh / factor;
  EXPECT_NEAR(year.sized({battery}, year.inputs()).units[0].built, 0.0, 1e-9) << "does not pay";
  battery.capital_cny_per_unit = 1.0;
  battery.most = 50.0;
  const auto bounded = year.sized({battery}, year.inputs());
  EXPECT_NEAR(bounded.units[0].built, 50.0, 1e-9);
  EXPECT_TRUE(bounded.units[0].at_most);
  EXPECT_GT(bounded.carbon_after_t, bounded.carbon_before_t) << "losses of the battery are bought";
}

/// With sizes of the answer as installed, the hub costs what was said; with a tenth more or less it costs no less.
TEST(Sizing, NoOtherSizeCostsLess) {
  const Year year;
  HubInputs in = year.inputs();
  in.heat_kw = year.heat_kw;
  SizedUnit store = unit("tank", SizedKind::heat_store, 5000.0, 60.0);
  store.duration_h = 3.0;
  SizedUnit battery = unit("battery", SizedKind::battery, 5000.0, 700.0);
  const auto best = year.sized({store, battery}, in);
  ASSERT_EQ(best.reason, "");
  EXPECT_GT(best.units[0].built, 0.0);
  EXPECT_LT(best.cost_after_cny, best.cost_before_cny);
  for (const double factor : {0.9, 1.0, 1.1}) {
    auto fixed = std::vector{store, battery};
    double annuities = 0.0;
    auto park = year.park;
    std::vector<Storage> storages = {testing::named<Storage>("battery")};
    storages[0].capacity = KilowattHours(std::max(1e-6, factor * best.units[1].built));
    storages[0].rated_power = Kilowatts(storages[0].capacity.value() / battery.duration_h);
    park.storages = Part(Table(std::move(storages)));
    auto units = park.thermal_units->records();
    units.push_back(testing::named<ThermalUnit>("tank"));
    units.back().kind = ThermalUnitKind::heat_store;
    units.back().capacity = KilowattHours(factor * best.units[0].built);
    units.back().rated_power = Kilowatts(units.back().capacity.value() / store.duration_h);
    park.thermal_units = Part(Table(std::move(units)));
    for (std::size_t i = 0; i < 2; ++i) {
      annuities += 0.25 * factor * best.units[i].built * fixed[i].capital_cny_per_unit * carbon::annuity_factor(0.08, 20.0);
      fixed[i].most = 0.0;
    }
    HubInputs held{park, year.load_kw, year.generation_kw, &year.prices, 0.0, 0.0};
    held.heat_kw = year.heat_kw;
    held.carbon = in.carbon;
    const auto same = year.sized(fixed, held);
    const double cost = same.cost_after_cny + annuities;
    EXPECT_GE(cost, best.cost_after_cny - 1e-6 * best.cost_after_cny) << factor;
    if (factor == 1.0) {
      EXPECT_NEAR(cost, best.cost_after_cny, 1e-6 * best.cost_after_cny);
    }
  }
}

TEST(Sizing, SaysWhatCannotBeSized) {
  const Year year;
  SizedUnit roof = unit("roof", SizedKind::photovoltaic, 100.0, 1.0);
  const auto made = year.sized({roof, unit("tank", SizedKind::heat_store, 100.0, 1.0)}, year.inputs());
  EXPECT_EQ(made.units[0].reason, "the park has no weather");
  EXPECT_EQ(made.units[1].reason, "no unit of the park makes heat that could be stored");
  EXPECT_NEAR(made.cost_before_cny, made.cost_after_cny, 1e-6);
  EXPECT_TRUE(year.sized({}, year.inputs()).units.empty());
}

/// Of a year: PV pays at 500 CNY a kW and not at 50,000; the sun of a roof needs the roof; any number of threads gives the same bits.
TEST(Sizing, OfAYear) {
  Options options;
  options.grid_study = false;
  options.sizing = {unit("cheap", SizedKind::photovoltaic, 500.0, 500.0), unit("dear", SizedKind::photovoltaic, 500.0, 50000.0),
                    unit("nowhere", SizedKind::photovoltaic, 500.0, 500.0)};
  options.sizing[2].building = "B-9";
  const auto with = [&](std::size_t threads) {
    const ThreadLimit limit(threads);
    return simulate(testing::energy_park(), options, testing::tables()).sizing;
  };
  const Sizing sizing = with(1);
  ASSERT_EQ(sizing.reason, "");
  EXPECT_GT(sizing.units[0].built, 100.0);
  EXPECT_EQ(sizing.units[1].built, 0.0);
  EXPECT_EQ(sizing.units[2].reason, "the park has no building B-9");
  EXPECT_LT(sizing.cost_after_cny, sizing.cost_before_cny);
  EXPECT_LT(sizing.carbon_after_t, sizing.carbon_before_t);
  EXPECT_LT(sizing.import_after_mwh, sizing.import_before_mwh);
  EXPECT_EQ(content_hash(sizing), content_hash(with(3)));
}

}  // namespace
}  // namespace parktwin::energy
