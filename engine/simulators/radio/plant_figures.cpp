#include "engine/simulators/radio/plant_figures.h"

#include <limits>

#include "engine/core/parallel.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t cells_per_chunk = std::size_t{1} << 19;
constexpr std::size_t no_plant = std::numeric_limits<std::size_t>::max();

struct Floor {
  std::size_t cells = 0;
  std::size_t covered = 0;
  std::size_t own = 0;
  std::size_t served = 0;
  double sum_dbm = 0.0;

  void add(const Floor& other) {
    cells += other.cells;
    covered += other.covered;
    own += other.own;
    served += other.served;
    sum_dbm += other.sum_dbm;
  }
};

std::vector<std::uint8_t> buildings_with_own_site(const Park& park) {
  std::vector<std::uint8_t> own(park.buildings->size(), 0);
  for (const auto& site : *park.radio_sites) {
    if (site.inside && site.building.valid()) own[site.building.index()] = 1;
  }
  return own;
}

void count_elements(const Park& park, PlantFigures& figures) {
  if (!figures.enterprise.valid()) return;
  for (const auto& group : *park.connected_assets) {
    if (group.enterprise != figures.enterprise) continue;
    switch (group.bearer) {
      case AssetBearer::nr:
        figures.nr_elements += group.count;
        break;
      case AssetBearer::wifi:
        figures.wifi_elements += group.count;
        break;
      case AssetBearer::wired:
        figures.wired_elements += group.count;
        break;
      case AssetBearer::lte:
      case AssetBearer::other_wireless:
        figures.other_elements += group.count;
        break;
    }
  }
  const std::int64_t wireless = figures.nr_elements + figures.wifi_elements + figures.other_elements;
  if (wireless > 0) figures.nr_share = static_cast<double>(figures.nr_elements) / static_cast<double>(wireless);
}

void put_shares(const Floor& floor, double cell_area_m2, PlantFigures& figures) {
  if (floor.cells == 0) return;
  const auto cells = static_cast<double>(floor.cells);
  figures.floor_area_m2 = cells * cell_area_m2;
  figures.covered_share = static_cast<double>(floor.covered) / cells;
  figures.own_cells_share = static_cast<double>(floor.own) / cells;
  if (floor.served > 0) figures.mean_rsrp_dbm = floor.sum_dbm / static_cast<double>(floor.served);
}

/// By plant. Sums of a chunk are folded in the order of the chunks.
std::vector<Floor> count_floors(const std::vector<std::size_t>& plant_of, const Park& park, const Options& options,
                                const Grid<SurfaceCell>& surface, const Result& result) {
  std::vector<std::vector<Floor>> parts((surface.values.size() + cells_per_chunk - 1) / cells_per_chunk);
  parallel_chunks(surface.values.size(), cells_per_chunk, [&](std::size_t begin, std::size_t end) {
    auto& floors = parts[begin / cells_per_chunk];
    floors.resize(result.plants.size());
    for (std::size_t at = begin; at < end; ++at) {
      const std::int32_t building = surface.values[at].building;
      if (building == no_building || result.place.values[at] == static_cast<std::uint8_t>(Place::outside)) continue;
      const std::size_t plant = plant_of[static_cast<std::size_t>(building)];
      if (plant == no_plant) continue;
      Floor& floor = floors[plant];
      ++floor.cells;
      const std::uint16_t server = result.best_server.values[at];
      if (server == no_server) continue;
      const auto rsrp_dbm = static_cast<double>(result.rsrp_dbm.values[at]);
      const auto sinr_db = static_cast<double>(result.sinr_db.values[at]);
      const RadioSite& site = (*park.radio_sites)[park.radio_cells->records()[server].site];
      ++floor.served;
      floor.sum_dbm += rsrp_dbm;
      if (rsrp_dbm >= options.minimum_rsrp.value() && sinr_db >= options.minimum_sinr.value()) ++floor.covered;
      if (site.inside && site.building == result.plants[plant].building) ++floor.own;
    }
  });
  std::vector<Floor> sums(result.plants.size());
  for (const auto& part : parts) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i].add(part[i]);
  }
  return sums;
}

}  // namespace

void put_plant_figures(const Park& park, const Options& options, const Grid<SurfaceCell>& surface, Result& result) {
  const auto has_own_site = buildings_with_own_site(park);
  std::vector<std::size_t> plant_of(park.buildings->size(), no_plant);
  result.plants.clear();
  for (std::size_t i = 0; i < plant_of.size(); ++i) {
    const Building& building = park.buildings->records()[i];
    if (building.use != BuildingUse::factory && building.use != BuildingUse::warehouse && has_own_site[i] == 0) continue;
    plant_of[i] = result.plants.size();
    PlantFigures figures;
    figures.building = Id<Building>(i);
    figures.enterprise = building.enterprise;
    count_elements(park, figures);
    result.plants.push_back(figures);
  }
  if (result.plants.empty()) return;
  const auto floors = count_floors(plant_of, park, options, surface, result);
  const double side_m = surface.frame.cell_size;
  for (std::size_t i = 0; i < floors.size(); ++i) put_shares(floors[i], side_m * side_m, result.plants[i]);
}

}  // namespace parktwin::radio
