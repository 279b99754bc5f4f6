#include "engine/simulators/radio/fan_region.h"

#include <gtest/gtest.h>

#include <tuple>
#include <vector>

#include "tests/engine/simulators/radio/exact_fans.h"

namespace parktwin::radio {
namespace {

using test::device_m;
using test::frame;
using test::Ground;

constexpr double longest_m = 400.0;

using Reach = std::vector<std::tuple<std::int32_t, std::int32_t, float>>;

Reach reached(const Ground& ground, const Obstacles& obstacles, const Window& window, const std::vector<float>& lowest_seen_m) {
  const SiteView view{obstacles, ground.scene.antenna, Metres(device_m), Metres(longest_m), window, lowest_seen_m};
  Reach result;
  FanSweep(view).sweep(ground.fan, [&](std::span<const ReachedCell> line) {
    for (const auto& [column, row, way_m] : line) result.emplace_back(column, row, way_m);
  });
  return result;
}

bool meets(const Box& box, std::int32_t column, std::int32_t row) {
  const Point centre = frame.centre(column, row);
  const double half_m = 0.5 * frame.cell_size;
  return centre.x + half_m >= box.low.x && centre.x - half_m <= box.high.x && centre.y + half_m >= box.low.y &&
         centre.y - half_m <= box.high.y;
}

// Towers and holes everywhere outside the region, and no height of sight outside the start: nothing changes.
void check(const Ground& ground, const test::Seen& seen, std::size_t& cells) {
  const Box region = region_of(ground.fan, frame.cell_size);
  const Box start = start_of(ground.fan, frame.cell_size);
  const Reach whole = reached(ground, ground.scene.obstacles, seen.window, seen.lowest_seen_m);
  for (const auto& [column, row, way_m] : whole) EXPECT_TRUE(meets(region, column, row)) << column << " " << row;
  Obstacles other = ground.scene.obstacles;
  std::vector<float> heights = seen.lowest_seen_m;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      if (!meets(region, column, row)) {
        SurfaceCell& cell = other.surface.at(column, row);
        cell.building = (column + row) % 3 == 0 ? no_building : 99;
        cell.top_m = cell.building == no_building ? cell.ground_m : 80.0F;
      }
      if (seen.window.holds(column, row) && !meets(start, column, row)) heights[seen.window.index(column, row)] = -1e6F;
    }
  }
  EXPECT_EQ(reached(ground, other, seen.window, heights), whole);
  cells += whole.size();
}

TEST(FanRegion, WhatIsOutsideHasNoSay) {
  std::size_t cells = 0;
  std::size_t fans = 0;
  for (std::uint32_t number = 0; number < 8; ++number) {
    const test::Scene scene = test::random_scene(number, number % 2 == 0 ? 2.0 : 0.3);
    const auto seen = test::lowest_seen(scene.obstacles, scene.antenna, device_m, longest_m);
    const Point mast = scene.antenna.position;
    for (std::size_t i = 0; i < scene.obstacles.walls.size(); i += 5) {
      const Wall& wall = scene.obstacles.walls[i];
      if (test::dot(test::minus(mast, wall.a), wall.normal) < 0.5) continue;
      check(test::wall_fan(scene, i / 4, wall), seen, cells);
      ++fans;
    }
    for (std::size_t i = 0; i < scene.obstacles.corners.size(); i += 3) {
      const Corner& corner = scene.obstacles.corners[i];
      const bool before_lit = test::dot(test::minus(mast, corner.at), corner.normal_before) > 0.0;
      if (before_lit == (test::dot(test::minus(mast, corner.at), corner.normal_after) > 0.0)) continue;
      check(test::corner_fan(scene, i / 4, corner.at, before_lit ? corner.normal_before : corner.normal_after,
                             before_lit ? corner.normal_after : corner.normal_before),
            seen, cells);
      ++fans;
    }
  }
  EXPECT_GT(fans, 60U);
  EXPECT_GT(cells, 20000U);
}

}  // namespace
}  // namespace parktwin::radio
