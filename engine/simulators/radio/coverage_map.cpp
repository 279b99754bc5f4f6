#include "engine/simulators/radio/coverage_map.h"

#include <algorithm>
#include <cmath>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/hall_levels.h"
#include "engine/simulators/radio/rural_path_loss.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rows_per_chunk = 16;
constexpr float no_level_dbm = -1e30F;

}  // namespace

CoverageMap::CoverageMap(const Grid<std::uint8_t>& place, std::size_t carriers) : place_(place) {
  const GridFrame& frame = place.frame;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    const std::size_t start = frame.index(0, row);
    Run run{0, frame.columns};
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
  const Run& run = runs_[static_cast<std::size_t>(row)];
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
      if (!transmitter.serves) continue;
      row_strongest(count, transmitter.cell, levels.data(), mast_row.level_dbm[transmitter.carrier].data(),
                    mast_row.cell[transmitter.carrier].data());
    }
    for (std::size_t carrier = 0; carrier < carriers_.size(); ++carrier) {
      row_rank(count, mast_row.level_dbm[carrier].data(), mast_row.cell[carrier].data(), ranks(carrier, at));
    }
  }
}

/// The change of a few rows: out with the old masts, in with the new, and where nobody is known to take over, a search among all.
class CoverageMap::RowChange {
 public:
  RowChange(CoverageMap& map, const Scene& old_scene, const Scene& new_scene, const Replacement& replacement)
      : map_(map), old_scene_(old_scene), new_scene_(new_scene), replacement_(replacement), levels_(new_scene) {
    is_alone_ = replacement.masts.size() == 1 && replacement.masts[0].same_place;
    is_of_mast_.resize(std::size_t{no_server} + 1);
  }

  void apply(std::int32_t row) {
    const Run& run = map_.runs_[static_cast<std::size_t>(row)];
    if (run.begin == run.end) return;
    touched_ = {run.end, run.begin};
    levels_.begin_row(row, run.begin, run.end);
    if (is_alone_) {
      retune(row, run);
    } else {
      exchange(row, run);
    }
    if (touched_.begin < touched_.end) {
      Run& dirty = map_.dirty_[static_cast<std::size_t>(row)];
      dirty = dirty.begin == dirty.end ? touched_ : Run{std::min(dirty.begin, touched_.begin), std::max(dirty.end, touched_.end)};
    }
  }

  /// After the rows: ranks again the cells that a retuned mast was ranked at.
  void rank_again() {
    if (ranked_.empty()) return;
    const auto& pair = replacement_.masts[0];
    levels_.use(new_scene_);
    levels_.begin_cells(ranked_);
    const std::size_t count = levels_.begin_mast(pair.after);
    PARKTWIN_CHECK(count == ranked_.size(), "a mast is ranked beyond its reach");
    rank_all(pair.after, count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = map_.place_.frame.index(ranked_[i].column, ranked_[i].row);
      for (std::size_t carrier = 0; carrier < map_.carriers_.size(); ++carrier) {
        forget(map_.ranks(carrier, at), ranked_[i]);
        row_rank(1, &mast_row_.level_dbm[carrier][i], &mast_row_.cell[carrier][i], map_.ranks(carrier, at));
      }
    }
  }

  /// And then those where the strongest went and its successor was not known.
  void search() {
    if (bereft_.empty()) return;
    // A cell may be bereft on several carriers.
    std::sort(bereft_.begin(), bereft_.end());
    bereft_.erase(std::unique(bereft_.begin(), bereft_.end()), bereft_.end());
    levels_.use(new_scene_);
    levels_.begin_cells(bereft_);
    const std::size_t carriers = map_.carriers_.size();
    std::vector<std::size_t> places;
    for (const auto& cell : bereft_) places.push_back(map_.place_.frame.index(cell.column, cell.row));
    for (std::size_t carrier = 0; carrier < carriers; ++carrier) {
      for (const std::size_t at : places) put(map_.ranks(carrier, at), no_level_dbm, no_server, no_server);
    }
    for (std::size_t mast = 0; mast < new_scene_.transmitters.masts.size(); ++mast) {
      const std::size_t count = levels_.begin_mast(mast);
      if (count == 0) continue;
      rank_all(mast, count);
      const auto reached = levels_.reached();
      for (std::size_t carrier = 0; carrier < carriers; ++carrier) {
        for (std::size_t i = 0; i < count; ++i) {
          row_rank(1, &mast_row_.level_dbm[carrier][i], &mast_row_.cell[carrier][i], map_.ranks(carrier, places[reached[i]]));
        }
      }
    }
  }

 private:
  static void put(const RowRanks& ranks, float level_dbm, std::uint16_t cell, std::uint16_t other) {
    *ranks.level_dbm = level_dbm;
    *ranks.cell = cell;
    *ranks.other_level_dbm = no_level_dbm;
    *ranks.other_cell = other;
  }

