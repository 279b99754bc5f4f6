#include "engine/simulators/radio/measured_pattern.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/check.h"

namespace parktwin::radio {
namespace {

constexpr double degrees_per_radian = 180.0 / std::numbers::pi;
constexpr std::size_t table_steps = 8192;
constexpr double furthest_peak_deg = 30.0;  // of the main beam from the horizon

// The cut at any angle, by a straight line between whole degrees.
double cut_at(const std::vector<double>& cut, double angle_deg) {
  const double turned = angle_deg - 360.0 * std::floor(angle_deg / 360.0);
  const double whole = std::floor(turned);
  const std::size_t low = static_cast<std::size_t>(whole) % cut_values;
  return cut[low] + (turned - whole) * (cut[(low + 1) % cut_values] - cut[low]);
}

void check_cuts(const Antenna& antenna) {
  PARKTWIN_CHECK(antenna.horizontal_cut_db.size() == cut_values && antenna.vertical_cut_db.size() == cut_values,
                 "a measured cut has a value per degree: " + antenna.id);
}

double deepest_db(const Antenna& antenna) {
  const auto deepest = [](const std::vector<double>& cut) { return *std::max_element(cut.begin(), cut.end()); };
  return std::max(deepest(antenna.horizontal_cut_db), deepest(antenna.vertical_cut_db));
}

// The part that depends on the azimuth alone.
double over_turn_db(const Antenna& antenna, double azimuth_deg) {
  const auto& cut = antenna.horizontal_cut_db;
  const double behind = std::abs(azimuth_deg) / 180.0;
  return cut_at(cut, azimuth_deg) - (1.0 - behind) * cut[0] - behind * cut[180];
}

struct VerticalPair {
  double front_db;
  double back_db;
};

VerticalPair vertical_pair(const Antenna& antenna, double shift_deg, double up) {
  const double down_deg = -std::asin(std::clamp(up, -1.0, 1.0)) * degrees_per_radian - shift_deg;
  return {cut_at(antenna.vertical_cut_db, down_deg), cut_at(antenna.vertical_cut_db, 180.0 - down_deg)};
}

double shift_deg(const Antenna& antenna, Degrees electrical_downtilt) { return (electrical_downtilt - measured_downtilt(antenna)).value(); }

double azimuth_deg(double side, double forward) { return std::atan2(side, forward) * degrees_per_radian; }

std::vector<float> tabulate(double low, double high, const auto& value_at) {
  std::vector<float> table(table_steps + 2);
  for (std::size_t i = 0; i <= table_steps; ++i) {
    table[i] = static_cast<float>(value_at(low + (high - low) * static_cast<double>(i) / table_steps));
  }
  table[table_steps + 1] = table[table_steps];
  return table;
}

// Azimuth of a turn t in [0, 4], see over_turn().
double azimuth_of_turn_deg(double turn) {
  const double half = turn <= 2.0 ? turn : 4.0 - turn;  // 0 in front, 2 behind
  const double q = half <= 1.0 ? half : 2.0 - half;
  const double right_deg = azimuth_deg(q, half <= 1.0 ? 1.0 - q : q - 1.0);
  return turn <= 2.0 ? right_deg : -right_deg;
}

double interpolate(const std::vector<float>& table, double share) {
  const double position = std::clamp(share, 0.0, 1.0) * table_steps;
  const auto i = static_cast<std::size_t>(position);
  return table[i] + (position - static_cast<double>(i)) * (table[i + 1] - table[i]);
}

}  // namespace

bool is_measured(const Antenna& antenna) { return !antenna.horizontal_cut_db.empty() && !antenna.vertical_cut_db.empty(); }

double measured_peak_gain_dbi(const Antenna& antenna) {
  PARKTWIN_CHECK(antenna.measured_gain.has_value(), "a measured antenna has a peak gain: " + antenna.id);
  return antenna.measured_gain->value();
}

Degrees measured_downtilt(const Antenna& antenna) {
  check_cuts(antenna);
  if (antenna.measured_downtilt) return *antenna.measured_downtilt;
  double peak_deg = 0.0;
  for (double step = 0.0; step <= furthest_peak_deg; step += 1.0) {  // of equal values the one nearest to the horizon, below before above
    for (const double angle_deg : {step, -step}) {
      if (cut_at(antenna.vertical_cut_db, angle_deg) < cut_at(antenna.vertical_cut_db, peak_deg)) peak_deg = angle_deg;
    }
  }
  return Degrees(peak_deg);
}

double measured_attenuation_db(const Antenna& antenna, Degrees electrical_downtilt, const Direction& direction) {
  check_cuts(antenna);
  const double azimuth = azimuth_deg(direction.side, direction.forward);
  const double behind = std::abs(azimuth) / 180.0;
  const auto [front_db, back_db] = vertical_pair(antenna, shift_deg(antenna, electrical_downtilt), direction.up);
  const double attenuation_db = over_turn_db(antenna, azimuth) + (1.0 - behind) * front_db + behind * back_db;
  return std::clamp(attenuation_db, 0.0, deepest_db(antenna));
}

MeasuredTable::MeasuredTable(const Antenna& antenna, Degrees electrical_downtilt) {
  check_cuts(antenna);
  largest_attenuation_db_ = static_cast<float>(deepest_db(antenna));
  const double shift = shift_deg(antenna, electrical_downtilt);
  front_ = tabulate(-1.0, 1.0, [&](double up) { return vertical_pair(antenna, shift, up).front_db; });
  back_ = tabulate(-1.0, 1.0, [&](double up) { return vertical_pair(antenna, shift, up).back_db; });
  over_turn_ = tabulate(0.0, 4.0, [&](double turn) { return over_turn_db(antenna, azimuth_of_turn_deg(turn)); });
  behind_share_ = tabulate(0.0, 4.0, [](double turn) { return std::abs(azimuth_of_turn_deg(turn)) / 180.0; });
}

double MeasuredTable::attenuation_db(const Direction& direction) const {
  const double side = std::abs(direction.side);
  const double sum = side + std::abs(direction.forward);
  const double q = sum > 0.0 ? side / sum : 0.0;
  const double half = direction.forward >= 0.0 ? q : 2.0 - q;
  const double turn = 0.25 * (direction.side >= 0.0 ? half : 4.0 - half);
  const double height = 0.5 * (direction.up + 1.0);
  const double front_db = interpolate(front_, height);
  const double sum_db =
      interpolate(over_turn_, turn) + front_db + interpolate(behind_share_, turn) * (interpolate(back_, height) - front_db);
  return std::clamp(sum_db, 0.0, static_cast<double>(largest_attenuation_db_));
}

}  // namespace parktwin::radio
