#include "importers/synthetic/shape_algebra.h"

#include <gtest/gtest.h>

#include <numbers>

namespace parktwin::importers::synthetic {
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

}  // namespace
}  // namespace parktwin::importers::synthetic
