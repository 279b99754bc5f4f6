#include "importers/recipe/shape_operations.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/core/random.h"
#include "engine/park/polygon_faults.h"

namespace parktwin::importers {
namespace {

MultiPolygon square(double x, double y, double side) { return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}}; }

TEST(ShapeOperations, ABufferedLineIsAStadium) {
  const auto shape = buffered({{{0, 0}, {100, 0}}}, 10.0);
  ASSERT_EQ(shape.polygons.size(), 1U);
  // A half circle of 16 chords has 16·½·r²·sin(π/16) of area.
  EXPECT_NEAR(area(shape), 100.0 * 20.0 + 32.0 * 0.5 * 100.0 * std::sin(std::numbers::pi / 16.0), 0.5);
  EXPECT_GT(signed_area(shape.polygons.front().outer), 0.0);
}

TEST(ShapeOperations, OverlapsCountOnce) {
  const auto shape = united({square(0, 0, 10), square(5, 0, 10)}, 0.0);
  EXPECT_NEAR(area(shape), 150.0, 1e-6);
  EXPECT_EQ(shape.polygons.size(), 1U);
}

TEST(ShapeOperations, NarrowGapsCloseAndWideOnesStay) {
  EXPECT_EQ(united({square(0, 0, 100), square(108, 0, 100)}, 5.0).polygons.size(), 1U);
  EXPECT_EQ(united({square(0, 0, 100), square(112, 0, 100)}, 5.0).polygons.size(), 2U);
}

// Rounding to the centimetre must not leave outlines that cross themselves.
TEST(ShapeOperations, UnionsOfRandomQuadrilateralsAreValid) {
  for (std::uint32_t trial = 0; trial < 20; ++trial) {
    const RandomSequence random(5, 1, trial);
    std::vector<MultiPolygon> shapes;
    for (std::uint32_t i = 0; i < 60; ++i) {
      const Point middle{random.uniform(4 * i, 0, 300), random.uniform(4 * i + 1, 0, 300)};
      const double turn = random.uniform(4 * i + 2, 0, 3.0);
      const double size = random.uniform(4 * i + 3, 2, 40);
      Ring ring;
      for (int corner = 0; corner < 4; ++corner) {
        const double angle = turn + corner * std::numbers::pi / 2.0;
        ring.push_back({middle.x + size * std::cos(angle), middle.y + size * std::sin(angle)});
      }
      shapes.push_back({{{ring, {}}}});
    }
    for (const auto& polygon : united(shapes, 3.0).polygons) EXPECT_FALSE(fault_of(polygon)) << *fault_of(polygon);
  }
}

TEST(ShapeOperations, HolesAreKeptClockwise) {
  MultiPolygon ring = square(0, 0, 100);
  ring.polygons.front().holes.push_back({{40, 40}, {40, 60}, {60, 60}, {60, 40}});
  const auto shape = united({ring}, 0.0);
  ASSERT_EQ(shape.polygons.front().holes.size(), 1U);
  EXPECT_LT(signed_area(shape.polygons.front().holes.front()), 0.0);
  EXPECT_NEAR(area(shape), 9600.0, 1e-6);
  EXPECT_TRUE(united({ring}, 11.0).polygons.front().holes.empty());
}

}  // namespace
}  // namespace parktwin::importers
