#include "engine/simulators/radio/obstacles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/random.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;

const GridFrame frame = frame_covering({{0, 0}, {200, 200}}, 2.0);

// Between 4 and 12 vertices around a point, each of which bends.
Ring random_ring(std::uint32_t number) {
  const RandomSequence random(73, 0, number);
  const std::uint32_t count = 4 + random.below(0, 9);
  Ring ring;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double angle = 2.0 * std::numbers::pi * (i + random.uniform(2 * i + 1, 0.0, 0.8)) / count;
    const double away_m = random.uniform(2 * i + 2, 20.0, 60.0);
    ring.push_back({100.0 + away_m * std::cos(angle), 100.0 + away_m * std::sin(angle)});
  }
  return ring;
}

TEST(CanonicalRing, DoesNotDependOnHowTheWallsAreDrawn) {
  for (std::uint32_t number = 0; number < 500; ++number) {
    const RandomSequence random(72, 0, number);
    const Ring ring = random_ring(number);
    const Ring expected = canonical_ring(ring);
    ASSERT_EQ(expected.size(), ring.size());
    std::uint32_t draw = 0;
    Ring drawn;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point next = ring[(i + 1) % ring.size()];
      for (std::uint32_t copies = random.below(draw++, 3); copies-- > 0;) drawn.push_back(ring[i]);
      drawn.push_back(ring[i]);
      std::vector<double> shares(random.below(draw++, 4));
      for (double& share : shares) share = random.uniform(draw++, 0.1, 0.9);
      std::sort(shares.begin(), shares.end());
      for (const double share : shares)
        drawn.push_back({ring[i].x + share * (next.x - ring[i].x), ring[i].y + share * (next.y - ring[i].y)});
    }
    std::rotate(drawn.begin(), drawn.begin() + random.below(draw++, static_cast<std::uint32_t>(drawn.size())), drawn.end());
    if (random.below(draw++, 2) == 0) drawn.push_back(drawn.front());  // closed
    EXPECT_EQ(canonical_ring(drawn), expected) << number;
  }
}

TEST(CanonicalRing, BeginsAtTheLeastVertexAndKeepsTheOrder) {
  const Ring ring = {{50, 40}, {50, 80}, {10, 80}, {10, 40}};
  EXPECT_EQ(canonical_ring(ring), (Ring{{10, 40}, {50, 40}, {50, 80}, {10, 80}}));
}

TEST(CanonicalRing, IsEmptyWithoutArea) {
  EXPECT_TRUE(canonical_ring({}).empty());
  EXPECT_TRUE(canonical_ring({{1, 1}, {5, 5}}).empty());
  EXPECT_TRUE(canonical_ring({{1, 1}, {1, 1}, {5, 5}, {5, 5}}).empty());
  EXPECT_TRUE(canonical_ring({{1, 1}, {3, 3}, {5, 5}}).empty());
}

Obstacles obstacles_of(const std::vector<Building>& buildings, const std::vector<Tree>& trees = {}) {
  test::Draft draft;
  draft.buildings = buildings;
  draft.terrain.elevation_m = Grid<float>({.origin = {0, 0}, .cell_size = 100.0, .columns = 2, .rows = 2}, 7.0F);
  Park park = draft.park();
  park.trees = Part<Table<Tree>>(Table<Tree>(trees));
  return make_obstacles(park, frame);
}

// An angle with a courtyard.
Polygon angle_with_yard() {
  return {.outer = {{20, 20}, {120, 20}, {120, 70}, {80, 70}, {80, 120}, {20, 120}}, .holes = {{{30, 30}, {30, 60}, {60, 60}, {60, 30}}}};
}

TEST(Obstacles, NormalsPointOutOfTheBuilding) {
  std::vector<Building> buildings = {building("L", angle_with_yard(), 20.0, WallMaterial::brick)};
  for (std::uint32_t number = 0; number < 20; ++number) {
    buildings.push_back(building("R-" + std::to_string(number), {.outer = random_ring(number), .holes = {}}, 9.0));
  }
  for (const auto& each : buildings) {
    const auto obstacles = obstacles_of({each});
    std::size_t vertices = each.footprint.outer.size();
    for (const auto& hole : each.footprint.holes) vertices += hole.size();
    ASSERT_EQ(obstacles.walls.size(), vertices);
    for (const auto& wall : obstacles.walls) {
      EXPECT_NEAR(std::hypot(wall.normal.x, wall.normal.y), 1.0, 1e-12);
      const Point middle{0.5 * (wall.a.x + wall.b.x), 0.5 * (wall.a.y + wall.b.y)};
      EXPECT_FALSE(contains(each.footprint, Point{middle.x + 1e-3 * wall.normal.x, middle.y + 1e-3 * wall.normal.y}));
      EXPECT_TRUE(contains(each.footprint, Point{middle.x - 1e-3 * wall.normal.x, middle.y - 1e-3 * wall.normal.y}));
      EXPECT_FLOAT_EQ(wall.top_m, static_cast<float>(7.0 + each.height.value()));
      EXPECT_EQ(wall.material, each.material);
    }
  }
}

