#pragma once
// Random numbers of one use in one replica, drawn one after the other: the counters of engine/core/random.h (Philox4x32-10, Salmon et al.
// 2011), both halves of a block used, inline for the event loop. Draw 2k is RandomSequence(seed, stream, replica).uniform(k).
#include <Random123/philox.h>

#include <array>
#include <cmath>
#include <cstdint>

#include "engine/simulators/services/kernel/event_queue.h"

namespace parktwin::services::kernel {

class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::uint32_t stream, std::uint32_t replica)
      : key_{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)}}, stream_(stream), replica_(replica) {}

  /// In [0, 1), 53 bits.
  double uniform() {
    if (next_ == drawn_.size()) draw();
    return drawn_[next_++];
  }

  /// In [0, count). Precondition: count > 0.
  std::uint64_t below(std::uint64_t count) { return static_cast<std::uint64_t>(uniform() * static_cast<double>(count)); }

  /// Of mean 1, by inversion.
  double exponential() { return -std::log(1.0 - uniform()); }
  Nanoseconds exponential_ns(double mean_ns) { return static_cast<Nanoseconds>(mean_ns * exponential() + 0.5); }  // NOLINT: not < 0

 private:
  /// Several blocks at once: they do not depend on each other, so the processor works on all of them.
  void draw() {
    for (std::size_t i = 0; i < drawn_.size(); i += 2, ++block_) {
      const r123::Philox4x32::ctr_type counter = {
          {static_cast<std::uint32_t>(block_), replica_, stream_, static_cast<std::uint32_t>(block_ >> 32U)}};
      const auto words = r123::Philox4x32()(counter, key_);
      drawn_[i] = unit_interval(words[0], words[1]);
      drawn_[i + 1] = unit_interval(words[2], words[3]);
    }
    next_ = 0;
  }

  static double unit_interval(std::uint32_t low, std::uint32_t high) {
    return static_cast<double>(((std::uint64_t{high} << 32U) | low) >> 11U) * 0x1.0p-53;
  }

  r123::Philox4x32::key_type key_;
  std::uint32_t stream_;
  std::uint32_t replica_;
  std::uint64_t block_ = 0;
  std::array<double, 16> drawn_{};
  std::size_t next_ = drawn_.size();
};

}  // namespace parktwin::services::kernel
