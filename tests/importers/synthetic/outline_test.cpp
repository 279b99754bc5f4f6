#include "importers/synthetic/outline.h"

#include <gtest/gtest.h>

#include "importers/gdal_layers/shape_algebra.h"
#include "importers/synthetic/street_grid.h"
#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(Outline, IsAValidCounterClockwiseRingAroundTheGrid) {
  for (const auto& options : several_sizes()) {
    const StreetGrid grid = lay_out_grid(options);
    const MultiPolygon boundary{{{grid.boundary, {}}}};
    EXPECT_GT(signed_area(grid.boundary), 0.0);
    EXPECT_TRUE(valid_shape(boundary));
    for (const auto& block : superblocks(grid)) {
      for (const Point p : block.area.polygon().outer) EXPECT_TRUE(contains(boundary, p));
    }
  }
}

TEST(Outline, RiverStaysSouthOfTheSouthernArterial) {
  const StreetGrid grid = lay_out_grid({});
  ASSERT_GT(grid.river_width, 0.0);
  for (const Point p : grid.river.points) EXPECT_LT(p.y + 0.5 * grid.river_width, grid.rows.front() - 0.5 * arterial_width_m - 20.0);
}

TEST(Outline, MotorwayIsInterpolated) {
  const LineString line{{{0.0, 0.0}, {10.0, 100.0}}};
  EXPECT_DOUBLE_EQ(motorway_x(line, 50.0), 5.0);
  EXPECT_DOUBLE_EQ(motorway_x(line, -50.0), 0.0);
  EXPECT_DOUBLE_EQ(motorway_x(line, 500.0), 10.0);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
