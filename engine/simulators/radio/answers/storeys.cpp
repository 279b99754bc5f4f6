#include "engine/simulators/radio/answers/storeys.h"

#include <algorithm>
#include <cmath>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/answers/level_steps.h"

namespace parktwin::radio::answers {
namespace {

std::vector<std::size_t> cells_of(const Building& building, std::int32_t number, const MapView& map, const GroundHolders& holders) {
  std::vector<std::size_t> cells;
  const GridFrame& frame = map.place.frame;
  for_each_run(frame, building.footprint, [&](std::int32_t row, std::int32_t begin, std::int32_t end) {
    for (std::size_t cell = frame.index(begin, row); cell < frame.index(end, row); ++cell) {
      if (map.place.values[cell] == indoors && holders.building(cell) == number) cells.push_back(cell);
    }
  });
  return cells;
}

}  // namespace

double storey_spacing_m(const Building& building) {
  PARKTWIN_CHECK(building.floors >= 1, "a building without storeys");
  return building.height_assumed ? assumed_storey_m : building.height.value() / building.floors;
}

float storey_level_dbm(const MapView& map, const StoreyFacts& facts, std::size_t map_cell, double above_ground_m) {
  const float below_dbm = map.rsrp_dbm.values[map_cell];
  const std::uint16_t server = map.best_server.values[map_cell];
  const double rise_m = std::min(above_ground_m, highest_gain_m) - facts.ground_floor_device_m;
  if (server == nobody || map.line_of_sight.values[map_cell] != 0 || rise_m <= 0.0) return below_dbm;
  const float raised_dbm = below_dbm + static_cast<float>(facts.gain_db_per_m[server] * rise_m);
  return std::max(below_dbm, std::min(raised_dbm, facts.sight_level(server, map_cell, above_ground_m)));
}

std::vector<FloorCoverage> count_floors(std::span<const Building> buildings, const MapView& map, const GroundHolders& holders,
                                        const ServedRule& rule, std::span<const double> thresholds_dbm, const StoreyFacts& facts) {
  const LevelSteps steps(thresholds_dbm);
  const double cell_area_m2 = map.place.frame.cell_size * map.place.frame.cell_size;
  std::vector<std::vector<FloorCoverage>> parts(buildings.size());
  parallel_for(buildings.size(), [&](std::size_t i) {
    const auto cells = cells_of(buildings[i], static_cast<std::int32_t>(i), map, holders);
    if (cells.empty()) return;
    const double spacing_m = storey_spacing_m(buildings[i]);
    std::vector<std::uint32_t> counts;
    for (std::int32_t floor = 1; floor <= buildings[i].floors; ++floor) {
      const double above_ground_m = (floor - 1) * spacing_m + facts.ground_floor_device_m;
      counts.assign(steps.slots(), 0);
      for (const std::size_t cell : cells) {
        const float level_dbm = storey_level_dbm(map, facts, cell, above_ground_m);
        ++counts[steps.slot(level_dbm, rule.holds(level_dbm, map.sinr_db.values[cell]))];
      }
      parts[i].push_back({Id<Building>(i), floor, above_ground_m, steps.shares(counts, cell_area_m2)});
    }
  });
  std::vector<FloorCoverage> result;
  for (auto& part : parts) {
    for (auto& row : part) result.push_back(std::move(row));
  }
  return result;
}

}  // namespace parktwin::radio::answers
