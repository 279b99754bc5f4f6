#include "engine/simulators/radio/surface.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;

Terrain slope() {
  Terrain terrain;
  terrain.elevation_m = Grid<float>({.origin = {0, 0}, .cell_size = 10.0, .columns = 20, .rows = 20});
  for (std::int32_t row = 0; row < 20; ++row) {
    for (std::int32_t column = 0; column < 20; ++column) terrain.elevation_m.at(column, row) = static_cast<float>(column);
  }
  return terrain;
}

TEST(Surface, FlatWithoutTerrain) {
  const auto surface = make_surface({}, {}, frame_covering({{0, 0}, {20, 10}}, 2.0));
  ASSERT_EQ(surface.values.size(), 50U);
  for (const auto& cell : surface.values) {
    EXPECT_EQ(cell.top_m, 0.0F);
    EXPECT_EQ(cell.building, no_building);
  }
}

TEST(Surface, RoofsAndWaysToTheFacade) {
  const std::vector<Building> buildings = {building("B", box(10, 10, 20, 12), 15.0)};
  const auto surface = make_surface({}, buildings, frame_covering({{0, 0}, {40, 40}}, 2.0));
  std::size_t inside = 0;
  for (const auto& cell : surface.values) inside += cell.building == 0 ? 1 : 0;
  EXPECT_EQ(inside, 60U);  // 20 m × 12 m of 4 m² cells
  EXPECT_EQ(surface.at(5, 5).top_m, 15.0F);
  EXPECT_EQ(surface.at(5, 5).facade_distance_m, 1.0F);  // centre (11, 11)
  EXPECT_EQ(surface.at(9, 7).facade_distance_m, 5.0F);  // centre (19, 15), 5 m from the southern wall
  EXPECT_EQ(surface.at(4, 5).building, no_building);
}

TEST(Surface, CourtyardsAreOutdoorsAndTheirWallsAreFacades) {
  Building block = building("B", box(0, 0, 40, 40), 10.0);
  block.footprint.holes = {{{10, 10}, {10, 30}, {30, 30}, {30, 10}}};
  const std::vector<Building> buildings = {block};
  const auto surface = make_surface({}, buildings, frame_covering({{0, 0}, {40, 40}}, 2.0));
  EXPECT_EQ(surface.at(10, 10).building, no_building);
  EXPECT_EQ(surface.at(4, 10).facade_distance_m, 1.0F);  // centre (9, 21)
}

TEST(Surface, TheHigherOfOverlappingBuildingsCounts) {
  const std::vector<Building> buildings = {building("A", box(0, 0, 20, 20), 30.0), building("B", box(10, 0, 20, 20), 12.0)};
  const auto surface = make_surface({}, buildings, frame_covering({{0, 0}, {40, 20}}, 2.0));
  EXPECT_EQ(surface.at(7, 5).building, 0);
  EXPECT_EQ(surface.at(12, 5).building, 1);
}

TEST(Surface, RoofsAreFlatOnSlopes) {
  const Terrain terrain = slope();
  EXPECT_NEAR(ground_elevation_m(terrain, {55.0, 80.0}), 5.0, 1e-6);
  const std::vector<Building> buildings = {building("B", box(60, 60, 40, 40), 10.0)};
  EXPECT_NEAR(roof_elevation_m(terrain, buildings[0]), 7.5 + 10.0, 1e-6);  // ground 7.5 m at the centroid x = 80 m
  const auto surface = make_surface(terrain, buildings, frame_covering({{0, 0}, {200, 200}}, 2.0));
  EXPECT_NEAR(surface.at(31, 40).top_m, 17.5F, 1e-5);
  EXPECT_NEAR(surface.at(48, 40).top_m, 17.5F, 1e-5);
  EXPECT_NEAR(surface.at(31, 40).ground_m, (63.0 - 5.0) / 10.0, 1e-5);
}

TEST(Surface, DegenerateFootprintsLeaveNoTrace) {
  const std::vector<Building> buildings = {building("A", {}, 10.0), building("B", {.outer = {{1, 1}, {5, 5}}, .holes = {}}, 10.0)};
  const auto surface = make_surface({}, buildings, frame_covering({{0, 0}, {10, 10}}, 2.0));
  for (const auto& cell : surface.values) EXPECT_EQ(cell.building, no_building);
}

}  // namespace
}  // namespace parktwin::radio
