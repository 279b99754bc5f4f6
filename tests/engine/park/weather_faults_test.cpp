#include "engine/park/weather_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/park/validate.h"

namespace parktwin {
namespace {

Weather still_year() {
  Weather weather;
  describe(
      []<class M>(const Field&, M& column) {
        if constexpr (Vector<M>) column.assign(hours_per_year, 0.0);
      },
      weather);
  weather.pressure_pa.assign(hours_per_year, 101325.0);
  return weather;
}

TEST(WeatherFaults, TakesAWholeYearOrNone) {
  EXPECT_TRUE(faults_of(Weather()).empty());
  EXPECT_TRUE(faults_of(still_year()).empty());
}

TEST(WeatherFaults, NamesColumnsThatAreNoYear) {
  Weather weather = still_year();
  weather.temperature_c.resize(8784);
  weather.wind_speed_m_per_s.clear();
  const auto faults = faults_of(weather);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].field, "temperature_c");
  EXPECT_EQ(faults[0].message, "has 8784 values, expected 8760, one per hour");
  EXPECT_EQ(faults[1].field, "wind_speed_m_per_s");
}

TEST(WeatherFaults, StandAmongTheFindingsOfAPark) {
  Weather weather = still_year();
  weather.wind_speed_m_per_s.pop_back();
  weather.temperature_c[3] = 99.9;
  Park park;
  Site site;
  site.name = "P";
  site.crs = "EPSG:4549";
  site.boundary = {{{{{0, 0}, {1, 0}, {0, 1}}, {}}}};
  park.site = Part(site);
  park.weather = Part(weather);
  Problems problems;
  validate(park, "p", problems);
  ASSERT_EQ(problems.list().size(), 2U);
  EXPECT_EQ(to_string(problems.list()[0]), "p: weather, field temperature_c: value 4 is 99.9, expected -70 to 70");
  EXPECT_EQ(to_string(problems.list()[1]), "p: weather, field wind_speed_m_per_s: has 8759 values, expected 8760, one per hour");
}

}  // namespace
}  // namespace parktwin
