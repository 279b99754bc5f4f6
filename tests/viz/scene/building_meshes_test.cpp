#include "viz/scene/building_meshes.h"

#include <algorithm>

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/scene/mesh_checks.h"

namespace parktwin::viz {
namespace {

Park park_with(Building building) {
  Park park;
  building.id = "B";
  park.buildings = Part<Table<Building>>(Table<Building>({std::move(building)}));
  return park;
}

const Ground flat(Terrain{}, {{-100, -100}, {200, 200}}, 50.0);

/// Volume enclosed by the outward sides of a solid without its bottom, by the divergence theorem with x only.
double volume_along_x(const Mesh& mesh) {
  double total = 0.0;
  for (std::size_t t = 0; t < mesh.triangles.size() / 3; ++t) {
    double x = 0.0;
    for (std::size_t corner = 0; corner < 3; ++corner) x += mesh.vertices[mesh.triangles[3 * t + corner]].position[0] / 3.0;
    total += 0.5 * testing::cross_of(mesh, t)[0] * x;
  }
  return total;
}

TEST(BuildingMeshes, NormalsPointOutwardsForEitherOrientationAndHoles) {
  Polygon shape{testing::rectangle(0, 0, 40, 30), {{{10, 10}, {10, 20}, {30, 20}, {30, 10}}}};
  for (const bool reversed : {false, true}) {
    if (reversed) std::reverse(shape.outer.begin(), shape.outer.end());
    if (reversed) std::reverse(shape.holes[0].begin(), shape.holes[0].end());
    Building building = testing::building(0, BuildingUse::utility, 12.0, shape);  // utility: no storey bands in the way
    const Mesh mesh = building_mesh(park_with(building), flat, Palette(false));
    testing::expect_sound(mesh);
    EXPECT_NEAR(volume_along_x(mesh), (40.0 * 30.0 - 20.0 * 10.0) * 12.5, 1.0);  // foot half a metre below ground
  }
}

TEST(BuildingMeshes, RoofLiesAtTheHeightAndHasOneGroupPerBuilding) {
  const Park park = testing::hand_made_park();
  const Ground ground(*park.terrain, {{-400, -400}, {2000, 1400}}, 30.0);
  const Mesh mesh = building_mesh(park, ground, Palette(false));
  testing::expect_sound(mesh);
  EXPECT_EQ(mesh.groups.size(), park.buildings->size() - 1);  // the pipe gallery is drawn apart
  const BuildingLevels levels = levels_of(testing::building(0, BuildingUse::office, 20.0, {testing::rectangle(0, 0, 9, 9), {}}), flat);
  EXPECT_DOUBLE_EQ(levels.roof, 20.0);
  EXPECT_DOUBLE_EQ(levels.foot, -0.5);
}

TEST(BuildingMeshes, StoreyBandsCountTheFloors) {
  Building building = testing::building(0, BuildingUse::office, 20.0, {testing::rectangle(0, 0, 30, 30), {}});
  building.floors = 1;
  const std::size_t low = building_mesh(park_with(building), flat, Palette(false)).triangles.size();
  building.floors = 6;
  const std::size_t high = building_mesh(park_with(building), flat, Palette(false)).triangles.size();
  EXPECT_EQ(high - low, 5U * 4U * 6U);  // five more floors, four walls, two triangles
}

TEST(BuildingMeshes, PipeGalleriesAreFramesAndPipes) {
  const Park park = testing::hand_made_park();
  EXPECT_TRUE(is_pipe_gallery(park.buildings->records().back()));
  EXPECT_FALSE(is_pipe_gallery(park.buildings->records().front()));
  const Mesh mesh = pipe_gallery_mesh(park, flat, Palette(false));
  ASSERT_EQ(mesh.groups.size(), 1U);
  testing::expect_sound(mesh);
  float highest = 0.0F;
  for (const Vertex& vertex : mesh.vertices) highest = std::max(highest, vertex.position[2]);
  EXPECT_FLOAT_EQ(highest, 9.0F);
}

TEST(BuildingMeshes, LongSide) {
  const LongSide side = long_side({{0, 0}, {3, 4}, {2, 5}, {-1, 1}});
  EXPECT_DOUBLE_EQ(side.length, 5.0);
  EXPECT_DOUBLE_EQ(std::abs(side.direction.x), 0.6);
}

}  // namespace
}  // namespace parktwin::viz
