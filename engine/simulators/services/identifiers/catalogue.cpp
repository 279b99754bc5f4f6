#include "engine/simulators/services/identifiers/catalogue.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace parktwin::services::identifiers {
namespace {

std::vector<std::uint32_t> running_sums(const std::vector<Enterprise>& enterprises) {
  std::vector<std::uint32_t> ends;
  std::uint32_t sum = 0;
  for (const auto& enterprise : enterprises) ends.push_back(sum += enterprise.identifiers);
  return ends;
}

constexpr std::uint32_t order_stream = 1000;

}  // namespace

Catalogue::Catalogue(const std::vector<Enterprise>& enterprises, double zipf_exponent, std::uint64_t seed)
    : ends_(running_sums(enterprises)), by_rank_(ends_.back()), zipf_(ends_.back(), zipf_exponent) {
  std::iota(by_rank_.begin(), by_rank_.end(), 0U);
  kernel::RandomStream random(seed, order_stream, 0);
  for (std::size_t i = by_rank_.size() - 1; i > 0; --i) std::swap(by_rank_[i], by_rank_[random.below(i + 1)]);
}

std::size_t Catalogue::owner(std::uint32_t identifier) const {
  return static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), identifier) - ends_.begin());
}

}  // namespace parktwin::services::identifiers
