#pragma once
// How much of any stretch of time a priority cannot use at a port with a gate control list: closed gates, the end of each open stretch,
// into which its longest frame no longer fits, and the beginning, into which a frame of lower priority may reach. As a leaky bucket.
#include <cstddef>

#include "engine/simulators/wired/tsn/packets/egress.h"

namespace parktwin::wired::tsn::bounds {

struct LeakyBucket {
  double burst = 0.0;
  double rate = 0.0;
};

/// Unusable time in any stretch of t ns is at most burst + rate · t. Rate 1: the gate never opens for long enough.
[[nodiscard]] LeakyBucket closed_time(const packets::Egress& egress, std::size_t priority, Nanoseconds longest_frame_ns,
                                      Nanoseconds overhang_ns);

}  // namespace parktwin::wired::tsn::bounds
