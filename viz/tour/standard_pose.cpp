#include "viz/tour/standard_pose.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "viz/scene/labels.h"
#include "viz/scene/land_meshes.h"

namespace parktwin::viz::tour {
namespace {

constexpr double radians = std::numbers::pi / 180.0;

std::vector<Point> outline_of(const Park& park) {
  std::vector<Point> points;
  for (const Polygon& polygon : park.site->boundary.polygons) points.insert(points.end(), polygon.outer.begin(), polygon.outer.end());
  if (!points.empty()) return points;
  const Box box = park_extent(park);
  return {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}};
}

/// Nearest distance from which all points lie in the free part of the picture: for each, |across| ≤ slope · (distance + along).
double fitting_distance(const std::vector<Point>& points, const Ground& ground, const Pose& pose) {
  const double up_slope = std::tan(0.5 * field_of_view_deg * radians) * 0.78;
  const double side_slope = std::tan(0.5 * field_of_view_deg * radians) * 16.0 / 9.0 * 0.74;
  const double turn = pose.azimuth_deg * radians;
  const double dip = pose.pitch_deg * radians;
  const double foot = ground.height(pose.at);
  double distance = 50.0;
  for (const Point p : points) {
    const double east = p.x - pose.at.x;
    const double north = p.y - pose.at.y;
    const double rise = ground.height(p) - foot;
    const double ahead = east * std::sin(turn) + north * std::cos(turn);
    const double aside = east * std::cos(turn) - north * std::sin(turn);
    const double along = ahead * std::cos(dip) - rise * std::sin(dip);
    const double up = ahead * std::sin(dip) + rise * std::cos(dip);
    distance = std::max({distance, std::abs(aside) / side_slope - along, std::abs(up) / up_slope - along});
  }
  return distance;
}

}  // namespace

Pose fitted(Pose pose, const Park& park, const Ground& ground) {
  pose.distance_m = fitting_distance(outline_of(park), ground, pose);
  return pose;
}

Pose standard_pose(const Park& park, const Ground& ground, StandardView view) {
  const Box extent = park_extent(park);
  Pose pose{{(extent.low.x + extent.high.x) / 2.0, (extent.low.y + extent.high.y) / 2.0}, 1.0, 340.0, 34.0};
  if (view == StandardView::centre) {
    const auto labels = labels_of(park, ground, Language::en);
    if (!labels.empty() && labels.front().rank == label_rank::landmark) pose.at = {labels.front().position[0], labels.front().position[1]};
    pose.azimuth_deg = 330.0;
    pose.distance_m = 0.5 * std::max(extent.high.x - extent.low.x, extent.high.y - extent.low.y);
    return pose;
  }
  if (view == StandardView::plan) {
    pose.azimuth_deg = 0.0;
    pose.pitch_deg = 90.0;
  }
  return fitted(pose, park, ground);
}

}  // namespace parktwin::viz::tour
