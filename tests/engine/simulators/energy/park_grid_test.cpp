#include "engine/simulators/energy/park_grid.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

struct Made {
  Park park = testing::energy_park();
  loads::Loads loads = loads::loads(park, loads::working_days(2025), {});
  std::vector<std::vector<double>> per_rated{
      std::vector<double>(loads::steps_per_year, 0.5), {}, std::vector<double>(loads::steps_per_year, 1.0)};
  std::vector<std::vector<double>> storage_kw{std::vector<double>(loads::steps_per_year, 40.0)};

  [[nodiscard]] ParkGrid grid(bool droop = false) const { return park_grid({park, loads, per_rated, storage_kw, 1.02, droop}); }
};

TEST(ParkGrid, TakesRecordsInSiUnits) {
  const ParkGrid made = Made().grid();
  EXPECT_TRUE(grid::faults(made.grid).empty());
  ASSERT_EQ(made.grid.buses.size(), 4U);
  EXPECT_EQ(made.grid.buses[2].nominal_v, 400.0);
  EXPECT_NEAR(made.grid.buses[2].least_pu, 0.93, 1e-12);
  ASSERT_EQ(made.grid.sources.size(), 1U);
  EXPECT_EQ(made.grid.sources[0].voltage_pu, 1.02);
  const auto& line = made.grid.lines[0];
  EXPECT_NEAR(line.resistance_ohm, 0.2, 1e-12);
  EXPECT_NEAR(line.capacitance_f, 600e-9, 1e-20);
  EXPECT_NEAR(line.rated_a, 400.0, 1e-9);
  const auto& unit = made.grid.transformers[0];
  EXPECT_NEAR(unit.rated_va, 1.6e6, 1e-6);
  EXPECT_NEAR(unit.load_loss_w, 16e3, 1e-6);
  EXPECT_TRUE(unit.high_closed);
  EXPECT_FALSE(made.grid.transformers[1].high_closed);
}

/// Power of every record at a step is what the series say.
TEST(ParkGrid, ScalesEveryRecordByItsSeries) {
  const Made inputs;
  const ParkGrid made = inputs.grid();
  const auto factor = [&](std::uint32_t profile, std::size_t step) { return made.profiles.factors[profile * made.profiles.steps + step]; };
  ASSERT_EQ(made.grid.loads.size(), 4U);  // three consumers and the battery
  for (std::size_t step : {std::size_t{0}, std::size_t{20000}}) {
    for (std::size_t c = 0; c < 3; ++c) {
      EXPECT_NEAR(made.grid.loads[c].active_w * factor(made.profiles.use.loads[c], step),
                  1e3 * inputs.loads.kw(inputs.loads.consumers[c], step), 1e-6);
    }
    EXPECT_NEAR(made.grid.loads[3].active_w * factor(made.profiles.use.loads[3], step), -40e3, 1e-6);
    ASSERT_EQ(made.grid.inverters.size(), 2U);  // the wind turbine has no series
    EXPECT_NEAR(made.grid.inverters[0].active_w * factor(made.profiles.use.inverters[0], step), 600e3, 1e-6);
    EXPECT_NEAR(made.grid.inverters[1].active_w * factor(made.profiles.use.inverters[1], step), 20e3, 1e-6);
  }
  EXPECT_NEAR(made.grid.loads[0].reactive_var / made.grid.loads[0].active_w, std::tan(std::acos(0.95)), 1e-12);
}

TEST(ParkGrid, OnlyConvertersFollowTheDroop) {
  const ParkGrid made = Made().grid(true);
  EXPECT_EQ(made.grid.inverters[0].control.law, grid::ReactiveLaw::by_voltage);
  EXPECT_EQ(made.grid.inverters[1].control.law, grid::ReactiveLaw::none);
}

