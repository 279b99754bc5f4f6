#include "importers/gdal_layers/shape_algebra.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/core/random.h"
#include "engine/park/polygon_faults.h"

namespace parktwin::importers {
namespace {

MultiPolygon square(double x, double y, double side) { return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}}; }

TEST(ShapeAlgebra, InclusionAndExclusionAgree) {
  const auto a = square(0, 0, 10);
  const auto b = square(4, 6, 10);
  EXPECT_DOUBLE_EQ(area(common(a, b)), 24.0);
  EXPECT_DOUBLE_EQ(area(without(a, b)), 76.0);
  EXPECT_DOUBLE_EQ(area(united({a, b})), 176.0);
}

TEST(ShapeAlgebra, HolesRunClockwise) {
  const auto ring = without(square(0, 0, 10), square(3, 3, 4));
  ASSERT_EQ(ring.polygons.size(), 1U);
  ASSERT_EQ(ring.polygons[0].holes.size(), 1U);
  EXPECT_GT(signed_area(ring.polygons[0].outer), 0.0);
  EXPECT_LT(signed_area(ring.polygons[0].holes[0]), 0.0);
}

TEST(ShapeAlgebra, EmptyShapesAreNeutral) {
  EXPECT_DOUBLE_EQ(area(without(square(0, 0, 10), {})), 100.0);
  EXPECT_TRUE(common(square(0, 0, 10), {}).polygons.empty());
  EXPECT_TRUE(united({}).polygons.empty());
}

TEST(ShapeAlgebra, StripIsLengthTimesWidthAndTwoCaps) {
  const double cap = std::numbers::pi * 25.0;
  EXPECT_NEAR(area(strip({{{0, 0}, {100, 0}}}, 10.0)), 1000.0 + cap, 0.06 * cap);
}

TEST(ShapeAlgebra, OpeningRemovesSliversOnly) {
  const auto with_sliver = united({square(0, 0, 20), {{{{{20, 5}, {40, 5}, {40, 5.5}, {20, 5.5}}, {}}}}});
  EXPECT_NEAR(area(opened(with_sliver, 0.6)), 400.0, 1.5);
}

TEST(ShapeAlgebra, KnowsABowTie) {
  EXPECT_TRUE(valid_shape(square(0, 0, 1)));
  EXPECT_FALSE(valid_shape({{{{{0, 0}, {4, 4}, {4, 0}, {0, 4}}, {}}}}));
}

TEST(ShapeAlgebra, NarrowGapsCloseAndWideOnesStay) {
  EXPECT_EQ(closed(united({square(0, 0, 100), square(108, 0, 100)}), 5.0).polygons.size(), 1U);
  EXPECT_EQ(closed(united({square(0, 0, 100), square(112, 0, 100)}), 5.0).polygons.size(), 2U);
  const auto ring = without(square(0, 0, 100), square(40, 40, 20));
  // A wide hole keeps its sides; its corners are rounded by the distance.
  EXPECT_NEAR(area(closed(ring, 5.0)), 9600.0 + (4.0 - std::numbers::pi) * 25.0, 1.0);
  EXPECT_TRUE(closed(ring, 11.0).polygons.front().holes.empty());
}

TEST(ShapeAlgebra, AnOutlineThatCrossesItselfIsTakenApart) {
  const MultiPolygon bow{{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, {}}}};
  EXPECT_FALSE(valid_shape(bow));
  EXPECT_TRUE(valid_shape(mended(bow)));
}

// Rounding to the centimetre must not leave outlines that cross themselves.
TEST(ShapeAlgebra, RoundedUnionsOfRandomSquaresAreValid) {
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
    const auto whole = closed(united(shapes), 3.0);
    const auto rounded = to_centimetre(whole);
    EXPECT_FALSE(fault_of(rounded)) << *fault_of(rounded);
    EXPECT_NEAR(area(rounded), area(whole), 1e-3 * area(whole));
  }
}

}  // namespace
}  // namespace parktwin::importers
