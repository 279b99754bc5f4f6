// Radio coverage of synthetic parks of box buildings, built here. Each benchmark first recomputes sampled map cells with the plain
// formulas in double precision and refuses to time a wrong answer.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/covered_share.h"
#include "engine/simulators/radio/entry_loss.h"
#include "engine/simulators/radio/knife_edge.h"
#include "engine/simulators/radio/live_map.h"
#include "engine/simulators/radio/wedge_trace.h"

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

double edge_loss_db(const radio::SiteGeometry& geometry, std::size_t at, Hertz frequency) {
  double loss = 0.0;
  double least = 1e9;
  for (const auto& plane : geometry.edge) {
    if ((plane[at] & radio::parameter_mask) == 0) continue;
    const double edge =
        radio::knife_edge_loss_db(static_cast<double>(radio::parameter_of(plane[at])) * std::sqrt(frequency.value() * 1e-9));
    loss += edge;
    least = std::min(least, edge);
  }
  return loss + 0.1 * geometry.spreading[at] * std::clamp((least - 6.0) / 9.0, 0.0, 1.0);
}

// Over the roofs and scattered; a map cell with a detour may receive more, never less.
double received_dbm(const Park& park, const radio::Options& options, const Grid<radio::SurfaceCell>& surface, const radio::Mast& mast,
                    const radio::Transmitter& transmitter, const radio::SiteGeometry& geometry, std::int32_t column, std::int32_t row) {
  const RadioCell& cell = park.radio_cells->records()[transmitter.cell];
  const radio::SurfaceCell& here = surface.at(column, row);
  const Point centre = surface.frame.centre(column, row);
  const std::size_t at = geometry.window.index(column, row);
  const double dx = centre.x - mast.point.position.x;
  const double dy = centre.y - mast.point.position.y;
  const double dz = here.ground_m + options.receiver_height.value() - mast.point.elevation_m;
  const double ground = std::hypot(dx, dy);
  const double up = geometry.seen(column, row) ? dz : ground * geometry.departure[at] * static_cast<double>(radio::departure_step);
  const double out = std::hypot(ground, up);
  const auto direction = radio::direction_to(transmitter.orientation, {dx / out, dy / out, up / out});
  const Antenna& antenna = (*park.antennas)[cell.antenna];
  const double slant = std::hypot(std::max(ground, 10.0), dz);
  const double traced_db =
      20.0 * std::log10(4.0 * 3.14159265358979 * slant * cell.frequency.value() / 299792458.0) + edge_loss_db(geometry, at, cell.frequency);
  double share = std::pow(10.0, -0.1 * traced_db);
  if (!geometry.seen(column, row)) share += std::pow(10.0, -0.1 * radio::path_loss_db(transmitter.law, ground, dz, false));
  double level = transmitter.peak_dbm - radio::peak_gain_dbi(antenna) +
                 radio::antenna_gain_dbi(antenna, cell.electrical_downtilt, direction) + 10.0 * std::log10(share);
  if (here.building != radio::no_building) {
    const auto& walls = park.buildings->records()[static_cast<std::size_t>(here.building)];
    level -= radio::entry_loss(walls.material, cell.frequency).value() +
             options.indoor_loss_per_metre.value() * static_cast<double>(here.facade_distance_m);
  }
  return level;
}

