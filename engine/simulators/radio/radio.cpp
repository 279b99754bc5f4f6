#include "engine/simulators/radio/radio.h"

#include <cmath>
#include <limits>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/entry_loss.h"
#include "engine/simulators/radio/line_of_sight.h"
#include "engine/simulators/radio/noise.h"
#include "engine/simulators/radio/row_coverage.h"
#include "engine/simulators/radio/surface.h"
#include "engine/simulators/radio/transmitters.h"
#include "engine/simulators/radio/validity.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rows_per_chunk = 16;

GridFrame frame_of(const Park& park, const Options& options) {
  MultiPolygon drawn;
  for (const auto& polygon : park.site->boundary.polygons) {
    if (polygon.outer.size() >= 3) drawn.polygons.push_back(polygon);
  }
  const double cell_size = options.resolution.value();
  return drawn.polygons.empty() ? GridFrame{.origin = {}, .cell_size = cell_size} : frame_covering(bounds(drawn), cell_size);
}

Result empty_result(const GridFrame& frame) {
  constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
  Result result;
  result.rsrp_dbm = Grid<float>(frame, nothing);
  result.sinr_db = Grid<float>(frame, nothing);
  result.best_server = Grid<std::uint16_t>(frame, no_server);
  result.line_of_sight = Grid<std::uint8_t>(frame);
  result.place = Grid<std::uint8_t>(frame);
  result.shadowing_deviation_db = Grid<float>(frame, nothing);
  return result;
}

void mark_places(const MultiPolygon& boundary, const Grid<SurfaceCell>& surface, Grid<std::uint8_t>& place) {
  for_each_run(surface.frame, boundary, [&](std::int32_t row, std::int32_t begin, std::int32_t end) {
    for (std::size_t i = surface.frame.index(begin, row); i < surface.frame.index(end, row); ++i) {
      place.values[i] = static_cast<std::uint8_t>(surface.values[i].building == no_building ? Place::outdoor : Place::indoor);
    }
  });
}

// Records keep their draws when others come or go: the entity is drawn from the id, not from the position.
std::uint32_t entity_of(const std::string& id) { return static_cast<std::uint32_t>(content_hash(id).low); }

Scene make_scene(const Park& park, const Options& options, const Grid<SurfaceCell>& surface, const Transmitters& transmitters,
                 std::uint64_t seed) {
  Scene scene;
  scene.options = &options;
  scene.surface = &surface;
  scene.transmitters = &transmitters;
  for (const Hertz frequency : transmitters.frequencies) {
    auto& losses = scene.wall_loss_db.emplace_back();
    for (const auto& building : *park.buildings) {
      const double drawn_db =
          options.shadow_fading ? entry_loss_deviation(building.material).value() * wall_deviate(seed, entity_of(building.id)) : 0.0;
      losses.push_back(static_cast<float>(entry_loss(building.material, frequency).value() + drawn_db));
    }
  }
  for (const auto& building : *park.buildings) {
    scene.wall_deviation_db.push_back(static_cast<float>(entry_loss_deviation(building.material).value()));
  }
  for (const auto& victim : transmitters.carriers) {
    auto& row = scene.coupling.emplace_back();
    for (const auto& other : transmitters.carriers) row.push_back(static_cast<float>(coupling(victim, other)));
    scene.noise_mw.push_back(
        static_cast<float>(std::pow(10.0, 0.1 * thermal_noise(victim.subcarrier_spacing, options.noise_figure).value())));
  }
  scene.environment.resize(park.radio_cells->size());
  for (const auto& mast : transmitters.masts) {
    for (const auto& transmitter : mast.transmitters) scene.environment[transmitter.cell] = mast.environment;
    if (options.shadow_fading) scene.fields.emplace_back(seed, entity_of((*park.radio_sites)[mast.site].id));
  }
  return scene;
}

void put_cell_figures(const Park& park, std::span<const std::uint8_t> site_connected, Result& result) {
  const auto& cells = park.radio_cells->records();
  std::vector<double> sums_dbm(cells.size());
  std::vector<std::uint64_t> counts(cells.size());
  for (std::size_t i = 0; i < result.best_server.values.size(); ++i) {
    const std::uint16_t server = result.best_server.values[i];
    if (server == no_server) continue;
    sums_dbm[server] += result.rsrp_dbm.values[i];
    ++counts[server];
  }
  const double cell_area = result.place.frame.cell_size * result.place.frame.cell_size;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    CellFigures figures;
    figures.cell = Id<RadioCell>(i);
    figures.on_air = is_on_air(park, cells[i], site_connected);
    figures.served_area_m2 = static_cast<double>(counts[i]) * cell_area;
    if (counts[i] > 0) figures.mean_rsrp_dbm = sums_dbm[i] / static_cast<double>(counts[i]);
    result.cells.push_back(figures);
  }
}

}  // namespace

Result simulate(const Park& park, const Options& options, std::span<const std::uint8_t> site_connected, std::uint64_t seed,
                Progress& progress) {
  PARKTWIN_CHECK(site_connected.size() == park.radio_sites->size(), "one backhaul state per radio site");
  PARKTWIN_CHECK(park.radio_cells->size() < no_server, "more radio cells than a map can name");
  PARKTWIN_CHECK(options.resolution > Metres(0.0) && options.maximum_distance > Metres(0.0), "resolution and distance must be positive");

  Result result = empty_result(frame_of(park, options));
  const GridFrame& frame = result.place.frame;
  const auto surface = make_surface(*park.terrain, park.buildings->records(), frame);
  mark_places(park.site->boundary, surface, result.place);
  const auto transmitters = list_transmitters(park, surface, site_connected, options.receiver_height);
  result.notes = transmitters.notes;
  for (auto& note : validity_notes(park, options, transmitters)) result.notes.push_back(std::move(note));

  const std::size_t chunks = (static_cast<std::size_t>(frame.rows) + rows_per_chunk - 1) / rows_per_chunk;
  progress.begin("radio coverage", transmitters.masts.size() + chunks);
  std::vector<SightMap> sights(transmitters.masts.size());
  parallel_for(sights.size(), [&](std::size_t i) {
    sights[i] = line_of_sight(surface, transmitters.masts[i].point, options.receiver_height, options.maximum_distance);
    progress.advance();
  });
  Scene scene = make_scene(park, options, surface, transmitters, seed);
  scene.sights = sights;
  parallel_chunks(static_cast<std::size_t>(frame.rows), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    RowCoverage coverage(scene);
    for (std::size_t row = begin; row < end; ++row) coverage.evaluate(static_cast<std::int32_t>(row), result);
    progress.advance();
  });
  put_cell_figures(park, site_connected, result);
  return result;
}

}  // namespace parktwin::radio
