#pragma once
// Where one more stream fits between those already placed. A stream whose frames all have the same phase is tried first, without waiting in
// queues, then with waiting; last each frame by itself, as far as the bound on jitter lets them apart. For one frame the search is exact:
// per link the set of starts that can be reached is a union of intervals, because a frame that may leave a queue may also leave it later
// until the next frame arrives there; the earliest end and the latest start that reaches it come from one pass forwards and one backwards.
#include <optional>
#include <span>
#include <vector>

#include "engine/simulators/wired/tsn/schedule/timeline.h"

namespace parktwin::wired::tsn::schedule {

/// Starts of all frames of the cycle, hop by hop; empty when there is no room. The timeline is the same afterwards.
[[nodiscard]] std::optional<std::vector<Nanoseconds>> place(Timeline& timeline, const Route& route, bool wait_in_queues);

/// Bounds on the start on the first and on the last link.
struct Bounds {
  Nanoseconds first_from_ns = 0;
  Nanoseconds first_to_ns = 0;
  Nanoseconds last_from_ns = 0;
  Nanoseconds most_span_ns = 0;
};

/// Starts of one frame with the earliest end within the bounds, and with the shortest span that has this end. `rooms` per hop.
[[nodiscard]] std::optional<std::vector<Nanoseconds>> earliest_end(const Route& route, const std::vector<std::vector<Room>>& rooms,
                                                                   Nanoseconds period_ns, const Bounds& bounds);

/// Earliest phase at which no frame of the stream waits in a queue.
[[nodiscard]] std::optional<Nanoseconds> earliest_phase(const Timeline& timeline, const Route& route);

}  // namespace parktwin::wired::tsn::schedule
