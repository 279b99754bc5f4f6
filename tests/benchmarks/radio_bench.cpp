// Radio coverage of synthetic parks of box buildings, built here. Each benchmark first recomputes sampled map cells with the plain
// formulas in double precision and refuses to time a wrong answer.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/simulators/radio/entry_loss.h"
#include "engine/simulators/radio/line_of_sight.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/surface.h"
#include "engine/simulators/radio/transmitters.h"

namespace {

using namespace parktwin;

Polygon box(double west, double south, double width, double depth) {
  return {.outer = {{west, south}, {west + width, south}, {west + width, south + depth}, {west, south + depth}}, .holes = {}};
}

Building building(std::size_t number, double west, double south, double width, double depth, double height) {
  Building result;
  result.id = "B-" + std::to_string(number);
  result.material = static_cast<WallMaterial>(number % 5);
  result.height = Metres(height);
  result.footprint = box(west, south, width, depth);
  return result;
}

std::vector<Building> blocks_of_buildings(double side_m) {
  std::vector<Building> buildings;
  for (double south = 40.0; south + 360.0 <= side_m; south += 400.0) {
    for (double west = 40.0; west + 360.0 <= side_m; west += 400.0) {
      for (int i = 0; i < 6; ++i) {
        const std::size_t number = buildings.size();
        const double height = 8.0 + static_cast<double>((number * 37) % 41);
        buildings.push_back(building(number, west + 20.0 + 115.0 * (i % 3), south + 20.0 + 170.0 * (i / 3), 80.0, 110.0, height));
      }
    }
  }
  return buildings;
}

// A square park with sites × 3 cells on a regular grid along the streets.
Park make_park(double side_m, std::size_t site_count) {
  Park park;
  Site site;
  site.name = "benchmark";
  site.boundary.polygons = {box(0.0, 0.0, side_m, side_m)};
  park.site = Part<Site>(site);
  park.buildings = Part<Table<Building>>(Table<Building>(blocks_of_buildings(side_m)));
  Antenna antenna;
  antenna.id = "A-8";
  park.antennas = Part<Table<Antenna>>(Table<Antenna>({antenna}));
  const auto across = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(site_count))));
  std::vector<RadioSite> sites;
  std::vector<RadioCell> cells;
  for (std::size_t i = 0; i < site_count; ++i) {
    RadioSite mast;
    mast.id = "S-" + std::to_string(i);
    mast.height = Metres(i % 4 == 0 ? 12.0 : 25.0);
    const double pitch = side_m / static_cast<double>(across);
    mast.position = {(static_cast<double>(i % across) + 0.5) * pitch, (static_cast<double>(i / across) + 0.5) * pitch};
    sites.push_back(mast);
    for (int sector = 0; sector < 3; ++sector) {
      RadioCell cell;
      cell.id = mast.id + "-" + std::to_string(sector);
      cell.site = Id<RadioSite>(i);
      cell.antenna = Id<Antenna>(0);
      cell.azimuth = Degrees(30.0 + 120.0 * sector);
      cells.push_back(cell);
    }
  }
  park.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>(sites));
  park.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>(cells));
  return park;
}

double received_dbm(const Park& park, const radio::Options& options, const Grid<radio::SurfaceCell>& surface, const radio::Mast& mast,
                    const radio::Transmitter& transmitter, bool seen, std::int32_t column, std::int32_t row) {
  const RadioCell& cell = park.radio_cells->records()[transmitter.cell];
  const radio::SurfaceCell& here = surface.at(column, row);
  const Point centre = surface.frame.centre(column, row);
  const double dx = centre.x - mast.point.position.x;
  const double dy = centre.y - mast.point.position.y;
  const double dz = here.ground_m + options.receiver_height.value() - mast.point.elevation_m;
  const double slant = std::sqrt(dx * dx + dy * dy + dz * dz);
  const auto direction = radio::direction_to(transmitter.orientation, {dx / slant, dy / slant, dz / slant});
  const Antenna& antenna = (*park.antennas)[cell.antenna];
  double level = transmitter.peak_dbm - radio::peak_gain_dbi(antenna) +
                 radio::antenna_gain_dbi(antenna, cell.electrical_downtilt, direction) -
                 radio::path_loss_db(transmitter.law, std::hypot(dx, dy), dz, seen);
  if (here.building != radio::no_building) {
    const auto& walls = park.buildings->records()[static_cast<std::size_t>(here.building)];
    level -= radio::entry_loss(walls.material, cell.frequency).value() + options.indoor_loss_per_metre.value() * here.facade_distance_m;
  }
  return level;
}

// The strongest cell of every 9,973rd map cell, plainly computed, must be within 0.05 dB of the map's.
bool is_right(const Park& park, const radio::Options& options, const radio::Result& result) {
  const auto surface = radio::make_surface(*park.terrain, park.buildings->records(), result.place.frame);
  const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
  const auto transmitters = radio::list_transmitters(park, surface, connected, options.receiver_height);
  std::vector<double> best(result.place.values.size() / 9973 + 1, -1e30);
  for (const auto& mast : transmitters.masts) {
    const auto sight = radio::line_of_sight(surface, mast.point, options.receiver_height, options.maximum_distance);
    for (std::size_t i = 0; i < best.size(); ++i) {
      const auto column = static_cast<std::int32_t>(i * 9973 % static_cast<std::size_t>(result.place.frame.columns));
      const auto row = static_cast<std::int32_t>(i * 9973 / static_cast<std::size_t>(result.place.frame.columns));
      if (distance(result.place.frame.centre(column, row), mast.point.position) > options.maximum_distance.value()) continue;
      for (const auto& transmitter : mast.transmitters) {
        best[i] = std::max(best[i], received_dbm(park, options, surface, mast, transmitter, sight.seen(column, row), column, row));
      }
    }
  }
  for (std::size_t i = 0; i < best.size(); ++i) {
    if (std::abs(best[i] - result.rsrp_dbm.values[i * 9973]) > 0.05) return false;
  }
  return true;
}

void plan(benchmark::State& state, double side_m, std::size_t sites, double limit_s) {
  const Park park = make_park(side_m, sites);
  const radio::Options options;
  const std::vector<std::uint8_t> connected(sites, 1);
  Progress progress;
  const auto first = radio::simulate(park, options, connected, 1, progress);
  if (!is_right(park, options, first)) {
    state.SkipWithError("the map differs from the plain formulas");
    return;
  }
  for (auto _ : state) {
    auto result = radio::simulate(park, options, connected, 1, progress);
    benchmark::DoNotOptimize(result.rsrp_dbm.values.data());
  }
  state.counters["cells/s"] =
      benchmark::Counter(static_cast<double>(first.place.values.size()), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = limit_s;
}

void plan_reference_2m(benchmark::State& state) { plan(state, 3464.0, 60, 2.5); }
void plan_30_sites_2km_2m(benchmark::State& state) { plan(state, 2000.0, 30, 1.0); }

BENCHMARK(plan_reference_2m)->Name("radio/plan_reference_2m")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(plan_30_sites_2km_2m)->Name("radio/plan_30_sites_2km_2m")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
