#include "viz/osg/camera_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace parktwin::viz {
namespace {

Scene block(float width, float depth) {
  Scene scene;
  scene.low = {0.0F, 0.0F, 0.0F};
  scene.high = {width, depth, 40.0F};
  return scene;
}

std::vector<osg::Vec3d> corners_of(const Scene& scene) {
  std::vector<osg::Vec3d> corners;
  for (const float x : {scene.low[0], scene.high[0]}) {
    for (const float y : {scene.low[1], scene.high[1]}) {
      for (const float z : {scene.low[2], scene.high[2]}) corners.emplace_back(x, y, z);
    }
  }
  return corners;
}

TEST(CameraView, OverviewHoldsTheParkWithinTheMarginsAndTouchesThem) {
  const RenderOptions options;
  const Margins margins{30.0, 40.0, 20.0, 90.0};
  for (const auto& [width, depth] : {std::pair{4000.0F, 3000.0F}, {1000.0F, 6000.0F}, {9000.0F, 700.0F}}) {
    const Scene scene = block(width, depth);
    const CameraView camera = camera_view(scene, options, margins, {});
    double left = 1e9;
    double right = -1e9;
    double bottom = 1e9;
    double top = -1e9;
    for (const osg::Vec3d& corner : corners_of(scene)) {
      const osg::Vec3d at = to_pixels(camera, options, corner);
      EXPECT_GE(at.z(), 0.0);
      EXPECT_LE(at.z(), 1.0);
      left = std::min(left, at.x());
      right = std::max(right, at.x());
      bottom = std::min(bottom, at.y());
      top = std::max(top, at.y());
    }
    EXPECT_GE(left, 30.0 - 1e-6);
    EXPECT_LE(right, 1880.0 + 1e-6);
    EXPECT_GE(bottom, 20.0 - 1e-6);
    EXPECT_LE(top, 990.0 + 1e-6);
    const bool fills = (left < 31.0 && right > 1879.0) || (bottom < 21.0 && top > 989.0);
    EXPECT_TRUE(fills);
  }
}

TEST(CameraView, OverviewStaysOffThePanel) {
  const RenderOptions options;
  const Scene scene = block(4000.0F, 3000.0F);
  const PixelBox panel{28.0, 28.0, 260.0, 900.0};
  const CameraView camera = camera_view(scene, options, {}, panel);
  for (const osg::Vec3d& corner : corners_of(scene)) {
    const osg::Vec3d at = to_pixels(camera, options, corner);
    EXPECT_FALSE(at.x() < panel.right() && at.y() < panel.top() && at.y() > panel.bottom);
  }
}

TEST(CameraView, PlanHasNorthUpAndOneScale) {
  RenderOptions options;
  options.view = View::plan;
  const Scene scene = block(4000.0F, 3000.0F);
  const CameraView camera = camera_view(scene, options, {300.0, 20.0, 20.0, 100.0}, {});
  const osg::Vec3d a = to_pixels(camera, options, {1000.0, 1000.0, 0.0});
  const osg::Vec3d b = to_pixels(camera, options, {1000.0, 2000.0, 0.0});
  EXPECT_NEAR(a.x(), b.x(), 1e-6);
  EXPECT_NEAR(b.y() - a.y(), 1000.0 / camera.metres_per_pixel, 1e-6);
  EXPECT_GE(to_pixels(camera, options, {0.0, 0.0, 0.0}).x(), 300.0 - 1e-6);
  EXPECT_LE(to_pixels(camera, options, {4000.0, 3000.0, 0.0}).y(), 980.0 + 1e-6);
}

TEST(CameraView, CentreLooksAtTheFirstLandmark) {
  RenderOptions options;
  options.view = View::centre;
  Scene scene = block(4000.0F, 3000.0F);
  scene.labels.push_back({{3000.0F, 500.0F, 20.0F}, "Hall", 0});
  const CameraView camera = camera_view(scene, options, {}, {});
  const osg::Vec3d at = to_pixels(camera, options, {3000.0, 500.0, 5.0});
  EXPECT_NEAR(at.x(), 960.0, 250.0);
  EXPECT_NEAR(at.y(), 540.0, 250.0);
}

TEST(CameraView, PointsBehindTheCameraHaveNoPlace) {
  const RenderOptions options;
  const CameraView camera = camera_view(block(1000.0F, 1000.0F), options, {}, {});
  EXPECT_LT(to_pixels(camera, options, {5000.0, -50000.0, 20000.0}).z(), 0.0);
}

}  // namespace
}  // namespace parktwin::viz
