#include "engine/simulators/radio/wifi/wifi_rate.h"

#include <gtest/gtest.h>

namespace parktwin::radio::wifi {
namespace {

double rate(WifiGeneration generation, double level_dbm) { return rate_at(generation, Dbm(level_dbm)).value(); }

// IEEE 802.11ax-2021 tables 27-51 (sensitivity) and 27-71 ff. (rates of a 242-tone unit, one stream, 0.8 µs): published in Mbit/s to one
// decimal as 8.6, 17.2, 25.8, 34.4, 51.6, 68.8, 77.4, 86.0, 103.2, 114.7, 129.0, 143.4; 802.11be adds 154.9 and 172.1.
TEST(WifiRate, FollowsTheTables) {
  const double least_dbm[] = {-82, -79, -77, -74, -70, -66, -65, -64, -59, -57, -54, -52, -49, -46};
  const double mbps[] = {8.6, 17.2, 25.8, 34.4, 51.6, 68.8, 77.4, 86.0, 103.2, 114.7, 129.0, 143.4, 154.9, 172.1};
  for (std::size_t i = 0; i < 14; ++i) {
    EXPECT_NEAR(rate(WifiGeneration::wifi7, least_dbm[i]), mbps[i], 0.051) << i;
    EXPECT_NEAR(rate(WifiGeneration::wifi6, least_dbm[i]), mbps[i < 12 ? i : 11], 0.051) << i;
    EXPECT_NEAR(rate(WifiGeneration::wifi7, least_dbm[i] - 0.01), i == 0 ? 0.0 : mbps[i - 1], 0.051) << i;
  }
}

}  // namespace
}  // namespace parktwin::radio::wifi
