#include "engine/simulators/radio/reference/route.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

constexpr Hertz frequency = gigahertz(3.5);

Interaction touch(Touch kind, std::size_t wall = 0) {
  Interaction interaction;
  interaction.touch = kind;
  interaction.wall = wall;
  return interaction;
}

Interaction edge(const Wedge& wedge) {
  Interaction interaction;
  interaction.touch = Touch::edge;
  interaction.wedge = wedge;
  return interaction;
}

// Two parallel walls 40 m apart facing each other: x = 0 (looking east) and x = 40 (looking west).
ParkMesh canyon(const Terrain& terrain = {}) {
  return make_park_mesh(terrain, std::vector<Building>{test::building(test::box(-10, -100, 10, 200), 30.0),
                                                       test::building(test::box(40, -100, 10, 200), 30.0)});
}

std::size_t wall_at(const ParkMesh& mesh, double x, double outward_x) {
  for (std::size_t i = 0; i < mesh.walls.size(); ++i) {
    if (mesh.walls[i].from.x == x && mesh.walls[i].to.x == x && mesh.walls[i].outward.x == outward_x) return i;
  }
  return mesh.walls.size();
}

TEST(Route, MirrorsGiveTheKnownLengthsInACanyon) {
  const auto mesh = canyon();
  const std::size_t west = wall_at(mesh, 0, 1.0);
  const std::size_t east = wall_at(mesh, 40, -1.0);
  const Ends ends{{10, -20, 12}, {25, 30, 2}};
  const auto expect_length = [&](std::vector<Interaction> way, Vector3 image) {
    ASSERT_TRUE(place_points(mesh, ends, way));
    EXPECT_NEAR(way_length(ends, way), length(ends.receiver - image), 1e-9);
  };
  expect_length({touch(Touch::wall, west)}, {-10, -20, 12});
  expect_length({touch(Touch::wall, east)}, {70, -20, 12});
  expect_length({touch(Touch::wall, west), touch(Touch::wall, east)}, {90, -20, 12});
  expect_length({touch(Touch::wall, east), touch(Touch::wall, west)}, {-70, -20, 12});
  expect_length({touch(Touch::ground)}, {10, -20, -12});
  expect_length({touch(Touch::wall, west), touch(Touch::ground)}, {-10, -20, -12});
  std::vector<Interaction> outside = {touch(Touch::wall, wall_at(mesh, -10, -1.0))};
  EXPECT_FALSE(place_points(mesh, ends, outside));  // from behind
  std::vector<Interaction> above = {touch(Touch::wall, west)};
  EXPECT_FALSE(place_points(mesh, {{10, -20, 80}, {25, 30, 40}}, above));  // over the wall's top
}

// Moving any point along its surface or edge must lengthen or shorten the way by second order only (Fermat).
TEST(Route, EveryWayIsStationary) {
  const auto mesh = canyon(test::hills(3));
  const std::size_t west = wall_at(mesh, 0, 1.0);
  const std::size_t east = wall_at(mesh, 40, -1.0);
  const RandomSequence random(61, 0, 0);
  int placed = 0;
  for (std::uint32_t i = 0; i < 40; ++i) {
    const auto draw = [&](std::uint32_t d, double low, double high) { return random.uniform(10 * i + d, low, high); };
    const Ends ends{{draw(0, 3, 37), draw(1, -80, 80), draw(2, 5, 25)}, {draw(3, 3, 37), draw(4, -80, 80), draw(5, 3, 6)}};
    const Ends over{{draw(6, -60, -15), draw(7, -50, 50), draw(8, 5, 25)}, ends.receiver};
    const std::vector<std::pair<Ends, std::vector<Interaction>>> ways = {
        {ends, {touch(Touch::wall, west), touch(Touch::wall, east)}},
        {ends, {touch(Touch::ground)}},
        {ends, {touch(Touch::wall, west), touch(Touch::ground)}},
        {over, {edge(roof_wedge(mesh, west, frequency)), touch(Touch::wall, east)}},
        {over, {edge(roof_wedge(mesh, wall_at(mesh, -10, -1.0), frequency)), edge(roof_wedge(mesh, west, frequency))}},
        {over, {edge(roof_wedge(mesh, west, frequency)), touch(Touch::ground)}}};
    for (auto [where, way] : ways) {
      if (!place_points(mesh, where, way)) continue;
      ++placed;
      const double shortest = way_length(where, way);
      for (std::size_t k = 0; k < way.size(); ++k) {
        const Vector3 first = way[k].touch == Touch::edge ? way[k].wedge.along : unit(cross(way[k].normal, {0.3, 0.5, 0.8}));
        const Vector3 second = way[k].touch == Touch::edge ? way[k].wedge.along : cross(way[k].normal, first);
        for (const Vector3 step : {first, second}) {
          auto moved = way;
          constexpr double metres = 1e-3;
          moved[k].point = way[k].point + step * metres;
          EXPECT_NEAR(way_length(where, moved), shortest, 1e-6) << i << " " << k;
        }
        if (way[k].touch == Touch::ground) {
          EXPECT_NEAR(way[k].point.z, ground_elevation_m(mesh.terrain, plan(way[k].point)), 1e-5);
        }
      }
    }
  }
  EXPECT_GT(placed, 80);
}

TEST(Route, SwappedEndsTakeTheSameWayBack) {
  Terrain gentle = test::hills(4);
  for (float& elevation_m : gentle.elevation_m.values) elevation_m *= 0.1F;
  const auto mesh = canyon(gentle);
  const Ends ends{{8, -30, 15}, {30, 45, 4}};
  std::vector<Interaction> there = {touch(Touch::wall, wall_at(mesh, 0, 1.0)), touch(Touch::ground)};
  std::vector<Interaction> back = {touch(Touch::ground), touch(Touch::wall, wall_at(mesh, 0, 1.0))};
  ASSERT_TRUE(place_points(mesh, ends, there));
  ASSERT_TRUE(place_points(mesh, {ends.receiver, ends.transmitter}, back));
  EXPECT_NEAR(length(there[0].point - back[1].point), 0.0, 1e-5);
  EXPECT_NEAR(length(there[1].point - back[0].point), 0.0, 1e-5);
}

}  // namespace
}  // namespace parktwin::radio::reference
