#pragma once
// The park of blocks with other roads and ducts.
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {

inline Park with_roads(std::vector<std::vector<Point>> paths) {
  Park park = block_park(600.0);
  std::vector<Road> roads;
  for (auto& path : paths) {
    Road road;
    road.id = "R-" + std::to_string(roads.size());
    road.path.points = std::move(path);
    roads.push_back(std::move(road));
  }
  park.roads = Part<Table<Road>>(Table<Road>(std::move(roads)));
  return park;
}

inline Park with_ducts(Park park, std::vector<std::vector<Point>> paths) {
  std::vector<Duct> ducts;
  for (auto& path : paths) {
    Duct duct;
    duct.id = "D-" + std::to_string(ducts.size());
    duct.path.points = std::move(path);
    ducts.push_back(std::move(duct));
  }
  park.ducts = Part<Table<Duct>>(Table<Duct>(std::move(ducts)));
  return park;
}

}  // namespace parktwin::plan
