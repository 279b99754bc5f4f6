#include "engine/simulators/radio/trace_fingerprint.h"

#include <cmath>
#include <string>
#include <utility>

#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/radio/obstacles.h"

namespace parktwin::radio {
namespace {

const GridFrame frame{.origin = {0.0, 0.0}, .cell_size = 2.0, .columns = 140, .rows = 120};

Ring rectangle(double west, double south, double width, double depth) {
  return {{west, south}, {west + width, south}, {west + width, south + depth}, {west, south + depth}};
}

Park course() {
  Terrain terrain;
  terrain.elevation_m = Grid<float>({.origin = {-10.0, -10.0}, .cell_size = 20.0, .columns = 15, .rows = 13});
  auto& elevation = terrain.elevation_m;
  for (std::int32_t row = 0; row < elevation.frame.rows; ++row) {
    for (std::int32_t column = 0; column < elevation.frame.columns; ++column) {
      elevation.at(column, row) = static_cast<float>((column * 5 + row * row) % 7);  // whole metres: the same on every machine
    }
  }
  const std::vector<std::pair<Polygon, double>> shapes = {
      {{rectangle(30.0, 40.0, 50.0, 20.0), {}}, 30.0},   {{rectangle(150.0, 30.0, 70.0, 60.0), {rectangle(170.0, 45.0, 30.0, 30.0)}}, 14.0},
      {{rectangle(205.0, 60.0, 40.0, 50.0), {}}, 22.0},  {{{{60.0, 120.0}, {110.0, 140.0}, {95.0, 185.0}, {50.0, 170.0}}, {}}, 9.0},
      {{rectangle(180.0, 150.0, 25.0, 60.0), {}}, 45.0},
  };
  std::vector<Building> buildings;
  for (const auto& [footprint, height_m] : shapes) {
    auto& building = buildings.emplace_back();
    building.id = std::to_string(buildings.size());
    building.footprint = footprint;
    building.height = Metres(height_m);
    building.material = static_cast<WallMaterial>(buildings.size() % 5);
  }
  std::vector<Tree> trees;
  for (int i = 0; i < 12; ++i) {
    auto& tree = trees.emplace_back();
    tree.id = std::to_string(i);
    tree.position = {20.0 * i + 5.0, 105.0 + 3.0 * (i % 5)};
    tree.height = Metres(6.0 + i);
    tree.crown_diameter = Metres(3.0 + 0.5 * i);
  }
  Park park;
  park.terrain = Part<Terrain>(terrain);
  park.buildings = Part<Table<Building>>(Table<Building>(buildings));
  park.trees = Part<Table<Tree>>(Table<Tree>(trees));
  return park;
}

}  // namespace

ContentHash trace_fingerprint() {
  const Obstacles obstacles = make_obstacles(course(), frame);
  Hasher hasher;
  for (const SightPoint& antenna : {SightPoint{.position = {121.0, 97.0}, .elevation_m = 28.0},
                                    SightPoint{.position = {191.0, 171.0}, .elevation_m = 12.0, .ignored = 4}}) {
    const ContentHash hash = content_hash_of(trace_site(obstacles, antenna, Metres(1.5), Metres(170.0)));
    hasher.add(hash.low);
    hasher.add(hash.high);
  }
  return hasher.digest();
}

}  // namespace parktwin::radio
