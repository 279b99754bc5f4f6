#include "viz/window/navigator.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::viz::window {
namespace {

double slope(double east, double) { return 0.05 * east; }

Viewpoint home() {
  Viewpoint view;
  view.eye = {500.0, -800.0, 600.0};
  view.target = {500.0, 300.0, 25.0};
  return view;
}

Viewpoint plan() {
  Viewpoint view = home();
  view.projection = Projection::plan;
  view.eye = {500.0, 300.0, 900.0};
  view.target = {500.0, 300.0, 25.0};
  view.height_m = 1000.0;
  return view;
}

TEST(Navigator, TurningKeepsTheTargetAndItsDistance) {
  Navigator navigator(home(), slope, 1600.0);
  navigator.turn(120.0, -40.0, 720);
  EXPECT_EQ(navigator.view().target, home().target);
  EXPECT_NEAR(length(navigator.view().eye - navigator.view().target), length(home().eye - home().target), 1e-6);
  EXPECT_GT(length(navigator.view().eye - home().eye), 50.0);
}

TEST(Navigator, NoTurnLeadsBelowTheGround) {
  Navigator navigator(home(), slope, 1600.0);
  for (int i = 0; i < 40; ++i) navigator.turn(37.0, 60.0, 720);
  const Vector& eye = navigator.view().eye;
  EXPECT_GE(eye.z, slope(eye.x, eye.y) + eye_height_m - 1e-9);
}

TEST(Navigator, ShiftingMovesTheGroundWithThePointer) {
  for (const Viewpoint& view : {home(), plan()}) {
    Navigator navigator(
        view, [](double, double) { return 25.0; }, 1600.0);
    navigator.shift(50.0, 0.0, 720);
    // What was in the middle now lies 50 pixels to the right of it.
    const auto pixel = pixel_of(navigator.view(), view.target, 1280, 720);
    EXPECT_NEAR(pixel->x, 690.0, 0.01);
    EXPECT_NEAR(pixel->y, 360.0, 0.01);
  }
}

TEST(Navigator, TheParkCannotBePushedOutOfSight) {
  Navigator navigator(home(), slope, 1600.0);
  for (int i = 0; i < 1000; ++i) navigator.shift(-300.0, 100.0, 720);
  EXPECT_LE(std::hypot(navigator.view().target.x - 500.0, navigator.view().target.y - 300.0), 1.5 * 1600.0);
}

TEST(Navigator, ZoomingKeepsThePointUnderThePointer) {
  const Vector at{650.0, 420.0, 25.0};
  for (const Viewpoint& view : {home(), plan()}) {
    Navigator navigator(
        view, [](double, double) { return 25.0; }, 1600.0);
    const auto before = pixel_of(view, at, 1280, 720);
    navigator.zoom(3.0, at);
    const auto after = pixel_of(navigator.view(), at, 1280, 720);
    EXPECT_NEAR(after->x, before->x, 1e-6);
    EXPECT_NEAR(after->y, before->y, 1e-6);
    EXPECT_LT(metres_per_pixel(navigator.view(), 720), metres_per_pixel(view, 720));
  }
}

TEST(Navigator, WalkingKeepsTheEyesAtAPersonsHeight) {
  Navigator navigator(home(), slope, 1600.0);
  navigator.set_motion(Motion::walk);
  const Vector start = navigator.view().eye;
  EXPECT_NEAR(start.z, slope(start.x, start.y) + eye_height_m, 1e-9);
  for (int i = 0; i < 50; ++i) {
    navigator.move({1.0, 1.0, 1.0, false}, 0.1);  // up does not lift who walks
    const Vector& eye = navigator.view().eye;
    ASSERT_NEAR(eye.z, slope(eye.x, eye.y) + eye_height_m, 1e-9);
  }
  const Vector& end = navigator.view().eye;
  EXPECT_NEAR(std::hypot(end.x - start.x, end.y - start.y), 4.0 * 5.0 * std::sqrt(2.0), 1e-6);
}

TEST(Navigator, FlyingGoesWhereOneLooksAndLookingStaysOnTheSpot) {
  Navigator navigator(home(), slope, 1600.0);
  navigator.set_motion(Motion::fly);
  const Vector start = navigator.view().eye;
  const Vector forward = axes_of(navigator.view()).forward;
  navigator.move({1.0, 0.0, 0.0, false}, 0.5);
  const Vector by = navigator.view().eye - start;
  EXPECT_NEAR(length(cross(by, forward)), 0.0, 1e-6);
  EXPECT_GT(dot(by, forward), 1.0);
  const Vector eye = navigator.view().eye;
  navigator.turn(80.0, 20.0, 720);
  EXPECT_EQ(navigator.view().eye, eye);
  EXPECT_LT(dot(axes_of(navigator.view()).forward, forward), 0.999);
}

TEST(Navigator, KeysSteerOnlyFlightAndWalk) {
  Navigator navigator(home(), slope, 1600.0);
  navigator.move({1.0, 1.0, 1.0, true}, 10.0);
  EXPECT_EQ(navigator.view().eye, home().eye);
}

TEST(Navigator, LeavingThePlanOnFootComesDownToTheMiddleOfThePlan) {
  Navigator navigator(plan(), slope, 1600.0);
  navigator.set_motion(Motion::walk);
  const Viewpoint& view = navigator.view();
  EXPECT_EQ(view.projection, Projection::perspective);
  EXPECT_NEAR(std::hypot(view.eye.x - 500.0, view.eye.y - 300.0), 0.0, 1.0);
  navigator.go_to(plan());
  EXPECT_EQ(navigator.motion(), Motion::orbit);
}

TEST(Navigator, BackInOrbitOneTurnsAroundWhatIsInTheMiddle) {
  Navigator navigator(
      home(), [](double, double) { return 25.0; }, 1600.0);
  navigator.set_motion(Motion::fly);
  navigator.move({1.0, 0.0, 0.0, false}, 1.0);
  navigator.set_motion(Motion::orbit);
  EXPECT_NEAR(navigator.view().target.z, 25.0, 1e-6);
  const auto pixel = pixel_of(navigator.view(), navigator.view().target, 1280, 720);
  EXPECT_NEAR(pixel->x, 640.0, 1e-6);
}

}  // namespace
}  // namespace parktwin::viz::window
