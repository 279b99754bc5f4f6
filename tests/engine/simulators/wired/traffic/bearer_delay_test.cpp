#include "engine/simulators/wired/traffic/bearer_delay.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/wired/traffic/packet_simulation.h"

namespace parktwin::wired::traffic {
namespace {

TEST(BearerDelay, WireTakesNothingAndWirelessItsMean) {
  Options options;
  options.wifi_delay_ms = 4.0;
  EXPECT_EQ(bearer_delay(AssetBearer::wired, options, {}, {}, 1.0).mean_s(), 0.0);
  const Delay wifi = bearer_delay(AssetBearer::wifi, options, {}, {}, 0.0);
  EXPECT_NEAR(wifi.mean_s(), 0.004, 1e-15);
  EXPECT_NEAR(share_within(wifi, 0.004), 1.0 - std::exp(-1.0), 1e-9);
  EXPECT_NEAR(bearer_delay(AssetBearer::lte, options, {}, {}, 0.0).mean_s(), 0.02, 1e-15);
  EXPECT_NEAR(bearer_delay(AssetBearer::other_wireless, options, {}, {}, 0.0).mean_s(), 0.1, 1e-15);
}

/// Frames one by one: a device wakes at any time, asks at the next chance, is granted a slot one period after its question at the next
/// slot of its direction, whose phase to the chance is anything, and repeats a lost block one period later.
TEST(BearerDelay, FramesOf5GOneByOne) {
  Options options;
  options.scheduling_request_ms = 8.0;
  options.block_error = 0.2;
  CellState cell;
  cell.slot_ms = 0.5;
  cell.period_ms = 2.5;
  const RandomSequence random(9, 1, 1);
  std::uint32_t draw = 0;
  std::vector<double> delays;
  for (int i = 0; i < 200000; ++i) {
    const double awake_ms = random.uniform(draw++, 0.0, 8000.0);
    const double asked_ms = std::ceil(awake_ms / 8.0) * 8.0;
    const double phase_ms = random.uniform(draw++, 0.0, 2.5);
    const double granted_ms = asked_ms + 2.5;
    const double slot_ms = std::ceil((granted_ms - phase_ms) / 2.5) * 2.5 + phase_ms;
    const double again_ms = random.uniform(draw++) < 0.2 ? 2.5 : 0.0;
    delays.push_back((slot_ms + 0.5 + again_ms - awake_ms) * 1e-3 + 0.0003);
  }
  std::sort(delays.begin(), delays.end());
  const Delay delay = bearer_delay(AssetBearer::nr, options, cell, {}, 0.0003);
  EXPECT_NEAR(delay.mean_s() / mean_of(delays), 1.0, 0.005);
  double variance = 0.0;
  for (const double value : delays) variance += (value - delay.mean_s()) * (value - delay.mean_s()) / static_cast<double>(delays.size());
  EXPECT_NEAR(delay.random.variance_s2 / variance, 1.0, 0.02);
  // The gamma distribution has a tail that frames do not have: on the safe side.
  EXPECT_GE(percentile_s(delay, 0.99), percentile_of(delays, 0.99));
  EXPECT_LE(percentile_s(delay, 0.99), 1.25 * percentile_of(delays, 0.99));
  EXPECT_NEAR(percentile_s(delay, 0.5) / percentile_of(delays, 0.5), 1.0, 0.05);
}

TEST(BearerDelay, TheCellsQueueComesOnTop) {
  const Moments queue{0.01, 1e-4};
  const Delay without = bearer_delay(AssetBearer::nr, {}, {}, {}, 0.0);
  const Delay with = bearer_delay(AssetBearer::nr, {}, {}, queue, 0.0);
  EXPECT_NEAR(with.mean_s() - without.mean_s(), 0.01, 1e-15);
  EXPECT_NEAR(with.random.variance_s2 - without.random.variance_s2, 1e-4, 1e-15);
}

}  // namespace
}  // namespace parktwin::wired::traffic
