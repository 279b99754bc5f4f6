#include "engine/simulators/radio/shadow_fading.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "engine/core/check.h"
#include "engine/core/random.h"
#include "engine/simulators/radio/fast_math.h"
#include "engine/simulators/radio/rural_path_loss.h"
#include "engine/simulators/radio/site_general.h"

namespace parktwin::radio {
namespace {

constexpr std::uint32_t field_stream = 0x7261'0001;
constexpr std::uint32_t wall_stream = 0x7261'0002;

}  // namespace

Decibel shadowing_deviation(Environment environment, bool line_of_sight, bool indoor) {
  if (indoor) return Decibel(environment == Environment::rural_macro ? 8.0 : 7.0);  // table 7.5-6, O2I
  switch (environment) {
    case Environment::urban_macro:
      return Decibel(line_of_sight ? 4.0 : 6.0);
    case Environment::urban_micro:
      return Decibel(line_of_sight ? 4.0 : 7.82);
    case Environment::rural_macro:
      return Decibel(rural_deviation_db({.breakpoint_m = std::numeric_limits<double>::infinity()}, 0.0, line_of_sight));
    case Environment::above_roofs:
      return Decibel(
          site_general_deviation_db(line_of_sight ? SiteGeneral::above_roofs_clear : SiteGeneral::above_roofs_blocked_high_rise));
    case Environment::below_high_roofs:
      return Decibel(
          site_general_deviation_db(line_of_sight ? SiteGeneral::below_roofs_clear : SiteGeneral::below_roofs_blocked_high_rise));
    case Environment::below_low_roofs:
      return Decibel(site_general_deviation_db(line_of_sight ? SiteGeneral::below_roofs_clear : SiteGeneral::below_roofs_blocked_low_rise));
  }
  broken_promise(__FILE__, __LINE__, "unknown environment");
}

Decibel combined_deviation(Decibel shadowing, Decibel wall) { return Decibel(std::hypot(shadowing.value(), wall.value())); }

Metres correlation_distance(Environment environment, bool line_of_sight, bool indoor) {
  if (environment == Environment::rural_macro) return Metres(line_of_sight && !indoor ? 37.0 : 120.0);
  if (indoor) return Metres(7.0);
  if (environment == Environment::urban_macro || environment == Environment::above_roofs) return Metres(line_of_sight ? 37.0 : 50.0);
  return Metres(line_of_sight ? 10.0 : 13.0);
}

ShadowField::ShadowField(std::uint64_t seed, std::uint32_t entity) {
  const RandomSequence random(seed, field_stream, entity);
  constexpr double largest_wave_number = 50.0;
  const double covered = 1.0 - 1.0 / std::hypot(1.0, largest_wave_number);
  for (std::size_t i = 0; i < waves; ++i) {
    const auto draw = static_cast<std::uint32_t>(3 * i);
    // Stratified: one wave per equal share of the variance. F(k) = 1 − (1 + k²)^(−1/2).
    const double share = covered * (static_cast<double>(i) + random.uniform(draw)) / static_cast<double>(waves);
    const double wave_number = std::sqrt(1.0 / ((1.0 - share) * (1.0 - share)) - 1.0);
    const double bearing = 2.0 * std::numbers::pi * random.uniform(draw + 1);
    turns_x_[i] = static_cast<float>(wave_number * std::cos(bearing) / (2.0 * std::numbers::pi));
    turns_y_[i] = static_cast<float>(wave_number * std::sin(bearing) / (2.0 * std::numbers::pi));
    phase_[i] = static_cast<float>(random.uniform(draw + 2));
  }
}

void ShadowField::evaluate(std::span<const float> x, std::span<const float> y, std::span<float> values) const {
  PARKTWIN_CHECK(x.size() == values.size() && y.size() == values.size(), "one value per place");
  std::fill(values.begin(), values.end(), 0.0F);
  const std::size_t count = values.size();
  const float* const px = x.data();
  const float* const py = y.data();
  float* const out = values.data();
  const float amplitude = std::sqrt(2.0F / static_cast<float>(waves));
  for (std::size_t wave = 0; wave < waves; ++wave) {
    const float ax = turns_x_[wave];
    const float ay = turns_y_[wave];
    const float phase = phase_[wave];
    for (std::size_t i = 0; i < count; ++i) out[i] += amplitude * fast_cosine_of_turns(ax * px[i] + ay * py[i] + phase);
  }
}

double ShadowField::at(double x, double y) const {
  double sum = 0.0;
  for (std::size_t i = 0; i < waves; ++i) sum += std::cos(2.0 * std::numbers::pi * (turns_x_[i] * x + turns_y_[i] * y + phase_[i]));
  return sum * std::sqrt(2.0 / static_cast<double>(waves));
}

double wall_deviate(std::uint64_t seed, std::uint32_t entity) { return RandomSequence(seed, wall_stream, entity).normal(0); }

}  // namespace parktwin::radio
