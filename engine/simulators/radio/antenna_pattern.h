#pragma once
// Antenna gain in every direction: the element of 3GPP TR 38.901 v16.1.0 table 7.3-1 in an array of rows and columns that one port feeds
// in phase, with the rows' phases set for the electrical tilt. The gain peaks at element gain + 10 lg(rows·columns) and never exceeds it;
// the whole attenuation below that peak is capped at the antenna's front-to-back ratio, which also fills the array's nulls.
// An omnidirectional antenna is a single column of rows. Several beams of the synchronisation signal count by their envelope (beam_set.h);
// an antenna with measured cuts by these instead (measured_pattern.h). Tilt is positive downwards.
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/core/units.h"
#include "engine/park/radio_inventory.h"

namespace parktwin::radio {

struct Vector3 {
  double x = 0.0;  ///< east
  double y = 0.0;  ///< north
  double z = 0.0;  ///< up
  friend bool operator==(const Vector3&, const Vector3&) = default;
};

/// The antenna's own axes after turning to its azimuth and tilting it mechanically: rotation about the horizontal axis across boresight.
struct Orientation {
  Vector3 forward;
  Vector3 side;
  Vector3 up;
  friend bool operator==(const Orientation&, const Orientation&) = default;
};
[[nodiscard]] Orientation orientation_of(Degrees azimuth, Degrees mechanical_downtilt);

/// A unit vector in the antenna's axes.
struct Direction {
  double forward = 1.0;
  double side = 0.0;
  double up = 0.0;
};
[[nodiscard]] Direction direction_to(const Orientation& orientation, const Vector3& unit);

/// Columns fed together: 1 for an omnidirectional antenna.
[[nodiscard]] std::int32_t array_columns(const Antenna& antenna);

/// dBi at the beam's peak of an ideal tilt.
[[nodiscard]] double peak_gain_dbi(const Antenna& antenna);

/// Attenuation of one element below its own peak, in dB, not capped as a whole.
[[nodiscard]] double element_attenuation_db(const Antenna& antenna, const Direction& direction);

/// dBi in a direction, exactly.
[[nodiscard]] double antenna_gain_dbi(const Antenna& antenna, Degrees electrical_downtilt, const Direction& direction);

class MeasuredTable;

/// Attenuations below the peak, tabulated for speed (packed_table.h): one table over `up`, one over the turn in azimuth, one over `side`.
/// Linear interpolation keeps within 0.02 dB of the exact gain except within 3° of straight up or down and in deep nulls (0.5 dB). A
/// measured antenna has a table of its own instead of these.
class PatternTable {
 public:
  PatternTable(const Antenna& antenna, Degrees electrical_downtilt);
  [[nodiscard]] double peak_dbi() const { return peak_dbi_; }
  [[nodiscard]] float largest_attenuation_db() const { return largest_attenuation_db_; }
  /// Over the sine of elevation: entry i holds up = −1 + 2i/steps; one entry more than steps.
  [[nodiscard]] const std::vector<std::int32_t>& over_up() const { return over_up_; }
  /// Over the turn t in [0, 2]: t = q for forward ≥ 0, else 2 − q, with q = |side| / (|side| + |forward|).
  [[nodiscard]] const std::vector<std::int32_t>& over_turn() const { return over_turn_; }
  /// Over |side| in [0, 1]; empty for a single column.
  [[nodiscard]] const std::vector<std::int32_t>& over_side() const { return over_side_; }
  /// Of a measured antenna; nullptr for others, whose three tables above are then the pattern.
  [[nodiscard]] const MeasuredTable* measured() const { return measured_.get(); }
  /// dBi by the tables.
  [[nodiscard]] double gain_dbi(const Direction& direction) const;

 private:
  double peak_dbi_;
  float largest_attenuation_db_;
  std::vector<std::int32_t> over_up_;
  std::vector<std::int32_t> over_turn_;
  std::vector<std::int32_t> over_side_;
  std::shared_ptr<const MeasuredTable> measured_;
};

}  // namespace parktwin::radio
