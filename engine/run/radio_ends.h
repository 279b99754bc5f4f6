#pragma once
// What 5G bridges of time-sensitive networking take from the radio result: at the far end of each link with a radio cell, where the device
// stands, the cell that serves there, its SINR, resource elements per slot and load down and up. Up: the device at full power on as many
// blocks as it can feed (radio/link/uplink_budget.h), as in the rate maps. Schemes are the 256QAM table of 3GPP TS 38.214.
#include "engine/park/park.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/wired/tsn/bridge/radio_end.h"

namespace parktwin {

[[nodiscard]] wired::tsn::bridge::RadioEnds radio_ends(const Park& park, const radio::Options& options, const radio::Result& radio);

}  // namespace parktwin
