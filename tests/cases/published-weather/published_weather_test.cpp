// EPW files as others publish them, read whole.
#include <gtest/gtest.h>

#include <filesystem>
#include <numeric>

#include "engine/park/weather_faults.h"
#include "importers/epw/epw.h"

namespace parktwin::importers {
namespace {

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

Weather published(const std::string& file) { return read_epw(std::filesystem::path(PARKTWIN_SHARED_DIR) / "data/weather" / file).weather; }

TEST(PublishedWeather, Shanghai) {
  const Weather weather = published("shanghai-hongqiao.epw");
  EXPECT_TRUE(faults_of(weather).empty());
  EXPECT_NEAR(weather.latitude.value(), 31.198, 1e-9);
  EXPECT_NEAR(sum(weather.global_horizontal_w_per_m2) / 1e3, 1471.0, 1.0);
  EXPECT_EQ(weather.temperature_c[0], 0.7);
}

TEST(PublishedWeather, Singapore) {
  const Weather weather = published("singapore-changi.epw");
  EXPECT_TRUE(faults_of(weather).empty());
  EXPECT_EQ(weather.time_zone_h, 8.0);
  EXPECT_NEAR(sum(weather.temperature_c) / 8760.0, 27.5, 1.0);
}

}  // namespace
}  // namespace parktwin::importers
