#include "engine/simulators/energy/loads/sector_profile.h"

#include <algorithm>
#include <numeric>

#include "engine/core/check.h"

namespace parktwin::energy::loads {
namespace {

constexpr double degree_day_base_c = 18.0;   ///< cooling grows with the kelvins above, heating with those below, assumption
constexpr double cold_by_temperature = 0.6;  ///< share of the year's cold, assumption
constexpr double ramp_h = 0.5;
constexpr double unoccupied = 0.4;  ///< of cooling and heating at no activity

/// A part of the year's energy that goes with weights; without any weight it goes with the rest.
struct Part {
  double share;
  std::vector<double> weights;
};

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> blend(std::vector<double> rest, const std::vector<Part>& parts) {
  double left = 1.0;
  const double rest_mean = mean(rest);
  std::vector<double> sum(rest.size(), 0.0);
  for (const auto& part : parts) {
    const double weight = mean(part.weights);
    if (!(part.share > 0.0 && weight > 0.0)) continue;
    left -= part.share;
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += part.share * part.weights[i] / weight;
  }
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += left * rest[i] / rest_mean;
  const double all = mean(sum);  // 1 but for rounding
  for (auto& value : sum) value /= all;
  return sum;
}

/// Kelvins above or below a limit, where people or machines are more.
std::vector<double> degrees(const std::vector<double>& activity, std::span<const double> temperature_c, bool cooling) {
  std::vector<double> weights(activity.size(), 0.0);
  if (temperature_c.empty()) return weights;
  PARKTWIN_CHECK(temperature_c.size() == activity.size(), "a temperature per step");
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double kelvins = cooling ? temperature_c[i] - degree_day_base_c : degree_day_base_c - temperature_c[i];
    weights[i] = std::max(0.0, kelvins) * (unoccupied + (1.0 - unoccupied) * activity[i]);
  }
  return weights;
}

/// 0 outside the shift, 1 within.
double presence(const SectorPattern& pattern, double hour) {
  if (pattern.to_h - pattern.from_h >= 24.0) return 1.0;
  const double in = (hour - pattern.from_h) / ramp_h + 0.5;
  const double out = (pattern.to_h - hour) / ramp_h + 0.5;
  return std::clamp(std::min(in, out), 0.0, 1.0);
}

}  // namespace

SectorPattern pattern_of(Sector sector) {
  switch (sector) {
    case Sector::electronics:
      return {8.0, 20.0, 0.75, 0.6, 0.45, 0.1, 0.0, 0.5};
    case Sector::machinery:
      return {8.0, 20.0, 0.25, 0.35, 0.15, 0.06, 0.0, 0.6};
    case Sector::automotive:
      return {7.0, 23.0, 0.3, 0.4, 0.15, 0.08, 0.0, 0.4};
    case Sector::chemicals:
      return {0.0, 24.0, 1.0, 0.95, 0.85, 0.04, 0.0, 0.05};
    case Sector::pharmaceuticals:
      return {8.0, 20.0, 0.65, 0.6, 0.45, 0.1, 0.0, 0.2};
    case Sector::new_materials:
      return {0.0, 24.0, 1.0, 0.8, 0.6, 0.04, 0.0, 0.1};
    case Sector::food:
      return {6.0, 22.0, 0.45, 0.55, 0.4, 0.12, 0.0, 0.15};
    case Sector::textiles:
      return {0.0, 24.0, 1.0, 0.65, 0.3, 0.08, 0.0, 0.15};
    case Sector::metal_products:
      return {8.0, 22.0, 0.3, 0.4, 0.2, 0.03, 0.0, 0.5};
    case Sector::logistics:
      return {6.0, 22.0, 0.35, 0.6, 0.45, 0.08, 0.0, 1.0};
    case Sector::software:
      return {9.0, 19.0, 0.25, 0.35, 0.2, 0.25, 0.05, 1.0};
    case Sector::research:
      return {9.0, 20.0, 0.35, 0.4, 0.3, 0.2, 0.04, 1.0};
    case Sector::energy:
    case Sector::public_services:
    case Sector::other:
      return {8.0, 18.0, 0.3, 0.4, 0.3, 0.2, 0.05, 1.0};
  }
  return {};
}

std::vector<double> activity(const SectorPattern& pattern, const WorkingDays& days) {
  std::vector<double> levels;
  levels.reserve(days.days.size() * steps_per_day);
  for (const DayKind day : days.days) {
    const double level = day == DayKind::working ? 1.0 : day == DayKind::rest ? pattern.rest_day : pattern.holiday;
    for (std::size_t step = 0; step < steps_per_day; ++step) {
      const double present = presence(pattern, (static_cast<double>(step) + 0.5) * step_h);
      levels.push_back(level * (pattern.night + (1.0 - pattern.night) * present));
    }
  }
  return levels;
}

std::vector<double> electricity_profile(const SectorPattern& pattern, const WorkingDays& days, std::span<const double> temperature_c) {
  auto work = activity(pattern, days);
  const std::vector<Part> parts = {{pattern.cooling, degrees(work, temperature_c, true)},
                                   {pattern.heating, degrees(work, temperature_c, false)}};
  return blend(std::move(work), parts);
}

std::vector<double> heat_profile(const SectorPattern& pattern, const WorkingDays& days, std::span<const double> temperature_c) {
  auto work = activity(pattern, days);
  const std::vector<Part> parts = {{pattern.space_heat, degrees(work, temperature_c, false)}};
  return blend(std::move(work), parts);
}

std::vector<double> cold_profile(const SectorPattern& pattern, const WorkingDays& days, std::span<const double> temperature_c) {
  auto work = activity(pattern, days);
  const std::vector<Part> parts = {{cold_by_temperature, degrees(work, temperature_c, true)}};
  return blend(std::move(work), parts);
}

}  // namespace parktwin::energy::loads
