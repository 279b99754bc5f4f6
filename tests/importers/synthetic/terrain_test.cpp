#include <gtest/gtest.h>

#include <cmath>

#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(Terrain, IsGentleSmoothAndInCentimetres) {
  const Terrain terrain = shape_terrain(reference_draft());
  const auto& grid = terrain.elevation_m;
  EXPECT_EQ(grid.frame.cell_size, 10.0);
  float low = 1e9F;
  float high = -1e9F;
  for (std::int32_t row = 0; row < grid.frame.rows; ++row) {
    for (std::int32_t column = 0; column < grid.frame.columns; ++column) {
      const float z = grid.at(column, row);
      low = std::min(low, z);
      high = std::max(high, z);
      EXPECT_NEAR(z * 100.0, std::round(z * 100.0), 1e-3);
      if (column > 0) {
        EXPECT_LT(std::abs(z - grid.at(column - 1, row)), 0.5F);
      }
    }
  }
  EXPECT_GT(low, 0.0F);
  EXPECT_LT(high, 16.0F);
  EXPECT_GT(high - low, 5.0F);
}

TEST(Terrain, CoversTheBoundary) {
  const Draft& draft = reference_draft();
  const GridFrame frame = shape_terrain(draft).elevation_m.frame;
  for (const Point p : draft.frame(draft.grid.boundary)) EXPECT_TRUE(frame.holds(frame.column_of(p.x), frame.row_of(p.y)));
}

}  // namespace
}  // namespace parktwin::importers::synthetic
