#include "engine/simulators/radio/coverage_map.h"

#include <algorithm>
#include <cmath>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/hall_levels.h"
#include "engine/simulators/radio/rural_path_loss.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t block = 256;  // cells whose arrays stay in the nearest cache

}  // namespace

CoverageMap::CoverageMap(const Grid<std::uint8_t>& place, std::size_t carriers) : place_(place) {
  const GridFrame& frame = place.frame;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    const std::size_t start = frame.index(0, row);
    ColumnRun run{0, frame.columns};
    while (run.begin < run.end && place.values[start + static_cast<std::size_t>(run.begin)] == 0) ++run.begin;
    while (run.end > run.begin && place.values[start + static_cast<std::size_t>(run.end) - 1] == 0) --run.end;
    runs_.push_back(run);
  }
  dirty_ = runs_;
  carriers_.resize(carriers);
  for (auto& planes : carriers_) {
    planes.level_dbm.assign(place.values.size(), no_level_dbm);
    planes.cell.assign(place.values.size(), no_server);
    planes.other_level_dbm.assign(place.values.size(), no_level_dbm);
    planes.other_cell.assign(place.values.size(), no_server);
    planes.total_mw.assign(place.values.size(), 0.0);
  }
}

void CoverageMap::MastRow::begin(std::size_t carriers, std::size_t count) {
  level_dbm.resize(carriers);
  cell.resize(carriers);
  for (auto& levels : level_dbm) levels.assign(count, no_level_dbm);
  for (auto& cells : cell) cells.assign(count, no_server);
}

void CoverageMap::MastRow::take(const Transmitter& transmitter, std::span<const float> levels) {
  if (!transmitter.serves) return;
  row_strongest(levels.size(), transmitter.cell, levels.data(), level_dbm[transmitter.carrier].data(), cell[transmitter.carrier].data());
}

std::size_t CoverageMap::chunks() const { return (runs_.size() + rows_per_chunk - 1) / rows_per_chunk; }

RowRanks CoverageMap::ranks(std::size_t carrier, std::size_t at) {
  auto& planes = carriers_[carrier];
  return {planes.level_dbm.data() + at, planes.cell.data() + at, planes.other_level_dbm.data() + at, planes.other_cell.data() + at};
}

void CoverageMap::evaluate(const Scene& scene, Progress& progress) {
  parallel_chunks(runs_.size(), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    RowEvaluator evaluator(scene);
    MastRow mast_row;
    for (std::size_t row = begin; row < end; ++row) evaluate_row(evaluator, mast_row, scene, static_cast<std::int32_t>(row));
    progress.advance();
  });
  dirty_ = runs_;
  geometry_changed_.assign(scene.transmitters.masts.size(), 1);
  any_geometry_changed_ = true;
}

void CoverageMap::evaluate_row(RowEvaluator& evaluator, MastRow& mast_row, const Scene& scene, std::int32_t row) {
  const ColumnRun& run = runs_[static_cast<std::size_t>(row)];
  if (run.begin == run.end) return;
  evaluator.begin_row(row, run.begin, run.end);
  for (std::size_t mast = 0; mast < scene.transmitters.masts.size(); ++mast) {
    const std::size_t count = evaluator.begin_mast(mast);
    if (count == 0) continue;
    const std::size_t at = place_.frame.index(run.begin, row) + evaluator.first_reached();
    mast_row.begin(carriers_.size(), count);
    for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
      const auto levels = evaluator.levels(transmitter);
      row_add(count, static_cast<float>(transmitter.load), levels.data(), carriers_[transmitter.carrier].total_mw.data() + at);
      mast_row.take(transmitter, levels);
    }
    for (std::size_t carrier = 0; carrier < carriers_.size(); ++carrier) {
      row_rank(count, mast_row.level_dbm[carrier].data(), mast_row.cell[carrier].data(), ranks(carrier, at));
    }
  }
}

void CoverageMap::put_ranks(const RowRanks& ranks, float level_dbm, std::uint16_t cell, std::uint16_t other) {
  *ranks.level_dbm = level_dbm;
  *ranks.cell = cell;
  *ranks.other_level_dbm = other == not_known ? not_known_dbm : no_level_dbm;
  *ranks.other_cell = other;
}

void CoverageMap::finish(const Scene& scene, Result& result) {
  parallel_chunks(runs_.size(), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    FinishedRun finished;
    for (std::size_t row = begin; row < end; ++row) {
      const ColumnRun& run = dirty_[row];
      for (std::int32_t column = run.begin; column < run.end; column += static_cast<std::int32_t>(block)) {
        const ColumnRun part{column, std::min(run.end, column + static_cast<std::int32_t>(block))};
        finish_run(scene, static_cast<std::int32_t>(row), part, true, finished, result);
      }
      dirty_[row] = {};
    }
  });
}

void CoverageMap::finish_run(const Scene& scene, std::int32_t row, const ColumnRun& run, bool ranks_changed, FinishedRun& finished,
                             Result& result) const {
  if (carriers_.size() == 1) {
    strongest_of_one(scene, row, run, finished);
  } else {
    strongest(scene, row, run, finished);
  }
  const std::size_t start = place_.frame.index(run.begin, row);
  const std::uint8_t* const place = place_.values.data() + start;
  const auto count = static_cast<std::size_t>(run.end - run.begin);
  row_write(count, place, finished.servers, finished.sinr_db.data(), result.sinr_db.values.data() + start);
  if (!ranks_changed) return;
  row_write(count, place, finished.servers, finished.levels_dbm, result.rsrp_dbm.values.data() + start);
  write_servers(scene, row, run, finished, result);
}

