#include "viz/osg/window/eye.h"

#include <algorithm>
#include <cmath>

#include "viz/osg/head_up.h"

namespace parktwin::viz::window {
namespace {

osg::Vec3d vector_of(const Vector& vector) { return {vector.x, vector.y, vector.z}; }
Vector vector_of(const osg::Vec3d& vector) { return {vector.x(), vector.y(), vector.z()}; }

double side_of(const Scene& scene) { return std::max(scene.high[0] - scene.low[0], scene.high[1] - scene.low[1]); }

/// Where the line of sight meets the level of the park's foot; far away when it does not.
Vector seen_ground(const osg::Vec3d& eye, const osg::Vec3d& forward, const Scene& scene) {
  const double farthest = 3.0 * side_of(scene);
  const double away = forward.z() < -1e-3 ? (eye.z() - scene.low[2]) / -forward.z() : farthest;
  return vector_of(eye + forward * std::clamp(away, 10.0, farthest));
}

}  // namespace

CameraView camera_of(const Viewpoint& view, const Scene& scene, int width, int height) {
  CameraView camera;
  camera.target = vector_of(view.target);
  const Axes axes = axes_of(view);
  const double ratio = static_cast<double>(width) / height;
  if (view.projection == Projection::plan) {
    const osg::Vec3d eye(view.eye.x, view.eye.y, scene.high[2] + 500.0);
    camera.view.makeLookAt(eye, eye - osg::Vec3d(0.0, 0.0, 1.0), {0.0, 1.0, 0.0});
    const double half = view.height_m / 2.0;
    camera.projection.makeOrtho(-half * ratio, half * ratio, -half, half, 1.0, eye.z() - scene.low[2] + 500.0);
    camera.metres_per_pixel = view.height_m / height;
    return camera;
  }
  camera.view.makeLookAt(vector_of(view.eye), vector_of(view.eye + axes.forward), vector_of(axes.up));
  const double above = std::max(1.0, view.eye.z - scene.low[2]);
  const double near = std::clamp(std::min(0.05 * length(view.target - view.eye), 0.3 * above), 0.4, 500.0);
  const Vector middle{0.5 * (scene.low[0] + scene.high[0]), 0.5 * (scene.low[1] + scene.high[1]), scene.low[2]};
  const double far = length(middle - view.eye) + 2.0 * side_of(scene);
  camera.projection.makePerspective(view.field_of_view_deg, ratio, near, far);
  return camera;
}

Viewpoint start_view(Start start, const Scene& scene, RenderOptions options, double right_px) {
  options.view = start == Start::plan ? View::plan : start == Start::centre ? View::centre : View::overview;
  const Canvas canvas(options.width, options.height);
  const PixelBox legends = scene.legends.empty() ? PixelBox{} : legend_panel(canvas, scene, options);
  Margins margins = margins_of(canvas, scene, options);
  margins.right += right_px;
  const CameraView camera = camera_view(scene, options, margins, legends);
  osg::Vec3d eye;
  osg::Vec3d ahead;
  osg::Vec3d up;
  camera.view.getLookAt(eye, ahead, up, 1.0);
  Viewpoint view;
  view.eye = vector_of(eye);
  if (start == Start::plan) {
    view.projection = Projection::plan;
    view.target = {eye.x(), eye.y(), scene.low[2]};
    view.height_m = camera.metres_per_pixel * options.height;
    return view;
  }
  double ratio = 1.0;
  double near = 0.0;
  double far = 0.0;
  camera.projection.getPerspective(view.field_of_view_deg, ratio, near, far);
  view.target = seen_ground(eye, ahead - eye, scene);
  return view;
}

}  // namespace parktwin::viz::window
