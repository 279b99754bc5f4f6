#include "importers/synthetic/climate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include "engine/park/weather_faults.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr std::array<std::size_t, 12> days_of_month = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

const Weather& year() {
  static const Weather weather = draw_weather(1, Degrees(31.3128), Degrees(120.8929));
  return weather;
}

/// Of each day of each month, then the month's mean.
std::array<double, 12> monthly(const std::function<double(const std::vector<double>&)>& of_day, const std::vector<double>& values) {
  std::array<double, 12> means{};
  std::size_t hour = 0;
  for (std::size_t month = 0; month < 12; ++month) {
    for (std::size_t day = 0; day < days_of_month[month]; ++day, hour += 24) {
      const auto first = values.begin() + static_cast<std::ptrdiff_t>(hour);
      means[month] += of_day({first, first + 24}) / static_cast<double>(days_of_month[month]);
    }
  }
  return means;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

TEST(Climate, EveryMonthHasItsNormals) {
  const auto lows = monthly([](const auto& day) { return *std::min_element(day.begin(), day.end()); }, year().temperature_c);
  const auto highs = monthly([](const auto& day) { return *std::max_element(day.begin(), day.end()); }, year().temperature_c);
  const auto winds = monthly(mean, year().wind_speed_m_per_s);
  const auto humidity = monthly(mean, year().relative_humidity_percent);
  for (std::size_t m = 0; m < 12; ++m) {
    EXPECT_NEAR(lows[m], normals()[m].low_c, 0.15) << m;  // hours miss the very extremes of the curve
    EXPECT_NEAR(highs[m], normals()[m].high_c, 0.15) << m;
    EXPECT_NEAR(winds[m], normals()[m].wind_m_per_s, 0.05) << m;
    EXPECT_NEAR(humidity[m], normals()[m].humidity_percent, 0.1) << m;
  }
}

TEST(Climate, EveryMonthHasItsIrradiation) {
  const auto global = monthly(mean, year().global_horizontal_w_per_m2);
  for (std::size_t m = 0; m < 12; ++m) {
    const double expected = normals()[m].irradiation_kwh_per_m2;
    EXPECT_NEAR(global[m] * 24.0 * static_cast<double>(days_of_month[m]) / 1000.0, expected, 0.01 * expected) << m;
  }
}

TEST(Climate, LightClosesInEveryHourAndNightsAreDark) {
  double worst = 0.0;
  for (std::size_t h = 0; h < hours_per_year; ++h) {
    EXPECT_LE(year().diffuse_horizontal_w_per_m2[h], year().global_horizontal_w_per_m2[h] + 1.0);
    worst = std::max(worst, year().direct_normal_w_per_m2[h]);
    const bool night = h % 24 < 4 || h % 24 >= 20;
    EXPECT_FALSE(night && year().global_horizontal_w_per_m2[h] > 0.0) << h;
  }
  EXPECT_GT(worst, 600.0);
  EXPECT_LT(worst, 1100.0);
}

TEST(Climate, FollowsItsSeed) {
  EXPECT_TRUE(faults_of(year()).empty());
  EXPECT_EQ(draw_weather(1, Degrees(31.3128), Degrees(120.8929)).temperature_c, year().temperature_c);
  EXPECT_NE(draw_weather(2, Degrees(31.3128), Degrees(120.8929)).temperature_c, year().temperature_c);
}

TEST(Climate, SkyShareJoinsItsPieces) {
  EXPECT_NEAR(diffuse_share(0.22), diffuse_share(0.2200001), 1e-3);
  EXPECT_NEAR(diffuse_share(0.80), 0.165, 2e-3);
  EXPECT_EQ(diffuse_share(0.0), 1.0);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