// Five of six outer corners stick out, none of a rectangular yard's does.
TEST(Obstacles, OnlyOutwardCornersAreCorners) {
  const auto obstacles = obstacles_of({building("L", angle_with_yard(), 20.0)});
  ASSERT_EQ(obstacles.corners.size(), 5U);
  for (const auto& corner : obstacles.corners) {
    EXPECT_NE(corner.at, (Point{80, 70}));
    EXPECT_FLOAT_EQ(corner.top_m, 27.0F);
    std::size_t walls = 0;
    for (const auto& wall : obstacles.walls) {
      EXPECT_TRUE(wall.b != corner.at || wall.normal == corner.normal_before);
      EXPECT_TRUE(wall.a != corner.at || wall.normal == corner.normal_after);
      if (wall.a == corner.at || wall.b == corner.at) ++walls;
    }
    EXPECT_EQ(walls, 2U);
  }
}

// A yard with a bay: the bay's two mouths stick out into the yard.
TEST(Obstacles, AYardWithABayHasCorners) {
  const Ring yard = {{30, 30}, {30, 80}, {50, 80}, {50, 60}, {80, 60}, {80, 30}};  // clockwise
  const auto obstacles = obstacles_of({building("Y", {.outer = box(10, 10, 100, 100).outer, .holes = {yard}}, 20.0)});
  ASSERT_EQ(obstacles.corners.size(), 5U);
  EXPECT_EQ(std::count_if(obstacles.corners.begin(), obstacles.corners.end(),
                          [](const Corner& corner) {
                            return corner.at == Point{50, 60};
                          }),
            1);
}

TEST(Obstacles, WallsDrawnInAnotherWayAreTheSame) {
  const Polygon plain = box(20, 30, 40, 50);
  const Polygon other = {.outer = {{60, 80}, {40, 80}, {20, 80}, {20, 80}, {20, 30}, {33, 30}, {60, 30}, {60, 55}}, .holes = {}};
  const auto a = obstacles_of({building("A", plain, 12.0)});
  const auto b = obstacles_of({building("A", other, 12.0)});
  ASSERT_EQ(a.walls.size(), 4U);
  ASSERT_EQ(b.walls.size(), 4U);
  ASSERT_EQ(b.corners.size(), a.corners.size());
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(a.walls[i].a, b.walls[i].a);
    EXPECT_EQ(a.walls[i].normal, b.walls[i].normal);
    EXPECT_EQ(a.corners[i].at, b.corners[i].at);
  }
}

TEST(Obstacles, WallsDrawnTheOtherWayRoundAreTheSame) {
  const Ring yard = {{20, 20}, {20, 30}, {40, 30}, {40, 20}};
  const Polygon footprint{.outer = test::box(0.0, 0.0, 60.0, 50.0).outer, .holes = {yard}};
  const auto obstacles_of = [](const Polygon& shape) {
    test::Draft draft;
    draft.buildings = {test::building("B", shape, 12.0)};
    return make_obstacles(draft.park(), frame_covering({{0, 0}, {80, 80}}, 2.0));
  };
  const auto expected = obstacles_of(footprint);
  Polygon turned = footprint;
  std::reverse(turned.outer.begin(), turned.outer.end());
  std::reverse(turned.holes[0].begin(), turned.holes[0].end());
  const auto found = obstacles_of(turned);
  ASSERT_EQ(found.walls.size(), 8U);
  ASSERT_EQ(found.corners.size(), expected.corners.size());
  EXPECT_EQ(found.corners.size(), 4U);  // none in the yard
  for (std::size_t i = 0; i < 8; ++i) {
    EXPECT_EQ(found.walls[i].a, expected.walls[i].a);
    EXPECT_EQ(found.walls[i].b, expected.walls[i].b);
    EXPECT_EQ(found.walls[i].normal, expected.walls[i].normal);
  }
}

TEST(Obstacles, CrownsStandOnTheirTrunks) {
  Tree tree;
  tree.id = "T";
  tree.position = {50.0, 60.0};
  tree.height = Metres(10.0);
  tree.crown_diameter = Metres(6.0);
  const auto obstacles = obstacles_of({}, {tree});
  ASSERT_EQ(obstacles.crowns.size(), 1U);
  EXPECT_EQ(obstacles.crowns[0].at, tree.position);
  EXPECT_FLOAT_EQ(obstacles.crowns[0].radius_m, 3.0F);
  EXPECT_FLOAT_EQ(obstacles.crowns[0].base_m, 10.0F);
  EXPECT_FLOAT_EQ(obstacles.crowns[0].top_m, 17.0F);
  EXPECT_FLOAT_EQ(obstacles.lowest_ground_m, 7.0F);
}

TEST(Obstacles, AnEmptyFootprintStandsInNobodysWay) {
  const auto obstacles = obstacles_of({building("E", {}, 12.0)});
  EXPECT_TRUE(obstacles.walls.empty());
  EXPECT_TRUE(obstacles.corners.empty());
}

}  // namespace
}  // namespace parktwin::radio
