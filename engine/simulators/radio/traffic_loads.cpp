#include "engine/simulators/radio/traffic_loads.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/cell_links.h"
#include "engine/simulators/radio/link/load_coupling.h"
#include "engine/simulators/radio/row_evaluator.h"
#include "engine/simulators/radio/share_list.h"
#include "engine/simulators/radio/traffic_ground.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t places_in_all = 20000;
constexpr std::size_t most_stretches = 64;
constexpr std::size_t least_stretches = 4;
constexpr std::size_t places_per_chunk = 256;

struct Places {
  std::vector<MapCell> cells;
  std::vector<link::CoupledUser> users;
  std::vector<double> thermal_mw;  ///< of the noise, which counts cells that do not serve too
};

// What one enterprise has of one radio cell's ground.
struct ServedGround {
  std::size_t server = 0;
  double demand_mbit_s = 0.0;
  std::vector<std::size_t> ground;
};

std::vector<ServedGround> served_grounds(std::span<const EnterpriseTraffic> traffic, const Grid<std::uint16_t>& best_server) {
  std::vector<ServedGround> result;
  for (const auto& whose : traffic) {
    if (whose.demand.down_mbit_s <= 0.0) continue;
    std::map<std::uint16_t, std::vector<std::size_t>> by_server;
    for (const std::size_t i : whose.ground) {
      if (best_server.values[i] != no_server) by_server[best_server.values[i]].push_back(i);
    }
    for (auto& [server, ground] : by_server) {
      const double share = static_cast<double>(ground.size()) / static_cast<double>(whose.ground.size());
      result.push_back({server, whose.demand.down_mbit_s * share, std::move(ground)});
    }
  }
  return result;
}

Places sample(std::span<const ServedGround> grounds, const GridFrame& frame) {
  constexpr double golden = 0.6180339887498949;
  Places places;
  const std::size_t stretches = std::clamp(places_in_all / std::max<std::size_t>(grounds.size(), 1), least_stretches, most_stretches);
  const auto columns = static_cast<std::size_t>(frame.columns);
  for (const auto& each : grounds) {
    const std::size_t size = each.ground.size();
    const std::size_t count = std::min(size, stretches);
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t begin = k * size / count;
      const std::size_t length = (k + 1) * size / count - begin;
      const double turn = static_cast<double>(k) * golden;
      const std::size_t cell = each.ground[begin + static_cast<std::size_t>((turn - std::floor(turn)) * static_cast<double>(length))];
      places.cells.push_back({static_cast<std::int32_t>(cell % columns), static_cast<std::int32_t>(cell / columns)});
      places.users.push_back({each.server, each.demand_mbit_s / static_cast<double>(count), 0.0});
    }
  }
  return places;
}

std::vector<std::size_t> carriers_by_cell(const Scene& scene) {
  std::vector<std::size_t> carriers(scene.mast_of_cell.size(), 0);
  for (const auto& mast : scene.transmitters.masts) {
    for (const auto& transmitter : mast.transmitters) carriers[transmitter.cell] = transmitter.carrier;
  }
  return carriers;
}

// What each place receives of each radio cell at full load, coupled from other carriers; of cells that do not serve, as part of its noise.
std::vector<double> received_mw(const Scene& scene, Places& places) {
  const std::size_t cells = scene.mast_of_cell.size();
  const auto carriers = carriers_by_cell(scene);
  std::vector<double> power_mw(places.cells.size() * cells);
  places.thermal_mw.resize(places.cells.size());
  parallel_chunks(places.cells.size(), places_per_chunk, [&](std::size_t begin, std::size_t end) {
    RowEvaluator evaluator(scene);
    evaluator.begin_cells(std::span(places.cells).subspan(begin, end - begin));
    for (std::size_t i = begin; i < end; ++i) {
      places.thermal_mw[i] = static_cast<double>(scene.noise_mw[carriers[places.users[i].cell]]);
      places.users[i].noise_mw = places.thermal_mw[i];
    }
    for (std::size_t mast = 0; mast < scene.transmitters.masts.size(); ++mast) {
      const std::size_t count = evaluator.begin_mast(mast);
      if (count == 0) continue;
      for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
        const auto levels = evaluator.levels(transmitter);
        for (std::size_t k = 0; k < count; ++k) {
          const std::size_t place = begin + evaluator.reached()[k];
          link::CoupledUser& user = places.users[place];
          const auto coupled = static_cast<double>(scene.coupling[carriers[user.cell]][transmitter.carrier]);
          const double mw = coupled * std::pow(10.0, 0.1 * static_cast<double>(levels[k]));
          if (transmitter.serves) {
            power_mw[place * cells + transmitter.cell] = mw;
          } else {
            user.noise_mw += transmitter.load * mw;
          }
        }
      }
    }
  });
  return power_mw;
}

