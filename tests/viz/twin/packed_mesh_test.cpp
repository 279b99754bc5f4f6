#include "viz/twin/packed_mesh.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/twin/unpacking.h"
#include "viz/scene/building_meshes.h"
#include "viz/scene/colour_scale.h"
#include "viz/scene/land_meshes.h"
#include "viz/scene/shadows.h"

namespace parktwin::viz::twin {
namespace {

struct Packing {
  Park park = viz::testing::hand_made_park();
  Ground ground = ground_under(park);
  std::array<float, 3> sun = sun_direction();
};

TEST(PackedMesh, BuildingsComeBackToWithinAStep) {
  const Packing here;
  const Mesh plain = building_mesh(here.park, here.ground, Palette(false));
  const Mesh muted = building_mesh(here.park, here.ground, Palette(true));
  const Packed packed = packed_mesh(&plain, &muted, here.sun);
  const auto read = testing::read_mesh(packed.head, packed.bytes);
  ASSERT_EQ(read.positions.size(), plain.vertices.size());
  EXPECT_EQ(read.triangles, plain.triangles);
  for (std::size_t i = 0; i < plain.vertices.size(); ++i) {
    for (std::size_t axis = 0; axis < 3; ++axis) {
      ASSERT_NEAR(read.positions[i][axis], plain.vertices[i].position[axis], 0.5 * packed.head["step"][axis].get<double>() + 1e-4);
    }
    const auto alone = to_bytes(lit(plain.colours[i], plain.vertices[i].normal, here.sun));
    const auto under = to_bytes(lit(muted.colours[i], muted.vertices[i].normal, here.sun));
    for (std::size_t k = 0; k < 4; ++k) {
      ASSERT_EQ(read.colours[i][k], alone[k]);
      ASSERT_EQ(read.colours[i][k + 4], under[k]);
    }
  }
  ASSERT_EQ(read.first.size(), plain.groups.size());
  for (std::size_t i = 0; i < read.first.size(); ++i) {
    EXPECT_EQ(read.first[i], plain.groups[i].first_triangle);
    EXPECT_EQ(packed.head["ids"][i], plain.groups[i].record);
  }
}

TEST(PackedMesh, WhatLiesOnTheGroundCountsFromIt) {
  const Packing here;
  for (const Mesh& mesh : land_meshes(here.park, here.ground, Palette(false))) {
    const Packed packed = packed_mesh(&mesh, nullptr, here.sun, &here.ground);
    const auto read = testing::read_mesh(packed.head, packed.bytes);
    EXPECT_TRUE(packed.head["draped"]) << mesh.name;
    for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
      const double z = read.positions[i][2] + here.ground.height({read.positions[i][0], read.positions[i][1]});
      ASSERT_NEAR(z, mesh.vertices[i].position[2], 0.02) << mesh.name;
    }
  }
}

TEST(PackedMesh, LevelGroundHasItsOwnColourAndWhatFacesAwayIsDarker) {
  const Colour colour = rgb(0x406080);
  const auto sun = sun_direction();
  EXPECT_EQ(to_bytes(lit(colour, {0.0F, 0.0F, 1.0F}, sun)), to_bytes(colour));
  EXPECT_LT(lit(colour, {-sun[0], -sun[1], 0.0F}, sun).red, 0.6F * colour.red);
}

TEST(PackedMesh, TreesHaveNoRecords) {
  const Packing here;
  Mesh mesh = building_mesh(here.park, here.ground, Palette(false));
  mesh.name = "trees";
  EXPECT_TRUE(packed_mesh(&mesh, nullptr, here.sun).head["ids"].empty());
}

TEST(PackedMesh, AMeshWithoutExtentHasASpot) {
  Mesh mesh;
  mesh.name = "dot";
  mesh.vertices = {{{3.0F, 4.0F, 5.0F}, {0.0F, 0.0F, 1.0F}}};
  mesh.colours = {rgb(0x112233)};
  mesh.triangles = {0, 0, 0};
  const Packed packed = packed_mesh(&mesh, nullptr, {0.0F, 0.0F, 1.0F});
  EXPECT_EQ(testing::read_mesh(packed.head, packed.bytes).positions[0], (std::array<double, 3>{3.0, 4.0, 5.0}));
}

}  // namespace
}  // namespace parktwin::viz::twin
