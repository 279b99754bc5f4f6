#include "engine/simulators/radio/link/adjacent_channel.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/check.h"

namespace parktwin::radio::link {
namespace {

void expect_limits(const AdjacentChannelLimits& limits, double leakage_db, double selectivity_db) {
  EXPECT_DOUBLE_EQ(limits.leakage_ratio.value(), leakage_db);
  EXPECT_DOUBLE_EQ(limits.selectivity.value(), selectivity_db);
}

// TS 38.104 table 6.6.3.2-1 and TS 38.101-1 v17.5.0 tables 7.5-1 (below 2.7 GHz, by bandwidth) and 7.5-2.
TEST(AdjacentChannel, LimitsDownBelowSevenGigahertz) {
  expect_limits(adjacent_channel_limits(Direction::down, gigahertz(3.5), megahertz(100)), 45.0, 33.0);
  expect_limits(adjacent_channel_limits(Direction::down, gigahertz(2.1), megahertz(10)), 45.0, 33.0);
  expect_limits(adjacent_channel_limits(Direction::down, gigahertz(2.1), megahertz(15)), 45.0, 30.0);
  expect_limits(adjacent_channel_limits(Direction::down, gigahertz(2.1), megahertz(20)), 45.0, 27.0);
  expect_limits(adjacent_channel_limits(Direction::down, gigahertz(2.6), megahertz(40)), 45.0, 24.0);
  expect_limits(adjacent_channel_limits(Direction::down, gigahertz(2.6), megahertz(60)), 45.0, 22.5);
}

// TS 38.104 table 9.7.3.3-1, TS 38.101-2 tables 6.5.2.3-1 and 7.5-1.
TEST(AdjacentChannel, LimitsOfMillimetreWaves) {
  expect_limits(adjacent_channel_limits(Direction::down, gigahertz(26.0), megahertz(400)), 28.0, 23.0);
  expect_limits(adjacent_channel_limits(Direction::down, gigahertz(39.0), megahertz(400)), 26.0, 22.0);
  expect_limits(adjacent_channel_limits(Direction::up, gigahertz(26.0), megahertz(400)), 17.0, 24.0);
  expect_limits(adjacent_channel_limits(Direction::up, gigahertz(39.0), megahertz(400)), 16.0, 23.0);
}

// TS 38.104 table 7.4.1.2-1: an interferer of −52 dBm and 5 MHz (25 blocks of 15 kHz) may raise the disturbance by 6 dB, so three times
// the noise of a receiver with 5 dB noise figure passes the filter: −173.975 + 10 lg 4.5e6 + 5 + 4.77 = −97.7 dBm.
TEST(AdjacentChannel, BaseStationSelectivityFollowsFromItsTest) {
  const double noise_dbm = -173.975 + 10.0 * std::log10(4.5e6) + 5.0;
  const double passing_dbm = noise_dbm + 10.0 * std::log10(std::pow(10.0, 0.6) - 1.0);
  const auto limits = adjacent_channel_limits(Direction::up, gigahertz(3.5), megahertz(100));
  EXPECT_NEAR(limits.selectivity.value(), -52.0 - passing_dbm, 0.5);
  EXPECT_EQ(limits.leakage_ratio, Decibel(30.0));  // TS 38.101-1 clause 6.5.2.4.1, power class 3
}

// 10^-4.5 + 10^-3.3 = 5.3281e-4: 32.734 dB. Equal ratios lose 3.010 dB.
TEST(AdjacentChannel, InterferenceRatio) {
  EXPECT_NEAR(interference_ratio({Decibel(45.0), Decibel(33.0)}).value(), 32.734, 1e-3);
  EXPECT_NEAR(interference_ratio({Decibel(30.0), Decibel(30.0)}).value(), 26.990, 1e-3);
  EXPECT_NEAR(interference_ratio({Decibel(30.0), Decibel(300.0)}).value(), 30.0, 1e-9);
}

TEST(AdjacentChannel, CouplingFallsInSteps) {
  const AdjacentChannelLimits limits{Decibel(45.0), Decibel(33.0)};
  const Hertz width = megahertz(100);
  EXPECT_NEAR(adjacent_channel_coupling(limits, Hertz(0.0), width), 5.3281e-4, 1e-8);
  EXPECT_NEAR(adjacent_channel_coupling(limits, Hertz(-1e-6), width), 5.3281e-4, 1e-8);  // rounding of centre frequencies
  EXPECT_NEAR(adjacent_channel_coupling(limits, megahertz(99), width), 5.3281e-4, 1e-8);
  EXPECT_NEAR(adjacent_channel_coupling(limits, megahertz(100), width), std::pow(10.0, -4.5), 1e-12);
  EXPECT_NEAR(adjacent_channel_coupling(limits, megahertz(199), width), std::pow(10.0, -4.5), 1e-12);
  EXPECT_EQ(adjacent_channel_coupling(limits, megahertz(200), width), 0.0);
  EXPECT_EQ(adjacent_channel_coupling(limits, megahertz(-20), width), 0.0);
  EXPECT_THROW((void)adjacent_channel_coupling(limits, Hertz(0.0), Hertz(0.0)), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::radio::link
