#pragma once
// How the egress port of a link chooses among its eight queues: by strict priority, with a gate control list (IEEE 802.1Q-2022, 8.6.8.4),
// with credit-based shapers (8.6.8.2), behind asynchronous shapers (8.6.8.5), interrupting preemptable frames (6.7.2; IEEE 802.3-2022,
// clause 99).
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn::packets {

inline constexpr std::size_t priorities = 8;

struct Gate {
  Nanoseconds duration_ns = 0;
  std::uint8_t open = 0xff;  ///< bit i: priority i
};

/// How the egress port of one link chooses; as built: strict priority.
struct Egress {
  Nanoseconds gates_begin_ns = 0;                           ///< of some cycle
  std::vector<Gate> gates;                                  ///< one cycle; empty: always open
  std::array<std::int64_t, priorities> idle_slope_bit_s{};  ///< of the credit-based shaper; 0: none. Not together with gates
  std::uint8_t preemptable = 0;                             ///< bit i: priority i; the lowest ones, not together with gates or credit
  std::uint8_t asynchronous = 0;                            ///< bit i: streams of priority i pass their token buckets here
};

/// Token bucket of a stream where its priority is asynchronous.
struct Commitment {
  std::int64_t rate_bit_s = 0;
  std::int64_t burst_bits = 0;  ///< at least one frame with preamble and gap
};

}  // namespace parktwin::wired::tsn::packets
