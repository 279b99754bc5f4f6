#include "engine/simulators/radio/crown_shadows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

constexpr double device_m = 1.5;
constexpr double longest_m = 120.0;
const GridFrame frame = frame_covering({{0, 0}, {300, 260}}, 2.0);

struct Scene {
  Obstacles obstacles;
  SightPoint antenna;
};

Scene random_scene(std::uint32_t number) {
  const RandomSequence random(91, 0, number);
  test::Draft draft;
  draft.terrain.elevation_m = Grid<float>({.origin = {0, 0}, .cell_size = 50.0, .columns = 6, .rows = 6});
  for (std::uint32_t i = 0; i < 36; ++i) draft.terrain.elevation_m.values[i] = static_cast<float>(random.uniform(i, 0.0, 8.0));
  draft.buildings = {test::building("B", test::box(150, 120, 30, 20), 12.0)};
  Scene scene;
  scene.antenna.position = {random.uniform(100, 80, 140), random.uniform(101, 60, 200)};
  scene.antenna.elevation_m = random.uniform(102, 6.0, 30.0);
  std::vector<Tree> trees;
  for (std::uint32_t i = 0; i < 60; ++i) {
    Tree tree;
    tree.id = "T-" + std::to_string(i);
    tree.height = Metres(random.uniform(200 + 5 * i, 3.0, 20.0));
    tree.crown_diameter = Metres(random.uniform(201 + 5 * i, 1.0, 14.0));
    const double spread_m = i < 20 ? 12.0 : 150.0;  // some right at the mast
    tree.position = {scene.antenna.position.x + random.uniform(202 + 5 * i, -spread_m, spread_m),
                     scene.antenna.position.y + random.uniform(203 + 5 * i, -spread_m, spread_m)};
    trees.push_back(tree);
  }
  Park park = draft.park();
  park.trees = Part<Table<Tree>>(Table<Tree>(trees));
  scene.obstacles = make_obstacles(park, frame);
  scene.obstacles.rays = nullptr;
  return scene;
}

struct Codes {
  long least = 0;
  long most = 0;  // with what hangs on rounding
};

// The chord of the line's ground track in the crown's circle, where the line's height at the tree is the crown's.
Codes slow_codes(const Scene& scene, Point place, double device_elevation_m) {
  const Point mast = scene.antenna.position;
  const double length_m = distance(mast, place);
  Codes codes;
  for (const Crown& crown : scene.obstacles.crowns) {
    const double away_m = distance(mast, crown.at);
    const double radius_m = static_cast<double>(crown.radius_m);
    if (away_m <= radius_m || away_m > longest_m) continue;
    const Point along{(place.x - mast.x) / length_m, (place.y - mast.y) / length_m};
    const double foot_m = along.x * (crown.at.x - mast.x) + along.y * (crown.at.y - mast.y);
    const double beside_m = along.x * (crown.at.y - mast.y) - along.y * (crown.at.x - mast.x);
    if (std::abs(beside_m) >= radius_m || foot_m <= 0.0 || foot_m > length_m + 1e-3) continue;
    const double share = foot_m / length_m;
    const double height_m = scene.antenna.elevation_m + share * (device_elevation_m - scene.antenna.elevation_m);
    const double margin_m = std::min(height_m - static_cast<double>(crown.base_m), static_cast<double>(crown.top_m) - height_m);
    if (margin_m < -1e-3) continue;
    const double slant = std::hypot(length_m, device_elevation_m - scene.antenna.elevation_m) / length_m;
    const double steps = 2.0 * std::sqrt(radius_m * radius_m - beside_m * beside_m) * slant / static_cast<double>(vegetation_step_m);
    if (margin_m > 1e-3 && foot_m < length_m - 1e-3) codes.least += std::lround(std::max(steps - 2e-3, 0.0));
    codes.most += std::lround(steps + 2e-3);
  }
  return {std::min(codes.least, 255L), std::min(codes.most, 255L)};
}

