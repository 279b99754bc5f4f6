#pragma once
// Median path loss of a rural macro cell (RMa), 3GPP TR 38.901 v16.1.0 table 7.4.1-1. Valid for 0.5–30 GHz, antennas 10–150 m and devices
// 1–10 m above ground, buildings and streets of 5–50 m, from 10 m along the ground to 10 km with line of sight and 5 km without.
// Nearer than 10 m the loss at 10 m is taken, device heights below 1 m count as 1 m. The table's two branches meet at the breakpoint up to
// the difference between slant and ground distance (a few hundredths of a dB).
#include "engine/core/units.h"
#include "engine/simulators/radio/valid_range.h"

namespace parktwin::radio {

inline constexpr ValidRange rural_frequency_ghz = {0.5, 30.0};
inline constexpr ValidRange rural_clear_distance_m = {10.0, 10000.0};   ///< along the ground
inline constexpr ValidRange rural_blocked_distance_m = {10.0, 5000.0};  ///< along the ground
inline constexpr ValidRange rural_antenna_height_m = {10.0, 150.0};
inline constexpr ValidRange rural_device_height_m = {1.0, 10.0};
inline constexpr ValidRange rural_surroundings_m = {5.0, 50.0};  ///< of building height and street width

/// The table's averages, h and W; by default its own.
struct RuralSurroundings {
  Metres building_height = Metres(5.0);
  Metres street_width = Metres(20.0);
};

/// The table's row for one carrier, antenna and surroundings, in slant distance d: near loss offset + slope·lg d + per metre·d.
struct RuralLaw {
  double breakpoint_m = 0.0;  ///< dBP, along the ground
  double near_offset_db = 0.0;
  double near_slope_db = 0.0;  ///< per decade
  double near_per_metre_db = 0.0;
  double far_offset_db = 0.0;      ///< beyond the breakpoint, 40 dB per decade
  double blocked_offset_db = 0.0;  ///< without line of sight, where it exceeds the loss with
  double blocked_slope_db = 0.0;
};

/// Heights above ground. Precondition: all quantities positive.
[[nodiscard]] RuralLaw rural_path_loss_law(Hertz frequency, Metres antenna_height, Metres device_height,
                                           const RuralSurroundings& surroundings = {});

/// Loss in dB at a distance along the ground and a difference in elevation.
[[nodiscard]] double rural_path_loss_db(const RuralLaw& law, double horizontal_m, double vertical_m, bool line_of_sight);

/// Shadow fading σ_SF of the table: 4 dB up to the breakpoint, 6 dB beyond, 8 dB without line of sight.
[[nodiscard]] double rural_deviation_db(const RuralLaw& law, double horizontal_m, bool line_of_sight);

}  // namespace parktwin::radio
