// EPW files as others publish them, read whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include "engine/park/weather_faults.h"
#include "importers/epw/epw.h"
#include "importers/synthetic/climate.h"

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

// The rows of the file, split at their commas here: column 1 the month, 6 °C, 8 % humidity, 13 W/m² on a level surface, 21 m/s.
TEST(PublishedWeather, NormalsOfTheReferenceParkAreItsMonthlyMeans) {
  std::ifstream file(std::filesystem::path(PARKTWIN_SHARED_DIR) / "data/weather/shanghai-hongqiao.epw");
  std::array<std::vector<std::array<double, 4>>, 12> months;
  std::string line;
  for (int number = 0; std::getline(file, line); ++number) {
    if (number < 8) continue;
    std::vector<std::string> fields;
    std::istringstream row(line);
    for (std::string field; std::getline(row, field, ',');) fields.push_back(field);
    months.at(std::stoul(fields.at(1)) - 1)
        .push_back({std::stod(fields.at(6)), std::stod(fields.at(8)), std::stod(fields.at(13)), std::stod(fields.at(21))});
  }
  for (std::size_t m = 0; m < 12; ++m) {
    const auto& hours = months[m];
    ASSERT_EQ(hours.size() % 24, 0);
    std::array<double, 4> sums{};
    double low_c = 0.0;
    double high_c = 0.0;
    for (std::size_t day = 0; day < hours.size(); day += 24) {
      const auto first = hours.begin() + static_cast<std::ptrdiff_t>(day);
      const auto [low, high] = std::minmax_element(first, first + 24);
      low_c += (*low)[0];
      high_c += (*high)[0];
      for (auto hour = first; hour != first + 24; ++hour) {
        for (std::size_t i = 0; i < 4; ++i) sums[i] += (*hour)[i];
      }
    }
    const auto count = static_cast<double>(hours.size());
    const auto& normal = synthetic::normals()[m];
    EXPECT_NEAR(normal.low_c, low_c * 24.0 / count, 0.006) << m;
    EXPECT_NEAR(normal.high_c, high_c * 24.0 / count, 0.006) << m;
    EXPECT_NEAR(normal.humidity_percent, sums[1] / count, 0.006) << m;
    EXPECT_NEAR(normal.irradiation_kwh_per_m2, sums[2] / 1000.0, 0.006) << m;
    EXPECT_NEAR(normal.wind_m_per_s, sums[3] / count, 0.0006) << m;
  }
}

TEST(PublishedWeather, Singapore) {
  const Weather weather = published("singapore-changi.epw");
  EXPECT_TRUE(faults_of(weather).empty());
  EXPECT_EQ(weather.time_zone_h, 8.0);
  EXPECT_NEAR(sum(weather.temperature_c) / 8760.0, 27.5, 1.0);
}

}  // namespace
}  // namespace parktwin::importers
