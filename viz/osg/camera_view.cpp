#include "viz/osg/camera_view.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace parktwin::viz {
namespace {

constexpr double radians = std::numbers::pi / 180.0;

struct Frustum {  // tangents of the free part of the picture, at distance 1
  double left, right, bottom, top;
};

Frustum free_part(const RenderOptions& options, const Margins& margins, double half_height) {
  const double half_width = half_height * options.width / options.height;
  const auto along = [](double pixel, double size, double half) { return (2.0 * pixel / size - 1.0) * half; };
  return {along(margins.left, options.width, half_width), along(options.width - margins.right, options.width, half_width),
          along(margins.bottom, options.height, half_height), along(options.height - margins.top, options.height, half_height)};
}

/// Largest forward position for which all points stay between the slopes low and high of one axis, and the sideways range left there.
struct AxisFit {
  double low_slope, high_slope;
  double least = std::numeric_limits<double>::max();        // of across − low·forward
  double greatest = std::numeric_limits<double>::lowest();  // of across − high·forward
  void add(double across, double forward) {
    least = std::min(least, across - low_slope * forward);
    greatest = std::max(greatest, across - high_slope * forward);
  }
  [[nodiscard]] double forward() const { return (least - greatest) / (high_slope - low_slope); }
  [[nodiscard]] double across(double at_forward) const {
    return 0.5 * (least + low_slope * at_forward + greatest + high_slope * at_forward);
  }
};

/// Corners of the park: those of its ground when it is drawn, else of the bounds; at the foot and at the top.
std::vector<osg::Vec3d> outline_points(const Scene& scene) {
  std::vector<osg::Vec3d> points;
  for (const Mesh& mesh : scene.meshes) {
    if (mesh.name != "park_ground") continue;
    for (const Vertex& vertex : mesh.vertices) points.emplace_back(vertex.position[0], vertex.position[1], vertex.position[2]);
  }
  if (points.empty()) {
    for (const float x : {scene.low[0], scene.high[0]}) {
      for (const float y : {scene.low[1], scene.high[1]}) {
        for (const float z : {scene.low[2], scene.high[2]}) points.emplace_back(x, y, z);
      }
    }
  }
  return points;
}

osg::Vec3d middle_of(const Scene& scene) {
  return {0.5 * (scene.low[0] + scene.high[0]), 0.5 * (scene.low[1] + scene.high[1]), scene.low[2]};
}

/// Where the eye is drawn to: the first landmark, else the middle of the park.
osg::Vec3d centre_of_interest(const Scene& scene) {
  if (scene.labels.empty() || scene.labels.front().rank != 0) return middle_of(scene);
  const auto& at = scene.labels.front().position;
  return {at[0], at[1], at[2] - 15.0};
}

CameraView perspective(const RenderOptions& options, const Margins& margins, const std::vector<osg::Vec3d>& points, double azimuth,
                       double elevation, double field_of_view) {
  const double half_height = std::tan(0.5 * field_of_view * radians);
  const osg::Vec3d forward(-std::sin(azimuth * radians) * std::cos(elevation * radians),
                           -std::cos(azimuth * radians) * std::cos(elevation * radians), -std::sin(elevation * radians));
  osg::Vec3d right = forward ^ osg::Vec3d(0.0, 0.0, 1.0);
  right.normalize();
  const osg::Vec3d up = right ^ forward;
  const Frustum free = free_part(options, margins, half_height);
  AxisFit horizontal{free.left, free.right};
  AxisFit vertical{free.bottom, free.top};
  double farthest = std::numeric_limits<double>::lowest();
  for (const osg::Vec3d& p : points) {
    horizontal.add(p * right, p * forward);
    vertical.add(p * up, p * forward);
    farthest = std::max(farthest, p * forward);
  }
  const double depth = std::min(horizontal.forward(), vertical.forward());
  const osg::Vec3d eye = right * horizontal.across(depth) + up * vertical.across(depth) + forward * depth;
  const double reach = farthest - depth;
  CameraView camera;
  camera.view.makeLookAt(eye, eye + forward, osg::Vec3d(0.0, 0.0, 1.0));
  camera.projection.makePerspective(field_of_view, static_cast<double>(options.width) / options.height, reach * 0.05, reach * 4.0);
  return camera;
}

/// Whether the outline's picture touches the box. Both taken as convex: no straight line parts them (separating axes).
bool touches(const CameraView& camera, const RenderOptions& options, const std::vector<osg::Vec3d>& points, const PixelBox& box) {
  std::vector<PixelPoint> seen;
  for (const osg::Vec3d& p : points) {
    const osg::Vec3d at = to_pixels(camera, options, p);
    seen.push_back({at.x(), at.y()});
  }
  constexpr int directions = 72;
  for (int i = 0; i < directions; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / directions;
    const double x = std::cos(angle);
    const double y = std::sin(angle);
    const double box_reach = std::max(x * box.left, x * box.right()) + std::max(y * box.bottom, y * box.top());
    const bool apart = std::all_of(seen.begin(), seen.end(), [&](PixelPoint p) { return x * p.x + y * p.y > box_reach; });
    if (apart) return false;
  }
  return true;
}

CameraView overview(const Scene& scene, const RenderOptions& options, const Margins& margins, const PixelBox& panel) {
  const std::vector<osg::Vec3d> points = outline_points(scene);
  constexpr int steps = 8;
  CameraView camera;
  for (int step = 0; step <= steps; ++step) {
    Margins wider = margins;
    wider.left += std::max(0.0, panel.right()) * step / steps;
    camera = perspective(options, wider, points, 160.0, 34.0, 24.0);
    if (panel.width <= 0.0 || !touches(camera, options, points, panel)) break;
  }
  camera.target = middle_of(scene);
  return camera;
}

CameraView plan(const Scene& scene, const RenderOptions& options, const Margins& margins) {
  const double width = scene.high[0] - scene.low[0];
  const double height = scene.high[1] - scene.low[1];
  const double free_width = std::max(1.0, options.width - margins.left - margins.right);
  const double free_height = std::max(1.0, options.height - margins.bottom - margins.top);
  CameraView camera;
  camera.metres_per_pixel = std::max(width / free_width, height / free_height);
  const double scale = camera.metres_per_pixel;
  camera.target = middle_of(scene);
  const double x = camera.target.x() - (margins.left - margins.right) * 0.5 * scale;
  const double y = camera.target.y() - (margins.bottom - margins.top) * 0.5 * scale;
  const double top = scene.high[2] + 500.0;
  camera.view.makeLookAt({x, y, top}, {x, y, top - 1.0}, {0.0, 1.0, 0.0});
  const double half_width = 0.5 * options.width * scale;
  const double half_height = 0.5 * options.height * scale;
  camera.projection.makeOrtho(-half_width, half_width, -half_height, half_height, 1.0, top - scene.low[2] + 500.0);
  return camera;
}

}  // namespace

