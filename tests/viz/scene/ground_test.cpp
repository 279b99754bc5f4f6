#include "viz/scene/ground.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"
#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz {
namespace {

const Box area{{-100.0, -100.0}, {1700.0, 1100.0}};

TEST(Ground, PiecesKeepTheAreaAndLieOnOneTriangleEach) {
  const Ground ground(testing::hand_made_terrain(), area, 50.0);
  ASSERT_FALSE(ground.flat());
  const RandomSequence random(3, 1, 1);
  for (std::uint32_t i = 0; i < 50; ++i) {
    const Point corner{random.uniform(4 * i, -300.0, 1500.0), random.uniform(4 * i + 1, -300.0, 900.0)};
    const double width = random.uniform(4 * i + 2, 1.0, 400.0);
    const Ring shape{corner, {corner.x + width, corner.y + 10.0}, {corner.x + width, corner.y + 130.0}, {corner.x, corner.y + 90.0}};
    double total = 0.0;
    ground.cut(shape, [&](std::span<const Point> piece) {
      const Ring ring(piece.begin(), piece.end());
      total += signed_area(ring);
      if (signed_area(ring) < 1e-6) return;
      // On one plane: the height at the mean of the corners is the mean of their heights.
      Point mean{0.0, 0.0};
      double height = 0.0;
      for (const Point p : piece) {
        mean = {mean.x + p.x / static_cast<double>(piece.size()), mean.y + p.y / static_cast<double>(piece.size())};
        height += ground.height(p) / static_cast<double>(piece.size());
      }
      const bool inside = mean.x > area.low.x && mean.x < area.high.x && mean.y > area.low.y && mean.y < area.high.y;
      if (inside) {
        EXPECT_NEAR(ground.height(mean), height, 0.01);
      }
    });
    EXPECT_NEAR(total, signed_area(shape), 1e-6 * signed_area(shape));
  }
}

TEST(Ground, FollowsTheTerrainAtItsCorners) {
  const Terrain terrain = testing::hand_made_terrain();
  const Ground ground(terrain, area, 50.0);
  EXPECT_NEAR(ground.height({200.0, 900.0}), sample(terrain.elevation_m, {200.0, 900.0}), 1e-3);
  EXPECT_NEAR(ground.height({600.0, 500.0}), sample(terrain.elevation_m, {600.0, 500.0}), 1e-3);
}

TEST(Ground, NormalsPointUpAndAwayFromTheRidge) {
  const Ground ground(testing::hand_made_terrain(), area, 50.0);
  const auto normal = ground.normal({500.0, 900.0});  // east of the top
  EXPECT_GT(normal[0], 0.0F);
  EXPECT_GT(normal[2], 0.9F);
}

TEST(Ground, WithoutTerrainIsFlatAndCutsNothing) {
  const Ground ground(Terrain{}, area, 50.0);
  EXPECT_TRUE(ground.flat());
  EXPECT_EQ(ground.height({12.0, 34.0}), 0.0);
  int pieces = 0;
  ground.cut(testing::rectangle(0, 0, 900, 900), [&](std::span<const Point>) { ++pieces; });
  EXPECT_EQ(pieces, 1);
}

}  // namespace
}  // namespace parktwin::viz
