#pragma once
// Gain in every direction of an antenna of which its maker measured two cuts: horizontal projection interpolation,
//   A(φ,θ) = H(φ) + (1 − |φ|/180)·(V(θ) − H(0)) + |φ|/180·(V(180 − θ) − H(180)),
// φ clockwise from boresight within ±180°, θ downwards from the horizon (WInnForum REL2-R3-SGN-52105 method B1, step b; Altair WinProp,
// AMan, "horizontal projection interpolation").
// It gives back the vertical cut, front and back, and the horizontal one as far as the cuts agree where they cross: V(0) = H(0) and
// V(180) = H(180). Summing H and V would count the back lobe's fall twice. Here A is kept between the peak and the deepest value of
// either cut. Between whole degrees the cuts are straight lines in dB.
// An electrical tilt other than that of the measurement shifts the vertical cut downwards all round, its shape kept: good for a few
// degrees. Straight up and down A still depends on φ, as the method has it; nulls off the two cuts are guesses.
#include <vector>

#include "engine/core/units.h"
#include "engine/park/radio_inventory.h"
#include "engine/simulators/radio/antenna_pattern.h"

namespace parktwin::radio {

[[nodiscard]] bool is_measured(const Antenna& antenna);

// Precondition of all below: both cuts have a value per degree, as validate() requires, and the peak gain is known.

[[nodiscard]] double measured_peak_gain_dbi(const Antenna& antenna);

/// Electrical tilt of the measurement: as given, else where the vertical cut has its peak within 30° of the horizon.
[[nodiscard]] Degrees measured_downtilt(const Antenna& antenna);

/// dB below the peak, exactly. The electrical tilt is the whole one, that of the measurement included.
[[nodiscard]] double measured_attenuation_db(const Antenna& antenna, Degrees electrical_downtilt, const Direction& direction);

/// The same, tabulated for speed: within 0.05 dB up to 80° above and below the horizon where neighbouring degrees of the cuts differ by
/// less than 3 dB. The attenuation is over_turn + front + behind_share·(back − front), then capped to 0 and the largest.
class MeasuredTable {
 public:
  MeasuredTable(const Antenna& antenna, Degrees electrical_downtilt);
  [[nodiscard]] float largest_attenuation_db() const { return largest_attenuation_db_; }
  /// V(θ) and V(180 − θ) over the sine of elevation: entry i holds up = −1 + 2i/steps; one entry more than steps, plus one of padding.
  [[nodiscard]] const std::vector<float>& front() const { return front_; }
  [[nodiscard]] const std::vector<float>& back() const { return back_; }
  /// H(φ) − (1 − |φ|/180)·H(0) − |φ|/180·H(180), and |φ|/180, over the whole turn t in [0, 4]: with q = |side| / (|side| + |forward|),
  /// t = q in front on the right, 2 − q behind on the right, 2 + q behind on the left, 4 − q in front on the left.
  [[nodiscard]] const std::vector<float>& over_turn() const { return over_turn_; }
  [[nodiscard]] const std::vector<float>& behind_share() const { return behind_share_; }
  /// dB below the peak by the tables.
  [[nodiscard]] double attenuation_db(const Direction& direction) const;

 private:
  float largest_attenuation_db_;
  std::vector<float> front_;
  std::vector<float> back_;
  std::vector<float> over_turn_;
  std::vector<float> behind_share_;
};

}  // namespace parktwin::radio
