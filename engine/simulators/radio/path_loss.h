#pragma once
// Median basic path loss between antenna and device, 3GPP TR 38.901 v16.1.0 table 7.4.1-1, UMa and UMi street canyon.
// Valid for 0.5–100 GHz, 10 m to 5 km on the ground, devices 1.5–22.5 m above ground, antennas at 25 m (UMa) and 10 m (UMi); other
// antenna heights enter through breakpoint and slant distance. Nearer than 10 m the loss at 10 m is taken, device heights below 1.5 m
// count as 1.5 m. The effective environment height is 1 m, which the table gives for every device below 13 m.
#include "engine/core/units.h"

namespace parktwin::radio {

/// The last three are of ITU-R P.1411 (site_law.h).
enum class Environment { urban_macro, urban_micro, rural_macro, above_roofs, below_high_roofs, below_low_roofs };

inline constexpr Metres macro_from = Metres(20.0);  ///< antenna height above ground from which UMa applies
inline constexpr double nearest_valid_m = 10.0;     ///< along the ground
inline constexpr double furthest_valid_m = 5000.0;  ///< along the ground
inline constexpr double far_slope_db = 40.0;        ///< per decade beyond the breakpoint

[[nodiscard]] Environment environment_at(Metres antenna_height);

/// The table's row for one carrier and antenna: offsets in dB at 1 m, slopes in dB per decade of slant distance.
struct PathLossLaw {
  double breakpoint_m = 0.0;  ///< d'BP, along the ground
  double near_offset_db = 0.0;
  double near_slope_db = 0.0;
  double far_offset_db = 0.0;
  double blocked_offset_db = 0.0;  ///< without line of sight, where it exceeds the loss with
  double blocked_slope_db = 0.0;
  double near_per_metre_db = 0.0;  ///< added up to the breakpoint per metre of slant distance
  friend bool operator==(const PathLossLaw&, const PathLossLaw&) = default;
};

/// Heights above ground. Precondition: frequency positive, the environment urban.
[[nodiscard]] PathLossLaw path_loss_law(Environment environment, Hertz frequency, Metres antenna_height, Metres device_height);

/// Loss in dB at a distance along the ground and a difference in elevation.
[[nodiscard]] double path_loss_db(const PathLossLaw& law, double horizontal_m, double vertical_m, bool line_of_sight);

}  // namespace parktwin::radio
