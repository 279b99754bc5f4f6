#include "engine/simulators/radio/link/slice_shares.h"

#include <algorithm>
#include <cstddef>

#include "engine/core/check.h"
#include "engine/simulators/radio/link/cell_capacity.h"

namespace parktwin::radio::link {
namespace {

constexpr double rounding = 1e-12;  // guarantees such as ten times 0.1 do not exceed the cell

}  // namespace

SliceDivision divide_among_slices(std::span<const Slice> slices) {
  double guaranteed = 0.0;
  for (const auto& slice : slices) {
    PARKTWIN_CHECK(slice.needed_share >= 0.0, "a need is not negative");
    PARKTWIN_CHECK(slice.guaranteed_share >= 0.0 && slice.guaranteed_share <= slice.highest_share && slice.highest_share <= 1.0,
                   "0 to guaranteed to highest share to 1");
    guaranteed += slice.guaranteed_share;
  }
  SliceDivision division;
  division.overcommitted = guaranteed > 1.0 + rounding;
  const double cut = division.overcommitted ? 1.0 / guaranteed : 1.0;
  double left = 1.0;
  std::vector<double> unmet;
  std::vector<double> weights;
  for (const auto& slice : slices) {
    const double wanted = std::min(slice.needed_share, slice.highest_share);
    auto& result = division.slices.emplace_back();
    result.share = std::min(wanted, cut * slice.guaranteed_share);
    left -= result.share;
    unmet.push_back(wanted - result.share);
    weights.push_back(slice.weight);
  }
  const auto more = weighted_shares(unmet, weights, std::max(0.0, left));
  division.free_share = 1.0;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    auto& result = division.slices[i];
    const double wanted = std::min(slices[i].needed_share, slices[i].highest_share);
    result.share = more[i] < unmet[i] ? result.share + more[i] : wanted;  // no shortage from rounding
    result.short_share = std::max(0.0, slices[i].needed_share - result.share);
    result.short_by_cap_share = std::max(0.0, slices[i].needed_share - slices[i].highest_share);
    result.below_guarantee_share = std::max(0.0, std::min(slices[i].needed_share, slices[i].guaranteed_share) - result.share);
    division.free_share -= result.share;
  }
  division.free_share = std::max(0.0, division.free_share);
  return division;
}

}  // namespace parktwin::radio::link