// The strongest cell of every 9,973rd map cell, plainly computed, must be within 0.05 dB of the map's; where a detour may add, not above
// it.
bool is_right(const Park& park, const radio::Options& options, const radio::Result& result) {
  const auto obstacles = radio::make_obstacles(park, result.place.frame);
  const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
  radio::PatternCache patterns;
  const auto transmitters = radio::list_transmitters(park, obstacles.surface, connected, options.receiver_height, patterns);
  const std::size_t samples = result.place.values.size() / 9973 + 1;
  std::vector<double> best(samples, -1e30);
  std::vector<bool> has_detour(samples);
  for (const auto& mast : transmitters.masts) {
    const auto geometry = radio::trace_site(obstacles, mast.point, options.receiver_height, options.maximum_distance);
    for (std::size_t i = 0; i < samples; ++i) {
      const auto column = static_cast<std::int32_t>(i * 9973 % static_cast<std::size_t>(result.place.frame.columns));
      const auto row = static_cast<std::int32_t>(i * 9973 / static_cast<std::size_t>(result.place.frame.columns));
      if (distance(result.place.frame.centre(column, row), mast.point.position) > options.maximum_distance.value()) continue;
      if (geometry.detour[geometry.window.index(column, row)] != 0) has_detour[i] = true;
      for (const auto& transmitter : mast.transmitters) {
        best[i] = std::max(best[i], received_dbm(park, options, obstacles.surface, mast, transmitter, geometry, column, row));
      }
    }
  }
  for (std::size_t i = 0; i < samples; ++i) {
    const double difference = static_cast<double>(result.rsrp_dbm.values[i * 9973]) - best[i];
    if (difference < -0.05 || (difference > 0.05 && !has_detour[i])) return false;
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

// One change after the other on a live map of 30 sites, each with its new coverage figure. `change` makes the state of a step.
template <class Change>
void follow(benchmark::State& state, double limit_s, Change&& change) {
  const Park park = make_park(2000.0, 30);
  const radio::Options options;
  const std::vector<std::uint8_t> connected(30, 1);
  Progress progress;
  radio::GeometryCache cache;
  radio::LiveMap map(park, options, connected, 1, cache, progress);
  int step = 0;
  const Park checked = change(park, ++step);
  map.update(checked, connected, progress);
  if (content_hash(map.result()) != content_hash(radio::simulate(checked, options, connected, 1, progress))) {
    state.SkipWithError("the map that followed differs from one made from scratch");
    return;
  }
  for (auto _ : state) {
    state.PauseTiming();
    const Park next = change(park, ++step);
    state.ResumeTiming();
    map.update(next, connected, progress);
    benchmark::DoNotOptimize(radio::covered_share(map.current(), Dbm(-105.0), Decibel(-3.0)));
  }
  state.counters["changes/s"] = benchmark::Counter(1.0, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = limit_s;
}

void move_one_site(benchmark::State& state) {
  follow(state, 0.03, [](const Park& park, int step) {
    auto sites = park.radio_sites->records();
    sites[7].position.x += 0.25 * (step % 199);  // no place twice within a run: none is found in the cache
    Park moved = park;
    moved.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>(sites));
    return moved;
  });
}

void retilt_one_cell(benchmark::State& state) {
  follow(state, 0.005, [](const Park& park, int step) {
    auto cells = park.radio_cells->records();
    cells[20].electrical_downtilt = Degrees(1.0 + 0.01 * (step % 997));
    Park tilted = park;
    tilted.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>(cells));
    return tilted;
  });
}

void repower_one_cell(benchmark::State& state) {
  follow(state, 0.005, [](const Park& park, int step) {
    auto cells = park.radio_cells->records();
    cells[20].transmit_power = Dbm(40.0 + 0.01 * (step % 997));
    Park louder = park;
    louder.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>(cells));
    return louder;
  });
}

Park with_height(const Park& park, std::size_t number, double height_m) {
  auto buildings = park.buildings->records();
  buildings[number].height = Metres(height_m);
  Park changed = park;
  changed.buildings = Part<Table<Building>>(Table<Building>(buildings));
  return changed;
}

// A search through settings: cell after cell, eleven tilts and powers each. Reported per setting.
void settings(benchmark::State& state) {
  auto cells = make_park(2000.0, 30).radio_cells->records();
  follow(state, 0.006, [cells](const Park& park, int step) mutable {
    auto& cell = cells[static_cast<std::size_t>(step / 11) % cells.size()];
    if (step % 2 == 0) cell.electrical_downtilt = Degrees(1.0 + 1.1 * (step % 11));
    if (step % 2 != 0) cell.transmit_power = Dbm(43.0 + step % 11);
    Park set = park;
    set.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>(cells));
    return set;
  });
}

// In a corner of the park: of 30 sites those within 1,500 m trace it.
void change_one_building(benchmark::State& state) {
  follow(state, 0.8, [](const Park& park, int step) { return with_height(park, 0, 8.0 + 0.5 * (step % 61)); });
}

