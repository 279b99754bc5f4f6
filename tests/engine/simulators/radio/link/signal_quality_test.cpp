#include "engine/simulators/radio/link/signal_quality.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::link {
namespace {

constexpr Dbm noise = Dbm(-120.2);  // 30 kHz, noise figure 9 dB

double db(double ratio) { return 10.0 * std::log10(ratio); }

// A lone full cell far above noise fills all 12 subcarriers: −10 lg 12 = −10.79 dB. With a sixth of them, two per block, −3.01 dB, the
// familiar best value of an empty LTE cell.
TEST(SignalQuality, LoneCell) {
  EXPECT_NEAR(signal_quality(Dbm(-60.0), 1.0, {}, noise, 20).rsrq.value(), -10.79, 0.01);
  EXPECT_NEAR(signal_quality(Dbm(-60.0), 1.0 / 6.0, {}, noise, 20).rsrq.value(), -3.01, 0.01);
  EXPECT_NEAR(signal_quality(Dbm(-60.0), 1.0, {}, noise, 20).sinr.value(), 60.2, 1e-9);
}

// −60 dBm on each of 273·12 = 3276 resource elements: − 60 + 35.154 = −24.846 dBm.
TEST(SignalQuality, RssiOfTheWholeBandwidth) {
  EXPECT_NEAR(signal_quality(Dbm(-60.0), 1.0, {}, Dbm(-200.0), 273).rssi.value(), -24.846, 1e-3);
}

// Two equal cells, both full: SINR 0 dB, RSRQ −10 lg 24 = −13.80 dB.
TEST(SignalQuality, TwoEqualCells) {
  const std::vector<OtherCell> others = {{Dbm(-80.0), 1.0}};
  const auto quality = signal_quality(Dbm(-80.0), 1.0, others, Dbm(-200.0), 51);
  EXPECT_NEAR(quality.sinr.value(), 0.0, 1e-9);
  EXPECT_NEAR(quality.rsrq.value(), -13.802, 1e-3);
}

// TS 38.215: RSRQ = N·RSRP/RSSI, and 12·RSRQ = 1/(own load + 1/SINR). RSSI against a sum over single resource elements in watts.
TEST(SignalQuality, DefinitionsAgree) {
  const RandomSequence random(8, 0, 0);
  for (std::uint32_t i = 0; i < 300; ++i) {
    const std::uint32_t draw = 100 * i;
    const Dbm rsrp(random.uniform(draw, -130.0, -50.0));
    const double own_load = random.uniform(draw + 1);
    const auto blocks = static_cast<std::int32_t>(1 + random.below(draw + 2, 273));
    std::vector<OtherCell> others;
    for (std::uint32_t k = 0; k < i % 7; ++k) {
      others.push_back({Dbm(random.uniform(draw + 10 + k, -140.0, -55.0)), random.uniform(draw + 20 + k)});
    }
    const auto quality = signal_quality(rsrp, own_load, others, noise, blocks);
    EXPECT_NEAR(quality.rsrq.value(), db(blocks) + (rsrp - quality.rssi).value(), 1e-9);
    EXPECT_NEAR(quality.rsrq.value(), -db(12.0 * (own_load + std::pow(10.0, -0.1 * quality.sinr.value()))), 1e-9);
    double total_w = 0.0;
    for (std::int32_t element = 0; element < 12 * blocks; ++element) {
      total_w += std::pow(10.0, 0.1 * noise.value() - 3.0) + own_load * std::pow(10.0, 0.1 * rsrp.value() - 3.0);
      for (const auto& other : others) total_w += other.load * std::pow(10.0, 0.1 * other.rsrp.value() - 3.0);
    }
    EXPECT_NEAR(quality.rssi.value(), db(total_w) + 30.0, 1e-9);
  }
}

TEST(SignalQuality, LoadsAreShares) {
  const std::vector<OtherCell> others = {{Dbm(-80.0), 1.5}};
  EXPECT_THROW((void)signal_quality(Dbm(-80.0), 1.0, others, noise, 10), BrokenPromise);
  EXPECT_THROW((void)signal_quality(Dbm(-80.0), -0.1, {}, noise, 10), BrokenPromise);
  EXPECT_THROW((void)signal_quality(Dbm(-80.0), 1.0, {}, noise, 0), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::radio::link
