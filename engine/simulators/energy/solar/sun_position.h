#pragma once
// Where the sun stands, to 0.0003 degrees from the year −2000 to 6000: Reda and Andreas, "Solar Position Algorithm for Solar Radiation
// Applications", NREL/TP-560-34302, revised January 2008 (SPA); step numbers below are theirs. A year in small steps takes the slow part,
// the Earth's orbit, once an hour and between hours along a straight line (within 5 · 10⁻⁶ degrees).
#include <vector>

namespace parktwin::energy::solar {

struct Place {
  double latitude_deg = 0.0;
  double longitude_deg = 0.0;  ///< east positive
  double elevation_m = 0.0;
  double pressure_pa = 101325.0;  ///< yearly mean, for refraction
  double temperature_c = 15.0;
};

/// The sun as seen from the centre of the Earth.
struct GeocentricSun {
  double right_ascension_deg = 0.0;
  double declination_deg = 0.0;
  double nutation_deg = 0.0;  ///< of sidereal time, Δψ cos ε
  double distance_au = 1.0;
};

struct SunPosition {
  double zenith_deg = 180.0;  ///< with refraction
  double azimuth_deg = 0.0;   ///< clockwise from north
  double distance_au = 1.0;
};

/// Julian day of a moment in universal time; hours may exceed a day.
[[nodiscard]] double julian_day(int year, int month, int day, double hour);

/// `delta_t_s`: terrestrial minus universal time.
[[nodiscard]] GeocentricSun geocentric_sun(double julian_day, double delta_t_s = 69.0);

[[nodiscard]] SunPosition sun_position(const GeocentricSun& sun, double julian_day, const Place& place);

/// At the middle of every step of a year in local standard time, 29 February left out: 8,760 × steps_per_hour. Precondition:
/// steps_per_hour > 0.
[[nodiscard]] std::vector<SunPosition> sun_of_year(const Place& place, int year, double time_zone_h, int steps_per_hour);

}  // namespace parktwin::energy::solar
