#pragma once
// Two distinctions that many numbers of the standards depend on: down- or uplink, and the frequency range.
// 3GPP TS 38.104 v16.4.0 table 5.1-1: FR1 410–7125 MHz, FR2 24.25–52.6 GHz.
#include "engine/core/units.h"

namespace parktwin::radio::link {

enum class Direction { down, up };

enum class FrequencyRange { fr1, fr2 };

/// Frequencies between the two ranges count as FR1.
[[nodiscard]] constexpr FrequencyRange frequency_range(Hertz frequency) {
  return frequency >= gigahertz(24.25) ? FrequencyRange::fr2 : FrequencyRange::fr1;
}

}  // namespace parktwin::radio::link
