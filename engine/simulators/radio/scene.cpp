#include "engine/simulators/radio/scene.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/entry_law.h"
#include "engine/simulators/radio/entry_loss.h"
#include "engine/simulators/radio/link/adjacent_channel.h"
#include "engine/simulators/radio/noise.h"

namespace parktwin::radio {
namespace {

// Overlapping carriers by what they cover, neighbours by leakage and selectivity (link/adjacent_channel.h).
double coupling_of_any(const Carrier& victim, const Carrier& other) {
  const Hertz apart = Hertz(std::abs((victim.frequency - other.frequency).value()));
  const auto limits = link::adjacent_channel_limits(link::Direction::down, victim.frequency, victim.bandwidth);
  const double leaked = link::adjacent_channel_coupling(limits, apart - 0.5 * (victim.bandwidth + other.bandwidth), other.bandwidth);
  return coupling(victim, other) + leaked * (victim.subcarrier_spacing / other.subcarrier_spacing);
}

// Records keep their draws when others come or go: the entity is drawn from the id, not from the position.
std::uint32_t entity_of(const std::string& id) { return static_cast<std::uint32_t>(content_hash(id).low); }

EntryChoice entry_choice(const Options& options) { return {options.entry_law, options.entry_probability}; }

void put_walls(const Park& park, std::uint64_t seed, Scene& scene) {
  const EntryChoice entry = entry_choice(scene.options);
  for (const Hertz frequency : scene.transmitters.frequencies) {
    auto& losses = scene.wall_loss_db.emplace_back();
    for (const auto& building : *park.buildings) {
      std::optional<double> deviate;
      if (scene.options.shadow_fading) deviate = wall_deviate(seed, entity_of(building.id));
      losses.push_back(static_cast<float>(entry_loss(entry, building.material, frequency, deviate).value()));
    }
  }
}

void put_deviations(const Park& park, Scene& scene) {
  const EntryChoice entry = entry_choice(scene.options);
  const auto& frequencies = scene.transmitters.frequencies;
  for (const auto& building : *park.buildings) {
    scene.wall_deviation_db.push_back(static_cast<float>(entry_loss_deviation(entry, building.material, gigahertz(1.0)).value()));
  }
  scene.indoor_deviation_db.resize(entry.law == EntryLaw::p2109 ? frequencies.size() : std::min<std::size_t>(frequencies.size(), 1));
  for (std::size_t i = 0; i < environments; ++i) {
    for (const bool seen : {false, true}) {
      const auto environment = static_cast<Environment>(i);
      scene.outdoor_deviation_db[i][seen ? 1 : 0] = static_cast<float>(shadowing_deviation(environment, seen, false).value());
      for (std::size_t f = 0; f < scene.indoor_deviation_db.size(); ++f) {
        auto& inside_db = scene.indoor_deviation_db[f][i][seen ? 1 : 0];
        for (const auto& building : *park.buildings) {
          const Decibel inside = combined_deviation(shadowing_deviation(environment, seen, true),
                                                    entry_loss_deviation(entry, building.material, frequencies[f]));
          inside_db.push_back(static_cast<float>(inside.value()));
        }
      }
    }
  }
}

void put_ground(Scene& scene) {
  const auto& surface = scene.obstacles->surface;
  auto ground = std::make_shared<GroundPlanes>();
  const std::size_t size = surface.values.size();
  ground->device_m.resize(size);
  ground->indoor_db.assign(scene.transmitters.frequencies.size(), std::vector<float>(size));
  const auto receiver_m = static_cast<float>(scene.options.receiver_height.value());
  const bool holds_depth = scene.options.entry_law == EntryLaw::p2109;
  const auto loss_per_metre = holds_depth ? 0.0F : static_cast<float>(scene.options.indoor_loss_per_metre.value());
  parallel_chunks(size, std::size_t{1} << 16, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const SurfaceCell& cell = surface.values[i];
      ground->device_m[i] = cell.ground_m + receiver_m;
      if (cell.building == no_building) continue;
      for (std::size_t f = 0; f < ground->indoor_db.size(); ++f) {
        ground->indoor_db[f][i] = scene.wall_loss_db[f][static_cast<std::size_t>(cell.building)] + loss_per_metre * cell.facade_distance_m;
      }
    }
  });
  scene.ground = std::move(ground);
}

void put_carriers(Scene& scene) {
  for (const auto& victim : scene.transmitters.carriers) {
    auto& row = scene.coupling.emplace_back();
    for (const auto& other : scene.transmitters.carriers) row.push_back(static_cast<float>(coupling_of_any(victim, other)));
    scene.noise_mw.push_back(
        static_cast<float>(std::pow(10.0, 0.1 * thermal_noise(victim.subcarrier_spacing, scene.options.noise_figure).value())));
  }
}

}  // namespace

GridFrame map_frame(const Park& park, const Options& options) {
  MultiPolygon drawn;
  for (const auto& polygon : park.site->boundary.polygons) {
    if (polygon.outer.size() >= 3) drawn.polygons.push_back(polygon);
  }
  const double cell_size = options.resolution.value();
  return drawn.polygons.empty() ? GridFrame{.origin = {}, .cell_size = cell_size} : frame_covering(bounds(drawn), cell_size);
}

Scene make_scene(const Park& park, const Options& options, const Obstacles& obstacles, Transmitters transmitters, std::uint64_t seed,
                 const Scene* before) {
  Scene scene;
  scene.options = options;
  scene.obstacles = &obstacles;
  scene.transmitters = std::move(transmitters);
  if (before != nullptr) {
    scene.tables = before->tables;
    scene.wall_loss_db = before->wall_loss_db;
    scene.wall_deviation_db = before->wall_deviation_db;
    scene.ground = before->ground;
    scene.outdoor_deviation_db = before->outdoor_deviation_db;
    scene.indoor_deviation_db = before->indoor_deviation_db;
    scene.coupling = before->coupling;
    scene.noise_mw = before->noise_mw;
  } else {
    for (const Hertz frequency : scene.transmitters.frequencies) scene.tables.push_back(std::make_shared<const PathTables>(frequency));
    put_walls(park, seed, scene);
    put_deviations(park, scene);
    put_ground(scene);
    put_carriers(scene);
  }
  scene.mast_of_cell.assign(park.radio_cells->size(), no_mast);
  for (const auto& cell : *park.radio_cells) scene.load_of_cell.push_back(static_cast<float>(cell.load));
  scene.frequency_of_cell.assign(park.radio_cells->size(), 0);
  scene.far_from_m.assign(park.radio_cells->size(), std::numeric_limits<double>::infinity());
  for (std::size_t mast = 0; mast < scene.transmitters.masts.size(); ++mast) {
    const bool rural = scene.transmitters.masts[mast].environment == Environment::rural_macro;
    for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
      scene.mast_of_cell[transmitter.cell] = mast;
      scene.frequency_of_cell[transmitter.cell] = transmitter.frequency;
      if (rural) scene.far_from_m[transmitter.cell] = transmitter.law.breakpoint_m;
    }
    const auto site = scene.transmitters.masts[mast].site;
    if (options.shadow_fading) scene.fields.emplace_back(seed, entity_of((*park.radio_sites)[site].id));
  }
  return scene;
}

}  // namespace parktwin::radio
