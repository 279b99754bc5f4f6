#include "engine/simulators/radio/link/uplink_budget.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::link {
namespace {

constexpr Hertz spacing = Hertz(30e3);
constexpr UplinkReceiver receiver = {Dbm(-124.2), Decibel(3.0)};  // 30 kHz, noise figure 5 dB

CarrierLink carrier(std::int32_t blocks) {
  return {
      .direction = Direction::up, .subcarrier_spacing = spacing, .resource_blocks = blocks, .layers = 1, .duplex = *parse_duplex("DDDSU")};
}

// 53 dBm over 3276 subcarriers leave 17.846 dBm each; received at −100 dBm they have lost 117.846 dB.
TEST(UplinkBudget, CouplingLossOfTheDownlink) { EXPECT_NEAR(coupling_loss(Dbm(17.846), Dbm(-100.0)).value(), 117.846, 1e-9); }

// TS 38.213 clause 7.1.1: −80 + 10 lg(2·10) + 0.8·100 = 13.010 dBm; at 120 dB 29.010, cut to 23.
TEST(UplinkBudget, FractionalPowerControl) {
  const PowerControl control{.p0 = Dbm(-80.0), .alpha = 0.8};
  EXPECT_NEAR(transmit_power(control, Decibel(100.0), 10, spacing).value(), 13.010, 1e-3);
  EXPECT_EQ(transmit_power(control, Decibel(120.0), 10, spacing), Dbm(23.0));
  EXPECT_NEAR(transmit_power(control, Decibel(100.0), 10, Hertz(15e3)).value(), 10.0, 1e-9);
}

// Full power: 23 − 10 lg(12·273) − 130 = −142.154 dBm per resource element, noise and interference −121.2: −20.954 dB. On one block
// 23 − 10.792 − 130 + 121.2 = 3.408 dB.
TEST(UplinkBudget, SinrByHand) {
  EXPECT_NEAR(uplink_sinr({}, receiver, Decibel(130.0), 273, spacing).value(), -20.954, 1e-3);
  EXPECT_NEAR(uplink_sinr({}, receiver, Decibel(130.0), 1, spacing).value(), 3.408, 1e-3);
}

// With full compensation and power to spare the SINR depends neither on loss nor on the number of blocks: −90 + 3.010 − 10.792 + 121.2.
TEST(UplinkBudget, FullCompensationLevelsOut) {
  const PowerControl control{.p0 = Dbm(-90.0), .alpha = 1.0};
  for (const double loss_db : {60.0, 75.0, 90.0}) {
    for (const std::int32_t blocks : {1, 4, 10})
      EXPECT_NEAR(uplink_sinr(control, receiver, Decibel(loss_db), blocks, spacing).value(), 23.418, 1e-3);
  }
}

TEST(UplinkBudget, LargestAllocationAgainstTryingAll) {
  const RandomSequence random(21, 0, 0);
  for (std::uint32_t i = 0; i < 400; ++i) {
    const PowerControl control{.p0 = Dbm(random.uniform(8 * i, -110.0, 23.0)), .alpha = random.uniform(8 * i + 1)};
    const Decibel loss(random.uniform(8 * i + 2, 60.0, 160.0));
    const Decibel minimum(random.uniform(8 * i + 3, -10.0, 20.0));
    const auto available = static_cast<std::int32_t>(random.below(8 * i + 4, 274));
    std::int32_t most = 0;
    for (std::int32_t blocks = 1; blocks <= available; ++blocks) {
      if (uplink_sinr(control, receiver, loss, blocks, spacing) >= minimum) most = blocks;
    }
    EXPECT_EQ(largest_allocation(control, receiver, loss, available, spacing, minimum), most);
  }
}

// Received power is transmit power less coupling loss, whichever way it is reckoned.
TEST(UplinkBudget, PowerAndSinrAgree) {
  const RandomSequence random(22, 0, 0);
  for (std::uint32_t i = 0; i < 200; ++i) {
    const PowerControl control{.p0 = Dbm(random.uniform(4 * i, -110.0, 0.0)), .alpha = random.uniform(4 * i + 1)};
    const Decibel loss(random.uniform(4 * i + 2, 60.0, 160.0));
    const auto budget = uplink_budget(control, receiver, loss, carrier(106), Decibel(0.0), SchemeTable::mcs_64qam, LinkCurve{});
    const double blocks = std::max(budget.resource_blocks, 1);
    const double received_dbm = budget.transmit_power.value() - loss.value() - 10.0 * std::log10(12.0 * blocks);
    EXPECT_NEAR(budget.sinr.value(), received_dbm - (-124.2 + 3.0), 1e-9);
    EXPECT_LE(budget.transmit_power, Dbm(23.0));
    if (budget.power_limited) {
      EXPECT_NEAR(budget.transmit_power.value(), 23.0, 1e-9);
    }
  }
}

TEST(UplinkBudget, RateFallsWithLossAndEndsAtTheLowestRow) {
  double before = 1e9;
  for (double loss_db = 70.0; loss_db <= 150.0; loss_db += 0.5) {
    const auto budget = uplink_budget({}, receiver, Decibel(loss_db), carrier(273), Decibel(-20.0), SchemeTable::mcs_256qam, LinkCurve{});
    EXPECT_LE(budget.rate.value(), before);
    // Every allocation carries something: the minimum of −20 dB gives way to what the lowest row needs.
    EXPECT_EQ(budget.resource_blocks > 0, budget.rate > MegabitsPerSecond(0.0));
    before = budget.rate.value();
  }
  EXPECT_EQ(before, 0.0);
}

// 90 dB: 23 − 35.154 − 90 + 121.2 = 19.046 dB on all blocks, MCS 17 of the 256QAM table needs 18.2 dB, 18 needs 19.2 dB:
// 4.5234·273·12·28000·0.92·16/70 = 87.25 Mbit/s.
TEST(UplinkBudget, RateByHand) {
  const auto budget = uplink_budget({}, receiver, Decibel(90.0), carrier(273), Decibel(0.0), SchemeTable::mcs_256qam, LinkCurve{});
  EXPECT_EQ(budget.resource_blocks, 273);
  EXPECT_TRUE(budget.power_limited);
  EXPECT_NEAR(budget.sinr.value(), 19.046, 1e-3);
  EXPECT_EQ(budget.scheme.scheme.index, 17);
  EXPECT_NEAR(budget.rate.value(), 87.25, 0.01);
}

TEST(UplinkBudget, WrongDirectionIsRefused) {
  CarrierLink down = carrier(10);
  down.direction = Direction::down;
  EXPECT_THROW((void)uplink_budget({}, receiver, Decibel(100.0), down, Decibel(0.0), SchemeTable::mcs_64qam, LinkCurve{}), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::radio::link
