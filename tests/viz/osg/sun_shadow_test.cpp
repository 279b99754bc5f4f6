#include "viz/osg/sun_shadow.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/viz/osg/pictures.h"
#include "tests/viz/scene/hand_made_park.h"
#include "viz/osg/camera_view.h"
#include "viz/osg/still.h"

namespace parktwin::viz {
namespace {

Building block(const std::string& id, double west, double height) {
  Building made = testing::building(0, BuildingUse::office, height, {testing::rectangle(west, 400, west + 60, 600), {}});
  made.id = id;
  return made;
}

/// A tower in the west of a low hall; the sun stands in the west, 30 degrees up.
struct TowerAndHall {
  static constexpr double tower = 74.0;
  static constexpr double hall = 20.0;
  static constexpr double hall_west = 730.0;
  Park park = testing::hand_made_park(false);
  Scene scene;
  RenderOptions options;

  explicit TowerAndHall(bool shadows) {
    park.buildings = Part<Table<Building>>(Table<Building>({block("T", 600.0, tower), block("H", hall_west, hall)}));
    park.generators = {};
    park.radio_cells = {};
    park.radio_sites = {};
    SceneOptions drawn{Layer::none, Language::en};
    drawn.sun = {270.0, 30.0};
    drawn.shadows_on_buildings = shadows;
    scene = build_scene(park, nullptr, drawn);
    options.width = 1600;
    options.height = 900;
    options.labels = false;
  }
  /// Brightness where a point is seen.
  [[nodiscard]] std::vector<int> brightness(const Pose& pose, const std::vector<osg::Vec3d>& points) const {
    Still still(scene, options);
    still.show_head_up(false);
    still.look_at(pose, 0.0, {options.width / 2.0, options.height / 2.0});
    const Picture picture = still.draw();
    std::vector<int> found;
    for (const osg::Vec3d& point : points) {
      const osg::Vec3d at = to_pixels(still.camera(), options, point);
      const auto pixel = picture.at(static_cast<int>(at.x()), options.height - 1 - static_cast<int>(at.y()));
      found.push_back(pixel[0] + pixel[1] + pixel[2]);
    }
    return found;
  }
};

// On the hall's roof the tower's shadow ends where a ray past its eastern edge meets the roof.
TEST(SunShadow, FallsOnARoofAsFarAsTheSunSays) {
  const double reach = (TowerAndHall::tower - TowerAndHall::hall) / std::tan(30.0 * std::numbers::pi / 180.0);
  const double edge = 660.0 + reach;
  ASSERT_GT(edge, TowerAndHall::hall_west + 15.0);
  TowerAndHall lit(false);
  TowerAndHall shadowed_roof(true);
  const Pose above{{760.0, 500.0}, 500.0, 0.0, 89.0};
  std::vector<osg::Vec3d> points;
  for (double x = 733.0; x < 788.0; x += 2.0) points.emplace_back(x, 500.0, TowerAndHall::hall);
  const auto without = lit.brightness(above, points);
  const auto with = shadowed_roof.brightness(above, points);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool in_shadow = points[i].x() < edge - 3.0;
    if (std::abs(points[i].x() - edge) < 3.0) continue;
    EXPECT_EQ(with[i] < without[i] - 40, in_shadow) << points[i].x() << ": " << with[i] << " after " << without[i];
  }
}

// The hall's western wall looks at the sun and stands in the tower's shadow from the ground to its roof; its ends beyond the shadow are
// lit.
TEST(SunShadow, FallsOnAWall) {
  TowerAndHall hidden(true);
  TowerAndHall lit(false);
  const Pose from_the_west{{730.0, 500.0}, 60.0, 90.0, 20.0};
  const std::vector<osg::Vec3d> wall{{729.9, 490.0, 6.0}, {729.9, 505.0, 9.0}, {729.9, 500.0, 18.5}};
  const auto with = hidden.brightness(from_the_west, wall);
  const auto without = lit.brightness(from_the_west, wall);
  for (std::size_t i = 0; i < wall.size(); ++i) EXPECT_LT(with[i], without[i] - 40) << i;
}

TEST(SunShadow, WhatNothingHidesKeepsItsColour) {
  TowerAndHall shadows(true);
  TowerAndHall none(false);
  const Pose above{{630.0, 500.0}, 500.0, 0.0, 89.0};
  const std::vector<osg::Vec3d> roof{{610.0, 450.0, 74.0}, {640.0, 500.0, 74.0}, {655.0, 550.0, 74.0}};
  const auto with = shadows.brightness(above, roof);
  const auto without = none.brightness(above, roof);
  for (std::size_t i = 0; i < roof.size(); ++i) EXPECT_NEAR(with[i], without[i], 6) << i;
}

TEST(SunShadow, GroundAndVeilsAreLeftToTheScene) {
  Mesh mesh;
  mesh.name = "ground";
  EXPECT_FALSE(stands_in_the_sun(mesh));
  mesh.name = "buildings";
  EXPECT_TRUE(stands_in_the_sun(mesh));
  mesh.veil = true;
  EXPECT_FALSE(stands_in_the_sun(mesh));
  EXPECT_EQ(shadowed(Scene{}, {})->getNumChildren(), 0U);
}

}  // namespace
}  // namespace parktwin::viz
