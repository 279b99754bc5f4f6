#include "engine/park/power_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST(PowerFaults, LeavesDanglingReferencesToTheFieldCheck) {
  Park park;
  park.power_lines = Part(Table(std::vector<PowerLine>{line("L", 1, 2)}));
  park.transformers = Part(Table(std::vector<Transformer>{unit("T", 0, 1)}));
  EXPECT_TRUE(power_faults(park).empty());
}

}  // namespace
}  // namespace parktwin
