#include "engine/simulators/radio/fan_sweep.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

#include "tests/engine/simulators/radio/exact_fans.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;
using test::corner_fan;
using test::device_m;
using test::dot;
using test::frame;
using test::Ground;
using test::inside_m;
using test::minus;
using test::random_scene;
using test::reaches;
using test::Scene;
using test::Seen;
using test::tolerance_m;
using test::Turn;
using test::turn_of;
using test::wall_fan;

struct Agreement {
  std::size_t cells = 0;
  std::size_t reached = 0;
  std::size_t differing = 0;
  std::size_t unexplained = 0;
};

void compare(const Ground& ground, const Seen& seen, double longest_m, Agreement& sum) {
  const Window& window = seen.window;
  const SiteView view{ground.scene.obstacles, ground.scene.antenna, Metres(device_m), Metres(longest_m), window, seen.lowest_seen_m};
  std::map<std::pair<std::int32_t, std::int32_t>, float> told;
  FanSweep sweep(view);
  sweep.sweep(ground.fan, [&](std::span<const ReachedCell> line) {
    for (const auto& [column, row, way_m] : line) {
      ASSERT_TRUE(window.holds(column, row));
      EXPECT_TRUE(told.emplace(std::pair(column, row), way_m).second) << "told twice: " << column << " " << row;
    }
  });
  for (std::int32_t row = window.first_row; row < window.first_row + window.rows; ++row) {
    for (std::int32_t column = window.first_column; column < window.first_column + window.columns; ++column) {
      const Point goal = frame.centre(column, row);
      const auto found = told.find({column, row});
      const double inside = inside_m(ground, goal);
      if (inside < -1e-3) {
        EXPECT_TRUE(found == told.end()) << "outside the fan: " << column << " " << row << " by " << inside;
        continue;
      }
      const Turn turn = turn_of(ground, goal);
      const double whole_m = turn.first_m + turn.second_m;
      const double left_m = std::min(ground.fan.reach_m - turn.second_m, longest_m - whole_m);
      if (found != told.end()) {
        EXPECT_GT(left_m, -2e-3);
        EXPECT_NEAR(found->second, whole_m, 1e-2);
      }
      if (left_m < 2e-3 || inside < 1e-3) continue;
      ++sum.cells;
      if (found != told.end()) ++sum.reached;
      const bool exact = reaches(ground, goal, 0.0);
      if (exact == (found != told.end())) continue;
      ++sum.differing;
      if (inside > tolerance_m && exact == reaches(ground, goal, exact ? tolerance_m : -tolerance_m)) ++sum.unexplained;
    }
  }
}

constexpr double longest_m = 300.0;

Agreement compare_facades(double snap_m) {
  Agreement sum;
  for (std::uint32_t number = 0; number < 4; ++number) {
    const Scene scene = random_scene(number, snap_m);
    const auto seen = test::lowest_seen(scene.obstacles, scene.antenna, device_m, longest_m);
    for (std::size_t i = 0; i < scene.obstacles.walls.size(); ++i) {
      const Wall& wall = scene.obstacles.walls[i];
      if (dot(minus(scene.antenna.position, wall.a), wall.normal) < 0.5) continue;
      compare(wall_fan(scene, i / 4, wall), seen, longest_m, sum);
    }
  }
  return sum;
}

Agreement compare_corners(double snap_m) {
  Agreement sum;
  for (std::uint32_t number = 0; number < 4; ++number) {
    const Scene scene = random_scene(number, snap_m);
    const auto seen = test::lowest_seen(scene.obstacles, scene.antenna, device_m, longest_m);
    for (std::size_t i = 0; i < scene.obstacles.corners.size(); ++i) {
      const Corner& corner = scene.obstacles.corners[i];
      const Point from = minus(scene.antenna.position, corner.at);
      const bool before_lit = dot(from, corner.normal_before) > 0.0;
      if (before_lit == (dot(from, corner.normal_after) > 0.0)) continue;
      const Point lit = before_lit ? corner.normal_before : corner.normal_after;
      const Point dark = before_lit ? corner.normal_after : corner.normal_before;
      const Ground ground = corner_fan(scene, i / 4, corner.at, lit, dark);
      if (is_clear_cut(ground)) compare(ground, seen, longest_m, sum);
    }
  }
  return sum;
}

