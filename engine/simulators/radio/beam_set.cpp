#include "engine/simulators/radio/beam_set.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/simulators/radio/array_factor.h"

namespace parktwin::radio {
namespace {

double sine(double degrees) { return std::sin(degrees * std::numbers::pi / 180.0); }

std::vector<double> beam_sines(std::int32_t beams, std::int32_t elements, double spacing, double sector_sine, double middle) {
  const double step = std::min(1.0 / (elements * spacing), 2.0 * sector_sine / std::max(1, beams - 1));
  std::vector<double> sines;
  for (std::int32_t i = 0; i < beams; ++i) sines.push_back(middle + (i - 0.5 * (beams - 1)) * step);
  return sines;
}

constexpr double turn = 2.0 * std::numbers::pi;

}  // namespace

std::vector<double> horizontal_beam_sines(const Antenna& antenna) {
  if (antenna.omnidirectional) return {0.0};
  return beam_sines(antenna.ssb_beams_horizontal, antenna.columns, antenna.column_spacing, sine(60.0), 0.0);
}

std::vector<double> vertical_beam_sines(const Antenna& antenna, Degrees electrical_downtilt) {
  return beam_sines(antenna.ssb_beams_vertical, antenna.rows, antenna.row_spacing, sine(30.0), sine(electrical_downtilt.value()));
}

double row_beam_attenuation_db(const Antenna& antenna, double vertical_sine, double up) {
  return array_attenuation_db(antenna.rows, turn * antenna.row_spacing * (up + vertical_sine), antenna.front_to_back.value());
}

double column_beam_attenuation_db(const Antenna& antenna, double horizontal_sine, double side) {
  return array_attenuation_db(array_columns(antenna), turn * antenna.column_spacing * (side - horizontal_sine),
                              antenna.front_to_back.value());
}

double beam_gain_dbi(const Antenna& antenna, double horizontal_sine, double vertical_sine, const Direction& direction) {
  const double attenuation_db = element_attenuation_db(antenna, direction) + row_beam_attenuation_db(antenna, vertical_sine, direction.up) +
                                column_beam_attenuation_db(antenna, horizontal_sine, direction.side);
  return peak_gain_dbi(antenna) - std::min(attenuation_db, antenna.front_to_back.value());
}

}  // namespace parktwin::radio
