#include "engine/simulators/energy/thermal_year.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

ThermalUnit unit(const std::string& id, ThermalUnitKind kind, double kw, double efficiency, double kwh = 0.0) {
  auto made = testing::named<ThermalUnit>(id);
  made.kind = kind;
  made.bus = Id<Bus>(1);
  made.rated_power = Kilowatts(kw);
  made.efficiency = efficiency;
  made.capacity = KilowattHours(kwh);
  return made;
}

/// E-1 wants 1,000 MWh of heat, of which the plant of 20 kW makes what it can; E-2 wants 400 MWh of cold.
Park park_with(std::vector<ThermalUnit> units) {
  Park park = testing::energy_park();
  park.thermal_units = Part(Table(std::move(units)));
  auto demand = testing::named<ColdDemand>("CD-1");
  demand.enterprise = Id<Enterprise>(1);
  demand.yearly_cold = MegawattHours(400.0);
  park.cold_demands = Part(Table(std::vector<ColdDemand>{demand}));
  return park;
}

std::vector<ThermalUnit> all_units() {
  return {unit("B-1", ThermalUnitKind::boiler, 300.0, 0.9), unit("HP-1", ThermalUnitKind::heat_pump, 100.0, 3.0),
          unit("CH-1", ThermalUnitKind::chiller, 400.0, 5.0), unit("HS-1", ThermalUnitKind::heat_store, 100.0, 0.96, 400.0),
          unit("CS-1", ThermalUnitKind::cold_store, 200.0, 0.9, 800.0)};
}

Result year(const Park& park, StorageControl control = StorageControl::rule_based, double gas = 0.35) {
  Options options;
  options.grid_study = false;
  options.storage_control = control;
  options.gas_cny_per_kwh = gas;
  return simulate(park, options, testing::tables());
}

const CarrierBalance& balance(const Result& result, ThermalCarrier carrier) {
  for (const auto& each : result.heat_and_cold.balances) {
    if (each.carrier == carrier) return each;
  }
  ADD_FAILURE() << "no balance";
  return result.heat_and_cold.balances.front();
}

void expect_closed(const Result& result) {
  EXPECT_EQ(result.heat_and_cold.reason, "");
  EXPECT_LT(result.balance.greatest_imbalance, 1e-9);
  for (const auto& each : result.heat_and_cold.balances) {
    EXPECT_LT(each.greatest_imbalance, 1e-9) << name_of(each.carrier);
    if (each.carrier == ThermalCarrier::gas) continue;
    EXPECT_NEAR(each.demand_mwh + each.store_loss_mwh, each.plants_mwh + each.units_mwh + each.outside_mwh, 1e-6 * each.demand_mwh);
  }
}

TEST(ThermalYear, BalancesCloseUnderEveryControl) {
  const Park park = park_with(all_units());
  for (const auto control : {StorageControl::idle, StorageControl::rule_based, StorageControl::perfect_foresight}) {
    SCOPED_TRACE(name_of(control));
    const Result result = year(park, control);
    expect_closed(result);
    EXPECT_NEAR(balance(result, ThermalCarrier::heat).demand_mwh, 1000.0, 1e-6);
    EXPECT_NEAR(balance(result, ThermalCarrier::cold).demand_mwh, 400.0, 1e-6);
    EXPECT_NEAR(balance(result, ThermalCarrier::cold).outside_mwh, 0.0, 1e-3) << "the chiller suffices";
    const auto& units = result.heat_and_cold.units;
    ASSERT_EQ(units.size(), 5U);
    EXPECT_NEAR(units[0].gas_mwh, units[0].output_mwh / 0.9, 1e-6);
    EXPECT_NEAR(units[1].electricity_mwh, units[1].output_mwh / 3.0, 1e-6);
    EXPECT_NEAR(units[2].electricity_mwh, units[2].output_mwh / 5.0, 1e-6);
    const bool stores = control != StorageControl::idle;
    EXPECT_EQ(units[4].charged_mwh > 1.0, stores) << "the cold store works at night";
    EXPECT_NEAR(units[4].output_mwh, 0.9 * units[4].charged_mwh, 0.01 * units[4].charged_mwh + 1.0);
  }
}

TEST(ThermalYear, ElectricityOfUnitsIsPartOfTheGrid) {
  const Result bare = year(testing::energy_park());
  const Result result = year(park_with(all_units()));
  double used = 0.0;
  for (const auto& each : result.heat_and_cold.units) used += each.electricity_mwh;
  EXPECT_GT(used, 50.0);
  EXPECT_NEAR(result.balance.consumption_mwh, bare.balance.consumption_mwh + used, 1e-6);
  EXPECT_NEAR(result.grid.buses[1].consumption_mwh, bare.grid.buses[1].consumption_mwh + used, 1e-6);
}

