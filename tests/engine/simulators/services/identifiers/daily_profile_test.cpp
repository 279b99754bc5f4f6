#include "engine/simulators/services/identifiers/daily_profile.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/check.h"
#include "engine/simulators/services/kernel/random_stream.h"

namespace parktwin::services::identifiers {
namespace {

TEST(DailyProfile, HoursGetTheirShares) {
  std::array<double, 24> weights{};
  weights[8] = 1.0;
  weights[9] = 3.0;
  weights[23] = 4.0;
  const DailyProfile profile(weights, 1000.0);
  kernel::RandomStream random(5, 1, 1);
  std::array<int, 24> seen{};
  kernel::Nanoseconds now = 0;
  while (true) {
    now = profile.next(now, random.exponential());
    if (static_cast<double>(now) >= 50.0 * day_ns) break;
    ++seen[now / 3'600'000'000'000 % 24];
  }
  // Poisson of 50 days: means 6,250, 18,750 and 25,000, four standard deviations.
  for (std::size_t hour = 0; hour < 24; ++hour) {
    const double mean = 50'000.0 * weights[hour] / 8.0;
    EXPECT_NEAR(seen[hour], mean, 4.0 * std::sqrt(mean)) << hour;
  }
}

TEST(DailyProfile, InvertsTheIntegratedRate) {
  std::array<double, 24> weights{};
  weights[0] = weights[2] = 1.0;
  const DailyProfile profile(weights, 48.0);  // 24 in each of two hours
  EXPECT_NEAR(static_cast<double>(profile.next(0, 12.0)), 1800e9, 10.0);
  EXPECT_NEAR(static_cast<double>(profile.next(0, 36.0)), 2.5 * 3600e9, 10.0);
  EXPECT_NEAR(static_cast<double>(profile.next(1800'000'000'000, 24.0)), 2.5 * 3600e9, 10.0);
  EXPECT_NEAR(static_cast<double>(profile.next(0, 60.0)), day_ns + 1800e9, 10.0);
}

TEST(DailyProfile, RareArrivalsNeitherOverflowNorTakeLong) {
  const DailyProfile rare({1.0, 1.0}, 1e-300);
  EXPECT_EQ(rare.next(5, 1.0), 5 + static_cast<kernel::Nanoseconds>(20'000.0 * day_ns));
  const DailyProfile monthly({0.0, 1.0}, 1.0 / 30.0);  // 2.5 draws: 75 whole days, then the middle of the hour
  EXPECT_NEAR(static_cast<double>(monthly.next(0, 2.5 + 0.5 / 30.0)), 75.0 * day_ns + 5400e9, 1e4);
}

TEST(DailyProfile, BrokenPromises) {
  EXPECT_THROW(DailyProfile({}, 10.0), BrokenPromise);
  EXPECT_THROW(DailyProfile({1.0}, 0.0), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::services::identifiers
