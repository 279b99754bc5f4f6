#include "engine/simulators/energy/solar/sun_position.h"

#include <array>
#include <cmath>
#include <numbers>

#include "engine/core/parallel.h"
#include "engine/simulators/energy/solar/spa_tables.h"

namespace parktwin::energy::solar {
namespace {

constexpr double per_degree = std::numbers::pi / 180.0;
constexpr std::size_t hours_of_year = 8760;
constexpr std::size_t hours_until_leap_day = 59 * 24;
/// Sun's radius and refraction at the horizon.
constexpr double horizon_deg = -(0.26667 + 0.5667);

double within_turn(double degrees) {
  const double rest = std::fmod(degrees, 360.0);
  return rest < 0.0 ? rest + 360.0 : rest;
}

template <class Terms>
double sum_of(const Terms& terms, double t) {
  double sum = 0.0;
  for (const auto& term : terms) sum += term.a * std::cos(term.b + term.c * t);
  return sum;
}

/// Highest power first.
double polynomial(double t, std::initializer_list<double> coefficients) {
  double value = 0.0;
  for (const double c : coefficients) value = value * t + c;
  return value;
}

struct Nutation {
  double longitude_deg = 0.0;
  double obliquity_deg = 0.0;
};

/// Step 3.4, t in Julian ephemeris centuries.
Nutation nutation_at(double t) {
  const std::array arguments = {polynomial(t, {1.0 / 189474, -0.0019142, 445267.11148, 297.85036}),
                                polynomial(t, {-1.0 / 300000, -0.0001603, 35999.05034, 357.52772}),
                                polynomial(t, {1.0 / 56250, 0.0086972, 477198.867398, 134.96298}),
                                polynomial(t, {1.0 / 327270, -0.0036825, 483202.017538, 93.27191}),
                                polynomial(t, {1.0 / 450000, 0.0020708, -1934.136261, 125.04452})};
  Nutation nutation;
  for (const auto& term : tables::nutation) {
    double argument = 0.0;
    for (std::size_t i = 0; i < arguments.size(); ++i) argument += term.y[i] * arguments[i];
    nutation.longitude_deg += (term.a + term.b * t) * std::sin(argument * per_degree);
    nutation.obliquity_deg += (term.c + term.d * t) * std::cos(argument * per_degree);
  }
  nutation.longitude_deg /= 36e6;
  nutation.obliquity_deg /= 36e6;
  return nutation;
}

GeocentricSun between(const GeocentricSun& a, const GeocentricSun& b, double share) {
  const auto mix = [share](double from, double to) { return from + share * (to - from); };
  const double turned = b.right_ascension_deg < a.right_ascension_deg - 180.0 ? 360.0 : 0.0;
  return {mix(a.right_ascension_deg, b.right_ascension_deg + turned), mix(a.declination_deg, b.declination_deg),
          mix(a.nutation_deg, b.nutation_deg), mix(a.distance_au, b.distance_au)};
}

}  // namespace

double julian_day(int year, int month, int day, double hour) {
  if (month <= 2) {
    --year;
    month += 12;
  }
  const double century = std::floor(year / 100.0);
  return std::floor(365.25 * (year + 4716)) + std::floor(30.6001 * (month + 1)) + day + hour / 24.0 +
         (2.0 - century + std::floor(century / 4.0)) - 1524.5;  // equation 4, Gregorian calendar
}

GeocentricSun geocentric_sun(double julian_day, double delta_t_s) {
  using namespace tables;
  const double century = (julian_day + delta_t_s / 86400.0 - 2451545.0) / 36525.0;
  const double t = century / 10.0;
  const double earth_longitude = polynomial(t, {sum_of(longitude_5, t), sum_of(longitude_4, t), sum_of(longitude_3, t),
                                                sum_of(longitude_2, t), sum_of(longitude_1, t), sum_of(longitude_0, t)}) *
                                 1e-8 / per_degree;
  const double latitude = -polynomial(t, {sum_of(latitude_1, t), sum_of(latitude_0, t)}) * 1e-8;
  const double distance =
      polynomial(t, {sum_of(radius_4, t), sum_of(radius_3, t), sum_of(radius_2, t), sum_of(radius_1, t), sum_of(radius_0, t)}) * 1e-8;
  const Nutation shift = nutation_at(century);
  const double mean_obliquity_s =
      polynomial(t / 10.0, {2.45, 5.79, 27.87, 7.12, -39.05, -249.67, -51.38, 1999.25, -1.55, -4680.93, 84381.448});  // equation 24
  const double obliquity = (mean_obliquity_s / 3600.0 + shift.obliquity_deg) * per_degree;
  const double aberration = -20.4898 / (3600.0 * distance);
  const double longitude = (within_turn(earth_longitude + 180.0) + shift.longitude_deg + aberration) * per_degree;
  const double ascension =
      std::atan2(std::sin(longitude) * std::cos(obliquity) - std::tan(latitude) * std::sin(obliquity), std::cos(longitude));
  const double declination =
      std::asin(std::sin(latitude) * std::cos(obliquity) + std::cos(latitude) * std::sin(obliquity) * std::sin(longitude));
  return {within_turn(ascension / per_degree), declination / per_degree, shift.longitude_deg * std::cos(obliquity), distance};
}

SunPosition sun_position(const GeocentricSun& sun, double julian_day, const Place& place) {
  const double days = julian_day - 2451545.0;
  const double century = days / 36525.0;
  const double sidereal =
      within_turn(280.46061837 + 360.98564736629 * days + century * century * (0.000387933 - century / 38710000.0)) + sun.nutation_deg;
  const double hour_angle = (sidereal + place.longitude_deg - sun.right_ascension_deg) * per_degree;
  const double latitude = place.latitude_deg * per_degree;
  const double declination = sun.declination_deg * per_degree;
  // Parallax, step 3.12.
  const double parallax = 8.794 / (3600.0 * sun.distance_au) * per_degree;
  const double u = std::atan(0.99664719 * std::tan(latitude));
  const double x = std::cos(u) + place.elevation_m / 6378140.0 * std::cos(latitude);
  const double y = 0.99664719 * std::sin(u) + place.elevation_m / 6378140.0 * std::sin(latitude);
  const double denominator = std::cos(declination) - x * std::sin(parallax) * std::cos(hour_angle);
  const double ascension_shift = std::atan2(-x * std::sin(parallax) * std::sin(hour_angle), denominator);
  const double seen = std::atan2((std::sin(declination) - y * std::sin(parallax)) * std::cos(ascension_shift), denominator);
  const double angle = hour_angle - ascension_shift;
  // Elevation with refraction, steps 3.14 and 3.15.
  double elevation = std::asin(std::sin(latitude) * std::sin(seen) + std::cos(latitude) * std::cos(seen) * std::cos(angle)) / per_degree;
  if (elevation >= horizon_deg) {
    elevation += place.pressure_pa / 101000.0 * 283.0 / (273.0 + place.temperature_c) * 1.02 /
                 (60.0 * std::tan((elevation + 10.3 / (elevation + 5.11)) * per_degree));
  }
  const double azimuth = std::atan2(std::sin(angle), std::cos(angle) * std::sin(latitude) - std::tan(seen) * std::cos(latitude));
  return {90.0 - elevation, within_turn(azimuth / per_degree + 180.0), sun.distance_au};
}

std::vector<SunPosition> sun_of_year(const Place& place, int year, double time_zone_h, int steps_per_hour) {
  const auto steps = static_cast<std::size_t>(steps_per_hour);
  const double leap_day = julian_day(year, 3, 1, 0.0) - julian_day(year, 2, 28, 0.0) - 1.0;
  const double start = julian_day(year, 1, 1, -time_zone_h);
  std::vector<SunPosition> positions(hours_of_year * steps);
  parallel_chunks(hours_of_year, 365, [&](std::size_t first, std::size_t last) {
    for (std::size_t hour = first; hour < last; ++hour) {
      const double day = start + static_cast<double>(hour) / 24.0 + (hour >= hours_until_leap_day ? leap_day : 0.0);
      const GeocentricSun before = geocentric_sun(day);
      const GeocentricSun after = geocentric_sun(day + 1.0 / 24.0);
      for (std::size_t k = 0; k < steps; ++k) {
        const double share = (static_cast<double>(k) + 0.5) / static_cast<double>(steps);
        positions[hour * steps + k] = sun_position(between(before, after, share), day + share / 24.0, place);
      }
    }
  });
  return positions;
}

}  // namespace parktwin::energy::solar
