#pragma once
// An hourly typical year in quarter-hours. Temperature, pressure and wind run straight from one hour's end to the next, the year's end
// joining its beginning, taken at the middle of each quarter. Irradiances keep the energy of their hour: sky and global light are spread
// over its quarters by the sine of the sun's elevation, the beam evenly over those with the sun up; an hour of twilight is spread evenly.
#include <vector>

#include "engine/park/weather.h"
#include "engine/simulators/energy/solar/plane_irradiance.h"

namespace parktwin::energy::weather {

struct QuarterHours {
  std::vector<solar::SunPosition> sun;
  std::vector<solar::Irradiance> light;
  std::vector<double> temperature_c;
  std::vector<double> pressure_pa;
  std::vector<double> wind_speed_m_per_s;
};

/// `year`: whose sun. Precondition: weather has no faults and is not empty.
[[nodiscard]] QuarterHours quarter_hours(const Weather& weather, int year);

}  // namespace parktwin::energy::weather