TEST(CrownShadows, MatchASlowLoopOverCellsAndCrowns) {
  std::size_t shaded = 0;
  std::size_t cells = 0;
  for (std::uint32_t number = 0; number < 25; ++number) {
    const Scene scene = random_scene(number);
    const auto map = trace_site(scene.obstacles, scene.antenna, Metres(device_m), Metres(longest_m));
    for (std::int32_t row = map.window.first_row; row < map.window.first_row + map.window.rows; ++row) {
      for (std::int32_t column = map.window.first_column; column < map.window.first_column + map.window.columns; ++column) {
        const Point place = frame.centre(column, row);
        const int found = map.vegetation[map.window.index(column, row)];
        if (!map.seen(column, row) || distance(place, scene.antenna.position) > longest_m + 1e-3) {
          EXPECT_EQ(found, 0);
          continue;
        }
        if (distance(place, scene.antenna.position) > longest_m - 1e-3) continue;
        const auto expected = slow_codes(scene, place, static_cast<double>(scene.obstacles.surface.at(column, row).ground_m) + device_m);
        ++cells;
        if (expected.least > 0) ++shaded;
        EXPECT_GE(found, expected.least) << number << ": " << place.x - scene.antenna.position.x << " "
                                         << place.y - scene.antenna.position.y;
        EXPECT_LE(found, expected.most) << number << ": " << place.x - scene.antenna.position.x << " "
                                        << place.y - scene.antenna.position.y;
      }
    }
  }
  EXPECT_GT(cells, 100000U);
  EXPECT_GT(shaded, 5000U);
}

// 20 m behind a crown of 6 m, all at one height: 6 m of leaves, 12 steps of half a metre; before it and above it none.
TEST(CrownShadows, OneTree) {
  test::Draft draft;
  Tree tree;
  tree.id = "T";
  tree.height = Metres(10.0);
  tree.crown_diameter = Metres(6.0);
  tree.position = {151.0, 101.0};
  Park park = draft.park();
  park.trees = Part<Table<Tree>>(Table<Tree>(std::vector<Tree>{tree}));
  const auto obstacles = make_obstacles(park, frame);
  const auto code_at = [&](double antenna_m, double receiver_m, double x) {
    const auto map = trace_site(obstacles, {.position = {101.0, 101.0}, .elevation_m = antenna_m}, Metres(receiver_m), Metres(longest_m));
    return static_cast<int>(map.vegetation[map.window.index(frame.column_of(x), frame.row_of(101.0))]);
  };
  EXPECT_EQ(code_at(5.0, 5.0, 171.0), 12);
  EXPECT_EQ(code_at(5.0, 5.0, 131.0), 0);
  EXPECT_EQ(code_at(2.9, 2.9, 171.0), 0);    // under the crown, which begins at 3 m
  EXPECT_EQ(code_at(10.1, 10.1, 171.0), 0);  // over it
}

// Crowns that came and went, and cells whose sight turned, added up again: as from nothing.
TEST(CrownShadows, ChangesAreFollowed) {
  std::size_t differing = 0;
  for (std::uint32_t number = 0; number < 12; ++number) {
    Scene scene = random_scene(number);
    const auto before = trace_site(scene.obstacles, scene.antenna, Metres(device_m), Metres(longest_m));
    auto now = before;
    std::vector<std::size_t> turned;
    for (std::size_t cell = number; cell < now.window.size(); cell += 7) {
      now.edge[0][cell] ^= hidden_bit;
      turned.push_back(cell);
    }
    std::vector<Crown> changed = {scene.obstacles.crowns[3], scene.obstacles.crowns[5]};
    scene.obstacles.crowns.erase(scene.obstacles.crowns.begin() + 3);
    scene.obstacles.crowns[4].radius_m += 1.5F;  // once the fifth
    changed.push_back(scene.obstacles.crowns[4]);
    const std::vector<float> heights;
    const SiteView view{scene.obstacles, scene.antenna, Metres(device_m), Metres(longest_m), now.window, heights};
    auto scratch = now;
    std::fill(scratch.vegetation.begin(), scratch.vegetation.end(), std::uint8_t{0});
    add_crown_shadows(view, scratch);
    add_crown_shadows_again(view, turned, changed, now);
    EXPECT_TRUE(now == scratch) << number;
    for (std::size_t cell = 0; cell < now.window.size(); ++cell) differing += now.vegetation[cell] == before.vegetation[cell] ? 0 : 1;
  }
  EXPECT_GT(differing, 1000U);
}

}  // namespace
}  // namespace parktwin::radio
