#include "engine/simulators/radio/antenna_pattern.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/simulators/radio/beam_set.h"
#include "engine/simulators/radio/measured_pattern.h"
#include "engine/simulators/radio/packed_table.h"

namespace parktwin::radio {
namespace {

constexpr double pi = std::numbers::pi;
double radians(double degrees) { return degrees * pi / 180.0; }
double degrees(double radians) { return radians * 180.0 / pi; }

// TR 38.901 table 7.3-1, vertical cut: min(12 ((θ''−90°)/θ3dB)², SLAV); θ'' − 90° is minus the elevation.
double vertical_element_db(const Antenna& antenna, double up) {
  const double ratio = degrees(std::asin(std::clamp(up, -1.0, 1.0))) / antenna.vertical_beamwidth.value();
  return std::min(12.0 * ratio * ratio, antenna.front_to_back.value());
}

// Table 7.3-1, horizontal cut: min(12 (φ''/φ3dB)², Amax).
double horizontal_element_db(const Antenna& antenna, double forward, double side) {
  if (antenna.omnidirectional) return 0.0;
  const double ratio = degrees(std::atan2(side, forward)) / antenna.horizontal_beamwidth.value();
  return std::min(12.0 * ratio * ratio, antenna.front_to_back.value());
}

// The best of several beams.
double best_rows_db(const Antenna& antenna, const std::vector<double>& beam_sines, double up) {
  double best_db = antenna.front_to_back.value();
  for (const double sine : beam_sines) best_db = std::min(best_db, row_beam_attenuation_db(antenna, sine, up));
  return best_db;
}

double best_columns_db(const Antenna& antenna, const std::vector<double>& beam_sines, double side) {
  double best_db = antenna.front_to_back.value();
  for (const double sine : beam_sines) best_db = std::min(best_db, column_beam_attenuation_db(antenna, sine, side));
  return best_db;
}

// Enough steps that a lobe of the array spans several hundred.
std::size_t steps_for(std::int32_t elements, double spacing) {
  return 8192U * static_cast<std::size_t>(std::max(1.0, std::ceil(elements * spacing / 8.0)));
}

double interpolate(const std::vector<std::int32_t>& table, double position) {
  const auto i = static_cast<std::size_t>(position);
  return static_cast<double>(unpacked_db(table[i], static_cast<float>(position - static_cast<double>(i))));
}

template <class Attenuation>
std::vector<std::int32_t> tabulate(std::size_t steps, double low, double high, Attenuation&& attenuation_db) {
  std::vector<double> values_db;
  for (std::size_t i = 0; i <= steps; ++i) {
    values_db.push_back(attenuation_db(low + (high - low) * (static_cast<double>(i) / static_cast<double>(steps))));
  }
  return packed_table(values_db);
}

}  // namespace

Orientation orientation_of(Degrees azimuth, Degrees mechanical_downtilt) {
  const double a = radians(azimuth.value());
  const double t = radians(mechanical_downtilt.value());
  return {.forward = {std::sin(a) * std::cos(t), std::cos(a) * std::cos(t), -std::sin(t)},
          .side = {std::cos(a), -std::sin(a), 0.0},
          .up = {std::sin(a) * std::sin(t), std::cos(a) * std::sin(t), std::cos(t)}};
}

Direction direction_to(const Orientation& orientation, const Vector3& unit) {
  const auto dot = [&unit](const Vector3& axis) { return axis.x * unit.x + axis.y * unit.y + axis.z * unit.z; };
  return {dot(orientation.forward), dot(orientation.side), dot(orientation.up)};
}

std::int32_t array_columns(const Antenna& antenna) { return antenna.omnidirectional ? 1 : antenna.columns; }

double peak_gain_dbi(const Antenna& antenna) {
  if (is_measured(antenna)) return measured_peak_gain_dbi(antenna);
  return antenna.element_gain.value() + 10.0 * std::log10(static_cast<double>(antenna.rows) * array_columns(antenna));
}

double element_attenuation_db(const Antenna& antenna, const Direction& direction) {
  return vertical_element_db(antenna, direction.up) + horizontal_element_db(antenna, direction.forward, direction.side);
}

double antenna_gain_dbi(const Antenna& antenna, Degrees electrical_downtilt, const Direction& direction) {
  if (is_measured(antenna)) return peak_gain_dbi(antenna) - measured_attenuation_db(antenna, electrical_downtilt, direction);
  const double attenuation_db = element_attenuation_db(antenna, direction) +
                                best_rows_db(antenna, vertical_beam_sines(antenna, electrical_downtilt), direction.up) +
                                best_columns_db(antenna, horizontal_beam_sines(antenna), direction.side);
  return peak_gain_dbi(antenna) - std::min(attenuation_db, antenna.front_to_back.value());
}

PatternTable::PatternTable(const Antenna& antenna, Degrees electrical_downtilt)
    : peak_dbi_(peak_gain_dbi(antenna)), largest_attenuation_db_(static_cast<float>(antenna.front_to_back.value())) {
  if (is_measured(antenna)) {
    measured_ = std::make_shared<const MeasuredTable>(antenna, electrical_downtilt);
    largest_attenuation_db_ = measured_->largest_attenuation_db();
    return;
  }
  const auto row_sines = vertical_beam_sines(antenna, electrical_downtilt);
  over_up_ = tabulate(steps_for(antenna.rows, antenna.row_spacing), -1.0, 1.0,
                      [&](double up) { return vertical_element_db(antenna, up) + best_rows_db(antenna, row_sines, up); });
  over_turn_ = tabulate(4096, 0.0, 2.0, [&](double turn) {
    const double q = turn <= 1.0 ? turn : 2.0 - turn;
    return horizontal_element_db(antenna, turn <= 1.0 ? 1.0 - q : q - 1.0, q);
  });
  if (array_columns(antenna) > 1) {
    const auto column_sines = horizontal_beam_sines(antenna);
    over_side_ = tabulate(steps_for(antenna.columns, antenna.column_spacing), 0.0, 1.0,
                          [&](double side) { return best_columns_db(antenna, column_sines, side); });
  }
}

double PatternTable::gain_dbi(const Direction& direction) const {
  if (measured_) return peak_dbi_ - measured_->attenuation_db(direction);
  const double side = std::abs(direction.side);
  const double sum = side + std::abs(direction.forward);
  const double q = sum > 0.0 ? side / sum : 0.0;
  const double turn = direction.forward >= 0.0 ? q : 2.0 - q;
  const auto steps = [](const std::vector<std::int32_t>& table) { return static_cast<double>(table.size() - 1); };
  double attenuation_db = interpolate(over_up_, std::clamp(0.5 * (direction.up + 1.0), 0.0, 1.0) * steps(over_up_)) +
                          interpolate(over_turn_, 0.5 * turn * steps(over_turn_));
  if (!over_side_.empty()) attenuation_db += interpolate(over_side_, std::min(side, 1.0) * steps(over_side_));
  return peak_dbi_ - std::min(attenuation_db, static_cast<double>(largest_attenuation_db_));
}

}  // namespace parktwin::radio
