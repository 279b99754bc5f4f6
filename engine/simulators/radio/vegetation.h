#pragma once
// Excess loss through trees for a terminal in or behind woodland, ITU-R P.833-10 section 2.1, eq. 1: A = Am·(1 − e^(−γd/Am)), d metres
// inside. Am = 1.37·f^0.42 (eq. 2, f in MHz) and γ (table 1) come from the mixed forest near St. Petersburg: trees of 16 m mean height,
// paths up to 7 km, 105.9–2117.5 MHz. γ is interpolated in lg f; above the table it runs to 6 dB/m at 30 GHz, read off figure 2 with an
// accuracy of about 20 %. Outside the two ranges below the laws are extrapolated.
// Trees in leaf: at 1 GHz about 20 % above leafless ones. Single trees, ways over the tree tops and off the ground are ignored.
#include "engine/core/units.h"
#include "engine/simulators/radio/valid_range.h"

namespace parktwin::radio {

inline constexpr ValidRange woodland_measured_ghz = {0.1059, 2.1175};     ///< γ and Am measured together
inline constexpr ValidRange woodland_specific_loss_ghz = {0.1059, 30.0};  ///< γ measured or read off figure 2

struct VegetationLaw {
  double specific_loss_db_per_m = 0.0;  ///< γ
  double greatest_loss_db = 0.0;        ///< Am
};

/// Precondition: frequency positive.
[[nodiscard]] VegetationLaw vegetation_law(Hertz frequency);

[[nodiscard]] double vegetation_loss_db(double depth_m, const VegetationLaw& law);
[[nodiscard]] double vegetation_loss_db(double depth_m, Hertz frequency);

}  // namespace parktwin::radio
