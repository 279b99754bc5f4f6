#pragma once
// A typical year of weather at the park, hour by hour in local standard time: 8,760 values per column, 1 January 0–1 h first, no 29
// February. Temperature, humidity, pressure and wind are those at the end of the hour, irradiances the mean of the hour, as in EPW files.
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/units.h"

namespace parktwin {

inline constexpr std::size_t hours_per_year = 8760;

/// Empty columns: no weather known.
struct Weather {
  std::string place;
  std::string source;  ///< who measured or made it
  Degrees longitude;   ///< WGS 84
  Degrees latitude;
  Metres elevation;
  double time_zone_h = 8.0;  ///< ahead of UTC
  std::vector<double> temperature_c;
  std::vector<double> relative_humidity_percent;
  std::vector<double> pressure_pa;
  std::vector<double> global_horizontal_w_per_m2;
  std::vector<double> direct_normal_w_per_m2;
  std::vector<double> diffuse_horizontal_w_per_m2;
  std::vector<double> wind_speed_m_per_s;  ///< 10 m above ground

  [[nodiscard]] bool empty() const { return temperature_c.empty(); }
};

template <class Visitor, DescribedAs<Weather> Self>
void describe(Visitor&& visit, Self& weather) {
  visit(Field{"place", "", "place it stands for"}, weather.place);
  visit(Field{"source", "", "who measured or made it"}, weather.source);
  visit(Field{"longitude_deg", "degree", "WGS 84 longitude", -180, 180}, weather.longitude);
  visit(Field{"latitude_deg", "degree", "WGS 84 latitude", -90, 90}, weather.latitude);
  visit(Field{"elevation_m", "m", "above sea level", -1000, 9999}, weather.elevation);
  visit(Field{"time_zone_h", "h", "standard time ahead of UTC", -12, 14}, weather.time_zone_h);
  visit(Field{"temperature_c", "degC", "dry-bulb temperature at the end of each hour", -70, 70}, weather.temperature_c);
  visit(Field{"relative_humidity_percent", "%", "relative humidity at the end of each hour", 0, 110}, weather.relative_humidity_percent);
  visit(Field{"pressure_pa", "Pa", "air pressure at the end of each hour", 31000, 120000}, weather.pressure_pa);
  visit(Field{"global_horizontal_w_per_m2", "W/m2", "global irradiance on a level surface, mean of each hour", 0, 1500},
        weather.global_horizontal_w_per_m2);
  visit(Field{"direct_normal_w_per_m2", "W/m2", "beam irradiance on a surface that faces the sun, mean of each hour", 0, 1500},
        weather.direct_normal_w_per_m2);
  visit(Field{"diffuse_horizontal_w_per_m2", "W/m2", "sky irradiance on a level surface, mean of each hour", 0, 1500},
        weather.diffuse_horizontal_w_per_m2);
  visit(Field{"wind_speed_m_per_s", "m/s", "wind speed 10 m above ground at the end of each hour", 0, 60}, weather.wind_speed_m_per_s);
}

}  // namespace parktwin