void CoverageMap::strongest_of_one(const Scene& scene, std::int32_t row, const ColumnRun& run, FinishedRun& out) const {
  const auto count = static_cast<std::size_t>(run.end - run.begin);
  const std::size_t start = place_.frame.index(run.begin, row);
  out.servers = carriers_[0].cell.data() + start;
  out.levels_dbm = carriers_[0].level_dbm.data() + start;
  out.load.assign(count, 0.0F);
  if (!scene.load_of_cell.empty()) row_loads(count, out.servers, scene.load_of_cell.data(), out.load.data());
  out.sinr_db.resize(count);
  row_only_ratios(count, out.levels_dbm, out.load.data(), carriers_[0].total_mw.data() + start, static_cast<double>(scene.noise_mw[0]),
                  static_cast<double>(scene.coupling[0][0]), out.sinr_db.data());
}

// The best carrier of every cell, its level, and what disturbs it.
void CoverageMap::strongest(const Scene& scene, std::int32_t row, const ColumnRun& run, FinishedRun& out) const {
  const auto count = static_cast<std::size_t>(run.end - run.begin);
  const std::size_t start = place_.frame.index(run.begin, row);
  out.carrier.assign(count, 0);
  out.level_dbm.assign(count, no_level_dbm);
  out.server.assign(count, no_server);
  for (std::size_t carrier = 0; carrier < carriers_.size(); ++carrier) {
    row_best_carrier(count, static_cast<std::int32_t>(carrier), carriers_[carrier].level_dbm.data() + start,
                     carriers_[carrier].cell.data() + start, {out.level_dbm.data(), out.server.data(), out.carrier.data()});
  }
  out.load.assign(count, 0.0F);
  if (!scene.load_of_cell.empty()) row_loads(count, out.server.data(), scene.load_of_cell.data(), out.load.data());
  out.own_mw.resize(count);
  row_powers(count, out.level_dbm.data(), out.load.data(), out.own_mw.data());
  out.disturbance_mw.assign(count, 1.0);
  for (std::size_t serving = 0; serving < carriers_.size(); ++serving) {
    const auto number = static_cast<std::int32_t>(serving);
    row_noise(count, number, out.carrier.data(), static_cast<double>(scene.noise_mw[serving]), out.disturbance_mw.data());
    for (std::size_t carrier = 0; carrier < carriers_.size(); ++carrier) {
      const auto coupled = static_cast<double>(scene.coupling[serving][carrier]);
      if (coupled == 0.0) continue;
      row_disturbance(count, number, out.carrier.data(), {coupled, carrier == serving ? 1.0 : 0.0},
                      carriers_[carrier].total_mw.data() + start, out.own_mw.data(), out.disturbance_mw.data());
    }
  }
  out.sinr_db.resize(count);
  row_ratios(count, out.level_dbm.data(), out.disturbance_mw.data(), out.sinr_db.data());
  out.servers = out.server.data();
  out.levels_dbm = out.level_dbm.data();
}

void CoverageMap::write_servers(const Scene& scene, std::int32_t row, const ColumnRun& run, const FinishedRun& finished,
                                Result& result) const {
  constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
  const std::size_t start = place_.frame.index(run.begin, row);
  for (std::size_t i = 0; i < static_cast<std::size_t>(run.end - run.begin); ++i) {
    const std::size_t at = start + i;
    const std::uint16_t server = finished.servers[i];
    const bool served = server != no_server;
    // Sight and deviation follow from the server and its geometry alone, or else the geometry counts as changed.
    if (result.best_server.values[at] == server && (!any_geometry_changed_ || !served || !geometry_changed_[scene.mast_of_cell[server]])) {
      continue;
    }
    if (place_.values[at] == 0) continue;
    result.best_server.values[at] = server;
    const MapCell cell{run.begin + static_cast<std::int32_t>(i), row};
    const bool seen = served && scene.geometries[scene.mast_of_cell[server]]->seen(cell.column, cell.row);
    result.line_of_sight.values[at] = seen ? 1 : 0;
    result.shadowing_deviation_db.values[at] = served ? deviation(scene, server, seen, cell) : nothing;
  }
}

float CoverageMap::deviation(const Scene& scene, std::uint16_t server, bool seen, MapCell cell) {
  const auto& surface = scene.obstacles->surface;
  const Mast& mast = scene.transmitters.masts[scene.mast_of_cell[server]];
  if (mast.hall) return hall_map_deviation_db(scene, mast, surface.frame.index(cell.column, cell.row));
  const std::int32_t building = surface.at(cell.column, cell.row).building;
  const auto environment = static_cast<std::size_t>(mast.environment);
  const std::size_t sight = seen ? 1 : 0;
  if (building != no_building) {
    const std::size_t frequency = std::min(scene.frequency_of_cell[server], scene.indoor_deviation_db.size() - 1);
    return scene.indoor_deviation_db[frequency][environment][sight][static_cast<std::size_t>(building)];
  }
  if (seen && std::isfinite(scene.far_from_m[server])) {
    const double ground_m = distance(surface.frame.centre(cell.column, cell.row), mast.point.position);
    return static_cast<float>(rural_deviation_db({.breakpoint_m = scene.far_from_m[server]}, ground_m, seen));
  }
  return scene.outdoor_deviation_db[environment][sight];
}

}  // namespace parktwin::radio
