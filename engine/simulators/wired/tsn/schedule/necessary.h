#pragma once
// What can be said before any search: whether the input has a meaning, and conditions that every schedule fulfils. A port cannot be busy
// for longer than the cycle; no frame is faster than the sum of its transmission, propagation and forwarding times; a frame that takes
// longer than its period to send gets in its own way; clocks that differ by e spread arrivals over 2e; frames of two streams come to every
// distance modulo the greatest common divisor of their periods, so both must fit into it, up to what jitter and waiting let them move.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn::schedule {

/// Why nothing can be computed for these streams over this cycle; empty when it can.
[[nodiscard]] std::string unusable(const Network& network, std::span<const Stream> streams, Nanoseconds cycle_ns,
                                   Nanoseconds clock_error_ns);

struct Disproof {
  std::vector<std::size_t> streams;  ///< that cannot be scheduled, whatever the others do
  std::string reason;
};

/// The first broken condition, those of single streams first. Precondition: usable.
[[nodiscard]] std::optional<Disproof> disproof(const Network& network, std::span<const Stream> streams, Nanoseconds cycle_ns,
                                               Nanoseconds clock_error_ns, bool wait_in_queues);

}  // namespace parktwin::wired::tsn::schedule
