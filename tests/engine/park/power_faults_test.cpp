#include "engine/park/power_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> texts(const Park& park) {
  std::vector<std::string> found;
  for (const auto& fault : power_faults(park))
    found.push_back(std::string(fault.table) + " " + fault.record + ", " + std::string(fault.field) + ": " + fault.message);
  return found;
}

/// Buses of 110, 10, 10 and 0.4 kV.
Park with_buses() {
  std::vector<Bus> buses(4);
  const double kilovolts[] = {110, 10, 10, 0.4};
  for (std::size_t i = 0; i < 4; ++i) {
    buses[i].id = "B" + std::to_string(i);
    buses[i].nominal_voltage = Kilovolts(kilovolts[i]);
  }
  Park park;
  park.buses = Part(Table(buses));
  return park;
}

PowerLine line(const std::string& id, std::size_t from, std::size_t to) {
  PowerLine made;
  made.id = id;
  made.from = Id<Bus>(from);
  made.to = Id<Bus>(to);
  made.length = Metres(100.0);
  return made;
}

Transformer unit(const std::string& id, std::size_t high, std::size_t low) {
  Transformer made;
  made.id = id;
  made.high = Id<Bus>(high);
  made.low = Id<Bus>(low);
  return made;
}

TEST(PowerFaults, LinesNeedImpedanceAndTwoBusesOfOneVoltage) {
  Park park = with_buses();
  std::vector<PowerLine> lines = {line("good", 1, 2), line("short", 1, 2), line("ideal", 1, 2), line("loop", 1, 1), line("jump", 0, 1)};
  lines[1].length = Metres(0.0);
  lines[2].resistance = lines[2].reactance = OhmsPerKilometre(0.0);
  park.power_lines = Part(Table(lines));
  EXPECT_THAT(texts(park),
              ElementsAre("power_lines short, length_m: found 0 m, expected a length: a line without impedance cannot be solved",
                          "power_lines ideal, resistance_ohm_per_km: found 0 ohm/km beside a reactance of 0 ohm/km, expected an "
                          "impedance",
                          "power_lines loop, to: found B1, where the line begins, expected another bus",
                          "power_lines jump, to: found a bus of 10 kV at a line from a bus of 110 kV, expected the same voltage"));
}

TEST(PowerFaults, TransformersStandTheRightWayRoundWithTapsInRange) {
  Park park = with_buses();
  std::vector<Transformer> units = {unit("good", 0, 1), unit("inverted", 3, 1), unit("same", 1, 1), unit("taps", 1, 3),
                                    unit("lossy", 1, 3)};
  units[3].tap_position = -17;
  units[4].copper_loss_percent = 7.0;
  park.transformers = Part(Table(units));
  EXPECT_THAT(
      texts(park),
      ElementsAre("transformers inverted, high: found a bus of 0.4 kV above one of 10 kV, expected the windings the other way round",
                  "transformers same, low: found B1, which is its high-voltage side as well, expected another bus",
                  "transformers taps, tap_position: found -17, which moves the ratio by -42.5 %, expected at most 30 % either way",
                  "transformers lossy, copper_loss_percent: found 7 %, expected at most the impedance voltage of 6 %"));
}

TEST(PowerFaults, WindingsFitTheirBusesAndOnlyMachinesHoldAVoltage) {
  Park park = with_buses();
  auto buses = park.buses->records();
  buses[0].kind = BusKind::slack;
  buses[0].held_voltage_pu = buses[1].held_voltage_pu = 1.02;
  park.buses = Part(Table(std::move(buses)));
  std::vector<Transformer> units = {unit("good", 0, 1), unit("wound", 0, 1)};
  units[0].high_rated = Kilovolts(115.0);
  units[0].low_rated = Kilovolts(10.5);
  units[1].high_rated = Kilovolts(35.0);
  units[1].low_rated = Kilovolts(0.4);
  park.transformers = Part(Table(units));
  EXPECT_THAT(texts(park), ElementsAre("buses B1, held_voltage_pu: found 1.02 at a bus where nothing holds a voltage, expected none",
                                       "transformers wound, high_rated_kv: found 35 kV at a bus of 110 kV, expected the same level",
                                       "transformers wound, low_rated_kv: found 0.4 kV at a bus of 10 kV, expected the same level"));
}

TEST(PowerFaults, LoadsNeedAPowerFactor) {
  Park park = with_buses();
  std::vector<PowerLoad> loads(2);
  loads[0].id = "good";
  loads[1].id = "bad";
  loads[0].bus = loads[1].bus = Id<Bus>(3);
  loads[1].power_factor = 0.0;
  park.power_loads = Part(Table(loads));
  EXPECT_THAT(texts(park), ElementsAre("power_loads bad, power_factor: found 0, expected more: reactive power would have no bound"));
}

