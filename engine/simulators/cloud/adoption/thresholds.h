#pragma once
// The random part of the model: how much each enterprise asks for, in each replica. Given u uniform in [0, 1) it adopts when its value v
// (log-odds) reaches θ = logit(G₀ + u (1 − G₀)) + ln f, G₀ the probability of having adopted before today, f the threshold factor. u comes
// from a normal number that is partly common to all enterprises of the replica (one-factor Gaussian copula), so that the mean stays the
// curve while the band is as wide as decades differ. The numbers hang on the enterprise's id and the replica alone: common random numbers
// for every level, policy and park that has the enterprise.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::cloud::adoption {

/// Log-odds in fixed point, so that sums do not depend on their order.
inline constexpr double fixed_one = 65536.0;
inline constexpr std::int32_t most_value = 1 << 27;
inline constexpr std::int32_t barred_value = -(1 << 30);
inline constexpr std::int32_t never_reached = 1 << 30;

/// Held within ± most_value, infinities too. Precondition: not NaN.
[[nodiscard]] std::int32_t fixed(double log_odds);

class Thresholds {
 public:
  /// `adopted_before` per level and enterprise.
  Thresholds(const Park& park, std::uint64_t seed, double common_chance, double threshold_factor,
             std::vector<std::vector<double>> adopted_before);
  /// θ of every enterprise at every level in a replica, level by level, in rows of `stride`.
  void draw(std::uint32_t replica, std::size_t stride, std::span<std::int32_t> thresholds) const;

 private:
  std::uint64_t seed_;
  double common_;
  double alone_;
  double log_factor_;
  std::vector<std::uint32_t> entity_;
  std::vector<std::vector<double>> adopted_before_;
};

}  // namespace parktwin::cloud::adoption
