#include "engine/simulators/radio/reference/park_mesh.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>

#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

using test::box;
using test::building;

const Polygon with_court{.outer = {{0, 0}, {40, 0}, {40, 30}, {20, 30}, {20, 20}, {0, 20}},
                         .holes = {{{5, 5}, {5, 15}, {15, 15}, {15, 5}}}};

TEST(ParkMesh, KeepsWallsCornersAndRoofsOfAnAngledBuildingWithACourt) {
  const std::vector<Building> buildings = {building(with_court, 12.0, WallMaterial::brick)};
  const auto mesh = make_park_mesh({}, buildings);
  ASSERT_EQ(mesh.walls.size(), 10U);
  double round_m = 0.0;
  for (const auto& wall : mesh.walls) {
    round_m += wall.length_m;
    EXPECT_EQ(wall.material, WallMaterial::brick);
    EXPECT_DOUBLE_EQ(wall.roof_m, 12.0);
    EXPECT_LT(wall.foot_m, 0.0);
    const Point middle{0.5 * (wall.from.x + wall.to.x), 0.5 * (wall.from.y + wall.to.y)};
    EXPECT_FALSE(contains(with_court, {middle.x + 0.1 * wall.outward.x, middle.y + 0.1 * wall.outward.y}));
    EXPECT_TRUE(contains(with_court, {middle.x - 0.1 * wall.outward.x, middle.y - 0.1 * wall.outward.y}));
  }
  EXPECT_DOUBLE_EQ(round_m, 140.0 + 40.0);
  // Five of the outline's six corners turn outwards; the court's all turn inwards.
  ASSERT_EQ(mesh.corners.size(), 5U);
  for (const auto& corner : mesh.corners) EXPECT_NEAR(corner.exterior_angle_rad, 1.5 * std::numbers::pi, 1e-12);
  EXPECT_TRUE(std::none_of(mesh.corners.begin(), mesh.corners.end(), [](const Corner& c) { return c.position == Point{20, 20}; }));
  EXPECT_EQ(mesh.roof_over({30, 25}), 12.0);
  EXPECT_FALSE(mesh.roof_over({10, 10}));
}

TEST(ParkMesh, NeitherFirstCornerNorOrientationNorStraightCornersMatter) {
  const auto mesh = make_park_mesh({}, std::vector<Building>{building(with_court, 12.0)});
  for (std::ptrdiff_t first = 0; first < 6; ++first) {
    Polygon other = with_court;
    other.outer.insert(other.outer.begin() + 1, {17.0, 0.0});
    other.holes.front().insert(other.holes.front().begin() + 1, {5.0, 9.0});
    std::rotate(other.outer.begin(), other.outer.begin() + first, other.outer.end());
    std::rotate(other.holes.front().begin(), other.holes.front().begin() + first % 4, other.holes.front().end());
    if (first % 2 == 1) {
      std::reverse(other.outer.begin(), other.outer.end());
      std::reverse(other.holes.front().begin(), other.holes.front().end());
    }
    const auto again = make_park_mesh({}, std::vector<Building>{building(other, 12.0)});
    EXPECT_EQ(again.vertices, mesh.vertices) << first;
    EXPECT_EQ(again.triangles, mesh.triangles) << first;
    ASSERT_EQ(again.walls.size(), mesh.walls.size());
    for (std::size_t i = 0; i < mesh.walls.size(); ++i) {
      EXPECT_EQ(again.walls[i].from, mesh.walls[i].from);
      EXPECT_EQ(again.walls[i].outward, mesh.walls[i].outward);
    }
  }
}

TEST(ParkMesh, TerrainTrianglesStayWithinACentimetreOfTheBilinearSurface) {
  Terrain terrain;
  terrain.elevation_m = Grid<float>({.origin = {0, 0}, .cell_size = 30.0, .columns = 6, .rows = 5});
  const RandomSequence random(6, 0, 0);
  for (std::uint32_t i = 0; i < 30; ++i) terrain.elevation_m.values[i] = static_cast<float>(random.uniform(i, 0.0, 1.2));
  const auto mesh = make_park_mesh(terrain, {});
  double worst = 0.0;
  for (const auto& triangle : mesh.triangles) {
    const Vector3 middle = (mesh.vertices[triangle[0]] + mesh.vertices[triangle[1]] + mesh.vertices[triangle[2]]) * (1.0 / 3.0);
    const Vector3 side = (mesh.vertices[triangle[0]] + mesh.vertices[triangle[2]]) * 0.5;
    worst = std::max({worst, std::abs(middle.z - ground_elevation_m(terrain, plan(middle))),
                      std::abs(side.z - ground_elevation_m(terrain, plan(side)))});
  }
  EXPECT_LT(worst, 0.0101);
  EXPECT_GT(worst, 1e-4);
}

TEST(ParkMesh, RoofsStandOnTheGroundUnderTheCentroidAndWallsReachBelowTheGround) {
  Terrain terrain;
  terrain.elevation_m = Grid<float>({.origin = {-100, -100}, .cell_size = 10.0, .columns = 30, .rows = 30});
  for (std::int32_t row = 0; row < 30; ++row) {
    for (std::int32_t column = 0; column < 30; ++column) terrain.elevation_m.at(column, row) = 0.5F * static_cast<float>(column);
  }
  const auto mesh = make_park_mesh(terrain, std::vector<Building>{building(box(0, 0, 40, 20), 10.0)});
  ASSERT_EQ(mesh.walls.size(), 4U);
  EXPECT_NEAR(mesh.walls.front().roof_m, ground_elevation_m(terrain, {20, 10}) + 10.0, 1e-9);
  for (const auto& wall : mesh.walls) {
    EXPECT_LT(wall.foot_m, ground_elevation_m(terrain, wall.from));
    EXPECT_LT(wall.foot_m, ground_elevation_m(terrain, wall.to));
  }
  const auto normal = ground_normal(terrain, {13, 27});
  EXPECT_NEAR(normal.x / normal.z, -0.05, 1e-6);
  EXPECT_NEAR(normal.y, 0.0, 1e-9);
}

TEST(ParkMesh, LeavesOutFootprintsWithoutArea) {
  const auto mesh = make_park_mesh({}, std::vector<Building>{building({.outer = {{0, 0}, {1, 1}}, .holes = {}}, 5.0),
                                                             building({.outer = {{0, 0}, {5, 0}, {9, 0}}, .holes = {}}, 5.0)});
  EXPECT_TRUE(mesh.footprints.empty());
  EXPECT_EQ(mesh.triangles.size(), 2U);
}

}  // namespace
}  // namespace parktwin::radio::reference
