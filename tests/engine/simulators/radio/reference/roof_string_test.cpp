#include "engine/simulators/radio/reference/roof_string.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/simulators/radio/reference/ray_scene.h"
#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

constexpr Hertz frequency = gigahertz(3.5);

TEST(RoofString, BendsAtTheRoofEdgesOfOneHouse) {
  const auto mesh = make_park_mesh({}, std::vector<Building>{test::building(test::box(50, -50, 20, 100), 15.0)});
  const auto string = roof_string(mesh, {{0, 0, 5}, {120, 0, 1.5}}, frequency);
  ASSERT_EQ(string.way.size(), 2U);
  EXPECT_EQ(string.way[0].point, (Vector3{50, 0, 15}));
  EXPECT_EQ(string.way[1].point, (Vector3{70, 0, 15}));
  EXPECT_TRUE(roof_string(mesh, {{0, 0, 25}, {120, 0, 25}}, frequency).way.empty());
  const auto from_above = roof_string(mesh, {{0, 0, 40}, {80, 0, 1.5}}, frequency);
  ASSERT_EQ(from_above.way.size(), 1U);  // only the far edge is touched
  EXPECT_EQ(from_above.way[0].point, (Vector3{70, 0, 15}));
}

// No leg of a string runs through anything, and no string has a corner that does not bend.
TEST(RoofString, IsFreeAndTautOverAnything) {
  for (std::uint32_t scene = 0; scene < 3; ++scene) {
    const auto mesh = make_park_mesh(scene == 0 ? Terrain{} : test::hills(scene), test::quarter());
    const RayScene rays(mesh);
    const RandomSequence random(81, 0, scene);
    std::size_t bends = 0;
    for (std::uint32_t i = 0; i < 200; ++i) {
      const auto draw = [&](std::uint32_t d, double low, double high) { return random.uniform(10 * i + d, low, high); };
      const Point a{draw(0, -50, 180), draw(1, -50, 150)};
      const Point b{draw(2, -50, 180), draw(3, -50, 150)};
      if (mesh.roof_over(a) || mesh.roof_over(b)) continue;
      const Ends ends{at_height(a, ground_elevation_m(mesh.terrain, a) + draw(4, 1.5, 30)),
                      at_height(b, ground_elevation_m(mesh.terrain, b) + 1.5)};
      const auto string = roof_string(mesh, ends, frequency);
      const auto back = roof_string(mesh, {ends.receiver, ends.transmitter}, frequency);
      ASSERT_EQ(string.way.size(), back.way.size());
      Vector3 from = ends.transmitter;
      for (std::size_t k = 0; k <= string.way.size(); ++k) {
        const Vector3 to = k < string.way.size() ? string.way[k].point : ends.receiver;
        const Vector3 up{0, 0, 0.02};
        EXPECT_FALSE(rays.occluded({from + up, to + up})) << scene << " " << i;
        if (k > 0) {
          const double before = string.way[k - 1].wedge.angle_of((k > 1 ? string.way[k - 2].point : ends.transmitter) - from);
          const double after = string.way[k - 1].wedge.angle_of(to - from);
          EXPECT_GE(std::abs(before - after), 3.14159265358979 - 1e-9);
          EXPECT_NEAR(length(from - back.way[string.way.size() - k].point), 0.0, 1e-9);
        }
        from = to;
      }
      bends += string.way.size();
    }
    EXPECT_GT(bends, 100U);
  }
}

TEST(RoofString, TerrainBendsAsAKnifeEdge) {
  Terrain ridge;
  ridge.elevation_m = Grid<float>({.origin = {0, 0}, .cell_size = 10.0, .columns = 21, .rows = 3});
  for (std::int32_t row = 0; row < 3; ++row) ridge.elevation_m.at(10, row) = 20.0F;
  const auto mesh = make_park_mesh(ridge, {});
  const auto string = roof_string(mesh, {{20, 15, 5}, {190, 15, 2}}, frequency);
  ASSERT_GE(string.way.size(), 1U);
  EXPECT_TRUE(string.walls.empty());
  EXPECT_TRUE(string.way.front().wedge.zero_absorbs);
}

}  // namespace
}  // namespace parktwin::radio::reference
