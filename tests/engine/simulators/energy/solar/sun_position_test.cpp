#include "engine/simulators/energy/solar/sun_position.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace parktwin::energy::solar {
namespace {

// NREL/TP-560-34302, appendix A.5: 17 October 2003, 12:30:30 at UTC−7, Golden, Colorado.
const Place golden = {39.742476, -105.1786, 1830.14, 82000.0, 11.0};
const Place lanting = {31.3128, 120.8929, 4.0};

TEST(SunPosition, GivesThePublishedExample) {
  const double day = julian_day(2003, 10, 17, 12.0 + 30.0 / 60.0 + 30.0 / 3600.0 + 7.0);
  EXPECT_NEAR(day, 2452930.312847, 1e-6);
  const GeocentricSun sun = geocentric_sun(day, 67.0);
  EXPECT_NEAR(sun.right_ascension_deg, 202.22741, 1e-5);
  EXPECT_NEAR(sun.declination_deg, -9.31434, 1e-5);
  EXPECT_NEAR(sun.distance_au, 0.9965422974, 1e-9);
  const SunPosition seen = sun_position(sun, day, golden);
  EXPECT_NEAR(seen.zenith_deg, 50.11162, 1e-5);
  EXPECT_NEAR(seen.azimuth_deg, 194.34024, 1e-5);
}

TEST(SunPosition, GivesWhatPvlibGives) {  // pvlib 0.16.1, spa_python with atmos_refract 0.5667 and delta_t 69
  const auto expect_sun = [](double day, const Place& place, double zenith, double azimuth) {
    const SunPosition seen = sun_position(geocentric_sun(day), day, place);
    EXPECT_NEAR(seen.zenith_deg, zenith, 1e-8);
    EXPECT_NEAR(seen.azimuth_deg, azimuth, 1e-7);
  };
  expect_sun(julian_day(2026, 6, 21, 4.0 + 10.0 / 60.0), lanting, 8.297748501461257, 199.13588100256598);
  expect_sun(julian_day(2026, 1, 5, 20.0 / 60.0), lanting, 75.59320366566503, 128.35222204827113);
  expect_sun(julian_day(2024, 12, 21, 8.5), {-33.9, 18.4, 20.0, 101000.0, 20.0}, 31.149917172798084, 79.32899822769508);
}

TEST(SunPosition, CountsJulianDays) {  // NREL/TP-560-34302, table A4.1
  EXPECT_EQ(julian_day(2000, 1, 1, 12.0), 2451545.0);
  EXPECT_EQ(julian_day(1999, 1, 1, 0.0), 2451179.5);
  EXPECT_EQ(julian_day(1988, 6, 19, 12.0), 2447332.0);
}

TEST(SunPosition, AYearInStepsIsTheSameSun) {
  for (const int year : {2023, 2024}) {
    const auto steps = sun_of_year(lanting, year, 8.0, 4);
    ASSERT_EQ(steps.size(), 35040U);
    for (std::size_t step = 0; step < steps.size(); step += 997) {
      const double hours = (static_cast<double>(step) + 0.5) / 4.0;
      const double leap = year == 2024 && hours > 59 * 24 ? 24.0 : 0.0;
      const double day = julian_day(year, 1, 1, hours + leap - 8.0);
      const SunPosition exact = sun_position(geocentric_sun(day), day, lanting);
      EXPECT_NEAR(steps[step].zenith_deg, exact.zenith_deg, 5e-6) << step;
      EXPECT_NEAR(std::cos(steps[step].azimuth_deg * 0.0174532925199433), std::cos(exact.azimuth_deg * 0.0174532925199433), 1e-6) << step;
    }
    const auto highest =
        std::min_element(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.zenith_deg < b.zenith_deg; });
    EXPECT_NEAR(highest->zenith_deg, 31.3128 - 23.44, 0.15);  // quarter of the solstice nearest to noon
    EXPECT_NEAR(static_cast<double>(highest - steps.begin()) / 96.0, 171.5, 2.0);
  }
}

}  // namespace
}  // namespace parktwin::energy::solar
