#pragma once
// Random parks of houses on flat ground, and which places a path around a corner or off a façade of theirs reaches exactly: the slow answer
// that the fans are tested against.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/radio/fan_sweep.h"
#include "tests/engine/simulators/radio/sight_blocks.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio::test {

inline constexpr double device_m = 1.5;
inline constexpr double tolerance_m = 3.0;  // a cell and a half
inline const GridFrame frame = frame_covering({{0, 0}, {500, 440}}, 2.0);

inline double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
inline double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
inline Point minus(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point scaled(Point a, double factor) { return {factor * a.x, factor * a.y}; }
inline Point plus(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }

/// Houses with walls on multiples of `snap_m`, at least 8 m apart, and an antenna among them.
struct Scene {
  std::vector<Block> blocks;
  Obstacles obstacles;
  SightPoint antenna;
};

inline Scene random_scene(std::uint32_t number, double snap_m) {
  const RandomSequence random(61, 0, number);
  Scene scene;
  Draft draft;
  std::uint32_t draw = 0;
  const auto snapped = [&](double low, double high) { return snap_m * std::round(random.uniform(draw++, low, high) / snap_m); };
  const auto clear = [&](const Box& ground, double margin_m) {
    return std::none_of(scene.blocks.begin(), scene.blocks.end(), [&](const Block& block) {
      return ground.low.x < block.ground.high.x + margin_m && ground.high.x > block.ground.low.x - margin_m &&
             ground.low.y < block.ground.high.y + margin_m && ground.high.y > block.ground.low.y - margin_m;
    });
  };
  for (int i = 0; i < 60; ++i) {
    const Polygon footprint = box(snapped(10, 430), snapped(10, 370), snapped(10, 60), snapped(10, 60));
    const double height = random.uniform(draw++, 4, 30);
    if (!clear(bounds(footprint), 8.0)) continue;
    scene.blocks.push_back({bounds(footprint), height});
    draft.buildings.push_back(building("B-" + std::to_string(i), footprint, height));
  }
  scene.obstacles = make_obstacles(draft.park(), frame);
  do {
    scene.antenna.position = {random.uniform(draw++, 100, 400), random.uniform(draw++, 100, 340)};
  } while (!clear({scene.antenna.position, scene.antenna.position}, 4.0));
  scene.antenna.elevation_m = random.uniform(draw++, 3, 25);
  return scene;
}

struct Ground {
  const Scene& scene;
  Fan fan;
  std::size_t own = 0;  // the block with the wall or corner
};

/// Where the straightened path to a place turns, and how far along it.
struct Turn {
  Point at;
  double first_m = 0.0;
  double second_m = 0.0;
};
inline Turn turn_of(const Ground& ground, Point goal) {
  const Fan& fan = ground.fan;
  Turn turn{fan.origin, fan.way_m, distance(fan.origin, goal)};
  if (!fan.has_wall) return turn;
  const Point line = minus(goal, fan.origin);
  const double share = dot(minus(fan.wall_point, fan.origin), fan.wall_normal) / dot(line, fan.wall_normal);
  turn.at = plus(fan.origin, scaled(line, share));
  turn.first_m = share * turn.second_m;
  turn.second_m -= turn.first_m;
  return turn;
}

// The slow answer: both legs against every house but the own one, with the houses' walls moved outwards. A ray half a cell beside meets
// the own wall up to half a cell away, where the path is a few centimetres higher or lower.
inline bool reaches(const Ground& ground, Point goal, double growth_m) {
  const Scene& scene = ground.scene;
  const Turn turn = turn_of(ground, goal);
  const double antenna_m = scene.antenna.elevation_m;
  const double turn_m = antenna_m + (device_m - antenna_m) * turn.first_m / (turn.first_m + turn.second_m);
  const double slack_m = growth_m > 0.0 ? -0.1 : (growth_m < 0.0 ? 0.1 : 0.0);
  if (turn_m > static_cast<double>(ground.fan.top_m) + slack_m) return false;
  for (std::size_t i = 0; i < scene.blocks.size(); ++i) {
    if (i == ground.own) continue;
    const Block block = grown(scene.blocks[i], growth_m);
    if (crosses(block, scene.antenna.position, antenna_m, turn.at, turn_m)) return false;
    if (holds(scene.blocks[i], goal)) continue;  // its own house does not count
    if (crosses(block, turn.at, turn_m, goal, device_m)) return false;
  }
  return true;
}

// Whether the antenna sees a corner by so much that the drawing of walls cannot matter: a whole fan hangs on it.
inline bool is_clear_cut(const Ground& ground) {
  const Scene& scene = ground.scene;
  const auto sees = [&](double growth_m) {
    for (std::size_t i = 0; i < scene.blocks.size(); ++i) {
      if (i == ground.own) continue;
      if (crosses(grown(scene.blocks[i], growth_m), scene.antenna.position, scene.antenna.elevation_m, ground.fan.origin, device_m)) {
        return false;
      }
    }
    return true;
  };
  return sees(tolerance_m) == sees(-tolerance_m);
}

// Metres from a place to the borders of the fan: negative outside.
inline double inside_m(const Ground& ground, Point goal) {
  const Fan& fan = ground.fan;
  const Point line = minus(goal, fan.origin);
  double inside =
      std::min(cross(fan.right, line) / std::hypot(fan.right.x, fan.right.y), cross(line, fan.left) / std::hypot(fan.left.x, fan.left.y));
  if (fan.has_wall) inside = std::min(inside, dot(minus(goal, fan.wall_point), fan.wall_normal));
  return inside;
}

inline Ground wall_fan(const Scene& scene, std::size_t own, const Wall& wall) {
  const Point mast = scene.antenna.position;
  const double height = dot(minus(mast, wall.a), wall.normal);
  Fan fan;
  fan.origin = minus(mast, scaled(wall.normal, 2.0 * height));
  fan.right = minus(wall.b, fan.origin);
  fan.left = minus(wall.a, fan.origin);
  if (cross(fan.right, fan.left) < 0.0) std::swap(fan.right, fan.left);
  fan.has_wall = true;
  fan.wall_point = wall.b;
  fan.wall_normal = wall.normal;
  fan.top_m = wall.top_m;
  fan.reach_m = 150.0;
  return {scene, fan, own};
}

inline Ground corner_fan(const Scene& scene, std::size_t own, Point corner, Point lit, Point dark) {
  Fan fan;
  fan.origin = corner;
  fan.way_m = distance(scene.antenna.position, corner);
  const Point onward = minus(corner, scene.antenna.position);
  const Point back = scaled(lit, -1.0);  // along the dark wall of a box
  fan.right = cross(onward, back) > 0.0 ? onward : back;
  fan.left = cross(onward, back) > 0.0 ? back : onward;
  fan.wall_point = plus(corner, scaled(plus(lit, dark), 0.75 * frame.cell_size));
  fan.top_m = static_cast<float>(scene.blocks[own].top_m);
  fan.reach_m = 120.0;
  return {scene, fan, own};
}

}  // namespace parktwin::radio::test
