#include "engine/simulators/radio/answers/level_steps.h"

#include <algorithm>

namespace parktwin::radio::answers {

LevelSteps::LevelSteps(std::span<const double> thresholds_dbm)
    : thresholds_(thresholds_dbm.begin(), thresholds_dbm.end()), ascending_(thresholds_) {
  std::sort(ascending_.begin(), ascending_.end());
}

CoverageShares LevelSteps::shares(std::span<const std::uint32_t> counts, double cell_area_m2) const {
  const std::size_t steps = ascending_.size() + 1;
  PARKTWIN_CHECK(counts.size() == 2 * steps, "counters of another list of thresholds");
  std::vector<std::uint64_t> from(steps + 1);  // cells that reach at least so many thresholds
  for (std::size_t i = steps; i-- > 0;) from[i] = from[i + 1] + counts[i] + counts[steps + i];
  std::uint64_t served = 0;
  for (std::size_t i = steps; i < counts.size(); ++i) served += counts[i];
  const std::uint64_t all = from[0];
  const auto share = [all](std::uint64_t count) { return all == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(all); };
  CoverageShares result;
  result.area_m2 = static_cast<double>(all) * cell_area_m2;
  result.served_share = share(served);
  for (const double threshold : thresholds_) {
    const auto below = std::lower_bound(ascending_.begin(), ascending_.end(), threshold) - ascending_.begin();
    result.share_over.push_back(share(from[static_cast<std::size_t>(below) + 1]));
  }
  return result;
}

}  // namespace parktwin::radio::answers
