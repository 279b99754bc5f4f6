#pragma once
// How late a frame of each stream can be, whatever the offsets of all streams: bounds on the delay from standing in the talker's egress
// queue to the last bit at the listener, on ports that send by priority with gates, credit-based shapers or preemption. The simple bound is
// total flow analysis with input line shaping (total_flow.h): one wait per port and priority for all its streams together, plus the
// stream's own frame. The tight one is the least sum over a cutting of the path into pieces, each by total flow analysis or, paying bursts
// once, by linear programme (fifo_tandem.h). A port serves a priority at its rate less the streams above, one frame below and closed gates
// (closed_time.h). Asynchronous shapers renew the streams' bursts and delay no frame beyond the queue before them can delay any of their
// group (Le Boudec, IEEE/ACM Transactions on Networking 26, 2018, doi:10.1109/TNET.2018.2875191). Gates bound streams of any offset: what a
// schedule promises to its own is for the schedule to say. Ignored: clock error, frames repeated or lost.
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/simulators/wired/tsn/network.h"
#include "engine/simulators/wired/tsn/packets/egress.h"

namespace parktwin::wired::tsn::bounds {

inline constexpr Nanoseconds no_bound = std::numeric_limits<Nanoseconds>::max();

enum class Tighten { never, past_deadline, always };

struct Options {
  std::int32_t background_payload_bytes =
      largest_payload_bytes;  ///< largest frame, of priority 0 and below all streams, on every link; 0: none
  bool line_shaping = true;
  Tighten tighten = Tighten::past_deadline;      ///< streams whose simple bound exceeds the deadline, or all
  std::vector<packets::Egress> egress;           ///< per link; empty: strict priority
  std::vector<packets::Commitment> commitments;  ///< per stream, where some egress is asynchronous
  std::size_t most_rounds = 300;                 ///< sweeps over a network with rings before a fixed point is given up
};

struct StreamBound {
  Nanoseconds least_ns = 0;          ///< on an empty network
  Nanoseconds simple_ns = no_bound;  ///< least <= any delay <= tight <= simple
  Nanoseconds tight_ns = no_bound;
};

/// One link's egress port for one priority that a stream uses.
struct PortBound {
  std::size_t link = 0;
  std::int32_t priority = 0;
  double utilisation = 0.0;             ///< share of the rate that this and higher priorities ask for
  Nanoseconds most_wait_ns = no_bound;  ///< of any frame, from its standing in the queue, less its own time
};

struct Result {
  std::vector<StreamBound> streams;
  std::vector<PortBound> ports;  ///< by link, then priority
  std::size_t rounds = 0;
  bool cyclic = false;    ///< ports wait for each other in a ring
  bool converged = true;  ///< false: a ring had no fixed point from below
};

/// Preconditions: paths are not empty, lie in the network and hang together; periods are positive; streams that are shaped asynchronously
/// anywhere are so at their first switch and each one after it until the last that does so, and keep their commitments when they are sent.
[[nodiscard]] Result worst_case(const Network& network, const std::vector<Stream>& streams, const Options& options = {});

}  // namespace parktwin::wired::tsn::bounds
