#pragma once
// Median loss between two stations of which only the surroundings are known, ITU-R P.1411-13 (09/2025), site-general models of sections
// 4.1.1 (both below the roofs, table 4) and 4.2.1 (one above): L = 10α lg d + β + 10γ lg f, d in metres in space, f in GHz.
// Each row has its own range of frequency and distance (`validity`), outside of which the law is extrapolated; σ is the deviation of the
// measurements. Antenna heights do not enter. Editions 10 to 12 have other rows below the roofs (clear 2.12/29.2/2.11, high-rise
// 4.00/10.2/2.36, low-rise 5.06/−4.68/2.02).
#include "engine/core/units.h"
#include "engine/simulators/radio/valid_range.h"

namespace parktwin::radio {

enum class SiteGeneral {
  below_roofs_clear,              ///< line of sight, urban and suburban
  below_roofs_blocked_high_rise,  ///< without line of sight, urban high-rise
  below_roofs_blocked_low_rise,   ///< without line of sight, urban low-rise and suburban
  above_roofs_clear,              ///< line of sight, urban and suburban
  above_roofs_blocked_high_rise,  ///< without line of sight, urban high-rise
};

struct SiteGeneralValidity {
  ValidRange frequency_ghz;
  ValidRange distance_m;
};

[[nodiscard]] SiteGeneralValidity validity(SiteGeneral surroundings);

/// Precondition: frequency and distance positive.
[[nodiscard]] double site_general_loss_db(SiteGeneral surroundings, Hertz frequency, double distance_m);

/// σ in dB.
[[nodiscard]] double site_general_deviation_db(SiteGeneral surroundings);

}  // namespace parktwin::radio