// Leaves out what no rate reaches even over thermal noise alone.
void keep_reached(std::size_t cells, const link::RateAtSinr& rate_mbit_s, Places& places, std::vector<double>& power_mw) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < places.users.size(); ++i) {
    const link::CoupledUser& user = places.users[i];
    if (rate_mbit_s(user.cell, power_mw[i * cells + user.cell] / places.thermal_mw[i]) <= 0.0) continue;
    places.users[kept] = user;
    std::copy_n(power_mw.begin() + static_cast<std::ptrdiff_t>(i * cells), cells,
                power_mw.begin() + static_cast<std::ptrdiff_t>(kept * cells));
    ++kept;
  }
  places.users.resize(kept);
  power_mw.resize(kept * cells);
}

std::vector<std::uint8_t> serving_cells(const Scene& scene) {
  std::vector<std::uint8_t> serving(scene.mast_of_cell.size(), 0);
  for (const auto& mast : scene.transmitters.masts) {
    for (const auto& transmitter : mast.transmitters) serving[transmitter.cell] = transmitter.serves ? 1 : 0;
  }
  return serving;
}

}  // namespace

TrafficLoads traffic_loads(const Park& park, const Scene& scene, const Result& result) {
  const std::size_t cells = park.radio_cells->size();
  const auto traffic = enterprise_traffic(park, scene.obstacles->surface, result.place);
  Places places = sample(served_grounds(traffic, result.best_server), result.best_server.frame);
  auto power_mw = received_mw(scene, places);
  const CellLinks links = cell_links(park, scene.options);
  const auto rate_mbit_s = [&links](std::size_t cell, double sinr) {
    return static_cast<double>(links.down[links.cells[cell].down].at(static_cast<float>(10.0 * std::log10(sinr))));
  };
  keep_reached(cells, rate_mbit_s, places, power_mw);
  const auto rate_or_lowest = [&](std::size_t cell, double sinr) {
    return std::max(rate_mbit_s(cell, sinr), static_cast<double>(links.down[links.cells[cell].down].least()));
  };
  auto coupled = link::coupled_loads(cells, places.users, power_mw, rate_or_lowest);
  TrafficLoads loads;
  loads.places = places.users.size();
  loads.converged = coupled.converged;
  loads.iterations = coupled.iterations;
  loads.last_change = coupled.last_change;
  loads.needed = std::move(coupled.load);
  const auto serving = serving_cells(scene);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    loads.load.push_back(serving[cell] != 0 ? std::min(1.0, loads.needed[cell]) : park.radio_cells->records()[cell].load);
  }
  return loads;
}

Park with_loads(const Park& park, std::span<const double> load) {
  PARKTWIN_CHECK(load.size() == park.radio_cells->size(), "one load per radio cell");
  auto cells = park.radio_cells->records();
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i].load = load[i];
  Park result = park;
  result.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>(std::move(cells)));
  return result;
}

void put_traffic_loads(const Park& typed, const TrafficLoads& loads, Result& result) {
  const auto& cells = typed.radio_cells->records();
  std::vector<NamedShare> overloaded;
  std::size_t idle = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    result.cells[i].typed_load = cells[i].load;
    if (loads.needed[i] > 1.0) overloaded.push_back({cells[i].id, loads.needed[i]});
    if (result.cells[i].on_air && result.cells[i].load <= 0.0) ++idle;
  }
  result.notes.push_back(
      {NoteKind::assumption, "option load_from_traffic",
       fmt::format("Loads of radio cells follow from the downlink traffic of connected assets at {} sampled places; public "
                   "devices and signalling are not counted. Cells on the air without traffic, which count as idle: {}.",
                   loads.places, idle)});
  if (!overloaded.empty()) {
    result.notes.push_back(
        {NoteKind::warning, "option load_from_traffic",
         fmt::format("Traffic needs more than these radio cells have, which count as full: {}.", share_list(overloaded))});
  }
  if (loads.converged) {
    result.notes.push_back({NoteKind::information, "option load_from_traffic",
                            fmt::format("The loads settled after {} rounds; the last changed none by more than {:.1g}.", loads.iterations,
                                        loads.last_change)});
  } else {
    result.notes.push_back({NoteKind::warning, "option load_from_traffic",
                            fmt::format("The loads did not settle within {} rounds and are too low; the last still changed one by {:.1g}.",
                                        loads.iterations, loads.last_change)});
  }
}

}  // namespace parktwin::radio
