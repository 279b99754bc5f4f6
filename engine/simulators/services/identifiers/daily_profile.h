#pragma once
// Poisson arrivals whose rate follows 24 hourly weights, the same every day: the time at which the integrated rate has grown by one draw of
// the exponential law (inversion). No draw is rejected.
#include <array>

#include "engine/simulators/services/kernel/event_queue.h"

namespace parktwin::services::identifiers {

inline constexpr double day_ns = 86'400e9;

class DailyProfile {
 public:
  /// Preconditions: weights not negative, one of them positive; per_day > 0.
  DailyProfile(const std::array<double, 24>& weights, double per_day);

  /// The arrival after `now`, at most 20,000 days later (a run is shorter). `draw`: exponential of mean 1.
  [[nodiscard]] kernel::Nanoseconds next(kernel::Nanoseconds now, double draw) const;

 private:
  double per_day_;
  std::array<double, 24> per_ns_{};
};

}  // namespace parktwin::services::identifiers
