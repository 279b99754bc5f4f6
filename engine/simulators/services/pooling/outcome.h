#pragma once
// What one replica of one mode comes to, counted after the warm-up.
#include "engine/simulators/services/kernel/percentiles.h"
#include "engine/simulators/services/pooling/demand.h"

namespace parktwin::services::pooling {

class Outcomes {
 public:
  Outcomes() = default;
  Outcomes(const Pool& pool)  // NOLINT: the pool is what it counts for
      : warm_up_(nanoseconds(pool.warm_up_h)), target_(nanoseconds(pool.resource->target_wait_h)) {}

  /// A wait that is over, of a request that came at `arrived`.
  void waited(Nanoseconds arrived, Nanoseconds until) {
    if (arrived < warm_up_) return;
    ++requests;
    wait_h += static_cast<double>(until - arrived) / 3.6e12;
    in_time += until - arrived <= target_ ? 1 : 0;
    waits.add(until - arrived);
  }
  [[nodiscard]] bool counted(Nanoseconds now) const { return now >= warm_up_; }
  /// The way of a request to what is shared and back; the time costs as much as that of waiting.
  void went(Nanoseconds arrived, double one_way_km, double one_way_h, const SharedResource& resource) {
    if (arrived < warm_up_) return;
    distance_km += 2.0 * one_way_km;
    cost_cny += 2.0 * one_way_h * resource.wait_cost_per_h.value();
  }

  std::uint64_t requests = 0;
  std::uint64_t in_time = 0;
  std::uint64_t hired = 0;  ///< requests that were done from outside
  double wait_h = 0.0;      ///< sum
  double utilisation = 0.0;
  double stock = 0.0;
  double distance_km = 0.0;
  double cost_cny = 0.0;  ///< over the counted time, but for waits, servers and sharing
  kernel::Percentiles waits;

 private:
  Nanoseconds warm_up_ = 0;
  Nanoseconds target_ = 0;
};

}  // namespace parktwin::services::pooling
