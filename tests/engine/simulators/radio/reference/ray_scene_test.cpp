#include "engine/simulators/radio/reference/ray_scene.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/core/parallel.h"
#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

using test::box;
using test::building;

struct Block {
  Box ground;
  double top_m;
};

// Exact: does the segment pass through the box, which reaches from below the ground to its top?
bool crosses(const Block& block, const Segment& segment, double growth_m) {
  double enter = 0.0;
  double leave = 1.0;
  const auto clip = [&](double from, double to, double low, double high) {
    const double step = to - from;
    if (step == 0.0) {
      if (from <= low || from >= high) leave = -1.0;
      return;
    }
    enter = std::max(enter, std::min((low - from) / step, (high - from) / step));
    leave = std::min(leave, std::max((low - from) / step, (high - from) / step));
  };
  clip(segment.from.x, segment.to.x, block.ground.low.x - growth_m, block.ground.high.x + growth_m);
  clip(segment.from.y, segment.to.y, block.ground.low.y - growth_m, block.ground.high.y + growth_m);
  clip(segment.from.z, segment.to.z, -10.0, block.top_m + growth_m);
  return enter < leave;
}

struct World {
  std::vector<Building> buildings;
  std::vector<Block> blocks;
};

World boxes(std::uint32_t scene) {
  const RandomSequence random(31, 0, scene);
  World world;
  for (std::uint32_t i = 0; i < 60; ++i) {
    const auto footprint = box(random.uniform(8 * i, 0, 900), random.uniform(8 * i + 1, 0, 900), random.uniform(8 * i + 2, 2, 80),
                               random.uniform(8 * i + 3, 2, 80));
    const double height = random.uniform(8 * i + 4, 3, 50);
    world.buildings.push_back(building(footprint, height));
    world.blocks.push_back({bounds(footprint), height});
  }
  return world;
}

std::vector<Segment> segments_between(const World& world, std::uint32_t scene) {
  const RandomSequence random(32, 0, scene);
  std::vector<Segment> segments;
  for (std::uint32_t i = 0; segments.size() < 3000; ++i) {
    const auto draw = [&](std::uint32_t d) {
      return Vector3{random.uniform(6 * i + d, -50, 1030), random.uniform(6 * i + d + 1, -50, 1030),
                     random.uniform(6 * i + d + 2, 0.5, 60)};
    };
    const Segment segment{draw(0), draw(3)};
    const auto inside = [&](Vector3 p) {
      return std::any_of(world.blocks.begin(), world.blocks.end(), [&](const Block& b) {
        return crosses(b, {p, p + Vector3{0, 0, 1e-6}}, 0.01);
      });
    };
    if (!inside(segment.from) && !inside(segment.to)) segments.push_back(segment);
  }
  return segments;
}

TEST(RayScene, AgreesWithExactBoxes) {
  for (std::uint32_t scene = 0; scene < 4; ++scene) {
    const auto world = boxes(scene);
    const RayScene rays(make_park_mesh({}, world.buildings));
    std::size_t hidden = 0;
    for (const auto& segment : segments_between(world, scene)) {
      const bool blocked = rays.occluded(segment);
      hidden += blocked ? 1 : 0;
      // Rays that graze within a millimetre may go either way.
      const double growth = blocked ? 1e-3 : -1e-3;
      const bool exact = std::any_of(world.blocks.begin(), world.blocks.end(), [&](const Block& b) { return crosses(b, segment, growth); });
      EXPECT_EQ(blocked, exact);
    }
    EXPECT_GT(hidden, 500U);
    EXPECT_LT(hidden, 2800U);
  }
}

TEST(RayScene, ManyAtOnceAndBothDirectionsGiveTheSame) {
  const auto world = boxes(9);
  const RayScene rays(make_park_mesh(test::hills(1), world.buildings));
  const auto segments = segments_between(world, 9);
  const auto together = rays.occluded(segments);
  parallel_for(segments.size(), [&](std::size_t i) {
    EXPECT_EQ(rays.occluded(segments[i]), together[i] != 0);
    EXPECT_EQ(rays.occluded({segments[i].to, segments[i].from}), together[i] != 0);
  });
}

TEST(RayScene, EndsOnSurfacesDoNotHideThemselves) {
  const RayScene rays(make_park_mesh({}, std::vector<Building>{building(box(10, 10, 20, 20), 8.0)}));
  EXPECT_FALSE(rays.occluded({{10, 20, 4}, {-40, 25, 2}}));  // off the west wall
  EXPECT_FALSE(rays.occluded({{15, 15, 8}, {15, 15, 30}}));  // off the roof
  EXPECT_FALSE(rays.occluded({{0, 0, 0}, {0, 50, 10}}));     // off the ground
  EXPECT_TRUE(rays.occluded({{10, 20, 4}, {50, 20, 4}}));    // through the building
  EXPECT_TRUE(rays.occluded({{0, 0, 5}, {0, 50, -5}}));      // into the ground
  EXPECT_FALSE(rays.occluded({{0, 0, 5}, {0, 0, 5.001}}));   // shorter than the gaps
}

TEST(RayScene, TerrainHides) {
  Terrain ridge;
  ridge.elevation_m = Grid<float>({.origin = {0, 0}, .cell_size = 10.0, .columns = 21, .rows = 3});
  for (std::int32_t row = 0; row < 3; ++row) ridge.elevation_m.at(10, row) = 20.0F;
  const RayScene rays(make_park_mesh(ridge, {}));
  EXPECT_TRUE(rays.occluded({{20, 15, 10}, {190, 15, 10}}));
  EXPECT_FALSE(rays.occluded({{20, 15, 20.1}, {190, 15, 20.1}}));
  EXPECT_TRUE(rays.occluded({{20, 15, 19.9}, {190, 15, 19.9}}));
}

}  // namespace
}  // namespace parktwin::radio::reference
