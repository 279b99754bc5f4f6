#include "viz/scene/land_meshes.h"

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/scene/mesh_checks.h"

namespace parktwin::viz {
namespace {

using testing::find_mesh;
using testing::flat_area;

struct Land {
  Park park = testing::hand_made_park();
  Box extent = park_extent(park);
  Ground ground{*park.terrain, {{-400, -400}, {2000, 1400}}, 30.0};
};

TEST(LandMeshes, ZonesKeepTheirAreaAndLieAboveTheGroundInOrder) {
  const Land land;
  const auto meshes = land_meshes(land.park, land.ground, Palette(false));
  const Mesh* water = find_mesh(meshes, "water");
  const Mesh* roads = find_mesh(meshes, "roads");
  ASSERT_NE(water, nullptr);
  ASSERT_NE(roads, nullptr);
  EXPECT_NEAR(flat_area(*water), area(land.park.zones->records()[1].shape), 5.0);
  EXPECT_NEAR(flat_area(*roads), area(land.park.zones->records()[0].shape), 20.0);
  for (const Mesh& mesh : meshes) {
    testing::expect_sound(mesh);
    for (const Vertex& vertex : mesh.vertices)
      EXPECT_GT(vertex.position[2], land.ground.height({vertex.position[0], vertex.position[1]}) + 0.01) << mesh.name;
  }
  EXPECT_LT(lift::road, lift::drape);
  EXPECT_LT(lift::drape, lift::marking);
}

TEST(LandMeshes, MarkingsStayOffCrossings) {
  const Land land;
  const auto meshes = land_meshes(land.park, land.ground, Palette(false));
  const Mesh* markings = find_mesh(meshes, "road_markings");
  ASSERT_NE(markings, nullptr);
  for (const Vertex& vertex : markings->vertices) {
    const bool crossing = std::abs(vertex.position[0] - 800.0F) < 20.0F && std::abs(vertex.position[1] - 335.0F) < 20.0F;
    EXPECT_FALSE(crossing) << vertex.position[0] << ' ' << vertex.position[1];
  }
}

TEST(LandMeshes, UnderAMapRoadsAndWaterGetOutlines) {
  const Land land;
  const auto plain = land_meshes(land.park, land.ground, Palette(false));
  const auto muted = land_meshes(land.park, land.ground, Palette(true));
  EXPECT_EQ(find_mesh(plain, "zone_outlines"), nullptr);
  EXPECT_NE(find_mesh(muted, "zone_outlines"), nullptr);
}

TEST(LandMeshes, GroundReachesBeyondTheParkAndFadesIntoTheBackground) {
  const Land land;
  const Palette palette(false);
  const Mesh mesh = ground_mesh(land.ground, land.extent, palette);
  testing::expect_sound(mesh);
  EXPECT_LT(mesh.vertices.front().position[0], land.extent.low.x - 200.0F);
  EXPECT_EQ(to_bytes(mesh.colours.front()), to_bytes(palette.background()));
}

TEST(LandMeshes, ExtentOfAParkWithoutBoundaryIsThatOfItsParts) {
  Park park;
  EXPECT_GE(park_extent(park).high.x - park_extent(park).low.x, 50.0);
  park.zones = Part<Table<Zone>>(testing::hand_made_zones());
  EXPECT_DOUBLE_EQ(park_extent(park).high.x, 1600.0);
  EXPECT_DOUBLE_EQ(park_extent(park).high.y, 1000.0);
}

}  // namespace
}  // namespace parktwin::viz