CameraView camera_view(const Scene& scene, const RenderOptions& options, const Margins& margins, const PixelBox& panel) {
  if (options.view == View::plan) return plan(scene, options, margins);
  if (options.view == View::overview) return overview(scene, options, margins, panel);
  const osg::Vec3d target = centre_of_interest(scene);
  const double side = std::max(scene.high[0] - scene.low[0], scene.high[1] - scene.low[1]) * 0.14;
  std::vector<osg::Vec3d> points;
  for (const double x : {-side, side}) {
    for (const double y : {-side, side}) points.push_back(target + osg::Vec3d(x, y, 0.0));
  }
  CameraView camera = perspective(options, {}, points, 150.0, 33.0, 34.0);
  camera.target = target;
  return camera;
}

CameraView camera_at(const Scene& scene, const RenderOptions& options, const Pose& pose, double foot, PixelPoint middle) {
  const double turn = pose.azimuth_deg * radians;
  const double dip = pose.pitch_deg * radians;
  const osg::Vec3d ahead(std::sin(turn), std::cos(turn), 0.0);
  const osg::Vec3d forward = ahead * std::cos(dip) - osg::Vec3d(0.0, 0.0, std::sin(dip));
  const osg::Vec3d up = ahead * std::sin(dip) + osg::Vec3d(0.0, 0.0, std::cos(dip));
  CameraView camera;
  camera.target = osg::Vec3d(pose.at.x, pose.at.y, foot);
  const osg::Vec3d eye = camera.target - forward * pose.distance_m;
  camera.view.makeLookAt(eye, camera.target, up);
  const double size = std::max(scene.high[0] - scene.low[0], scene.high[1] - scene.low[1]);
  const double near = std::max(1.5, pose.distance_m * 0.06);
  camera.projection.makePerspective(field_of_view_deg, static_cast<double>(options.width) / options.height, near,
                                    pose.distance_m + 3.2 * size);
  camera.projection.postMultTranslate(osg::Vec3d(2.0 * middle.x / options.width - 1.0, 2.0 * middle.y / options.height - 1.0, 0.0));
  return camera;
}

osg::Vec3d to_pixels(const CameraView& camera, const RenderOptions& options, const osg::Vec3d& point) {
  const osg::Vec4d clip = osg::Vec4d(point, 1.0) * camera.view * camera.projection;
  if (clip.w() <= 0.0) return {-1.0, -1.0, -1.0};
  return {(clip.x() / clip.w() + 1.0) * 0.5 * options.width, (clip.y() / clip.w() + 1.0) * 0.5 * options.height,
          (clip.z() / clip.w() + 1.0) * 0.5};
}

}  // namespace parktwin::viz
