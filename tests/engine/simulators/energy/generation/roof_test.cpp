#include "engine/simulators/energy/generation/roof.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::energy::generation {
namespace {

Building block(const std::string& id, double west, double south, double width, double depth, double height) {
  Building building;
  building.id = id;
  building.height = Metres(height);
  building.footprint = {{{west, south}, {west + width, south}, {west + width, south + depth}, {west, south + depth}}, {}};
  return building;
}

Park park_of(std::vector<Building> buildings) {
  Park park;
  park.buildings = Part(Table(std::move(buildings)));
  return park;
}

TEST(Roof, SeesTheWholeSkyAmongLowerBuildings) {
  const Park park = park_of({block("A", 0, 0, 40, 40, 20), block("B", 50, 0, 40, 40, 20), block("C", 0, 50, 40, 40, 8)});
  const RoofView view = roof_view(park, Id<Building>(0));
  EXPECT_TRUE(view.points.empty());
  EXPECT_EQ(view.sky_view, 1.0);
  EXPECT_EQ(view.sunlit({60.0, 180.0}), 1.0);
}

/// A wall 30 m above the roof, south of it and so wide that it is nearly endless: at distance d it stands atan(29.5 / d) high.
TEST(Roof, IsShadedByTheWallToTheSouth) {
  const Park park = park_of({block("A", -15, 0, 30, 30, 10), block("B", -3000, -40, 6000, 10, 40)});
  const RoofView view = roof_view(park, Id<Building>(0));
  ASSERT_EQ(view.points.size(), 9U);
  for (const double elevation : {20.0, 30.0, 40.0, 50.0}) {
    const double reach = 29.5 / std::tan(elevation * M_PI / 180.0);  // length of the shadow from the wall at y = −30, straight south
    double lit = 0.0;
    for (const double y : {5.0, 15.0, 25.0}) {
      // The ray of 177.5 degrees that stands for the south runs a little longer.
      if ((y + 30.0) / std::cos(2.5 * M_PI / 180.0) > reach) lit += 1.0 / 3.0;
    }
    EXPECT_NEAR(view.sunlit({90.0 - elevation, 179.0}), lit, 1e-12) << elevation;
  }
  EXPECT_EQ(view.sunlit({80.0, 0.0}), 1.0);  // from the north nothing stands in the way
  EXPECT_LT(view.sky_view, 0.95);
  EXPECT_GT(view.sky_view, 0.6);
}

TEST(Roof, StandsOnTheTerrain) {
  Park park = park_of({block("A", 0, 0, 40, 40, 20), block("B", 140, 0, 40, 40, 20)});
  Terrain terrain;
  terrain.elevation_m = Grid<float>(GridFrame{{-50, -50}, 50.0, 6, 4}, 2.0F);
  for (std::int32_t row = 0; row < 4; ++row) {
    for (std::int32_t column = 3; column < 6; ++column) terrain.elevation_m.at(column, row) = 32.0F;
  }
  park.terrain = Part(std::move(terrain));
  EXPECT_NEAR(roof_elevation_m(park, (*park.buildings)[Id<Building>(0)]), 22.0, 1e-6);
  EXPECT_NEAR(roof_elevation_m(park, (*park.buildings)[Id<Building>(1)]), 52.0, 1e-6);
  EXPECT_FALSE(roof_view(park, Id<Building>(0)).points.empty());
  EXPECT_TRUE(roof_view(park, Id<Building>(1)).points.empty());
}

TEST(Roof, WithoutAnOutlineHasNoHorizon) {
  Building none;
  none.id = "N";
  EXPECT_TRUE(roof_horizons(park_of({none, block("B", 0, 0, 10, 10, 50)}), Id<Building>(0)).empty());
}

}  // namespace
}  // namespace parktwin::energy::generation