TEST(ThermalYear, ForesightCostsNoMoreThanRules) {
  const Park park = park_with(all_units());
  const auto cost = [&](StorageControl control) {
    const Result result = year(park, control);
    const double outside = balance(result, ThermalCarrier::heat).outside_mwh;
    return result.bill.total_cny - result.bill.feed_in_cny + 350.0 * result.heat_and_cold.units[0].gas_mwh + 1e5 * outside;
  };
  EXPECT_LT(cost(StorageControl::perfect_foresight), cost(StorageControl::rule_based));
}

TEST(ThermalYear, CheapGasFiresTheBoilerDearGasTheHeatPump) {
  const Park park = park_with(all_units());
  const Result cheap = year(park, StorageControl::rule_based, 0.02);
  const Result dear = year(park, StorageControl::rule_based, 3.0);
  EXPECT_GT(cheap.heat_and_cold.units[0].output_mwh, dear.heat_and_cold.units[0].output_mwh);
  EXPECT_LT(cheap.heat_and_cold.units[1].output_mwh, dear.heat_and_cold.units[1].output_mwh);
}

TEST(ThermalYear, WhatUnitsCannotMakeIsSaid) {
  const Result result =
      year(park_with({unit("CH-1", ThermalUnitKind::chiller, 20.0, 5.0), unit("B-1", ThermalUnitKind::boiler, 10.0, 0.9)}));
  expect_closed(result);
  EXPECT_GT(balance(result, ThermalCarrier::cold).outside_mwh, 200.0);
  EXPECT_LE(balance(result, ThermalCarrier::cold).units_mwh, 20.0 * 8.76 + 1e-6);
  EXPECT_GT(balance(result, ThermalCarrier::heat).outside_mwh, 0.0);
}

TEST(ThermalYear, BoilersBurnGasAndSpareBoughtHeat) {
  const Result bought = year(park_with({}));
  const Result made = year(park_with({unit("B-1", ThermalUnitKind::boiler, 2000.0, 0.9)}));
  EXPECT_GT(bought.carbon.park.heat_t, 0.0);
  EXPECT_NEAR(made.carbon.park.heat_t, 0.0, 1e-6);
  EXPECT_GT(made.carbon.park.fuel_t, bought.carbon.park.fuel_t);
  const auto& gas = balance(made, ThermalCarrier::gas);
  EXPECT_NEAR(gas.demand_mwh, 500.0, 1e-9);
  EXPECT_NEAR(gas.outside_mwh, gas.demand_mwh + gas.converted_mwh, 1e-6);
}

TEST(ThermalYear, UnitsWithoutDemandStandIdle) {
  Park park = testing::energy_park();
  park.thermal_units = Part(Table(std::vector<ThermalUnit>{unit("CH-1", ThermalUnitKind::chiller, 20.0, 5.0)}));
  const Result result = year(park);
  EXPECT_EQ(result.heat_and_cold.reason, "nobody wants their heat or cold");
  ASSERT_EQ(result.heat_and_cold.units.size(), 1U);
  EXPECT_EQ(result.heat_and_cold.units[0].output_mwh, 0.0);
}

/// A plant of 150 kW beside a boiler: free, it stands still where gas is dear, and what it makes closes in every quarter-hour.
TEST(ThermalYear, FreePlantsRunWhenTheyAreCheapest) {
  Park park = park_with({unit("B-1", ThermalUnitKind::boiler, 400.0, 0.9), unit("HP-1", ThermalUnitKind::heat_pump, 60.0, 3.0)});
  auto generators = park.generators->records();
  generators[2].rated_power = Kilowatts(150.0);
  park.generators = Part(Table(std::move(generators)));
  const auto with = [&](StorageControl storages, PlantControl plants, double gas) {
    Options options;
    options.grid_study = false;
    options.storage_control = storages;
    options.plant_control = plants;
    options.gas_cny_per_kwh = gas;
    return simulate(park, options, testing::tables());
  };
  for (const auto control : {StorageControl::rule_based, StorageControl::perfect_foresight}) {
    SCOPED_TRACE(name_of(control));
    const Result led = with(control, PlantControl::heat_led, 3.0);
    const Result dear = with(control, PlantControl::dispatched, 3.0);
    const Result cheap = with(control, PlantControl::dispatched, 0.1);
    for (const auto* result : {&dear, &cheap}) {
      expect_closed(*result);
      for (const double kw : result->series.plant_kw) EXPECT_LE(kw, 150.0 + 1e-9);
      for (const double kw : result->series.plant_kw) EXPECT_GE(kw, 0.0);
    }
    EXPECT_LT(dear.balance.plant_mwh, led.balance.plant_mwh);
    EXPECT_GT(cheap.balance.plant_mwh, dear.balance.plant_mwh);
  }
}

}  // namespace
}  // namespace parktwin::energy
