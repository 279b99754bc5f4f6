#include "viz/scene/mesh_builder.h"

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/scene/mesh_checks.h"

namespace parktwin::viz {
namespace {

using testing::expect_sound;
using testing::flat_area;
const Colour grey{0.5F, 0.5F, 0.5F, 1.0F};

TEST(MeshBuilder, LevelPolygonHasItsAreaAndFacesUp) {
  MeshBuilder builder("roof");
  builder.add_level(Polygon{testing::rectangle(0, 0, 30, 20), {{{5, 5}, {5, 10}, {10, 10}, {10, 5}}}}, 12.0, grey);
  const Mesh mesh = builder.take();
  expect_sound(mesh);
  EXPECT_NEAR(flat_area(mesh), 575.0, 1e-3);
  for (const Vertex& vertex : mesh.vertices) EXPECT_FLOAT_EQ(vertex.position[2], 12.0F);
}

TEST(MeshBuilder, BoxFacesOutwards) {
  MeshBuilder builder("box");
  builder.add_box({10.0, 20.0}, {0.6, 0.8}, 5.0, 2.0, 0.0, 3.0, grey);
  const Mesh mesh = builder.take();
  ASSERT_EQ(mesh.triangles.size(), 30U);
  for (const Vertex& vertex : mesh.vertices) {
    const double outwards = (vertex.position[0] - 10.0) * vertex.normal[0] + (vertex.position[1] - 20.0) * vertex.normal[1] +
                            (vertex.position[2] - 1.5) * vertex.normal[2];
    EXPECT_GT(outwards, 0.0);
  }
}

TEST(MeshBuilder, BandAroundASquareCoversItsWidthAndLiesOnTheGround) {
  const Ground ground(testing::hand_made_terrain(), {{-100, -100}, {1700, 1100}}, 50.0);
  MeshBuilder builder("band");
  builder.drape_band(ground, outline(testing::rectangle(100, 100, 300, 250)), 4.0, 0.5, grey);
  const Mesh mesh = builder.take();
  expect_sound(mesh);
  EXPECT_NEAR(flat_area(mesh), 204.0 * 154.0 - 196.0 * 146.0, 0.5);
  for (const Vertex& vertex : mesh.vertices)
    EXPECT_NEAR(vertex.position[2], ground.height({vertex.position[0], vertex.position[1]}) + 0.5, 0.02);
}

TEST(MeshBuilder, RecordsPointAtTheirFirstTriangle) {
  const Ground ground(Terrain{}, {{0, 0}, {100, 100}}, 50.0);
  MeshBuilder builder("zones");
  builder.begin_record("A");
  builder.drape(ground, testing::area_of(testing::rectangle(0, 0, 10, 10)), 0.0, grey);
  builder.begin_record("B");
  builder.drape(ground, testing::area_of(testing::rectangle(20, 0, 30, 10)), 0.0, grey);
  const Mesh mesh = builder.take();
  ASSERT_EQ(mesh.groups.size(), 2U);
  EXPECT_EQ(mesh.groups[0].first_triangle, 0U);
  EXPECT_EQ(mesh.groups[1].first_triangle, 2U);
  EXPECT_EQ(mesh.groups[1].record, "B");
}

}  // namespace
}  // namespace parktwin::viz
