#include "viz/window/measurement.h"

#include <gtest/gtest.h>

namespace parktwin::viz::window {
namespace {

TEST(Measurement, OfThreeFourFiveAndTwelve) {
  const Measurement up = measured({10.0, 20.0, 5.0}, {13.0, 24.0, 17.0});
  EXPECT_DOUBLE_EQ(up.horizontal_m, 5.0);
  EXPECT_DOUBLE_EQ(up.height_m, 12.0);
  EXPECT_DOUBLE_EQ(up.straight_m, 13.0);
  EXPECT_NEAR(up.slope_deg, 67.380135, 1e-6);
  const Measurement down = measured({13.0, 24.0, 17.0}, {10.0, 20.0, 5.0});
  EXPECT_DOUBLE_EQ(down.height_m, -12.0);
  EXPECT_NEAR(down.slope_deg, -67.380135, 1e-6);
}

TEST(Measurement, StraightUpAndNowhere) {
  EXPECT_DOUBLE_EQ(measured({0.0, 0.0, 0.0}, {0.0, 0.0, 7.0}).slope_deg, 90.0);
  EXPECT_DOUBLE_EQ(measured({1.0, 2.0, 3.0}, {1.0, 2.0, 3.0}).slope_deg, 0.0);
}

}  // namespace
}  // namespace parktwin::viz::window
