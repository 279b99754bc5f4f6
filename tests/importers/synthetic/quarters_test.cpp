#include "importers/synthetic/quarters.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

std::map<Quarter, int> counted(const SyntheticOptions& options) {
  const StreetGrid grid = lay_out_grid(options);
  auto blocks = superblocks(grid);
  assign_quarters(grid, blocks);
  std::map<Quarter, int> counts;
  for (const auto& block : blocks) ++counts[block.quarter];
  return counts;
}

TEST(Quarters, ReferenceHasEveryQuarterAndOneCentreAndLake) {
  const auto counts = counted({});
  EXPECT_EQ(counts.size(), 11U);
  EXPECT_EQ(counts.at(Quarter::centre), 1);
  EXPECT_EQ(counts.at(Quarter::lake), 1);
  EXPECT_EQ(counts.at(Quarter::utility), 1);
}

TEST(Quarters, EverySizeHasACentre) {
  for (const auto& options : several_sizes()) EXPECT_EQ(counted(options)[Quarter::centre], 1) << options.area_km2;
}

TEST(Quarters, LogisticsLieNearerToTheExitThanProcessPlants) {
  const Draft& draft = reference_draft();
  const Point exit{draft.grid.columns.front(), draft.grid.rows[draft.grid.exit_row]};
  double farthest_logistics = 0.0;
  double nearest_process = 1e9;
  for (const auto& block : draft.blocks) {
    const double metres = distance(block.area.centre(), exit);
    if (block.quarter == Quarter::logistics) farthest_logistics = std::max(farthest_logistics, metres);
    if (block.quarter == Quarter::process) nearest_process = std::min(nearest_process, metres);
  }
  EXPECT_LT(farthest_logistics, nearest_process);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
