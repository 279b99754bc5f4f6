#pragma once
// How long a frame stays in a 5G system that stands in a time-sensitive network as a bridge, its translators (DS-TT, NW-TT) at the ends of
// a radio link (3GPP TS 23.501, clause 5.28). The parts of user plane latency of 3GPP TR 37.910: processing at the sender, waiting for a
// slot of the direction, the slot, processing at the receiver; processing times of a device of capability 1 at both ends (TS 38.214,
// tables 5.3-1 and 6.4-1, N1 and N2 symbols). The network holds every frame back to the longest residence and forwards it then (TS 23.501,
// clause 5.27.4), so that the bridge adds no jitter. Ignored: repeated transmissions, the way from base station to user plane function,
// waiting for a grant (uplink grants are configured), slots that are full; special slots carry nothing.
#include <string>

#include "engine/park/radio_inventory.h"
#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn {

struct Residence {
  Nanoseconds least_ns = 0;
  Nanoseconds most_ns = 0;  ///< at this a frame is held to
};

/// An empty duplex pattern counts as FDD below 2.3 GHz and as DDDSU from there on, but for the time division bands n34 and n39. A pattern
/// without a slot of the direction, which no cell that works has, counts as if every slot were one.
[[nodiscard]] Residence residence_ns(const RadioCell& cell, bool downlink);

/// What it is made of.
struct RadioTimes {
  std::string slots;  ///< one period of the duplex pattern, "FDD" where each slot is of both directions
  Nanoseconds slot_ns = 0;
  Nanoseconds sending_ns = 0;    ///< from data to its first symbol
  Nanoseconds receiving_ns = 0;  ///< from the last symbol until it is decoded
};

[[nodiscard]] RadioTimes radio_times(const RadioCell& cell);

}  // namespace parktwin::wired::tsn
