#include "engine/simulators/radio/reference/paths.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

std::vector<Path> paths_between(const ParkMesh& mesh, const RayScene& scene, const Ends& ends, const PathLimits& limits = {}) {
  const auto from = look_around(mesh, scene, ends.transmitter, limits.neighbourhood);
  const auto to = look_around(mesh, scene, ends.receiver, limits.neighbourhood);
  return find_paths(mesh, scene, ends, {from, to}, limits);
}

std::size_t count_of(const std::vector<Path>& paths, PathKind kind) {
  return static_cast<std::size_t>(std::count_if(paths.begin(), paths.end(), [&](const Path& p) { return p.kind == kind; }));
}

TEST(Paths, ALineOfSightInAStreetHasItsReflections) {
  const auto mesh = make_park_mesh(
      {}, std::vector<Building>{test::building(test::box(-10, -200, 10, 400), 30.0), test::building(test::box(40, -200, 10, 400), 30.0)});
  const RayScene scene(mesh);
  const auto paths = paths_between(mesh, scene, {{15, -50, 10}, {25, 60, 1.5}});
  ASSERT_FALSE(paths.empty());
  EXPECT_EQ(paths.front().kind, PathKind::direct);
  EXPECT_EQ(count_of(paths, PathKind::ground), 1U);
  EXPECT_EQ(count_of(paths, PathKind::wall), 2U);
  EXPECT_EQ(count_of(paths, PathKind::two_walls), 2U);
  EXPECT_EQ(count_of(paths, PathKind::wall_and_ground), 4U - 2U);  // one of both orders exists for each wall
  EXPECT_EQ(count_of(paths, PathKind::roof_string), 0U);
  EXPECT_TRUE(
      std::is_sorted(paths.begin(), paths.end(), [](const Path& a, const Path& b) { return std::abs(a.ray.gain) > std::abs(b.ray.gain); }));
  for (const auto& path : paths) {
    EXPECT_EQ(
        path.walls.size(),
        path.kind == PathKind::two_walls
            ? 2U
            : (path.kind == PathKind::wall || path.kind == PathKind::wall_and_ground || path.kind == PathKind::edge_and_wall ? 1U : 0U));
  }
}

TEST(Paths, RoundACornerTheCornerCarriesTheField) {
  // An L of two streets: no line of sight, no reflection can reach, buildings far higher than wide.
  const auto mesh = make_park_mesh({}, std::vector<Building>{test::building(test::box(0, 0, 100, 100), 200.0)});
  const RayScene scene(mesh);
  const auto paths = paths_between(mesh, scene, {{-10, 60, 10}, {60, -10, 1.5}});
  ASSERT_FALSE(paths.empty());
  EXPECT_EQ(paths.front().kind, PathKind::corner);
  EXPECT_EQ(count_of(paths, PathKind::direct), 0U);
  const Vector3 bend = paths.front().points.front();
  EXPECT_EQ(plan(bend), (Point{0, 0}));
  EXPECT_NEAR(bend.z, 5.75, 1e-9);  // halfway between both ends' heights
}

TEST(Paths, WeakerThanTheLimitIsLeftOut) {
  const auto mesh = make_park_mesh({}, test::quarter());
  const RayScene scene(mesh);
  const Ends ends{{-20, 40, 12}, {105, 35, 1.5}};
  const auto many = paths_between(mesh, scene, ends);
  const auto few = paths_between(mesh, scene, ends, {.below_strongest = Decibel(6.0)});
  ASSERT_FALSE(few.empty());
  EXPECT_LT(few.size(), many.size());
  for (std::size_t i = 0; i < few.size(); ++i) {
    EXPECT_EQ(few[i].ray.gain, many[i].ray.gain);
    EXPECT_GE(test::decibels(few[i].ray.gain), test::decibels(few.front().ray.gain) - 6.0);
  }
}

// Rays that pass over the terrain by 2 mm, less than its triangles are true.
TEST(Paths, GrazingRaysAreNotLost) {
  const auto mesh = make_park_mesh(test::hills(6), {});
  const RayScene scene(mesh);
  const RandomSequence random(92, 0, 0);
  for (std::uint32_t i = 0; i < 100; ++i) {
    const auto draw = [&](std::uint32_t d) { return random.uniform(10 * i + d, -150, 350); };
    const Point a{draw(0), draw(1)};
    const Point b{draw(2), draw(3)};
    double highest = 0.0;  // of the terrain between, over a level line at 0 m
    for (int step = 0; step <= 2000; ++step) {
      const double t = step / 2000.0;
      highest = std::max(highest, ground_elevation_m(mesh.terrain, {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}));
    }
    const Ends ends{at_height(a, highest + 0.002), at_height(b, highest + 0.002)};
    EXPECT_FALSE(paths_between(mesh, scene, ends).empty()) << i;
  }
}

// Whatever is in between, a way is found, and no passive way brings more than free space by the same length.
TEST(Paths, ThereIsAlwaysAWayAndNeverAGain) {
  const auto mesh = make_park_mesh(test::hills(2), test::quarter());
  const RayScene scene(mesh);
  const RandomSequence random(91, 0, 0);
  for (std::uint32_t i = 0; i < 60; ++i) {
    const auto draw = [&](std::uint32_t d, double low, double high) { return random.uniform(10 * i + d, low, high); };
    const Point a{draw(0, -60, 190), draw(1, -60, 160)};
    const Point b{draw(2, -60, 190), draw(3, -60, 160)};
    if (mesh.roof_over(a) || mesh.roof_over(b) || distance(a, b) < 5.0) continue;
    const Ends ends{at_height(a, ground_elevation_m(mesh.terrain, a) + draw(4, 1.5, 20)),
                    at_height(b, ground_elevation_m(mesh.terrain, b) + 1.5)};
    const auto paths = paths_between(mesh, scene, ends);
    ASSERT_FALSE(paths.empty()) << i;
    for (const auto& path : paths) {
      const double free_space = wavelength_m(gigahertz(3.5)) / (4.0 * 3.14159265358979 * path.ray.length_m);
      EXPECT_TRUE(std::isfinite(std::abs(path.ray.gain)));
      // A lit edge near a shadow or reflection boundary brings at most half of each of the waves that end there.
      EXPECT_LE(std::abs(path.ray.gain), 1.6 * free_space) << i << " " << static_cast<int>(path.kind);
      if (path.kind == PathKind::direct || path.kind == PathKind::wall || path.kind == PathKind::two_walls) {
        EXPECT_LE(std::abs(path.ray.gain), free_space * (1.0 + 1e-12));
      }
    }
  }
}

}  // namespace
}  // namespace parktwin::radio::reference
