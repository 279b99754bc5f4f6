#pragma once
// A typical year of weather drawn from monthly normals: temperatures that vary from day to day around the months' means with their daily
// range, clearness of days drawn so that the irradiation of each month is that of its sunshine hours, the sky's share of it, humidity,
// wind. Each month's means are the normals exactly, before rounding; what lies between is invented. Sources: data/reference-park/SOURCE.md.
#include <array>
#include <cstdint>

#include "engine/park/weather.h"

namespace parktwin::importers::synthetic {

struct MonthNormals {
  double low_c = 0.0;   ///< mean of the days' lowest
  double high_c = 0.0;  ///< mean of the days' highest
  double sunshine_h = 0.0;
  double humidity_percent = 70.0;
  double wind_m_per_s = 3.0;
};

/// Shanghai.
[[nodiscard]] const std::array<MonthNormals, 12>& normals();

/// Sunshine to irradiation of a month, of that above the atmosphere: 0.25 + 0.50 n/N (Ångström and Prescott with the coefficients of FAO
/// Irrigation and Drainage Paper 56, equation 35), n sunshine hours, N hours of day.
[[nodiscard]] double clearness_of_month(double sunshine_h, double day_h);

/// The sky's share of global irradiation in an hour: Erbs, Klein and Duffie, Solar Energy 28(4), 1982, p. 293.
[[nodiscard]] double diffuse_share(double clearness);

[[nodiscard]] Weather draw_weather(std::uint64_t seed, Degrees latitude, Degrees longitude);

}  // namespace parktwin::importers::synthetic