// The geometries alone of the sites that have the building within reach: traced whole, or the wedge behind it.
void trace_changed_building(benchmark::State& state, std::size_t number, bool whole) {
  const Park park = make_park(2000.0, 30);
  const radio::Options options;
  const GridFrame frame = radio::map_frame(park, options);
  const Park changed = with_height(park, number, 31.5);
  const auto before = radio::make_obstacles(park, frame);
  const auto now = radio::make_obstacles(changed, frame);
  const radio::GroundKeys then_keys(park, before);
  const radio::GroundKeys now_keys(changed, now);
  const auto change = radio::change_between({before, then_keys}, {now, now_keys});
  radio::PatternCache patterns;
  const std::vector<std::uint8_t> connected(30, 1);
  const auto list = radio::list_transmitters(changed, now.surface, connected, options.receiver_height, patterns);
  std::vector<radio::SightPoint> antennas;
  std::vector<radio::SiteGeometry> former;
  std::size_t judged = 0;
  std::size_t all = 0;
  for (const auto& mast : list.masts) {
    const auto& point = mast.point;
    if (then_keys.key(point, options.receiver_height, options.maximum_distance) ==
        now_keys.key(point, options.receiver_height, options.maximum_distance)) {
      continue;
    }
    antennas.push_back(point);
    former.push_back(radio::trace_site(before, point, options.receiver_height, options.maximum_distance));
    const auto again = radio::trace_site_again(former.back(), *change, now, point, options.receiver_height, options.maximum_distance);
    judged += again.judged;
    all += again.geometry.window.size();
    if (again.geometry != radio::trace_site(now, point, options.receiver_height, options.maximum_distance)) {
      state.SkipWithError("the wedge differs from a trace from scratch");
      return;
    }
  }
  for (auto _ : state) {
    parallel_for(antennas.size(), [&](std::size_t i) {
      auto geometry =
          whole ? radio::trace_site(now, antennas[i], options.receiver_height, options.maximum_distance)
                : radio::trace_site_again(former[i], *change, now, antennas[i], options.receiver_height, options.maximum_distance).geometry;
      benchmark::DoNotOptimize(geometry.detour.data());
    });
  }
  state.counters["sites"] = static_cast<double>(antennas.size());
  state.counters["judged"] = whole ? 1.0 : static_cast<double>(judged) / static_cast<double>(all);
}

// In the middle of the park, in reach of all sites.
void trace_changed_building_whole(benchmark::State& state) { trace_changed_building(state, 73, true); }
void trace_changed_building_wedge(benchmark::State& state) { trace_changed_building(state, 73, false); }

// How fast this machine reads and writes memory: a[i] = b[i] + s·c[i] over arrays far larger than the caches, on all threads.
void stream_triad(benchmark::State& state) {
  constexpr std::size_t size = std::size_t{1} << 25;
  constexpr std::size_t chunk = std::size_t{1} << 20;
  std::vector<float> a(size), b(size, 1.0F), c(size, 2.0F);
  const auto triad = [&] {
    parallel_chunks(size, chunk, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) a[i] = b[i] + 3.0F * c[i];
    });
  };
  triad();
  if (a[0] != 7.0F || a[size - 1] != 7.0F) {
    state.SkipWithError("wrong sum");
    return;
  }
  for (auto _ : state) {
    triad();
    benchmark::DoNotOptimize(a.data());
  }
  state.counters["bytes/s"] = benchmark::Counter(3.0 * sizeof(float) * size, benchmark::Counter::kIsIterationInvariantRate);
}

void plan_reference_2m(benchmark::State& state) { plan(state, 3464.0, 60, 2.5); }
void plan_30_sites_2km_2m(benchmark::State& state) { plan(state, 2000.0, 30, 1.0); }

BENCHMARK(plan_reference_2m)->Name("radio/plan_reference_2m")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(plan_30_sites_2km_2m)->Name("radio/plan_30_sites_2km_2m")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(move_one_site)->Name("radio/move_one_site")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(retilt_one_cell)->Name("radio/retilt_one_cell")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(repower_one_cell)->Name("radio/repower_one_cell")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(settings)->Name("radio/one_of_10000_settings")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(990);
BENCHMARK(change_one_building)->Name("radio/change_one_building")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(trace_changed_building_whole)->Name("radio/trace_changed_building/whole")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(trace_changed_building_wedge)->Name("radio/trace_changed_building/wedge")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(stream_triad)->Name("radio/stream_triad")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
