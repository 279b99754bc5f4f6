#pragma once
// What the frames of each member can take and did take: bounds from its schedule or by network calculus, and the packet simulation.
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/simulators/wired/tsn/treatment.h"

namespace parktwin::wired::tsn {

struct MemberDelays {
  Nanoseconds least_ns = 0;
  std::optional<Nanoseconds> tight_ns;  ///< none: unbounded
  std::optional<Nanoseconds> simple_ns;
  Nanoseconds earliest_ns = 0;  ///< of a scheduled member: arrival after the beginning of its period, as the latest
  Nanoseconds latest_ns = 0;
  std::optional<Nanoseconds> simulated_least_ns;  ///< none when no frame arrived
  std::optional<Nanoseconds> simulated_most_ns;
  std::int64_t sent = 0;
  std::int64_t delivered = 0;
};

/// Members that are not sent keep their defaults. Of a scheduled member the tight bound is the longest time between the first bit out and
/// the last bit in of any frame of the schedule, the simple one the sum of the longest stays at each hop, both with the clock error.
void add_bounds(const Network& network, const Members& members, const Timetable& timetable, const Treatment& treatment,
                const Options& options, std::vector<MemberDelays>& delays);

struct Simulated {
  std::int64_t events = 0;
  std::vector<std::int32_t> most_waiting;  ///< per directed link
};

/// Replicas with seeds that follow from `seed`. Scheduled members send when their schedule says, others from random offsets.
[[nodiscard]] Simulated add_simulation(const Network& network, const Members& members, const Timetable& timetable,
                                       const Treatment& treatment, const Options& options, std::uint64_t seed,
                                       std::vector<MemberDelays>& delays);

}  // namespace parktwin::wired::tsn
