#include "engine/simulators/energy/grid/inverter_control.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::energy::grid {
namespace {

TEST(InverterControl, CurvesAreStraightBetweenPointsAndLevelOutside) {
  const std::vector<CurvePoint> curve{{1.0, 2.0}, {2.0, 4.0}, {4.0, 0.0}};
  EXPECT_EQ(on_curve(curve, 0.0), 2.0);
  EXPECT_EQ(on_curve(curve, 1.5), 3.0);
  EXPECT_EQ(on_curve(curve, 3.0), 2.0);
  EXPECT_EQ(on_curve(curve, 9.0), 0.0);
  EXPECT_EQ(slope_on_curve(curve, 0.5), 0.0);
  EXPECT_EQ(slope_on_curve(curve, 1.5), 2.0);
  EXPECT_EQ(slope_on_curve(curve, 2.0), -2.0);
  EXPECT_EQ(slope_on_curve(curve, 4.0), 0.0);
  EXPECT_EQ(on_curve({}, 1.0), 0.0);
}

TEST(InverterControl, FollowsVoltage) {
  const auto droop = voltage_droop(0.93, 0.97, 1.03, 1.07, 0.4);
  EXPECT_NEAR(reactive_power(droop, 100.0, 50.0, 0.90).value, 40.0, 1e-12);
  EXPECT_NEAR(reactive_power(droop, 100.0, 50.0, 1.00).value, 0.0, 1e-12);
  EXPECT_NEAR(reactive_power(droop, 100.0, 50.0, 1.05).value, -20.0, 1e-9);
  EXPECT_NEAR(reactive_power(droop, 100.0, 50.0, 1.05).by_voltage, -1000.0, 1e-9);
  EXPECT_NEAR(reactive_power(droop, 100.0, 50.0, 1.10).value, -40.0, 1e-12);
}

TEST(InverterControl, ActivePowerGoesFirst) {
  const auto droop = voltage_droop(0.93, 0.97, 1.03, 1.07, 0.4);
  const auto full = reactive_power(droop, 100.0, 96.0, 1.07);
  EXPECT_NEAR(full.value, -28.0, 1e-9);
  EXPECT_EQ(full.by_voltage, 0.0);
  EXPECT_EQ(reactive_power(droop, 100.0, 100.0, 1.07).value, 0.0);
}

// VDE-AR-N 4105 draws cos φ from 1 at half power to 0.9 under-excited at full power.
TEST(InverterControl, FollowsFeedIn) {
  const InverterControl control{ReactiveLaw::by_feed_in, 0.0, {{0.5, 1.0}, {1.0, -0.9}}};
  const auto at = [&](double active) { return reactive_power(control, 200.0, active, 1.0).value; };
  EXPECT_EQ(at(60.0), 0.0);
  EXPECT_NEAR(at(150.0), -150.0 * std::tan(std::acos(0.95)), 1e-9);
  EXPECT_NEAR(at(180.0), -180.0 * std::tan(std::acos(0.92)), 1e-9);
  const InverterControl feeding{ReactiveLaw::by_feed_in, 0.0, {{0.0, 0.95}, {1.0, 0.95}}};
  EXPECT_NEAR(reactive_power(feeding, 200.0, 100.0, 1.0).value, 100.0 * std::tan(std::acos(0.95)), 1e-9);
  EXPECT_EQ(reactive_power(control, 0.0, 0.0, 1.0).value, 0.0);
}

TEST(InverterControl, KeepsARatio) {
  EXPECT_EQ(reactive_power({}, 100.0, 50.0, 1.1).value, 0.0);
  EXPECT_EQ(reactive_power({ReactiveLaw::fixed_ratio, -0.3, {}}, 100.0, 50.0, 1.1).value, -15.0);
}

}  // namespace
}  // namespace parktwin::energy::grid
