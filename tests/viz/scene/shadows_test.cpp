#include "viz/scene/shadows.h"

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/scene/mesh_checks.h"

namespace parktwin::viz {
namespace {

TEST(Shadows, FallAwayFromTheSunAsFarAsTheHeightSays) {
  Park park;
  Building building = testing::building(0, BuildingUse::office, 30.0, {testing::rectangle(0, 0, 10, 10), {}});
  park.buildings = Part<Table<Building>>(Table<Building>({building}));
  const Ground ground(Terrain{}, {{-100, -100}, {100, 100}}, 50.0);
  const Mesh mesh = shadow_mesh(park, ground, Palette(false));
  testing::expect_sound(mesh);
  const auto sun = sun_direction();
  EXPECT_NEAR(sun[0] * sun[0] + sun[1] * sun[1] + sun[2] * sun[2], 1.0, 1e-6);
  float east = 0.0F;
  float north = 0.0F;
  for (const Vertex& vertex : mesh.vertices) {
    east = std::max(east, vertex.position[0]);
    north = std::max(north, vertex.position[1]);
  }
  EXPECT_NEAR(east, 10.0 - 30.0 * sun[0] / sun[2], 1e-3);
  EXPECT_NEAR(north, 10.0 - 30.0 * sun[1] / sun[2], 1e-3);
}

TEST(Shadows, AreTranslucentAndUnlit) {
  const Park park = testing::hand_made_park();
  const Ground ground(*park.terrain, {{-400, -400}, {2000, 1400}}, 30.0);
  const Mesh mesh = shadow_mesh(park, ground, Palette(true));
  testing::expect_sound(mesh);
  EXPECT_FALSE(mesh.shaded);
  for (const Colour& colour : mesh.colours) EXPECT_LT(colour.alpha, 0.5F);
}

}  // namespace
}  // namespace parktwin::viz