void expect_agreement(const Agreement& sum) {
  EXPECT_GT(sum.cells, 100000U);
  EXPECT_GT(sum.reached, 10000U);
  EXPECT_LT(static_cast<double>(sum.differing), 0.02 * static_cast<double>(sum.cells));
  EXPECT_EQ(sum.unexplained, 0U);
}

// Walls on the raster's lines, and anywhere: a cell and a half, a half of it by drawing the walls on the raster.
TEST(FanSweep, FacadesReachWhatExactRaysReach) {
  expect_agreement(compare_facades(2.0));
  expect_agreement(compare_facades(1e-3));
}

TEST(FanSweep, CornersReachWhatExactRaysReach) {
  expect_agreement(compare_corners(2.0));
  expect_agreement(compare_corners(1e-3));
}

// An antenna on a mast right before a façade, on the cells that nothing has shaded yet.
TEST(FanSweep, FacadesNextToTheAntennaReflect) {
  test::Draft draft;
  draft.buildings = {building("B", box(240, 200, 60, 20), 30.0)};
  Scene scene{.blocks = {{bounds(draft.buildings[0].footprint), 30.0}}, .obstacles = make_obstacles(draft.park(), frame), .antenna = {}};
  for (const double before_m : {1.0, 2.0, 3.0, 4.0, 6.0}) {
    scene.antenna = {.position = {271.0, 200.0 - before_m}, .elevation_m = 8.0};
    const auto seen = test::lowest_seen(scene.obstacles, scene.antenna, device_m, 200.0);
    const auto wall =
        std::find_if(scene.obstacles.walls.begin(), scene.obstacles.walls.end(), [](const Wall& each) { return each.normal.y < -0.5; });
    ASSERT_NE(wall, scene.obstacles.walls.end());
    Agreement sum;
    compare(wall_fan(scene, 0, *wall), seen, 200.0, sum);
    EXPECT_GT(sum.cells, 8000U);
    // The cells before the wall from which the path starts are the antenna's own and those beside it: at least its lines are closed.
    EXPECT_GT(static_cast<double>(sum.reached), (before_m < 3.0 ? 0.5 : 0.95) * static_cast<double>(sum.cells)) << before_m;
  }
}

// Empty ground: every cell of the fan exactly once, whatever the directions, also where corners lie on the raster's diagonals.
TEST(FanSweep, TellsEveryCellOnceOnOpenGround) {
  const Scene scene{
      .blocks = {}, .obstacles = make_obstacles(test::Draft().park(), frame), .antenna = {.position = {101.0, 99.0}, .elevation_m = 10.0}};
  const auto seen = test::lowest_seen(scene.obstacles, scene.antenna, device_m, 400.0);
  const SiteView view{scene.obstacles, scene.antenna, Metres(device_m), Metres(400.0), seen.window, seen.lowest_seen_m};
  const std::vector<Point> corners = {{200.0, 160.0}, {201.0, 161.0}, {200.1, 160.3}, {200.7, 161.0}};
  for (const Point corner : corners) {
    for (std::uint32_t direction = 0; direction < 16; ++direction) {
      const double angle = direction * std::numbers::pi / 8.0;
      Ground ground{scene, {}, 0};
      ground.fan.origin = corner;
      ground.fan.wall_point = corner;
      ground.fan.way_m = distance(corner, scene.antenna.position);
      ground.fan.right = {std::cos(angle), std::sin(angle)};
      ground.fan.left = {std::cos(angle + 1.7), std::sin(angle + 1.7)};
      ground.fan.top_m = 100.0F;
      ground.fan.reach_m = 80.0;
      std::map<std::pair<std::int32_t, std::int32_t>, int> told;
      FanSweep(view).sweep(ground.fan, [&](std::span<const ReachedCell> line) {
        for (const auto& cell : line) ++told[{cell.column, cell.row}];
      });
      for (std::int32_t row = 0; row < frame.rows; ++row) {
        for (std::int32_t column = 0; column < frame.columns; ++column) {
          const Point centre = frame.centre(column, row);
          const double away = distance(centre, corner);
          if (away < 1.0 || std::abs(away - 80.0) < 1e-2 || std::abs(inside_m(ground, centre)) < 1e-6) continue;
          const int expected = away < 80.0 && inside_m(ground, centre) > 0.0 ? 1 : 0;
          EXPECT_EQ((told[{column, row}]), expected) << corner.x << " " << direction << ": " << centre.x << " " << centre.y;
        }
      }
    }
  }
}

}  // namespace
}  // namespace parktwin::radio
