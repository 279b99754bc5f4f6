#pragma once
// A typical year of weather drawn from monthly normals: temperatures that vary from day to day around the months' means with their daily
// range, clearness of days drawn so that each month has its irradiation, the sky's share of it, humidity, wind. Each month's means are the
// normals exactly, before rounding; what lies between is invented. Sources: data/reference-park/SOURCE.md.
#include <array>
#include <cstdint>

#include "engine/park/weather.h"

namespace parktwin::importers::synthetic {

struct MonthNormals {
  double low_c = 0.0;                   ///< mean of the days' lowest
  double high_c = 0.0;                  ///< mean of the days' highest
  double irradiation_kwh_per_m2 = 0.0;  ///< of the month, on a level surface
  double humidity_percent = 70.0;
  double wind_m_per_s = 3.0;
};

/// Monthly means of the published typical year of Shanghai-Hongqiao (climate.onebuilding.org, TMYx, WMO 583670, period of record
/// 1956–2023).
[[nodiscard]] const std::array<MonthNormals, 12>& normals();

/// The sky's share of global irradiation in an hour: Erbs, Klein and Duffie, Solar Energy 28(4), 1982, p. 293.
[[nodiscard]] double diffuse_share(double clearness);

[[nodiscard]] Weather draw_weather(std::uint64_t seed, Degrees latitude, Degrees longitude);

}  // namespace parktwin::importers::synthetic
