#pragma once
// State of the two shapers beside the gates. Credit-based (IEEE 802.1Q-2022, 8.6.8.2): credit grows at the idle slope while frames wait or
// it is negative, falls at the rate less that while one is sent, its gap included, and positive credit is lost with the last frame.
// Asynchronous (8.6.11.3): a frame is eligible once its stream's token bucket holds it and every earlier frame of its group is eligible.
#include <algorithm>
#include <cstdint>

#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn::packets {

/// In units of bit/s · ns, so that all sums are exact.
class Credit {
 public:
  Credit() = default;
  Credit(std::int64_t idle_slope_bit_s, std::int64_t rate_bit_s) : idle_(idle_slope_bit_s), rate_(rate_bit_s) {}

  [[nodiscard]] bool shapes() const { return idle_ > 0; }

  /// `waiting`: frames stood in the queue since the last call.
  void advance(Nanoseconds time_ns, bool waiting) {
    const Nanoseconds sent_until = std::clamp(sending_until_ns_, at_ns_, time_ns);
    value_ += (idle_ - rate_) * (sent_until - at_ns_);
    if (sent_until < time_ns || sending_until_ns_ == time_ns) {
      if (waiting) {
        value_ += idle_ * (time_ns - sent_until);
      } else {
        value_ = value_ >= 0 ? 0 : std::min<std::int64_t>(0, value_ + idle_ * (time_ns - sent_until));
      }
    }
    at_ns_ = time_ns;
  }
  /// Precondition: advanced to `time_ns`.
  void send(Nanoseconds time_ns, Nanoseconds port_ns) { sending_until_ns_ = time_ns + port_ns; }
  /// When it is no longer negative if frames wait. Precondition: advanced to `time_ns`.
  [[nodiscard]] Nanoseconds ready(Nanoseconds time_ns) const { return value_ >= 0 ? time_ns : time_ns + (-value_ + idle_ - 1) / idle_; }
  [[nodiscard]] std::int64_t value() const { return value_; }

 private:
  std::int64_t idle_ = 0;
  std::int64_t rate_ = 0;
  std::int64_t value_ = 0;
  Nanoseconds at_ns_ = 0;
  Nanoseconds sending_until_ns_ = 0;
};

class TokenBucket {
 public:
  TokenBucket() = default;
  /// Full at the beginning.
  TokenBucket(std::int64_t rate_bit_s, std::int64_t burst_bits) : rate_(rate_bit_s), fill_ns_(duration(burst_bits)), empty_ns_(-fill_ns_) {}

  [[nodiscard]] bool shapes() const { return rate_ > 0; }

  /// Eligibility time of a frame; `group_ns`, that of the frame before in the group, becomes it.
  Nanoseconds eligible(Nanoseconds arrival_ns, std::int64_t bits, Nanoseconds& group_ns) {
    const Nanoseconds held = empty_ns_ + duration(bits);
    const Nanoseconds full = empty_ns_ + fill_ns_;
    const Nanoseconds eligible_ns = std::max({arrival_ns, group_ns, held});
    empty_ns_ = eligible_ns < full ? held : held + eligible_ns - full;
    group_ns = eligible_ns;
    return eligible_ns;
  }

 private:
  [[nodiscard]] Nanoseconds duration(std::int64_t bits) const { return rate_ > 0 ? (bits * 1'000'000'000 + rate_ - 1) / rate_ : 0; }

  std::int64_t rate_ = 0;
  Nanoseconds fill_ns_ = 0;
  Nanoseconds empty_ns_ = 0;
};

}  // namespace parktwin::wired::tsn::packets
