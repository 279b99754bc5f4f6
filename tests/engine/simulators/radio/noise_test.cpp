#include "engine/simulators/radio/noise.h"

#include <gtest/gtest.h>

namespace parktwin::radio {
namespace {

// k·290 K = 4.00388e-21 W/Hz = −173.975 dBm/Hz.
TEST(Noise, IsKtb) {
  EXPECT_NEAR(thermal_noise(Hertz(1.0), Decibel(0.0)).value(), -173.975, 1e-3);
  // 30 kHz: + 44.771 dB, + 9 dB noise figure = −120.204 dBm.
  EXPECT_NEAR(thermal_noise(Hertz(30e3), Decibel(9.0)).value(), -120.204, 1e-3);
}

}  // namespace
}  // namespace parktwin::radio
