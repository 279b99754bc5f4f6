#pragma once
// How long a frame takes through a 5G system, as a distribution over its times of arrival: processing at the sender, the wait for a slot
// of the direction, slots that others fill, the slots the frame needs, block errors with the way of their acknowledgement, processing at
// the receiver, the way to the user plane function. The parts are those of 3GPP TR 37.910 (user plane latency) as in residence.h; what
// that leaves out is in here. Frames come at any time of the slot pattern alike. Slots are taken or free, blocks lost or not,
// independently of each other. Special slots carry nothing. A lost block is acknowledged in the next slot of the other direction that
// begins after it was decoded, and is sent again after the sender's processing. Without granted slots a device asks first, in the first
// uplink slot of every request period, and its grant is for a slot at least one pattern later.
#include <string>
#include <vector>

#include "engine/simulators/wired/tsn/bridge/delay_law.h"

namespace parktwin::wired::tsn::bridge {

inline constexpr int phases_per_slot = 100;  ///< times of arrival looked at in each slot

/// Numbers of one radio link in one direction; how radio makes them is not known here.
struct RadioChain {
  std::string slots = "DDDSU";  ///< "FDD": every slot is of both directions
  bool downlink = true;
  Nanoseconds slot_ns = 500'000;
  Nanoseconds sending_ns = 0;    ///< from data to its first symbol
  Nanoseconds receiving_ns = 0;  ///< from the last symbol until it is decoded
  Nanoseconds core_ns = 0;
  int slots_per_frame = 1;
  double taken_first = 0.0;                  ///< of the direction's slots, by others, for a frame's first transmission; below 1
  double taken_again = 0.0;                  ///< the same for further ones
  Nanoseconds request_period_ns = 0;         ///< 0: the frame need not ask; otherwise rounded up to whole patterns
  std::vector<double> block_errors = {0.1};  ///< of the first, second … transmission of a frame; as many as are tried
};

/// Of all arrivals. Delays are rounded up to the beginning of the phase, and all of a phase gets the slots of its middle: the law lies
/// within one and a half phases of the true one. The tail below 1e-13 is dropped, which counts as lost.
/// Precondition: the pattern has a slot of each direction.
[[nodiscard]] DelayLaw delay_law_of(const RadioChain& chain);

}  // namespace parktwin::wired::tsn::bridge
