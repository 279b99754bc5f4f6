#include "engine/simulators/energy/weather/quarter_hours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace parktwin::energy::weather {
namespace {

constexpr std::size_t quarters = 4;

std::vector<double> between_hours(const std::vector<double>& at_end) {
  std::vector<double> values;
  values.reserve(at_end.size() * quarters);
  double before = at_end.back();
  for (const double after : at_end) {
    for (std::size_t q = 0; q < quarters; ++q) values.push_back(before + (after - before) * (static_cast<double>(q) + 0.5) / quarters);
    before = after;
  }
  return values;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Weights of mean 1, or all 1 where none is above 0.
std::array<double, quarters> weights(const std::array<double, quarters>& shares) {
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  if (!(sum > 0.0)) return {1.0, 1.0, 1.0, 1.0};
  std::array<double, quarters> scaled{};
  for (std::size_t q = 0; q < quarters; ++q) scaled[q] = shares[q] * quarters / sum;
  return scaled;
}

}  // namespace

QuarterHours quarter_hours(const Weather& weather, int year) {
  const solar::Place place = {weather.latitude.value(), weather.longitude.value(), weather.elevation.value(), mean(weather.pressure_pa),
                              mean(weather.temperature_c)};
  QuarterHours result;
  result.sun = solar::sun_of_year(place, year, weather.time_zone_h, quarters);
  result.temperature_c = between_hours(weather.temperature_c);
  result.pressure_pa = between_hours(weather.pressure_pa);
  result.wind_speed_m_per_s = between_hours(weather.wind_speed_m_per_s);
  result.light.resize(result.sun.size());
  for (std::size_t hour = 0; hour < weather.temperature_c.size(); ++hour) {
    std::array<double, quarters> sines{};
    std::array<double, quarters> up{};
    for (std::size_t q = 0; q < quarters; ++q) {
      sines[q] = std::max(0.0, std::cos(result.sun[hour * quarters + q].zenith_deg * std::numbers::pi / 180.0));
      up[q] = sines[q] > 0.0 ? 1.0 : 0.0;
    }
    const auto by_sine = weights(sines);
    const auto by_day = weights(up);
    for (std::size_t q = 0; q < quarters; ++q) {
      result.light[hour * quarters + q] = {weather.global_horizontal_w_per_m2[hour] * by_sine[q],
                                           weather.direct_normal_w_per_m2[hour] * by_day[q],
                                           weather.diffuse_horizontal_w_per_m2[hour] * by_sine[q]};
    }
  }
  return result;
}

}  // namespace parktwin::energy::weather