  std::size_t begin_mast(std::size_t mast, std::int32_t row, const Run& run) {
    const std::size_t count = levels_.begin_mast(mast);
    if (count == 0) return 0;
    first_ = run.begin + static_cast<std::int32_t>(levels_.first_reached());
    at_ = map_.place_.frame.index(first_, row);
    touched_ = {std::min(touched_.begin, first_), std::max(touched_.end, first_ + static_cast<std::int32_t>(count))};
    return count;
  }

  // All go before any comes: a radio cell may change its mast.
  void exchange(std::int32_t row, const Run& run) {
    levels_.use(old_scene_);
    for (const auto& pair : replacement_.masts) {
      if (pair.before == no_mast) continue;
      const std::size_t count = begin_mast(pair.before, row, run);
      if (count == 0) continue;
      withdraw(pair.before, count);
      mark_cells_of(pair.before);
      for (std::size_t carrier = 0; carrier < map_.carriers_.size(); ++carrier) {
        for (std::size_t i = 0; i < count; ++i) forget(map_.ranks(carrier, at_ + i), {first_ + static_cast<std::int32_t>(i), row});
      }
    }
    levels_.use(new_scene_);
    for (const auto& pair : replacement_.masts) {
      if (pair.after == no_mast) continue;
      const std::size_t count = begin_mast(pair.after, row, run);
      if (count > 0) put_in(pair.after, count, false);
    }
  }

  // A mast stays in its place: where it was not ranked, what did not change on it ranks no higher than before.
  void retune(std::int32_t row, const Run& run) {
    const auto& pair = replacement_.masts[0];
    levels_.use(old_scene_);
    const std::size_t count = begin_mast(pair.before, row, run);
    if (count == 0) return;
    withdraw(pair.before, count);
    mark_cells_of(pair.before);
    is_ranked_.assign(count, 0);
    for (std::size_t carrier = 0; carrier < map_.carriers_.size(); ++carrier) {
      const RowRanks ranks = map_.ranks(carrier, at_);
      for (std::size_t i = 0; i < count; ++i) {
        const int here = is_ranked_[i] | is_of_mast_[ranks.cell[i]] | is_of_mast_[ranks.other_cell[i]];
        is_ranked_[i] = static_cast<std::uint8_t>(here);
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (is_ranked_[i] != 0) ranked_.push_back({first_ + static_cast<std::int32_t>(i), row});
    }
    levels_.use(new_scene_);
    put_in(pair.after, count, true);
  }

  void withdraw(std::size_t mast, std::size_t count) {
    for (const auto& transmitter : old_scene_.transmitters.masts[mast].transmitters) {
      if (replacement_.stays[transmitter.cell] != 0) continue;
      row_withdraw(count, static_cast<float>(transmitter.load), levels_.levels(transmitter).data(),
                   map_.carriers_[transmitter.carrier].total_mw.data() + at_);
    }
  }

  void mark_cells_of(std::size_t mast) {
    if (marked_ == mast) return;
    std::fill(is_of_mast_.begin(), is_of_mast_.end(), std::uint8_t{0});
    for (const auto& transmitter : old_scene_.transmitters.masts[mast].transmitters) is_of_mast_[transmitter.cell] = 1;
    marked_ = mast;
  }

  // Takes the cells of the mast marked out of one map cell's ranks.
  void forget(const RowRanks& ranks, const MapCell& cell) {
    if (is_of_mast_[*ranks.cell] != 0) {
      if (*ranks.other_cell == not_known) {
        bereft_.push_back(cell);
        return put(ranks, no_level_dbm, no_server, no_server);
      }
      put(ranks, *ranks.other_level_dbm, *ranks.other_cell, *ranks.other_cell == no_server ? no_server : not_known);
    } else if (is_of_mast_[*ranks.other_cell] != 0) {
      *ranks.other_cell = not_known;
      *ranks.other_level_dbm = no_level_dbm;
    }
  }

  // The mast's strongest cell per carrier.
  void rank_all(std::size_t mast, std::size_t count) {
    mast_row_.begin(map_.carriers_.size(), count);
    for (const auto& transmitter : new_scene_.transmitters.masts[mast].transmitters) {
      if (!transmitter.serves) continue;
      row_strongest(count, transmitter.cell, levels_.levels(transmitter).data(), mast_row_.level_dbm[transmitter.carrier].data(),
                    mast_row_.cell[transmitter.carrier].data());
    }
  }

  // Adds what comes to the sums, and ranks it; of a retuned mast only what changed, and only where the mast was not ranked.
  void put_in(std::size_t mast, std::size_t count, bool retuned) {
    mast_row_.begin(map_.carriers_.size(), count);
    for (const auto& transmitter : new_scene_.transmitters.masts[mast].transmitters) {
      const bool stays = replacement_.stays[transmitter.cell] != 0;
      if (stays && retuned) continue;
      const auto levels = levels_.levels(transmitter);
      if (!stays)
        row_add(count, static_cast<float>(transmitter.load), levels.data(), map_.carriers_[transmitter.carrier].total_mw.data() + at_);
      if (!transmitter.serves) continue;
      row_strongest(count, transmitter.cell, levels.data(), mast_row_.level_dbm[transmitter.carrier].data(),
                    mast_row_.cell[transmitter.carrier].data());
    }
    for (std::size_t carrier = 0; retuned && carrier < map_.carriers_.size(); ++carrier) {
      float* const level = mast_row_.level_dbm[carrier].data();
      std::uint16_t* const cell = mast_row_.cell[carrier].data();
      for (std::size_t i = 0; i < count; ++i) {
        level[i] = is_ranked_[i] != 0 ? no_level_dbm : level[i];
        cell[i] = is_ranked_[i] != 0 ? no_server : cell[i];
      }
    }
    for (std::size_t carrier = 0; carrier < map_.carriers_.size(); ++carrier) {
      row_rank(count, mast_row_.level_dbm[carrier].data(), mast_row_.cell[carrier].data(), map_.ranks(carrier, at_));
    }
  }

  CoverageMap& map_;
  const Scene& old_scene_;
  const Scene& new_scene_;
  const Replacement& replacement_;
  RowEvaluator levels_;
  MastRow mast_row_;
  Run touched_;
  std::int32_t first_ = 0;  // column of the first cell reached
  std::size_t at_ = 0;      // and its place in the planes
  bool is_alone_ = false;
  std::size_t marked_ = no_mast;
  std::vector<std::uint8_t> is_of_mast_;  // per radio cell: of the mast marked
  std::vector<std::uint8_t> is_ranked_;   // per cell reached
  std::vector<MapCell> ranked_;           // to be ranked again
  std::vector<MapCell> bereft_;
};

void CoverageMap::replace(const Scene& old_scene, const Scene& new_scene, const Replacement& replacement) {
  geometry_changed_.assign(new_scene.transmitters.masts.size(), 0);
  any_geometry_changed_ = false;
  for (const auto& pair : replacement.masts) {
    if (pair.after == no_mast || (pair.same_place && !deviation_follows_frequency(new_scene.options))) continue;
    geometry_changed_[pair.after] = 1;
    any_geometry_changed_ = true;
  }
  parallel_chunks(runs_.size(), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    RowChange change(*this, old_scene, new_scene, replacement);
    for (std::size_t row = begin; row < end; ++row) change.apply(static_cast<std::int32_t>(row));
    change.rank_again();
    change.search();
  });
}

