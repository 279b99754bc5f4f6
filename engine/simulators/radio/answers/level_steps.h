#pragma once
// Counting map cells by the thresholds their level reaches: a histogram with one step per threshold, apart for served and unserved cells,
// so that a cell costs one addition however many thresholds there are. Counts are whole numbers: no order of adding changes a share.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/simulators/radio/answers/coverage_tables.h"

namespace parktwin::radio::answers {

class LevelSteps {
 public:
  /// In any order, repeated ones allowed.
  explicit LevelSteps(std::span<const double> thresholds_dbm);

  /// Counters of one histogram.
  [[nodiscard]] std::size_t slots() const { return 2 * (ascending_.size() + 1); }
  /// The counter of a cell. NaN reaches no threshold.
  [[nodiscard]] std::size_t slot(float level_dbm, bool served) const {
    std::size_t reached = served ? ascending_.size() + 1 : 0;
    for (const double threshold : ascending_) reached += static_cast<double>(level_dbm) >= threshold ? 1U : 0U;
    return reached;
  }
  /// Precondition: slots() counters.
  [[nodiscard]] CoverageShares shares(std::span<const std::uint32_t> counts, double cell_area_m2) const;

 private:
  std::vector<double> thresholds_;
  std::vector<double> ascending_;
};

}  // namespace parktwin::radio::answers
