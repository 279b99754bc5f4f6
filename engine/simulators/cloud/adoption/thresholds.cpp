#include "engine/simulators/cloud/adoption/thresholds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/hash.h"
#include "engine/core/random.h"

namespace parktwin::cloud::adoption {
namespace {

constexpr double least_odds = 1e-300;
constexpr std::uint32_t enterprise_stream = 0x6164'0001;  // "ad"
constexpr std::uint32_t common_stream = 0x6164'0002;

}  // namespace

std::int32_t fixed(double log_odds) {
  return static_cast<std::int32_t>(std::clamp(std::round(log_odds * fixed_one), -1.0 * most_value, 1.0 * most_value));
}

Thresholds::Thresholds(const Park& park, std::uint64_t seed, double common_chance, double threshold_factor,
                       std::vector<std::vector<double>> adopted_before)
    : seed_(seed),
      common_(std::sqrt(common_chance)),
      alone_(std::sqrt(1.0 - common_chance)),
      log_factor_(std::log(threshold_factor)),
      adopted_before_(std::move(adopted_before)) {
  for (const auto& enterprise : *park.enterprises) entity_.push_back(static_cast<std::uint32_t>(content_hash(enterprise.id).low));
}

void Thresholds::draw(std::uint32_t replica, std::size_t stride, std::span<std::int32_t> thresholds) const {
  const double common = RandomSequence(seed_, common_stream, 0).normal(replica);
  for (std::size_t i = 0; i < entity_.size(); ++i) {
    const double x = common_ * common + alone_ * RandomSequence(seed_, enterprise_stream, entity_[i]).normal(replica);
    const double above =
        std::max(least_odds, 0.5 * std::erfc(x / std::numbers::sqrt2));  // 1 − u, kept by itself: exact where u is close to 1
    for (std::size_t level = 0; level < adopted_before_.size(); ++level) {
      const double before = adopted_before_[level][i];
      const double asked = std::max(least_odds, before + (1.0 - above) * (1.0 - before));
      thresholds[level * stride + i] = fixed(std::log(asked / (above * (1.0 - before))) + log_factor_);
    }
  }
}

}  // namespace parktwin::cloud::adoption
