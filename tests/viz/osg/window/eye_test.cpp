#include "viz/osg/window/eye.h"

#include <gtest/gtest.h>

#include "tests/viz/window/desk_stage.h"
#include "viz/osg/head_up.h"

namespace parktwin::viz::window {
namespace {

RenderOptions size() {
  RenderOptions options;
  options.width = 1280;
  options.height = 720;
  return options;
}

const Scene& scene() {
  static const Scene made = make_display(testing::hand_made_state(), Layer::rsrp, Language::en).scene;
  return made;
}

TEST(Eye, PointsStandWhereTheViewpointSaysTheyDo) {
  for (const Start start : {Start::overview, Start::plan, Start::centre}) {
    const Viewpoint view = start_view(start, scene(), size());
    const CameraView camera = camera_of(view, scene(), 1280, 720);
    for (const Vector& point : {Vector{800.0, 500.0, 5.0}, Vector{700.0, 450.0, 0.0}}) {
      const osg::Vec3d drawn = to_pixels(camera, size(), {point.x, point.y, point.z});
      const auto pixel = pixel_of(view, point, 1280, 720);
      ASSERT_TRUE(pixel);
      EXPECT_NEAR(drawn.x(), pixel->x, 1e-3);
      EXPECT_NEAR(drawn.y(), pixel->y, 1e-3);
      EXPECT_GT(drawn.z(), 0.0);
      EXPECT_LT(drawn.z(), 1.0);
    }
  }
}

TEST(Eye, TheFirstViewsAreThoseOfRender) {
  const Canvas canvas(1280, 720);
  for (const auto& [start, view] : {std::pair{Start::overview, View::overview}, {Start::plan, View::plan}, {Start::centre, View::centre}}) {
    RenderOptions options = size();
    options.view = view;
    const CameraView render = camera_view(scene(), options, margins_of(canvas, scene(), options), legend_panel(canvas, scene(), options));
    const CameraView window = camera_of(start_view(start, scene(), size()), scene(), 1280, 720);
    for (const osg::Vec3d& point : {osg::Vec3d(0.0, 0.0, 0.0), osg::Vec3d(1600.0, 1000.0, 0.0), osg::Vec3d(800.0, 500.0, 20.0)}) {
      const osg::Vec3d one = to_pixels(render, options, point);
      const osg::Vec3d other = to_pixels(window, options, point);
      EXPECT_NEAR(one.x(), other.x(), 0.01);
      EXPECT_NEAR(one.y(), other.y(), 0.01);
    }
  }
}

TEST(Eye, OnFootWhatIsNearIsNotCutOff) {
  Viewpoint view;
  view.eye = {500.0, 300.0, scene().low[2] + 1.65};
  view.target = {500.0, 400.0, scene().low[2] + 1.65};
  const CameraView camera = camera_of(view, scene(), 1280, 720);
  EXPECT_GT(to_pixels(camera, size(), {500.0, 301.0, view.eye.z}).z(), 0.0);
  EXPECT_LT(to_pixels(camera, size(), {500.0, 3000.0, view.eye.z}).z(), 1.0);
}

}  // namespace
}  // namespace parktwin::viz::window
