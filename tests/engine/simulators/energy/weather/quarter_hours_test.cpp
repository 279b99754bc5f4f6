#include "engine/simulators/energy/weather/quarter_hours.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"

namespace parktwin::energy::weather {
namespace {

Weather drawn_year() {
  const RandomSequence random(5, 1, 1);
  Weather weather;
  weather.latitude = Degrees(31.3);
  weather.longitude = Degrees(120.9);
  for (std::uint32_t h = 0; h < hours_per_year; ++h) {
    weather.temperature_c.push_back(random.uniform(8 * h, -5.0, 35.0));
    weather.relative_humidity_percent.push_back(60.0);
    weather.pressure_pa.push_back(random.uniform(8 * h + 1, 100000.0, 102000.0));
    const bool day = h % 24 >= 6 && h % 24 < 18;
    weather.global_horizontal_w_per_m2.push_back(day ? random.uniform(8 * h + 2, 0.0, 900.0) : 0.0);
    weather.direct_normal_w_per_m2.push_back(day ? random.uniform(8 * h + 3, 0.0, 900.0) : 0.0);
    weather.diffuse_horizontal_w_per_m2.push_back(day ? random.uniform(8 * h + 4, 0.0, 400.0) : 0.0);
    weather.wind_speed_m_per_s.push_back(random.uniform(8 * h + 5, 0.0, 12.0));
  }
  return weather;
}

TEST(QuarterHours, KeepTheEnergyOfEveryHour) {
  const Weather weather = drawn_year();
  const QuarterHours year = quarter_hours(weather, 2023);
  ASSERT_EQ(year.light.size(), 35040U);
  for (std::size_t h = 0; h < hours_per_year; ++h) {
    solar::Irradiance sum;
    for (std::size_t q = 0; q < 4; ++q) {
      const auto& light = year.light[4 * h + q];
      sum.global_horizontal_w_per_m2 += light.global_horizontal_w_per_m2 / 4.0;
      sum.direct_normal_w_per_m2 += light.direct_normal_w_per_m2 / 4.0;
      sum.diffuse_horizontal_w_per_m2 += light.diffuse_horizontal_w_per_m2 / 4.0;
    }
    ASSERT_NEAR(sum.global_horizontal_w_per_m2, weather.global_horizontal_w_per_m2[h], 1e-9) << h;
    ASSERT_NEAR(sum.direct_normal_w_per_m2, weather.direct_normal_w_per_m2[h], 1e-9) << h;
    ASSERT_NEAR(sum.diffuse_horizontal_w_per_m2, weather.diffuse_horizontal_w_per_m2[h], 1e-9) << h;
  }
}

TEST(QuarterHours, FollowTheSunWithinTheHour) {
  const QuarterHours year = quarter_hours(drawn_year(), 2023);
  const std::size_t morning = 4 * (171 * 24 + 8);  // 8 to 9 h in June: the sun climbs
  const auto& light = year.light;
  const double ratio = light[morning + 3].diffuse_horizontal_w_per_m2 / light[morning].diffuse_horizontal_w_per_m2;
  const auto sine = [&](std::size_t step) { return std::cos(year.sun[step].zenith_deg * 0.017453292519943295); };
  EXPECT_GT(ratio, 1.05);
  EXPECT_NEAR(ratio, sine(morning + 3) / sine(morning), 1e-12);
  EXPECT_EQ(light[morning].direct_normal_w_per_m2, light[morning + 3].direct_normal_w_per_m2);
}

TEST(QuarterHours, RunStraightBetweenTheEndsOfHours) {
  const Weather weather = drawn_year();
  const QuarterHours year = quarter_hours(weather, 2023);
  const auto& t = weather.temperature_c;
  EXPECT_NEAR(year.temperature_c[4 * 100], t[99] + 0.125 * (t[100] - t[99]), 1e-12);
  EXPECT_NEAR(year.temperature_c[4 * 100 + 3], t[99] + 0.875 * (t[100] - t[99]), 1e-12);
  EXPECT_NEAR(year.temperature_c[0], t.back() + 0.125 * (t[0] - t.back()), 1e-12);
  EXPECT_NEAR(year.wind_speed_m_per_s[7],
              weather.wind_speed_m_per_s[0] + 0.875 * (weather.wind_speed_m_per_s[1] - weather.wind_speed_m_per_s[0]), 1e-12);
  EXPECT_NEAR(year.pressure_pa[5], weather.pressure_pa[0] + 0.375 * (weather.pressure_pa[1] - weather.pressure_pa[0]), 1e-9);
}

}  // namespace
}  // namespace parktwin::energy::weather
