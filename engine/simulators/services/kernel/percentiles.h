#pragma once
// Percentiles of times without keeping them: counts in classes of 1/64 of the value, exact below 128 ns. A percentile is the upper end of
// its class, so at most 1/64 too high. Tallies of replicas add up in any grouping to the same counts.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "engine/simulators/services/kernel/event_queue.h"

namespace parktwin::services::kernel {

class Percentiles {
 public:
  /// Precondition: value_ns >= 0.
  void add(Nanoseconds value_ns) {
    const auto value = static_cast<std::uint64_t>(value_ns);
    const unsigned shift = value < 128 ? 0U : static_cast<unsigned>(std::bit_width(value)) - 7U;
    ++counts_[64 * shift + (value >> shift)];
    ++count_;
  }

  void add(const Percentiles& other) {
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
    count_ += other.count_;
  }

  [[nodiscard]] std::uint64_t count() const { return count_; }

  /// The least class end below which a share of at least `share` lies; 0 when nothing was added. Precondition: 0 < share <= 1.
  [[nodiscard]] Nanoseconds at(double share) const {
    const auto rank = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < counts_.size() && count_ > 0; ++i) {
      sum += counts_[i];
      if (sum < rank || counts_[i] == 0) continue;
      const std::size_t shift = i < 128 ? 0 : i / 64 - 1;
      const std::uint64_t head = i - 64 * shift;
      return static_cast<Nanoseconds>(((head + 1) << shift) - 1);
    }
    return 0;
  }

  /// How many were at most that, its whole class counted; 0 below zero.
  [[nodiscard]] std::uint64_t count_within(Nanoseconds value_ns) const {
    std::uint64_t sum = 0;
    if (value_ns < 0) return sum;
    const auto value = static_cast<std::uint64_t>(value_ns);
    const unsigned shift = value < 128 ? 0U : static_cast<unsigned>(std::bit_width(value)) - 7U;
    for (std::size_t i = 0; i <= 64 * shift + (value >> shift); ++i) sum += counts_[i];
    return sum;
  }

  friend bool operator==(const Percentiles&, const Percentiles&) = default;

 private:
  std::array<std::uint64_t, std::size_t{64} * 59> counts_{};
  std::uint64_t count_ = 0;
};

}  // namespace parktwin::services::kernel
