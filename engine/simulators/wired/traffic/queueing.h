#pragma once
// Waiting before a link, and percentiles of a delay. Wait of M/G/1 (Pollaczek 1930, Khinchine 1932; second moment by Takács 1962):
//   E[W] = λE[S²] / (2(1−ρ)),   E[W²] = 2E[W]² + λE[S³] / (3(1−ρ)).
// A customer is a sample with all its packets, which follow one another without a gap. A delay is a fixed part and a random one, whose
// distribution is taken as the gamma distribution of its mean and variance; exact for one exponential wait; against simulated packets
// within 8 % at 99 %, between 5 % below and 20 % above at 99.9 %, and 12 % below for the wait alone at 95 % under light load. Where
// the queue would be longer than the buffer, samples wait as long as the buffer lasts.
#include <cstdint>

namespace parktwin::wired::traffic {

/// What arrives at a server: sums over its streams of arrivals per second times the first three powers of the service time.
struct Arrivals {
  double utilisation = 0.0;  ///< Σ λS
  double second_s = 0.0;     ///< Σ λS²
  double third_s2 = 0.0;     ///< Σ λS³

  void add(double rate_per_s, double service_s);
  Arrivals& operator+=(const Arrivals& other);
};

struct Moments {
  double mean_s = 0.0;
  double variance_s2 = 0.0;

  Moments& operator+=(const Moments& other);  ///< of independent parts
};

[[nodiscard]] Moments waiting(const Arrivals& arrivals, double buffer_s);

struct Delay {
  double fixed_s = 0.0;
  Moments random;

  [[nodiscard]] double mean_s() const { return fixed_s + random.mean_s; }
  Delay& operator+=(const Delay& other);  ///< of independent parts
};

/// Probability that it is at most so long.
[[nodiscard]] double share_within(const Delay& delay, double seconds);
/// Precondition: 0 < share < 1.
[[nodiscard]] double percentile_s(const Delay& delay, double share);

}  // namespace parktwin::wired::traffic
