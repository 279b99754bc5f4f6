#pragma once
// Requests of one replica, the same for the shared and the separate pools: when, whose, how long its service, and for trucks where to.
#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/park/shared_resource.h"
#include "engine/simulators/services/kernel/event_queue.h"

namespace parktwin::services::pooling {

using kernel::Nanoseconds;

inline Nanoseconds nanoseconds(double hours) { return std::llround(hours * 3.6e12); }

/// What all replicas of a resource have in common.
struct Pool {
  const SharedResource* resource = nullptr;
  std::vector<double> requests_per_h;        ///< per enterprise; with sources: of each source at work
  std::vector<std::vector<double>> drive_h;  ///< between enterprises, of trucks; the last row and column is the depot
  std::vector<std::vector<double>> drive_km;
  std::vector<double> way_h;  ///< of everything but trucks: from each enterprise to what is shared; empty: there is none
  std::vector<double> way_km;
  std::vector<bool> hires;  ///< per enterprise: from outside, when it does not share; empty: nobody
  double warm_up_h = 0.0;
  double end_h = 0.0;
  std::uint64_t seed = 1;
  std::uint32_t stream = 0;  ///< the first of the resource's own streams

  [[nodiscard]] std::size_t enterprises() const { return requests_per_h.size(); }
  [[nodiscard]] bool hired(std::size_t enterprise) const { return !hires.empty() && hires[enterprise]; }
};
constexpr std::uint32_t streams_per_resource = 8;

struct Request {
  Nanoseconds at = 0;
  std::uint32_t enterprise = 0;
  std::uint32_t destination = 0;  ///< of a truck's load
  Nanoseconds service = 0;        ///< without driving
};

/// Poisson, in the order of time, until the end of the run.
[[nodiscard]] std::vector<Request> draw_requests(const Pool& pool, std::uint32_t replica);

}  // namespace parktwin::services::pooling
