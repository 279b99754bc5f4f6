#include "engine/simulators/radio/coverage_map.h"

#include <algorithm>
#include <cmath>

#include "engine/core/parallel.h"

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
      : map_(map), old_scene_(old_scene), new_scene_(new_scene), replacement_(replacement), levels_(new_scene) {}

  void apply(std::int32_t row) {
    const Run& run = map_.runs_[static_cast<std::size_t>(row)];
    if (run.begin == run.end) return;
    touched_ = {run.end, run.begin};
    levels_.begin_row(row, run.begin, run.end);
    // All go before any comes: a radio cell may change its mast.
    std::size_t count = 0;
    levels_.use(old_scene_);
    for (const auto& pair : replacement_.masts) {
      if (pair.before == no_mast) continue;
      count = begin_mast(pair.before, row, run);
      if (count > 0) take_out(pair.before, row, count);
    }
    levels_.use(new_scene_);
    const bool is_prepared = replacement_.masts.size() == 1 && replacement_.masts[0].same_place;
    for (const auto& pair : replacement_.masts) {
      if (pair.after == no_mast) continue;
      if (!is_prepared) count = begin_mast(pair.after, row, run);
      if (count > 0) put_in(pair.after, count);
    }
    if (touched_.begin < touched_.end) {
      Run& dirty = map_.dirty_[static_cast<std::size_t>(row)];
      dirty = dirty.begin == dirty.end ? touched_ : Run{std::min(dirty.begin, touched_.begin), std::max(dirty.end, touched_.end)};
    }
  }

  /// After the rows: ranks again where the strongest went and its successor was not known.
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
    const auto first = run.begin + static_cast<std::int32_t>(levels_.first_reached());
    first_ = first;
    at_ = map_.place_.frame.index(first, row);
    touched_ = {std::min(touched_.begin, first), std::max(touched_.end, first + static_cast<std::int32_t>(count))};
    return count;
  }

  void take_out(std::size_t mast, std::int32_t row, std::size_t count) {
    for (const auto& transmitter : old_scene_.transmitters.masts[mast].transmitters) {
      if (replacement_.stays[transmitter.cell] != 0) continue;
      row_withdraw(count, static_cast<float>(transmitter.load), levels_.levels(transmitter).data(),
                   map_.carriers_[transmitter.carrier].total_mw.data() + at_);
    }
    for (std::size_t carrier = 0; carrier < map_.carriers_.size(); ++carrier) {
      const RowRanks ranks = map_.ranks(carrier, at_);
      for (std::size_t i = 0; i < count; ++i) {
        const bool best_goes = is_of(ranks.cell[i], mast);
        const bool other_goes = is_of(ranks.other_cell[i], mast);
        if (best_goes && ranks.other_cell[i] == not_known) {
          bereft_.push_back({first_ + static_cast<std::int32_t>(i), row});
          ranks.cell[i] = no_server;
          ranks.level_dbm[i] = no_level_dbm;
        } else if (best_goes) {
          const bool was_last = ranks.other_cell[i] == no_server;
          ranks.cell[i] = ranks.other_cell[i];
          ranks.level_dbm[i] = ranks.other_level_dbm[i];
          ranks.other_cell[i] = was_last ? no_server : not_known;
          ranks.other_level_dbm[i] = no_level_dbm;
        } else if (other_goes) {
          ranks.other_cell[i] = not_known;
          ranks.other_level_dbm[i] = no_level_dbm;
        }
      }
    }
  }

  [[nodiscard]] bool is_of(std::uint16_t cell, std::size_t mast) const {
    return cell < old_scene_.mast_of_cell.size() && old_scene_.mast_of_cell[cell] == mast;
  }

  // The mast's strongest cell per carrier.
  void rank_all(std::size_t mast, std::size_t count) {
    mast_row_.begin(map_.carriers_.size(), count);
    for (const auto& transmitter : new_scene_.transmitters.masts[mast].transmitters) {
      row_strongest(count, transmitter.cell, levels_.levels(transmitter).data(), mast_row_.level_dbm[transmitter.carrier].data(),
                    mast_row_.cell[transmitter.carrier].data());
    }
  }

  void put_in(std::size_t mast, std::size_t count) {
    mast_row_.begin(map_.carriers_.size(), count);
    for (const auto& transmitter : new_scene_.transmitters.masts[mast].transmitters) {
      const auto levels = levels_.levels(transmitter);
      if (replacement_.stays[transmitter.cell] == 0) {
        row_add(count, static_cast<float>(transmitter.load), levels.data(), map_.carriers_[transmitter.carrier].total_mw.data() + at_);
      }
      row_strongest(count, transmitter.cell, levels.data(), mast_row_.level_dbm[transmitter.carrier].data(),
                    mast_row_.cell[transmitter.carrier].data());
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
  std::vector<MapCell> bereft_;
};

void CoverageMap::replace(const Scene& old_scene, const Scene& new_scene, const Replacement& replacement) {
  geometry_changed_.assign(new_scene.transmitters.masts.size(), 0);
  for (const auto& pair : replacement.masts) {
    if (pair.after != no_mast && !pair.same_place) geometry_changed_[pair.after] = 1;
  }
  parallel_chunks(runs_.size(), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    RowChange change(*this, old_scene, new_scene, replacement);
    for (std::size_t row = begin; row < end; ++row) change.apply(static_cast<std::int32_t>(row));
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
    const float* const level = carriers_[carrier].level_dbm.data() + start;
    const std::uint16_t* const cell = carriers_[carrier].cell.data() + start;
    for (std::size_t i = 0; i < count; ++i) {
      const bool better = level[i] > out.level_dbm[i];
      out.carrier[i] = better ? static_cast<std::int32_t>(carrier) : out.carrier[i];
      out.server[i] = better ? cell[i] : out.server[i];
      out.level_dbm[i] = better ? level[i] : out.level_dbm[i];
    }
  }
  out.load.resize(count);
  for (std::size_t i = 0; i < count; ++i) out.load[i] = out.server[i] == no_server ? 0.0F : scene.load_of_cell[out.server[i]];
  out.own_mw.resize(count);
  row_powers(count, out.level_dbm.data(), out.load.data(), out.own_mw.data());
  out.disturbance_mw.assign(count, 1.0);
  for (std::size_t serving = 0; serving < carriers_.size(); ++serving) {
    const auto number = static_cast<std::int32_t>(serving);
    const auto noise_mw = static_cast<double>(scene.noise_mw[serving]);
    for (std::size_t i = 0; i < count; ++i) out.disturbance_mw[i] = out.carrier[i] == number ? noise_mw : out.disturbance_mw[i];
    for (std::size_t carrier = 0; carrier < carriers_.size(); ++carrier) {
      const auto coupled = static_cast<double>(scene.coupling[serving][carrier]);
      if (coupled == 0.0) continue;
      const double* const total = carriers_[carrier].total_mw.data() + start;
      const double own_share = carrier == serving ? 1.0 : 0.0;
      for (std::size_t i = 0; i < count; ++i) {
        const double others = coupled * (total[i] - own_share * out.own_mw[i]);
        out.disturbance_mw[i] += out.carrier[i] == number ? others : 0.0;
      }
    }
  }
  out.sinr_db.resize(count);
  row_ratios(count, out.level_dbm.data(), out.disturbance_mw.data(), out.sinr_db.data());
}

void CoverageMap::write(const Scene& scene, std::int32_t row, const Run& run, const FinishedRow& finished, Result& result) const {
  constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
  const std::size_t start = place_.frame.index(run.begin, row);
  for (std::size_t i = 0; i < finished.server.size(); ++i) {
    const std::size_t at = start + i;
    if (place_.values[at] == 0) continue;
    const std::uint16_t server = finished.server[i];
    const bool served = server != no_server;
    result.rsrp_dbm.values[at] = served ? finished.level_dbm[i] : nothing;
    result.sinr_db.values[at] = served ? finished.sinr_db[i] : nothing;
    // Sight and deviation follow from the server and its geometry alone.
    if (result.best_server.values[at] == server && (!served || !geometry_changed_[scene.mast_of_cell[server]])) continue;
    result.best_server.values[at] = server;
    const bool seen = served && scene.geometries[scene.mast_of_cell[server]]->seen(run.begin + static_cast<std::int32_t>(i), row);
    result.line_of_sight.values[at] = seen ? 1 : 0;
    result.shadowing_deviation_db.values[at] = served ? deviation(scene, server, seen, at) : nothing;
  }
}

float CoverageMap::deviation(const Scene& scene, std::uint16_t server, bool seen, std::size_t at) {
  const std::int32_t building = scene.obstacles->surface.values[at].building;
  const auto environment = static_cast<std::size_t>(scene.transmitters.masts[scene.mast_of_cell[server]].environment);
  const std::size_t sight = seen ? 1 : 0;
  return building == no_building ? scene.outdoor_deviation_db[environment][sight]
                                 : scene.indoor_deviation_db[environment][sight][static_cast<std::size_t>(building)];
}

}  // namespace parktwin::radio
