#include "viz/tour/camera_path.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::viz::tour {
namespace {

void expect_same(const Pose& a, const Pose& b) {
  EXPECT_NEAR(a.at.x, b.at.x, 1e-6);
  EXPECT_NEAR(a.at.y, b.at.y, 1e-6);
  EXPECT_NEAR(a.distance_m, b.distance_m, 1e-6);
  EXPECT_NEAR(std::remainder(a.azimuth_deg - b.azimuth_deg, 360.0), 0.0, 1e-9);
  EXPECT_NEAR(a.pitch_deg, b.pitch_deg, 1e-9);
}

TEST(CameraPath, BeginsAndEndsAtItsPoses) {
  const Pose a{{100.0, 200.0}, 900.0, 20.0, 36.0};
  for (const Pose& b : {Pose{{2500.0, 1800.0}, 400.0, 330.0, 42.0}, Pose{{100.0, 200.0}, 3000.0, 20.0, 90.0}, a,
                        Pose{{100.0, 201.0}, 900.0, 200.0, 36.0}}) {
    const CameraPath path(a, b);
    expect_same(path.at(0.0), a);
    expect_same(path.at(1.0), b);
  }
}

TEST(CameraPath, TurnsTheShorterWay) {
  const CameraPath path({{0.0, 0.0}, 500.0, 350.0, 30.0}, {{10.0, 0.0}, 500.0, 10.0, 30.0});
  EXPECT_NEAR(path.at(0.5).azimuth_deg, 360.0, 1e-9);
}

TEST(CameraPath, ClimbsBeforeItTravelsFar) {
  const CameraPath path({{0.0, 0.0}, 300.0, 0.0, 40.0}, {{4000.0, 0.0}, 300.0, 0.0, 40.0});
  EXPECT_GT(path.at(0.5).distance_m, 1500.0);
  EXPECT_NEAR(path.at(0.5).at.x, 2000.0, 1e-6);
}

// What moves on the picture in a step, the change of scale and the shift over the width of view, is the same in every step of the path
// (equation 3 of van Wijk and Nuij), so seen against the eased time it is the ease itself.
TEST(CameraPath, PerceivedSpeedFollowsTheEaseAlone) {
  const CameraPath path({{0.0, 0.0}, 300.0, 0.0, 40.0}, {{3000.0, 400.0}, 900.0, 0.0, 40.0});
  constexpr double rho = 1.4;
  constexpr int steps = 2000;
  Pose before = path.at(0.0);
  for (int i = 1; i <= steps; ++i) {
    const double t = static_cast<double>(i) / steps;
    const double middle = (i - 0.5) / steps;
    const Pose now = path.at(t);
    const double width = 0.5 * (before.distance_m + now.distance_m);
    const double moved = rho * distance(before.at, now.at) / width;
    const double zoomed = (now.distance_m - before.distance_m) / width / rho;
    const double speed = std::sqrt(moved * moved + zoomed * zoomed) * steps;
    const double ease = 30.0 * middle * middle * (1.0 - middle) * (1.0 - middle);
    ASSERT_NEAR(speed, ease * path.length(), 1e-3 + 2e-3 * speed) << t;
    before = now;
  }
}

TEST(CameraPath, LongerFlightsTakeLongerWithinBounds) {
  EXPECT_GT(flight_seconds(0.0), 0.0);
  EXPECT_LT(flight_seconds(1.0), flight_seconds(2.0));
  EXPECT_EQ(flight_seconds(100.0), flight_seconds(1000.0));
}

}  // namespace
}  // namespace parktwin::viz::tour
