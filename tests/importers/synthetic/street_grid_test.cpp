#include "importers/synthetic/street_grid.h"

#include <gtest/gtest.h>

#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(StreetGrid, BoundaryEnclosesTheWantedArea) {
  for (const auto& options : several_sizes()) {
    const StreetGrid grid = lay_out_grid(options);
    EXPECT_NEAR(signed_area(grid.boundary), options.area_km2 * 1e6, 0.001 * options.area_km2 * 1e6) << options.area_km2;
  }
}

TEST(StreetGrid, ReferenceSuperblocksMeasure300To500Metres) {
  const StreetGrid grid = lay_out_grid({});
  for (const auto& block : superblocks(grid)) {
    if (grid.lake_column && block.column == *grid.lake_column && block.row == grid.lake_row) continue;
    EXPECT_GE(block.area.width(), 260.0);  // the canal's corridor takes its share of one column
    EXPECT_LE(block.area.width(), 500.0);
    EXPECT_GE(block.area.height(), 300.0);
    EXPECT_LE(block.area.height(), 500.0);
  }
}

TEST(StreetGrid, BlocksAndArterialSurfacesShareNoGround) {
  for (const auto& options : several_sizes()) {
    const StreetGrid grid = lay_out_grid(options);
    std::vector<Rect> all;
    for (const auto& block : superblocks(grid)) all.push_back(block.area);
    for (const auto& street : arterials(grid)) all.insert(all.end(), street.surface.begin(), street.surface.end());
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        const double w = std::min(all[i].x1, all[j].x1) - std::max(all[i].x0, all[j].x0);
        const double h = std::min(all[i].y1, all[j].y1) - std::max(all[i].y0, all[j].y0);
        EXPECT_FALSE(w > 1e-6 && h > 1e-6) << options.area_km2 << " pieces " << i << " and " << j;
      }
    }
  }
}

TEST(StreetGrid, OnlyLargeParksHaveAMotorway) {
  EXPECT_TRUE(motorway_streets(lay_out_grid({20, 1.5, 1})).empty());
  EXPECT_EQ(motorway_streets(lay_out_grid({})).size(), 4U);  // motorway, link, two ramps
}

}  // namespace
}  // namespace parktwin::importers::synthetic