TEST(ParkGrid, PlantsAtVoltageBusesHoldTheVoltage) {
  Made inputs;
  auto buses = inputs.park.buses->records();
  buses[1].kind = BusKind::pv;
  inputs.park.buses = Part(Table(std::move(buses)));
  const ParkGrid made = inputs.grid();
  ASSERT_EQ(made.grid.generators.size(), 1U);
  EXPECT_EQ(made.grid.generators[0].bus, 1U);
  EXPECT_EQ(made.grid.inverters.size(), 1U);
}

TEST(ParkGrid, SubstationsRaiseMediumVoltage) {
  Made inputs;
  EXPECT_EQ(inputs.grid().grid.transformers[0].low_v, 400.0);
  auto buses = inputs.park.buses->records();
  buses[0].nominal_voltage = buses[1].nominal_voltage = Kilovolts(110.0);
  buses[2].nominal_voltage = Kilovolts(10.0);
  inputs.park.buses = Part(Table(std::move(buses)));
  EXPECT_NEAR(inputs.grid().grid.transformers[0].low_v, 10500.0, 1e-9);
  EXPECT_NEAR(inputs.grid().grid.buses[0].least_pu, 0.95, 1e-12);
}

TEST(ParkGrid, RecordedVoltagesShuntsAndNoLoadLossesCount) {
  Made inputs;
  auto buses = inputs.park.buses->records();
  for (auto& bus : buses) bus.held_voltage_pu = bus.kind == BusKind::slack ? std::optional(1.05) : std::nullopt;
  buses[1].kind = BusKind::pv;
  buses[1].held_voltage_pu = 1.01;
  buses[2].shunt_kw = 1.0;
  buses[2].shunt_kvar = -16.0;
  inputs.park.buses = Part(Table(std::move(buses)));
  auto units = inputs.park.transformers->records();
  units[0].high_rated = Kilovolts(10.5);
  units[0].low_rated = Kilovolts(0.41);
  units[0].phase_shift = Degrees(150.0);
  units[0].no_load_loss = Kilowatts(1.7);
  units[0].no_load_current_percent = 0.3;
  inputs.park.transformers = Part(Table(std::move(units)));
  auto loads = inputs.park.power_loads->records();
  loads[0].leading = true;
  inputs.park.power_loads = Part(Table(std::move(loads)));
  inputs.loads = loads::loads(inputs.park, loads::working_days(2025), {});
  const ParkGrid made = inputs.grid();
  EXPECT_TRUE(grid::faults(made.grid).empty());
  EXPECT_EQ(made.grid.sources[0].voltage_pu, 1.05);
  EXPECT_EQ(made.grid.generators[0].voltage_pu, 1.01);
  ASSERT_EQ(made.grid.shunts.size(), 1U);
  EXPECT_NEAR(made.grid.shunts[0].conductance_s, 1e3 / (400.0 * 400.0), 1e-12);
  EXPECT_NEAR(made.grid.shunts[0].susceptance_s, -0.1, 1e-12);
  const auto& unit = made.grid.transformers[0];
  EXPECT_NEAR(unit.high_v, 10.5e3, 1e-9);
  EXPECT_NEAR(unit.low_v, 410.0, 1e-9);
  EXPECT_NEAR(unit.shift_rad, 2.6179938779914944, 1e-12);
  EXPECT_NEAR(unit.no_load_loss_w, 1.7e3, 1e-9);
  EXPECT_NEAR(unit.no_load_current, 0.003, 1e-15);
  EXPECT_NEAR(made.grid.loads[0].reactive_var / made.grid.loads[0].active_w, -std::tan(std::acos(0.95)), 1e-12);
}

TEST(ParkGrid, LinesJoinLevelsOfOneCustom) {
  Made inputs;
  auto buses = inputs.park.buses->records();
  buses[1].nominal_voltage = Kilovolts(10.5);
  inputs.park.buses = Part(Table(std::move(buses)));
  const ParkGrid made = inputs.grid();
  EXPECT_EQ(made.grid.buses[1].nominal_v, 10e3);
  EXPECT_TRUE(grid::faults(made.grid).empty());
}

}  // namespace
}  // namespace parktwin::energy
