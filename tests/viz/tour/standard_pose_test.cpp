#include "viz/tour/standard_pose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "tests/viz/scene/hand_made_park.h"
#include "viz/scene/land_meshes.h"

namespace parktwin::viz::tour {
namespace {

/// Largest share of the half picture, 16:9, that a corner of the park reaches, across and upwards.
std::array<double, 2> reach_of(const Park& park, const Ground& ground, const Pose& pose) {
  const double radians = std::numbers::pi / 180.0;
  const double slope = std::tan(0.5 * field_of_view_deg * radians);
  const double turn = pose.azimuth_deg * radians;
  const double dip = pose.pitch_deg * radians;
  std::array<double, 2> reach{};
  for (const Point p : park.site->boundary.polygons.front().outer) {
    const std::array<double, 3> d{p.x - pose.at.x, p.y - pose.at.y, ground.height(p) - ground.height(pose.at)};
    const auto along = [&](double x, double y, double z) { return d[0] * x + d[1] * y + d[2] * z; };
    const double depth = pose.distance_m + along(std::sin(turn) * std::cos(dip), std::cos(turn) * std::cos(dip), -std::sin(dip));
    reach[0] = std::max(reach[0], std::abs(along(std::cos(turn), -std::sin(turn), 0.0)) / depth / slope * 9.0 / 16.0);
    reach[1] =
        std::max(reach[1], std::abs(along(std::sin(turn) * std::sin(dip), std::cos(turn) * std::sin(dip), std::cos(dip))) / depth / slope);
  }
  return reach;
}

TEST(StandardPose, OverviewAndPlanHoldTheParkAndFillThePicture) {
  const Park park = testing::hand_made_park();
  const Ground ground = ground_under(park);
  for (const StandardView view : {StandardView::overview, StandardView::plan}) {
    const auto reach = reach_of(park, ground, standard_pose(park, ground, view));
    EXPECT_LE(reach[0], 0.74 + 1e-9);
    EXPECT_LE(reach[1], 0.78 + 1e-9);
    EXPECT_TRUE(reach[0] > 0.735 || reach[1] > 0.775) << reach[0] << " " << reach[1];
  }
}

TEST(StandardPose, PlanLooksStraightDownAndCentreComesCloser) {
  const Park park = testing::hand_made_park();
  const Ground ground = ground_under(park);
  const Pose plan = standard_pose(park, ground, StandardView::plan);
  EXPECT_EQ(plan.pitch_deg, 90.0);
  EXPECT_EQ(plan.azimuth_deg, 0.0);
  EXPECT_LT(standard_pose(park, ground, StandardView::centre).distance_m, plan.distance_m);
}

TEST(StandardPose, AnEmptyParkHasThemToo) {
  const Park park;
  const Ground ground = ground_under(park);
  for (const auto& [view, name] : names_of(StandardView{})) EXPECT_GT(standard_pose(park, ground, view).distance_m, 0.0) << name;
}

}  // namespace
}  // namespace parktwin::viz::tour
