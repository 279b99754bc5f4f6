#pragma once
// What one device gets from one access point at a level: the fastest scheme whose minimum input sensitivity the level meets, in 20 MHz with
// one spatial stream. IEEE 802.11ax-2021 table 27-51 (HE-MCS 0 to 11) and IEEE 802.11be-2024 (EHT-MCS 12 and 13, 4096QAM); rates by
// 234 data tones and symbols of 12.8 µs with a guard of 0.8 µs. Real receivers do 5 to 10 dB better than the sensitivities they must
// meet. Physical rate: overhead, contention and interference do not enter.
#include "engine/core/units.h"
#include "engine/park/wired_inventory.h"

namespace parktwin::radio::wifi {

/// 0 below the least sensitivity, −82 dBm.
[[nodiscard]] MegabitsPerSecond rate_at(WifiGeneration generation, Dbm level);

}  // namespace parktwin::radio::wifi
