#pragma once
// How long work can wait at first-in-first-out servers, by total flow analysis: leaky-bucket arrivals (burst + rate · t), a rate and a
// latency per server, one bound per server for all its flows together, added along each path. What arrives over one line is no more than
// the line carries (input line shaping). A flow's burst grows by its rate times the jitter it has gathered. Cycles are iterated from zero
// jitter to a fixed point, which counts only after the jitters, raised a little, have reproduced themselves or less: every such set is a
// bound, because the first frame to break it would wait on frames that keep it. Methods: Le Boudec and Thiran, Network Calculus, 2001,
// theorems 1.4.2 and 1.4.3; Mifdaoui and Leydier, RTSS 2017 (line shaping); Thomas, Le Boudec, Mifdaoui, RTSS 2019,
// doi:10.1109/RTSS46320.2019.00035 (fixed point).
#include <cstdint>
#include <limits>
#include <vector>

namespace parktwin::wired::tsn::bounds {

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

/// Work is in any unit of the server's own: bits, or time on its port.
struct Server {
  double rate = 1.0;                 ///< work per ns
  double latency_ns = 0.0;           ///< before any work is done
  double blocking = 0.0;             ///< work that may be in service already and is not interrupted
  std::vector<std::uint32_t> above;  ///< servers that are served first from the same rate, with all that are above these
  bool after_waiting = false;        ///< those above may have waited already when this one's queue begins to
  double idle_slope = 0.0;           ///< of a credit-based shaper, work per ns, no more than it is left; 0: takes what it is left
  bool interruptible = false;        ///< its frames pay the toll of those above
  double toll = 1.0;                 ///< work that a unit of its work costs interruptible servers
  double longest = 0.0;              ///< with an idle slope: work of its largest frame
};

/// What comes over one line into one server: min(burst + rate · t over its flows, shape_burst + shape_rate · t).
struct Feeder {
  std::uint32_t server = 0;
  double shape_burst = unbounded;
  double shape_rate = unbounded;
};

/// One flow at one server.
struct Visit {
  std::uint32_t feeder = 0;
  double burst = 0.0;      ///< of the flow without jitter, or behind its last regulator
  double rate = 0.0;       ///< work per ns
  double own = 0.0;        ///< work of the frame itself, if nothing delays it once it is begun
  double within_ns = 0.0;  ///< else the time of the frame itself
  bool regulated = false;  ///< burst and rate hold here whatever the jitter before
};

struct Flows {
  std::vector<Server> servers;
  std::vector<Feeder> feeders;
  std::vector<Visit> visits;         ///< flow by flow, in the order of its path
  std::vector<std::uint32_t> first;  ///< flow f has visits first[f] to first[f + 1]
};

struct Waits {
  std::vector<double> wait_ns;     ///< per visit: beyond the frame's own time
  std::vector<double> jitter_ns;   ///< per visit: gathered before it, since the last regulator
  std::vector<double> rate;        ///< per server: left by the servers above, or its idle slope
  std::vector<double> latency_ns;  ///< per server: with blocking and what the servers above take
  std::size_t rounds = 0;          ///< sweeps over all servers
  bool cyclic = false;             ///< servers depend on each other in a ring
  bool converged = true;           ///< false: a ring found no fixed point from below; its waits are unbounded or what lines limit them to
};

[[nodiscard]] Waits total_flow_analysis(const Flows& flows, std::size_t most_rounds);

}  // namespace parktwin::wired::tsn::bounds
