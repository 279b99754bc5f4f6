#include "engine/simulators/radio/reference/surroundings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

bool holds(const std::vector<std::size_t>& list, std::size_t value) { return std::find(list.begin(), list.end(), value) != list.end(); }

TEST(Surroundings, AStreetPointSeesTheFacadesAroundItAndNothingBehindThem) {
  const auto mesh = make_park_mesh({}, test::quarter());
  const RayScene scene(mesh);
  const Vector3 point{20, 40, 1.5};  // in the street between the first and the third building
  const auto seen = look_around(mesh, scene, point, Metres(200.0));
  for (std::size_t i = 0; i < mesh.walls.size(); ++i) {
    const Wall& wall = mesh.walls[i];
    const bool north_of_first = wall.building == 0 && wall.outward.y > 0.5;
    const bool south_of_third = wall.building == 2 && wall.outward.y < -0.5;
    if (north_of_first || south_of_third) {
      EXPECT_TRUE(holds(seen.walls, i));
    }
    if (wall.outward.x * (point.x - wall.from.x) + wall.outward.y * (point.y - wall.from.y) < 0.0) {
      EXPECT_FALSE(holds(seen.walls, i));
    }
    if (wall.building == 0 && wall.outward.y < -0.5) {
      EXPECT_FALSE(holds(seen.roofs, i));
    }
  }
  EXPECT_FALSE(seen.corners.empty());
  for (const std::size_t corner : seen.corners) EXPECT_FALSE((mesh.corners[corner].position == Point{0, 0}));
}

TEST(Surroundings, ReachIsKeptAndMoreIsSeenFromAbove) {
  const auto mesh = make_park_mesh({}, test::quarter());
  const RayScene scene(mesh);
  const auto low = look_around(mesh, scene, {100, 80, 1.5}, Metres(300.0));
  const auto high = look_around(mesh, scene, {100, 80, 60.0}, Metres(300.0));
  EXPECT_GT(high.roofs.size(), low.roofs.size());
  EXPECT_EQ(high.roofs.size(), mesh.walls.size());
  const auto near = look_around(mesh, scene, {100, 80, 60.0}, Metres(25.0));
  EXPECT_LT(near.roofs.size(), high.roofs.size());
  EXPECT_FALSE(near.roofs.empty());
  EXPECT_TRUE(std::is_sorted(high.corners.begin(), high.corners.end()));
}

}  // namespace
}  // namespace parktwin::radio::reference
