#include "engine/simulators/radio/carrier.h"

#include <gtest/gtest.h>

namespace parktwin::radio {
namespace {

Carrier carrier(double ghz, double mhz, double khz) { return {gigahertz(ghz), megahertz(mhz), Hertz(khz * 1e3)}; }

// TS 38.104 v16.4.0 tables 5.3.2-1 and 5.3.2-2.
TEST(Carrier, ResourceBlocksOfTheStandard) {
  EXPECT_EQ(resource_blocks(carrier(3.5, 100, 30)), 273);
  EXPECT_EQ(resource_blocks(carrier(2.6, 60, 30)), 162);
  EXPECT_EQ(resource_blocks(carrier(0.7, 20, 15)), 106);
  EXPECT_EQ(resource_blocks(carrier(4.9, 100, 60)), 135);
  EXPECT_EQ(resource_blocks(carrier(26.0, 100, 60)), 132);
  EXPECT_EQ(resource_blocks(carrier(26.0, 400, 120)), 264);
}

TEST(Carrier, OtherChannelsTakeWhatFits) {
  const auto odd = carrier(3.5, 37, 30);
  EXPECT_FALSE(tabulated_resource_blocks(odd).has_value());
  EXPECT_EQ(resource_blocks(odd), 97);  // 0.95 · 37 MHz / 360 kHz = 97.6
  EXPECT_EQ(resource_blocks(carrier(3.5, 1.4, 960)), 1);
}

// 53 dBm over 273·12 = 3276 subcarriers: − 35.154 dB.
TEST(Carrier, PowerPerResourceElement) { EXPECT_NEAR(power_per_resource_element(Dbm(53.0), carrier(3.5, 100, 30)).value(), 17.846, 1e-3); }

TEST(Carrier, Coupling) {
  const auto victim = carrier(3.5, 100, 30);
  EXPECT_DOUBLE_EQ(coupling(victim, victim), 1.0);
  EXPECT_DOUBLE_EQ(coupling(victim, carrier(3.6, 100, 30)), 0.0);
  EXPECT_NEAR(coupling(victim, carrier(3.55, 100, 30)), 0.5, 1e-9);
  // A 20 MHz carrier of 15 kHz subcarriers inside covers a fifth; its power falls into twice as wide subcarriers.
  EXPECT_NEAR(coupling(victim, carrier(3.5, 20, 15)), 0.4, 1e-9);
}

}  // namespace
}  // namespace parktwin::radio