void CoverageMap::finish(const Scene& scene, Result& result) {
  parallel_chunks(runs_.size(), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    FinishedRow finished;
    for (std::size_t row = begin; row < end; ++row) {
      const Run& run = dirty_[row];
      if (run.begin < run.end) {
        strongest(scene, static_cast<std::int32_t>(row), run, finished);
        write(scene, static_cast<std::int32_t>(row), run, finished, result);
      }
      dirty_[row] = {};
    }
  });
}

// The best carrier of every cell, its level, and what disturbs it.
void CoverageMap::strongest(const Scene& scene, std::int32_t row, const Run& run, FinishedRow& out) const {
  const auto count = static_cast<std::size_t>(run.end - run.begin);
  const std::size_t start = place_.frame.index(run.begin, row);
  out.carrier.assign(count, 0);
  out.level_dbm.assign(count, no_level_dbm);
  out.server.assign(count, no_server);
  for (std::size_t carrier = 0; carrier < carriers_.size(); ++carrier) {
    row_best_carrier(count, static_cast<std::int32_t>(carrier), carriers_[carrier].level_dbm.data() + start,
                     carriers_[carrier].cell.data() + start, {out.level_dbm.data(), out.server.data(), out.carrier.data()});
  }
  out.load.resize(count);
  for (std::size_t i = 0; i < count; ++i) out.load[i] = out.server[i] == no_server ? 0.0F : scene.load_of_cell[out.server[i]];
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
}

void CoverageMap::write(const Scene& scene, std::int32_t row, const Run& run, const FinishedRow& finished, Result& result) const {
  constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
  const std::size_t start = place_.frame.index(run.begin, row);
  const std::size_t count = finished.server.size();
  row_write(count, place_.values.data() + start, finished.server.data(), finished.level_dbm.data(), result.rsrp_dbm.values.data() + start);
  row_write(count, place_.values.data() + start, finished.server.data(), finished.sinr_db.data(), result.sinr_db.values.data() + start);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = start + i;
    const std::uint16_t server = finished.server[i];
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
