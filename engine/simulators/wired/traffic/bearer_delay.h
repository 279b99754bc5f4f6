#pragma once
// Delay between a device and the network it hangs on, by bearer, upstream.
// 5G: the device waits for its chance to ask for time (scheduling request, 3GPP TS 38.321 clause 5.4.4; its period is a parameter of the
// cell), evenly distributed over that period; the grant names a slot at least one period of the cell's slot pattern later; the next
// slot of its direction comes within another period, evenly distributed; the block takes one slot, and with the share of block errors one
// more period for its second transmission. On top come the transmission at the cell's rate and the wait for others' (M/G/1). Grants without
// asking, measurement gaps and handovers are left out.
// Wi-Fi, LTE and other wireless: exponential with a mean of the options, all of it assumption.
#include "engine/park/services_inventory.h"
#include "engine/simulators/wired/traffic/queueing.h"
#include "engine/simulators/wired/traffic/traffic.h"

namespace parktwin::wired::traffic {

/// `queue` and `sample_s`, wait and transmission at the radio cell, matter for bearer nr only, as does `cell`.
[[nodiscard]] Delay bearer_delay(AssetBearer bearer, const Options& options, const CellState& cell, const Moments& queue, double sample_s);

}  // namespace parktwin::wired::traffic
