#pragma once
// When a frame may begin under a gate control list: the earliest time from which its gate stays open until its last bit has left (IEEE
// 802.1Q-2022, 8.6.8.4). Per priority the open stretches of one cycle, joined over its end.
#include <array>
#include <vector>

#include "engine/simulators/wired/tsn/packets/packets.h"

namespace parktwin::wired::tsn::packets {

class GateWindows {
 public:
  static constexpr Nanoseconds never = -1;

  /// Preconditions: durations are positive.
  explicit GateWindows(const Egress& egress);

  /// The first time from `time_ns` on, or `never`.
  [[nodiscard]] Nanoseconds start(std::size_t priority, Nanoseconds time_ns, Nanoseconds frame_ns) const;

 private:
  struct Window {
    Nanoseconds begin_ns;
    Nanoseconds end_ns;  ///< beyond the cycle when it goes on into the next
  };
  Nanoseconds cycle_ns_ = 0;
  Nanoseconds begin_ns_ = 0;
  std::array<std::vector<Window>, priorities> windows_;
  std::array<bool, priorities> always_{};
};

}  // namespace parktwin::wired::tsn::packets
