#include "viz/scene/equipment_meshes.h"

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/scene/mesh_checks.h"
#include "viz/scene/building_meshes.h"

namespace parktwin::viz {
namespace {

struct Equipped {
  Park park = testing::hand_made_park();
  Ground ground{*park.terrain, {{-400, -400}, {2000, 1400}}, 30.0};
};

TEST(EquipmentMeshes, TreesReachTheirHeight) {
  const Equipped here;
  const Mesh mesh = tree_mesh(here.park, here.ground, Palette(false));
  EXPECT_EQ(mesh.groups.size(), here.park.trees->size());
  const Tree& tree = here.park.trees->records().front();
  EXPECT_NEAR(mesh.vertices.front().position[2], here.ground.height(tree.position) + tree.height.value(), 1e-3);
  testing::expect_sound(mesh, 0.05);
}

TEST(EquipmentMeshes, AntennasStandOnGroundOrRoof) {
  const Equipped here;
  const auto& sites = here.park.radio_sites->records();
  EXPECT_NEAR(antenna_elevation(here.park, sites[0], here.ground), here.ground.height(sites[0].position) + 35.0, 1e-9);
  const double roof = levels_of((*here.park.buildings)[sites[1].building], here.ground).roof;
  EXPECT_NEAR(antenna_elevation(here.park, sites[1], here.ground), roof + 6.0, 1e-9);
}

TEST(EquipmentMeshes, AntennasInsideABuildingHangOverItsFloor) {
  const Equipped here;
  RadioSite site = here.park.radio_sites->records()[1];
  const Building& building = (*here.park.buildings)[site.building];
  site.inside = true;
  const double floor = levels_of(building, here.ground).roof - building.height.value();
  EXPECT_NEAR(antenna_elevation(here.park, site, here.ground), floor + 6.0, 1e-9);
}

TEST(EquipmentMeshes, SectorsPointAlongTheirAzimuth) {
  Park park;
  RadioSite site;
  site.id = "S";
  park.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>({site}));
  RadioCell cell;
  cell.id = "C";
  cell.site = Id<RadioSite>(0);
  cell.azimuth = Degrees(90.0);
  park.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>({cell}));
  const Ground ground(Terrain{}, {{-100, -100}, {100, 100}}, 50.0);
  const Mesh mesh = mast_mesh(park, ground, Palette(false), 1000.0);
  testing::expect_sound(mesh);
  float east = 0.0F;
  float west = 0.0F;
  for (const Vertex& vertex : mesh.vertices) {
    east = std::max(east, vertex.position[0]);
    west = std::min(west, vertex.position[0]);
  }
  EXPECT_GT(east, 3.0F);
  EXPECT_GT(west, -1.0F);
  EXPECT_EQ(mesh.groups.size(), 1U);
}

TEST(EquipmentMeshes, ModulesCoverTheAreaTheirPowerNeedsAndStayOnTheRoof) {
  const Equipped here;
  const Mesh mesh = solar_mesh(here.park, here.ground, Palette(false));
  testing::expect_sound(mesh);
  EXPECT_NEAR(testing::flat_area(mesh), 600.0 / 0.2, 9.0 * 2.6 + 1.0);
  const Polygon& roof = here.park.buildings->records()[9].footprint;
  for (const Vertex& vertex : mesh.vertices) EXPECT_TRUE(contains(roof, {vertex.position[0], vertex.position[1]}));
}

}  // namespace
}  // namespace parktwin::viz
