#pragma once
// Exact results to hold simulations against: Kleinrock, Queueing Systems, volume 1, 1975. `load` is arrival rate times mean service.
#include <cstdint>

namespace parktwin::services::kernel {

/// P(an arrival is refused) in M/G/c/c, by the recursion B(0) = 1, B(c) = a B(c−1) / (c + a B(c−1)).
inline double erlang_b(std::uint32_t servers, double load) {
  double blocked = 1.0;
  for (std::uint32_t c = 1; c <= servers; ++c) blocked = load * blocked / (c + load * blocked);
  return blocked;
}

/// P(an arrival waits) in M/M/c.
inline double erlang_c(std::uint32_t servers, double load) {
  const double blocked = erlang_b(servers, load);
  return servers * blocked / (servers - load * (1.0 - blocked));
}

/// Mean wait in M/M/c.
inline double mmc_wait(std::uint32_t servers, double load, double service) { return erlang_c(servers, load) * service / (servers - load); }

/// Mean wait in M/G/1 (Pollaczek and Khinchine) by the squared coefficient of variation of the service.
inline double mg1_wait(double load, double service, double variation2) { return load * service * (1.0 + variation2) / 2.0 / (1.0 - load); }

}  // namespace parktwin::services::kernel
