#include "viz/scene/buried_meshes.h"

#include <gtest/gtest.h>

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/scene/mesh_checks.h"

namespace parktwin::viz {
namespace {

struct Buried {
  Park park = testing::hand_made_park();
  Ground ground{*park.terrain, {{-400, -400}, {2000, 1400}}, 30.0};
};

TEST(BuriedMeshes, DuctsAndCablesRunBelowTheGround) {
  Buried here;
  Duct duct;
  duct.id = "D-1";
  duct.path = {{{100.0, 900.0}, {700.0, 850.0}, {700.0, 850.0}, {900.0, 300.0}}};  // over the ridge, one point twice
  here.park.ducts = Part<Table<Duct>>(Table<Duct>({duct}));
  PowerLine line;
  line.id = "P-1";
  line.path = {{{200.0, 200.0}, {800.0, 200.0}}};
  PowerLine without_course;
  without_course.id = "P-2";
  here.park.power_lines = Part<Table<PowerLine>>(Table<PowerLine>({line, without_course}));
  const Mesh ducts = duct_mesh(here.park, here.ground, Palette(false), 1600.0);
  const Mesh lines = power_line_mesh(here.park, here.ground, Palette(false), 1600.0);
  EXPECT_EQ(ducts.groups.size(), 1U);
  ASSERT_EQ(lines.groups.size(), 1U);
  EXPECT_EQ(lines.groups[0].record, "P-1");
  for (const Mesh* mesh : {&ducts, &lines}) {
    testing::expect_sound(*mesh, 0.01);
    for (const Vertex& vertex : mesh->vertices) {
      EXPECT_LT(vertex.position[2], here.ground.height({vertex.position[0], vertex.position[1]})) << mesh->name;
    }
  }
}

TEST(BuriedMeshes, NodesOfBuildingsStandAtTheirHeightAndFailedOnesAreGrey) {
  Buried here;
  NetworkNode node;
  node.id = "N-1";
  node.building = Id<Building>(0);
  node.height = Metres(4.0);
  node.position = {620.0, 250.0};
  NetworkNode off = node;
  off.id = "N-2";
  off.operational = false;
  here.park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>({node, off}));
  const Mesh mesh = network_node_mesh(here.park, here.ground, Palette(false), 1600.0);
  testing::expect_sound(mesh);
  EXPECT_EQ(mesh.groups.size(), 2U);
  float lowest = 1e9F;
  for (const Vertex& vertex : mesh.vertices) lowest = std::min(lowest, vertex.position[2]);
  EXPECT_NEAR(lowest, here.ground.height(node.position) + 4.0, 1e-3);
  EXPECT_NE(to_bytes(mesh.colours.front()), to_bytes(mesh.colours.back()));
}

TEST(BuriedMeshes, AParkWithoutThemHasNone) {
  const Buried here;
  Park empty;
  EXPECT_TRUE(duct_mesh(empty, here.ground, Palette(false), 100.0).triangles.empty());
  EXPECT_TRUE(power_line_mesh(empty, here.ground, Palette(false), 100.0).triangles.empty());
  EXPECT_TRUE(network_node_mesh(empty, here.ground, Palette(false), 100.0).triangles.empty());
}

}  // namespace
}  // namespace parktwin::viz
