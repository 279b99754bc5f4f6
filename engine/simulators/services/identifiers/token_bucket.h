#pragma once
// A token bucket per source: full at the beginning, filled at a constant rate up to its depth, one token a query.
#include <algorithm>

#include "engine/simulators/services/kernel/event_queue.h"

namespace parktwin::services::identifiers {

class TokenBucket {
 public:
  TokenBucket(double rate_per_s, double burst) : per_ns_(1e-9 * rate_per_s), burst_(burst), tokens_(burst) {}

  /// Precondition: not before the last call.
  bool admit(kernel::Nanoseconds now) {
    tokens_ = std::min(burst_, tokens_ + per_ns_ * static_cast<double>(now - last_));
    last_ = now;
    if (tokens_ < 1.0) return false;
    tokens_ -= 1.0;
    return true;
  }

 private:
  double per_ns_;
  double burst_;
  double tokens_;
  kernel::Nanoseconds last_ = 0;
};

}  // namespace parktwin::services::identifiers
