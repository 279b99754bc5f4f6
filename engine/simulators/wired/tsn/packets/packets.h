#pragma once
// What happens to every single frame: discrete-event simulation of egress ports with one first-in-first-out queue per priority, in whole
// nanoseconds. The highest waiting priority that may send goes first and is finished; gates (IEEE 802.1Q-2022, 8.6.8.4) let a frame begin
// only if its last bit leaves before its gate closes; the credit-based shaper (8.6.8.2) only while its credit is not negative; asynchronous
// shaping (8.6.8.5) makes a frame wait for its token bucket before it queues. Switches store and forward, or cut through, where a frame
// stands in the next queue once its header is in. Streams send one frame per period from an offset; other traffic arrives as a Poisson
// process. Events are taken by time, those of one time in the order in which they were made, so a run repeats bit by bit. Ignored: clock
// error, frame loss but for full queues. Delay counts from standing in the talker's queue.
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/simulators/wired/tsn/network.h"
#include "engine/simulators/wired/tsn/packets/egress.h"

namespace parktwin::wired::tsn::packets {

enum class Sizes {
  fixed,
  exponential,  ///< of time on the port, with the mean of the fixed size: no Ethernet, for comparison with queueing theory
};

/// Poisson arrivals at one port; frames leave at the link's far end.
struct Background {
  std::size_t link = 0;
  std::int32_t priority = 0;
  double share = 0.1;  ///< of the link's rate, preamble and gap counted
  std::int32_t payload_bytes = largest_payload_bytes;
  Sizes sizes = Sizes::fixed;
};

struct Options {
  Nanoseconds duration_ns = 100'000'000;  ///< frames begin in [0, duration); the run ends when the last has left
  std::uint64_t seed = 1;
  std::vector<Nanoseconds> offsets_ns;  ///< per stream, of its first frame; empty or negative: drawn within the period
  std::vector<Egress> egress;           ///< per link; empty: strict priority
  std::vector<Commitment> commitments;  ///< per stream; empty: none
  std::vector<Background> background;
  std::size_t longest_queue = 4096;  ///< frames per port and priority; what comes on top is lost
};

/// Of the frames of one stream or background source.
struct Delays {
  std::uint64_t sent = 0;
  std::uint64_t delivered = 0;
  std::uint64_t lost = 0;    ///< sent less delivered less lost: waiting for a gate that lets them through no more
  Nanoseconds least_ns = 0;  ///< this and the rest: zero when none was delivered
  Nanoseconds most_ns = 0;
  double mean_ns = 0.0;
  Nanoseconds median_ns = 0;  ///< percentiles from above, at most 1/32 of the queueing delay too high
  Nanoseconds percentile_99_ns = 0;
  Nanoseconds percentile_999_ns = 0;

  [[nodiscard]] Nanoseconds jitter_ns() const { return most_ns - least_ns; }
  friend bool operator==(const Delays&, const Delays&) = default;
};

struct Port {
  std::array<std::uint32_t, priorities> most_waiting{};  ///< frames in the queue of each priority at once
  Nanoseconds busy_ns = 0;                               ///< sending, gaps included
  friend bool operator==(const Port&, const Port&) = default;
};

struct Result {
  std::vector<Delays> streams;
  std::vector<Delays> background;
  std::vector<Port> ports;  ///< per link
  std::uint64_t events = 0;
  friend bool operator==(const Result&, const Result&) = default;
};

/// Preconditions: paths hang together and lie in the network; lists of options are empty or as long as what they are about; no preemptable
/// frame is cut through.
[[nodiscard]] Result simulate(const Network& network, const std::vector<Stream>& streams, const Options& options = {});

/// Runs with seeds options.seed, options.seed + 1, …, in parallel; each is what simulate() gives for its seed.
[[nodiscard]] std::vector<Result> replicas(const Network& network, const std::vector<Stream>& streams, const Options& options,
                                           std::size_t count);

}  // namespace parktwin::wired::tsn::packets
