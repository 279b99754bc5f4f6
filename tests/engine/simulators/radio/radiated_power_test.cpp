#include "engine/simulators/radio/radiated_power.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/radio/measured_antenna.h"

namespace parktwin::radio {
namespace {

RadioCell cell_of(double power_dbm, double feeder_db) {
  RadioCell cell;
  cell.transmit_power = Dbm(power_dbm);
  cell.feeder_loss = Decibel(feeder_db);
  return cell;
}

// 53 dBm − 2 dB + 8 dBi + 10 lg 8 = 68.031 dBm.
TEST(RadiatedPower, PowerLessFeederPlusGain) {
  const auto radiated = radiated_power(cell_of(53.0, 2.0), Antenna{});
  EXPECT_NEAR(radiated.eirp.value(), 68.031, 1e-3);
  EXPECT_EQ(radiated.transmit_power, Dbm(53.0));
  EXPECT_EQ(radiated.reduction, Decibel(0.0));
  EXPECT_NEAR(radiated_power(cell_of(40.0, 0.5), test::measured_panel()).eirp.value(), 57.5, 1e-12);
}

TEST(RadiatedPower, LimitReducesThePower) {
  RadioCell cell = cell_of(53.0, 2.0);
  cell.eirp_limit = Dbm(65.0);
  const auto radiated = radiated_power(cell, Antenna{});
  EXPECT_EQ(radiated.eirp, Dbm(65.0));
  EXPECT_NEAR(radiated.reduction.value(), 3.031, 1e-3);
  EXPECT_NEAR(radiated.transmit_power.value(), 53.0 - 3.031, 1e-3);
  cell.transmit_power = radiated.transmit_power;  // at the limit nothing is left to reduce
  EXPECT_NEAR(radiated_power(cell, Antenna{}).reduction.value(), 0.0, 1e-12);
  cell.eirp_limit = Dbm(70.0);
  EXPECT_EQ(radiated_power(cell, Antenna{}).reduction, Decibel(0.0));
}

}  // namespace
}  // namespace parktwin::radio
