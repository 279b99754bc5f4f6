#include "importers/synthetic/plan.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::importers::synthetic {
namespace {

const Ring square = {{0.0, 0.0}, {100.0, 0.0}, {100.0, 100.0}, {0.0, 100.0}};

TEST(PlanFrame, KeepsAreasAndOrientationAndStartsAtTheLowCorner) {
  const PlanFrame frame(7.0, square, {10.0, 20.0});
  const Ring turned = frame(square);
  EXPECT_NEAR(signed_area(turned), 10000.0, 2.0);
  const Box box = bounds(Polygon{turned, {}});
  EXPECT_NEAR(box.low.x, 10.0, 0.006);
  EXPECT_NEAR(box.low.y, 20.0, 0.006);
}

TEST(PlanFrame, RoundsToCentimetres) {
  const PlanFrame frame(3.3, square, {0.0, 0.0});
  for (const Point p : frame(square)) {
    EXPECT_NEAR(p.x * 100.0, std::round(p.x * 100.0), 1e-6);
    EXPECT_NEAR(p.y * 100.0, std::round(p.y * 100.0), 1e-6);
  }
}

TEST(PlanFrame, TurnsAzimuthsAgainstTheAngle) {
  const PlanFrame frame(30.0, square, {0.0, 0.0});
  EXPECT_DOUBLE_EQ(frame.azimuth(90.0), 60.0);
  EXPECT_DOUBLE_EQ(frame.azimuth(10.0), 340.0);
  const Point from = frame(Point{0.0, 0.0});
  const Point to = frame(Point{0.0, 100.0});  // north in the plan
  EXPECT_NEAR(std::atan2(to.x - from.x, to.y - from.y) * 180.0 / 3.14159265358979, frame.azimuth(0.0) - 360.0, 0.01);
}

TEST(PlanFrame, DropsPointsThatFallTogether) {
  const PlanFrame frame(5.0, square, {0.0, 0.0});
  EXPECT_EQ(frame(Ring{{0, 0}, {0.001, 0.0}, {50, 0}, {50, 50}, {0.0, 0.001}}).size(), 3U);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
