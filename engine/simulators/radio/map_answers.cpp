#include "engine/simulators/radio/map_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/answers/coverage_counts.h"
#include "engine/simulators/radio/answers/storeys.h"
#include "engine/simulators/radio/answers/threshold_shifts.h"
#include "engine/simulators/radio/answers/unserved_places.h"
#include "engine/simulators/radio/greatest_obstacle.h"
#include "engine/simulators/radio/sight_levels.h"
#include "engine/simulators/radio/strongest_interferers.h"

namespace parktwin::radio {
namespace {

static_assert(answers::outside_park == static_cast<std::uint8_t>(Place::outside) &&
              answers::outdoors == static_cast<std::uint8_t>(Place::outdoor) &&
              answers::indoors == static_cast<std::uint8_t>(Place::indoor) && answers::nobody == no_server);

std::vector<std::int32_t> building_of_cells(const Grid<SurfaceCell>& surface) {
  std::vector<std::int32_t> building(surface.values.size());
  parallel_chunks(building.size(), std::size_t{1} << 16, [&](std::size_t begin, std::size_t end) {
    for (std::size_t cell = begin; cell < end; ++cell) building[cell] = surface.values[cell].building;
  });
  return building;
}

answers::ServerFacts server_facts(const Scene& scene) {
  answers::ServerFacts facts;
  facts.noise_dbm.resize(scene.mast_of_cell.size());
  facts.indoor_db.resize(scene.mast_of_cell.size());
  for (const auto& mast : scene.transmitters.masts) {
    for (const auto& transmitter : mast.transmitters) {
      facts.noise_dbm[transmitter.cell] = 10.0 * std::log10(static_cast<double>(scene.noise_mw[transmitter.carrier]));
      facts.indoor_db[transmitter.cell] = scene.ground->indoor_db[transmitter.frequency];
    }
  }
  return facts;
}

answers::StoreyFacts storey_facts(const Scene& scene, const SightLevels& sight) {
  answers::StoreyFacts facts;
  facts.ground_floor_device_m = scene.options.receiver_height.value();
  for (const std::size_t mast : scene.mast_of_cell) {
    const bool macro = mast != no_mast && scene.transmitters.masts[mast].environment == Environment::urban_macro;
    facts.gain_db_per_m.push_back(macro ? answers::macro_gain_db_per_m : answers::micro_gain_db_per_m);
  }
  facts.sight_level = [&sight](std::uint16_t cell, std::size_t map_cell, double above_ground_m) {
    return sight.level_dbm(cell, map_cell, above_ground_m);
  };
  return facts;
}

void add_nearest_site(const Scene& scene, answers::UnservedPlace& place) {
  for (const auto& mast : scene.transmitters.masts) {
    const double away_m = distance(mast.point.position, place.position);
    if (place.nearest_site.valid() && away_m >= place.nearest_site_m) continue;
    place.nearest_site = mast.site;
    place.nearest_site_m = away_m;
  }
}

void add_obstacle(const Scene& scene, std::size_t map_cell, answers::UnservedPlace& place) {
  const Mast& mast = scene.transmitters.masts[scene.mast_of_cell[place.server.index()]];
  const auto transmitter = std::find_if(mast.transmitters.begin(), mast.transmitters.end(),
                                        [&](const Transmitter& each) { return each.cell == place.server.index(); });
  const auto obstacle =
      greatest_obstacle(scene.obstacles->surface, mast.point, place.position, static_cast<double>(scene.ground->device_m[map_cell]),
                        scene.tables[transmitter->frequency]->wavelength_m);
  place.obstacle_fresnel = obstacle.fresnel_parameter;
  if (obstacle.building != no_building) place.obstacle = Id<Building>(static_cast<std::size_t>(obstacle.building));
}

void add_interferers(const Scene& scene, answers::UnservedPlaces& found) {
  const auto columns = static_cast<std::size_t>(scene.obstacles->surface.frame.columns);
  std::vector<std::size_t> disturbed;
  std::vector<MapCell> places;
  std::vector<std::uint16_t> servers;
  for (std::size_t i = 0; i < found.places.size(); ++i) {
    if (found.places[i].reason != answers::UnservedReason::interference) continue;
    const std::size_t cell = found.map_cells[i];
    disturbed.push_back(i);
    places.push_back({static_cast<std::int32_t>(cell % columns), static_cast<std::int32_t>(cell / columns)});
    servers.push_back(static_cast<std::uint16_t>(found.places[i].server.index()));
  }
  const auto interferers = strongest_interferers(scene, places, servers);
  for (std::size_t k = 0; k < disturbed.size(); ++k) {
    if (interferers[k] != no_server) found.places[disturbed[k]].interferer = Id<RadioCell>(interferers[k]);
  }
}

void add_notes(const Park& park, const Options& options, const answers::UnservedPlaces& found, std::vector<Note>& notes) {
  const bool upper = std::any_of(park.buildings->begin(), park.buildings->end(), [](const auto& each) { return each.floors > 1; });
  if (upper) {
    notes.push_back(
        {NoteKind::assumption, "storeys",
         "Out of sight of the best server an upper storey gains 0.6 dB (UMa) or 0.3 dB (UMi) per metre over the ground floor up "
         "to 22.5 m, as TR 38.901 table 7.4.1-1 without line of sight, never more than line of sight through the same walls; "
         "SINR is taken as on the ground floor. Storeys are 3 m high where the building's height is assumed."});
  }
  if (found.more.count > 0) {
    notes.push_back({NoteKind::information, "unserved places",
                     fmt::format("{} more unserved places of together {:.0f} m² are not listed; the {} largest are.", found.more.count,
                                 found.more.area_m2, answers::most_unserved_places)});
  }
  if (found.small.count > 0) {
    notes.push_back({NoteKind::information, "unserved places",
                     fmt::format("{} unserved places below {:g} m², together {:.0f} m², are not listed.", found.small.count,
                                 options.smallest_unserved_area.value(), found.small.area_m2)});
  }
}

}  // namespace

GroundHolders map_holders(const Park& park, const Obstacles& obstacles) {
  return {park, obstacles.surface.frame, building_of_cells(obstacles.surface)};
}

void put_answers(const Park& park, const Scene& scene, const GroundHolders& holders, Result& result) {
  const Options& options = scene.options;
  const answers::MapView map{result.place, result.rsrp_dbm, result.sinr_db, result.best_server, result.line_of_sight};
  const answers::ServedRule rule{options.minimum_rsrp.value(), options.minimum_sinr.value()};
  result.table_thresholds_dbm = options.table_thresholds_dbm;
  auto counts = answers::count_coverage(park, map, holders, rule, options.table_thresholds_dbm);
  result.zone_coverage = std::move(counts.zones);
  result.enterprise_coverage = std::move(counts.enterprises);
  result.building_coverage = std::move(counts.buildings);
  const SightLevels sight(scene);
  result.floor_coverage =
      answers::count_floors(park.buildings->records(), map, holders, rule, options.table_thresholds_dbm, storey_facts(scene, sight));
  result.threshold_shifts = answers::shift_thresholds(map, holders, rule);
  auto found = answers::find_unserved(park, map, holders, rule, server_facts(scene), options.smallest_unserved_area.value());
  for (std::size_t i = 0; i < found.places.size(); ++i) {
    add_nearest_site(scene, found.places[i]);
    if (found.places[i].reason == answers::UnservedReason::blocked) add_obstacle(scene, found.map_cells[i], found.places[i]);
  }
  add_interferers(scene, found);
  add_notes(park, options, found, result.notes);
  result.unserved_places = std::move(found.places);
}

}  // namespace parktwin::radio
