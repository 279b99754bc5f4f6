#pragma once
// What a device measures beside RSRP: carrier RSSI, SS-RSRQ and SS-SINR, from powers per resource element.
// 3GPP TS 38.215 v16.3.0 clauses 5.1.3 and 5.1.5: SS-RSRQ = N·SS-RSRP / RSSI over N resource blocks; SS-SINR = SS-RSRP over noise and
// interference in the same resource elements. Loads are the shares of resource elements in use, equal over the measured bandwidth, so that
// RSSI = 12·N·(own load·RSRP + Σ load·RSRP of others + noise) and 12·RSRQ = 1 / (own load + 1/SINR).
// Ignores that synchronisation blocks of cells sending at the same time always interfere, and the devices' reporting ranges (TS 38.133).
#include <cstdint>
#include <span>

#include "engine/core/units.h"

namespace parktwin::radio::link {

/// Another cell as received on the measured carrier.
struct OtherCell {
  Dbm rsrp;           ///< per resource element of the measured carrier, coupling from another carrier included
  double load = 0.0;  ///< 0 to 1
};

struct SignalQuality {
  Dbm rssi;  ///< over all resource blocks
  Decibel rsrq;
  Decibel sinr;
};

/// `noise` per resource element, noise figure included. Preconditions: resource_blocks positive, loads 0 to 1.
[[nodiscard]] SignalQuality signal_quality(Dbm rsrp, double own_load, std::span<const OtherCell> others, Dbm noise,
                                           std::int32_t resource_blocks);

}  // namespace parktwin::radio::link
