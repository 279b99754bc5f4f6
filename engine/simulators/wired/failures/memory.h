#pragma once
// What is kept from one simulation of failures to the next, of what did not change between them: the outages of the power grid and the
// availabilities of blocks. A result has the same bits with and without.
#include <optional>

#include "engine/simulators/wired/failures/kept_bounds.h"
#include "engine/simulators/wired/failures/power_outages.h"

namespace parktwin::wired::failures {

class Memory {
 public:
  /// As power_outages(); made anew when the grid, the feeds of network nodes or the number changed.
  [[nodiscard]] const PowerOutages& outages(const Park& park, std::int64_t most_joint);
  [[nodiscard]] KeptBounds& bounds() { return bounds_; }

 private:
  KeptBounds bounds_;
  std::optional<PowerOutages> outages_;
  ContentHash outages_of_;
  std::int64_t most_joint_ = 0;
};

}  // namespace parktwin::wired::failures
