#include "engine/simulators/energy/loads/sector_profile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parktwin::energy::loads {
namespace {

/// −2 to 34 °C over the year, 4 K more in the afternoon.
std::vector<double> climate() {
  std::vector<double> celsius;
  for (std::size_t i = 0; i < steps_per_year; ++i) {
    const double day = static_cast<double>(i) / steps_per_day;
    celsius.push_back(16.0 - 16.0 * std::cos(2.0 * M_PI * (day - 20.0) / 365.0) - 2.0 * std::cos(2.0 * M_PI * (day - 0.125)));
  }
  return celsius;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// 10 Monday, January 2025 …: step of a quarter-hour of the day that begins `day` days after 1 January, a Wednesday.
std::size_t at(std::size_t day, double hour) { return day * steps_per_day + static_cast<std::size_t>(hour / step_h); }

TEST(SectorProfile, KeepsTheEnergyOfTheYearForEverySector) {
  const auto days = working_days(2025);
  const auto celsius = climate();
  for (const auto& entry : names_of(Sector{})) {
    const auto pattern = pattern_of(entry.value);
    EXPECT_NEAR(mean(electricity_profile(pattern, days, celsius)), 1.0, 1e-11) << entry.name;
    EXPECT_NEAR(mean(electricity_profile(pattern, days, {})), 1.0, 1e-11) << entry.name;
    EXPECT_NEAR(mean(heat_profile(pattern, days, celsius)), 1.0, 1e-11) << entry.name;
    const auto profile = electricity_profile(pattern, days, celsius);
    EXPECT_GT(*std::min_element(profile.begin(), profile.end()), 0.0) << entry.name;
  }
}

TEST(SectorProfile, WorksInShiftsOnWorkingDays) {
  SectorPattern pattern;
  pattern.from_h = 8.0;
  pattern.to_h = 18.0;
  const auto levels = activity(pattern, working_days(2025));
  const std::size_t thursday = 8;  // 9 January 2025
  EXPECT_EQ(levels[at(thursday, 12.0)], 1.0);
  EXPECT_EQ(levels[at(thursday, 3.0)], pattern.night);
  EXPECT_NEAR(levels[at(thursday, 8.0)] + levels[at(thursday, 7.75)], 1.0 + pattern.night, 1e-12);  // half-way at the shift's begin
  EXPECT_EQ(levels[at(10, 12.0)], pattern.rest_day);                                                // Saturday
  EXPECT_EQ(levels[at(0, 12.0)], pattern.holiday);                                                  // New Year
}

/// Independent way: the energy above what work alone would take, over the days of a hot month.
TEST(SectorProfile, CoolsInSummerAndHeatsInWinter) {
  const auto days = working_days(2025);
  const auto celsius = climate();
  auto pattern = pattern_of(Sector::software);
  const auto with = electricity_profile(pattern, days, celsius);
  pattern.cooling = pattern.heating = 0.0;
  const auto work = electricity_profile(pattern, days, celsius);
  const auto more = [&](std::size_t from_day, std::size_t to_day, double kept) {
    double sum = 0.0;
    for (std::size_t i = from_day * steps_per_day; i < to_day * steps_per_day; ++i) sum += with[i] - kept * work[i];
    return sum / static_cast<double>(steps_per_year);
  };
  EXPECT_NEAR(more(0, 365, 0.7), 0.3, 1e-12);  // 25 % cooling and 5 % heating in all
  EXPECT_GT(more(181, 243, 0.7), 0.10);        // July and August
  EXPECT_GT(more(0, 59, 0.7), 0.015);          // most of the heating in January and February
}

TEST(SectorProfile, GivesUnusedWeatherPartsToTheRest) {
  const auto days = working_days(2025);
  const std::vector<double> mild(steps_per_year, 18.0);
  const auto pattern = pattern_of(Sector::software);
  EXPECT_EQ(electricity_profile(pattern, days, mild), electricity_profile(pattern, days, {}));
}

TEST(SectorProfile, ColdFollowsTheDegreesAndTheWork) {
  const auto days = working_days(2025);
  std::vector<double> warm_summer(steps_per_year, 10.0);
  for (std::size_t i = 180 * steps_per_day; i < 240 * steps_per_day; ++i) warm_summer[i] = 30.0;
  const auto profile = cold_profile(pattern_of(Sector::food), days, warm_summer);
  const auto share = [&](std::size_t from, std::size_t to) {
    return std::accumulate(profile.begin() + static_cast<std::ptrdiff_t>(from * steps_per_day),
                           profile.begin() + static_cast<std::ptrdiff_t>(to * steps_per_day), 0.0) /
           static_cast<double>(steps_per_year);
  };
  EXPECT_NEAR(share(0, 365), 1.0, 1e-12);
  EXPECT_NEAR(share(180, 240), 0.6 + 0.4 * 60.0 / 365.0, 0.02) << "60 % with the degrees, the rest with the work";
  const auto mild = cold_profile(pattern_of(Sector::food), days, {});
  EXPECT_NEAR(std::accumulate(mild.begin(), mild.end(), 0.0), static_cast<double>(steps_per_year), 1e-6);
}

}  // namespace
}  // namespace parktwin::energy::loads
