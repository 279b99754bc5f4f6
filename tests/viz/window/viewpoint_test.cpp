#include "viz/window/viewpoint.h"

#include <gtest/gtest.h>

namespace parktwin::viz::window {
namespace {

Viewpoint slanted() {
  Viewpoint view;
  view.eye = {100.0, -400.0, 300.0};
  view.target = {250.0, 120.0, 10.0};
  view.field_of_view_deg = 40.0;
  return view;
}

TEST(Viewpoint, TheTargetLiesInTheMiddleOfThePicture) {
  const auto pixel = pixel_of(slanted(), slanted().target, 1280, 720);
  ASSERT_TRUE(pixel);
  EXPECT_NEAR(pixel->x, 640.0, 1e-6);
  EXPECT_NEAR(pixel->y, 360.0, 1e-6);
}

TEST(Viewpoint, ARayGoesThroughEveryPointThatItsPixelShows) {
  Viewpoint plan = slanted();
  plan.projection = Projection::plan;
  for (const Viewpoint& view : {slanted(), plan}) {
    for (const Vector& point : {Vector{200.0, 60.0, 0.0}, Vector{340.0, 200.0, 45.0}, Vector{120.0, 90.0, -5.0}}) {
      const auto pixel = pixel_of(view, point, 1280, 720);
      ASSERT_TRUE(pixel);
      const Ray ray = ray_through(view, pixel->x, pixel->y, 1280, 720);
      EXPECT_NEAR(length(cross(ray.direction, point - ray.from)), 0.0, 1e-6);  // distance of the point from the ray
    }
  }
}

TEST(Viewpoint, WhatLiesBehindTheEyeHasNoPixel) {
  const Viewpoint view = slanted();
  EXPECT_FALSE(pixel_of(view, view.eye - axes_of(view).forward * 10.0, 1280, 720));
}

TEST(Viewpoint, AMetreAtTheTargetIsAsManyPixelsAsTheScaleSays) {
  Viewpoint plan = slanted();
  plan.projection = Projection::plan;
  plan.height_m = 900.0;
  for (const Viewpoint& view : {slanted(), plan}) {
    const auto here = pixel_of(view, view.projection == Projection::plan ? plan.eye : view.target, 1280, 720);
    const Vector from = view.projection == Projection::plan ? plan.eye : view.target;
    const auto there = pixel_of(view, from + axes_of(view).right, 1280, 720);
    EXPECT_NEAR(1.0 / (there->x - here->x), metres_per_pixel(view, 720), 1e-9);
  }
}

TEST(Viewpoint, InThePlanNorthIsUp) {
  Viewpoint plan = slanted();
  plan.projection = Projection::plan;
  const auto here = pixel_of(plan, {0.0, 0.0, 0.0}, 800, 600);
  const auto north = pixel_of(plan, {0.0, 50.0, 0.0}, 800, 600);
  EXPECT_NEAR(here->x, north->x, 1e-9);
  EXPECT_GT(north->y, here->y);
}

}  // namespace
}  // namespace parktwin::viz::window
