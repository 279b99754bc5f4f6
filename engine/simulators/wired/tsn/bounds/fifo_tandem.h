#pragma once
// How long a flow can take through first-in-first-out servers in a row, paying its own burst once and each burst of cross traffic once
// however many servers they share, not once per server as total flow analysis does. A cross flow with burst σ and rate ρ leaves of a
// service curve β the curve β(t) − σ − ρ (t − θ) from any t = θ on that keeps it from falling below zero (Le Boudec and Thiran, Network
// Calculus, 2001, proposition 6.2.1); with nested cross flows and rate-latency servers every curve is a delay followed by leaky buckets,
// linear in the θ (Lenzini, Martorini, Mingozzi, Stea, Performance Evaluation 63 (9), 2006, pages 956 to 987). The best θ are one
// linear programme, solved by Clp. Every admissible θ gives a bound, so the programme's rounding cannot break it: what it returns is made
// admissible and evaluated. No line shaping.
#include <cstddef>
#include <vector>

namespace parktwin::wired::tsn::bounds {

struct TandemServer {
  double rate = 0.0;  ///< work per ns, the same unit of work at all servers
  double latency_ns = 0.0;
};

/// The flows that enter together at server `first` and leave after `last`.
struct CrossTraffic {
  std::size_t first = 0;
  std::size_t last = 0;
  double burst = 0.0;
  double rate = 0.0;
};

struct Tandem {
  std::vector<TandemServer> servers;
  std::vector<CrossTraffic> cross;  ///< any two nested or apart
  double burst = 0.0;               ///< of the flow, without what does not wait for itself
  double rate = 0.0;                ///< of the flow
};

/// In ns; infinite where a server has too little rate.
[[nodiscard]] double tandem_delay(Tandem tandem);

}  // namespace parktwin::wired::tsn::bounds