TEST(PowerFaults, UnitsOfHeatAndColdHoldTogether) {
  Park park = with_buses();
  std::vector<ThermalUnit> units(5);
  units[0].id = "boiler";
  units[0].efficiency = 1.4;
  units[1].id = "pump";
  units[1].kind = ThermalUnitKind::heat_pump;
  units[1].efficiency = 3.5;
  units[2].id = "empty";
  units[2].kind = ThermalUnitKind::cold_store;
  units[3].id = "gain";
  units[3].kind = ThermalUnitKind::heat_store;
  units[3].capacity = KilowattHours(10.0);
  units[3].efficiency = 1.05;
  units[4].id = "odd";
  units[4].kind = ThermalUnitKind::chiller;
  units[4].capacity = KilowattHours(5.0);
  park.thermal_units = Part(Table(units));
  EXPECT_THAT(texts(park), ElementsAre("thermal_units boiler, efficiency: found 1.4, expected at most 1.11 of a boiler",
                                       "thermal_units empty, capacity_kwh: found 0 kWh at a store, expected a capacity",
                                       "thermal_units gain, efficiency: found 1.05, expected at most 1 of a heat_store",
                                       "thermal_units odd, capacity_kwh: found 5 kWh at what stores nothing, expected 0"));
}

TEST(PowerFaults, NegativeCapacitiesAreOutOfTheirRange) {
  Park park = with_buses();
  Storage battery;
  battery.id = "BAT";
  battery.capacity = KilowattHours(-5.0);
  ThermalUnit tank;
  tank.id = "TANK";
  tank.kind = ThermalUnitKind::heat_store;
  tank.capacity = KilowattHours(-1.0);
  Generator roof;
  roof.id = "PV";
  roof.rated_power = Kilowatts(-3.0);
  ChargingStation station;
  station.id = "EV";
  station.chargers = -2;
  park.storages = Part(Table(std::vector{battery}));
  park.thermal_units = Part(Table(std::vector{tank}));
  park.generators = Part(Table(std::vector{roof}));
  park.charging_stations = Part(Table(std::vector{station}));
  Problems problems;
  validate(park, "park", problems);
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(problem.place + ": " + problem.message);
  EXPECT_THAT(found, testing::IsSupersetOf({"storages BAT, field capacity_kwh: found -5 kWh, expected at least 0 kWh",
                                            "thermal_units TANK, field capacity_kwh: found -1 kWh, expected at least 0 kWh",
                                            "generators PV, field rated_power_kw: found -3 kW, expected at least 0 kW",
                                            "charging_stations EV, field chargers: found -2, expected at least 1"}));
}

TEST(PowerFaults, LeavesDanglingReferencesToTheFieldCheck) {
  Park park;
  park.power_lines = Part(Table(std::vector<PowerLine>{line("L", 1, 2)}));
  park.transformers = Part(Table(std::vector<Transformer>{unit("T", 0, 1)}));
  EXPECT_TRUE(power_faults(park).empty());
}

LoadFlexibility flexibility(const std::string& id, std::size_t enterprise) {
  LoadFlexibility made;
  made.id = id;
  made.enterprise = Id<Enterprise>(enterprise);
  made.shiftable_share = 0.2;
  return made;
}

TEST(PowerFaults, FlexibleLoadsNeedSomethingToMoveOrToInterrupt) {
  Park park;
  std::vector<LoadFlexibility> loads;
  for (std::size_t i = 0; i < 5; ++i) loads.push_back(flexibility("LF-" + std::to_string(i), i));
  loads[1].interruptible_share = 0.9;
  loads[2].shiftable_share = 0.0;
  loads[3].delay_h = 0.0;
  loads[3].interruptible_share = 0.1;
  loads[3].interruption_h = 0.0;
  loads[4].enterprise = Id<Enterprise>(0);
  loads[4].shiftable_share = 0.9;
  park.load_flexibility = Part(Table(loads));
  EXPECT_THAT(
      texts(park),
      ElementsAre("load_flexibility LF-1, interruptible_share: found 0.9 beside a shiftable_share of 0.2, expected at most 1 together",
                  "load_flexibility LF-2, shiftable_share: found 0 beside an interruptible_share of 0, expected a share that is flexible",
                  "load_flexibility LF-3, delay_h: found 0 h beside an advance_h of 0 h, expected hours by which a shiftable share may "
                  "move",
                  "load_flexibility LF-3, interruption_h: found 0 h, expected hours in which an interruptible share may be left",
                  "load_flexibility LF-4, enterprise: found 1.1 of its load flexible after 0.2 by other records, expected at most 1"));
}

}  // namespace
}  // namespace parktwin
