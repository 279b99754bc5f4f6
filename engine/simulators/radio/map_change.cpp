#include <algorithm>
#include <cstring>

#include "engine/core/check.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/coverage_map.h"

namespace parktwin::radio {

/// The change of a few rows: out with the old masts, in with the new.
class CoverageMap::RowChange {
 public:
  /// The powers of mast `known` of the old scene are in map.dragged_; those of mast `comes` of the new one shall be.
  RowChange(CoverageMap& map, const Scene& old_scene, const Scene& new_scene, const Replacement& replacement, std::size_t known,
            std::size_t comes)
      : map_(map),
        old_scene_(old_scene),
        new_scene_(new_scene),
        replacement_(replacement),
        known_(known),
        comes_(comes),
        levels_(new_scene) {}

  void apply(std::int32_t row) {
    const ColumnRun& run = map_.runs_[static_cast<std::size_t>(row)];
    if (run.begin == run.end) return;
    touched_ = {run.end, run.begin};
    levels_.begin_row(row, run.begin, run.end);
    exchange(row, run);
    map_.mark_dirty(row, touched_);
  }

  /// Map cells whose first went and whose successor is not known.
  [[nodiscard]] std::vector<MapCell>& bereft() { return bereft_; }

 private:
  std::size_t begin_mast(std::size_t mast, std::int32_t row, const ColumnRun& run) {
    const std::size_t count = levels_.begin_mast(mast);
    if (count > 0) reach(run.begin + static_cast<std::int32_t>(levels_.first_reached()), row, count);
    return count;
  }
  std::size_t begin_known(const Dragged::Row& kept, std::int32_t row) {
    const std::size_t count = kept.power_mw.empty() ? 0 : kept.power_mw.front().size();
    if (count > 0) reach(kept.first_column, row, count);
    return count;
  }
  void reach(std::int32_t first, std::int32_t row, std::size_t count) {
    first_ = first;
    at_ = map_.place_.frame.index(first_, row);
    touched_ = {std::min(touched_.begin, first_), std::max(touched_.end, first_ + static_cast<std::int32_t>(count))};
  }

  // All go before any comes: a radio cell may change its mast.
  void exchange(std::int32_t row, const ColumnRun& run) {
    levels_.use(old_scene_);
    for (const auto& pair : replacement_.masts) {
      if (pair.before == no_mast) continue;
      const Dragged::Row* const kept = pair.before == known_ ? &map_.dragged_.rows[static_cast<std::size_t>(row)] : nullptr;
      const std::size_t count = kept != nullptr ? begin_known(*kept, row) : begin_mast(pair.before, row, run);
      if (count == 0) continue;
      withdraw(pair.before, count, kept);
      mark_cells_of(pair.before);
      for (std::size_t carrier = 0; carrier < map_.carriers_.size(); ++carrier) forget(carrier, count, row);
    }
    levels_.use(new_scene_);
    for (const auto& pair : replacement_.masts) {
      if (pair.after == no_mast) continue;
      const std::size_t count = begin_mast(pair.after, row, run);
      Dragged::Row* const kept = pair.after == comes_ ? &map_.dragged_.rows[static_cast<std::size_t>(row)] : nullptr;
      if (kept != nullptr) {
        kept->first_column = first_;
        kept->power_mw.resize(map_.carriers_.size());
        for (auto& sums : kept->power_mw) sums.assign(count, 0.0);
      }
      if (count > 0) put_in(pair.after, count, kept);
    }
  }

  void withdraw(std::size_t mast, std::size_t count, const Dragged::Row* kept) {
    if (kept != nullptr) {
      for (std::size_t carrier = 0; carrier < map_.carriers_.size(); ++carrier) {
        row_withdraw_sums(count, kept->power_mw[carrier].data(), map_.carriers_[carrier].total_mw.data() + at_);
      }
      return;
    }
    for (const auto& transmitter : old_scene_.transmitters.masts[mast].transmitters) {
      if (replacement_.stays[transmitter.cell] != 0) continue;
      row_withdraw(count, static_cast<float>(transmitter.load), levels_.levels(transmitter).data(),
                   map_.carriers_[transmitter.carrier].total_mw.data() + at_);
    }
  }

  void mark_cells_of(std::size_t mast) {
    if (marked_ == mast) return;
    cells_of_mast_.clear();
    for (const auto& transmitter : old_scene_.transmitters.masts[mast].transmitters) {
      cells_of_mast_.push_back(static_cast<std::uint16_t>(transmitter.cell));
    }
    marked_ = mast;
  }

  // Takes the radio cells of the mast marked out of the ranks. Few map cells have one: four without are passed over at once.
  void forget(std::size_t carrier, std::size_t count, std::int32_t row) {
    const RowRanks ranks = map_.ranks(carrier, at_);
    marks_.resize(count);
    if (!row_marks(count, cells_of_mast_.data(), cells_of_mast_.size(), ranks, marks_.data())) return;
    for (std::size_t i = 0; i < count; i += 4) {
      const std::size_t past = std::min<std::size_t>(i + 4, count);
      std::uint64_t four = 0;
      std::memcpy(&four, marks_.data() + i, (past - i) * sizeof marks_[0]);
      if (four == 0) continue;
      for (std::size_t k = i; k < past; ++k) {
        const RowRanks here{ranks.level_dbm + k, ranks.cell + k, ranks.other_level_dbm + k, ranks.other_cell + k};
        forget(here, marks_[k], {first_ + static_cast<std::int32_t>(k), row});
      }
    }
  }

  void forget(const RowRanks& ranks, std::uint16_t mark, const MapCell& cell) {
    if ((mark & 1) != 0) {
      if (*ranks.other_cell == not_known) {
        bereft_.push_back(cell);
        return put_ranks(ranks, no_level_dbm, no_server, no_server);
      }
      put_ranks(ranks, *ranks.other_level_dbm, *ranks.other_cell, *ranks.other_cell == no_server ? no_server : not_known);
    } else if (mark != 0) {
      *ranks.other_cell = not_known;
      *ranks.other_level_dbm = not_known_dbm;
    }
  }

  // Adds what comes to the sums, and ranks the mast.
  void put_in(std::size_t mast, std::size_t count, Dragged::Row* kept) {
    mast_row_.begin(map_.carriers_.size(), count);
    for (const auto& transmitter : new_scene_.transmitters.masts[mast].transmitters) {
      const auto levels = levels_.levels(transmitter);
      if (replacement_.stays[transmitter.cell] == 0) {
        double* const sums_mw =
            kept != nullptr ? kept->power_mw[transmitter.carrier].data() : map_.carriers_[transmitter.carrier].total_mw.data() + at_;
        row_add(count, static_cast<float>(transmitter.load), levels.data(), sums_mw);
      }
      mast_row_.take(transmitter, levels);
    }
    for (std::size_t carrier = 0; kept != nullptr && carrier < map_.carriers_.size(); ++carrier) {
      row_add_sums(count, kept->power_mw[carrier].data(), map_.carriers_[carrier].total_mw.data() + at_);
    }
    for (std::size_t carrier = 0; carrier < map_.carriers_.size(); ++carrier) {
      row_rank(count, mast_row_.level_dbm[carrier].data(), mast_row_.cell[carrier].data(), map_.ranks(carrier, at_));
    }
  }

  CoverageMap& map_;
  const Scene& old_scene_;
  const Scene& new_scene_;
  const Replacement& replacement_;
  std::size_t known_;
  std::size_t comes_;
  RowEvaluator levels_;
  MastRow mast_row_;
  ColumnRun touched_;
  std::int32_t first_ = 0;  // column of the first cell reached
  std::size_t at_ = 0;      // and its place in the planes
  std::size_t marked_ = no_mast;
  std::vector<std::uint16_t> cells_of_mast_;  // radio cells of the mast marked
  std::vector<std::uint16_t> marks_;
  std::vector<MapCell> bereft_;
};

namespace {

// All radio cells of the mast were on that other mast before, if they were on the air.
bool has_cells_of(const Scene& old_scene, std::size_t before, const Scene& new_scene, std::size_t after) {
  return std::ranges::all_of(new_scene.transmitters.masts[after].transmitters, [&](const Transmitter& transmitter) {
    return transmitter.cell < old_scene.mast_of_cell.size() && old_scene.mast_of_cell[transmitter.cell] == before;
  });
}

bool any_stays(const Mast& mast, const Replacement& replacement) {
  return std::ranges::any_of(mast.transmitters, [&](const Transmitter& transmitter) { return replacement.stays[transmitter.cell] != 0; });
}

// The one mast that comes as a whole, or none when there are more.
std::size_t only_arrival(const Scene& new_scene, const Replacement& replacement) {
  std::size_t only = no_mast;
  for (const auto& pair : replacement.masts) {
    if (pair.after == no_mast) continue;
    if (only != no_mast) return no_mast;
    only = pair.after;
  }
  if (only != no_mast && any_stays(new_scene.transmitters.masts[only], replacement)) return no_mast;
  return only;
}

}  // namespace

// Same radio cells at the same place on the same frequencies, none of which changes anything but its own levels, load or carrier.
bool CoverageMap::is_retuned(const Scene& old_scene, const Scene& new_scene, const Replacement::MastPair& pair) {
  if (!pair.same_place) return false;
  return std::ranges::equal(
      old_scene.transmitters.masts[pair.before].transmitters, new_scene.transmitters.masts[pair.after].transmitters,
      [](const Transmitter& a, const Transmitter& b) { return a.cell == b.cell && a.frequency == b.frequency && a.law == b.law; });
}

void CoverageMap::mark_dirty(std::int32_t row, const ColumnRun& run) {
  if (run.begin >= run.end) return;
  ColumnRun& dirty = dirty_[static_cast<std::size_t>(row)];
  dirty = dirty.begin == dirty.end ? run : ColumnRun{std::min(dirty.begin, run.begin), std::max(dirty.end, run.end)};
}

void CoverageMap::replace(const Scene& old_scene, const Scene& new_scene, const Replacement& replacement, Result& result) {
  geometry_changed_.assign(new_scene.transmitters.masts.size(), 0);
  any_geometry_changed_ = false;
  if (replacement.masts.size() <= most_retuned &&
      std::ranges::all_of(replacement.masts, [&](const auto& pair) { return is_retuned(old_scene, new_scene, pair); })) {
    // One after the other: what the first writes while the others are still to come, they write again.
    for (const auto& pair : replacement.masts) retune(old_scene, new_scene, pair, replacement.stays, result);
    return;
  }
  const std::uint64_t before = state_++;
  for (const auto& pair : replacement.masts) {
    if (pair.before != no_mast) kept_.forget(old_scene, pair.before);
    if (pair.after == no_mast) continue;
    if (pair.same_place && !deviation_follows_frequency(new_scene.options) && has_cells_of(old_scene, pair.before, new_scene, pair.after)) {
      continue;
    }
    geometry_changed_[pair.after] = 1;
    any_geometry_changed_ = true;
  }
  std::size_t known = dragged_.state == before ? dragged_.mast : no_mast;
  if (known != no_mast && any_stays(old_scene.transmitters.masts[known], replacement)) known = no_mast;
  dragged_.state = 0;  // until all rows hold what comes
  const std::size_t comes = only_arrival(new_scene, replacement);
  dragged_.rows.resize(runs_.size());
  parallel_chunks(runs_.size(), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    RowChange change(*this, old_scene, new_scene, replacement, known, comes);
    for (std::size_t row = begin; row < end; ++row) change.apply(static_cast<std::int32_t>(row));
    search(new_scene, change.bereft());
  });
  dragged_.mast = comes;
  if (comes != no_mast) dragged_.state = state_;
}

// Ranks all masts at map cells where the first went and nobody is known to take over.
void CoverageMap::search(const Scene& scene, std::vector<MapCell>& bereft) {
  if (bereft.empty()) return;
  // A cell may be bereft on several carriers.
  std::sort(bereft.begin(), bereft.end());
  bereft.erase(std::unique(bereft.begin(), bereft.end()), bereft.end());
  RowEvaluator evaluator(scene);
  evaluator.begin_cells(bereft);
  std::vector<std::size_t> places;
  for (const auto& cell : bereft) places.push_back(place_.frame.index(cell.column, cell.row));
  for (std::size_t carrier = 0; carrier < carriers_.size(); ++carrier) {
    for (const std::size_t at : places) put_ranks(ranks(carrier, at), no_level_dbm, no_server, no_server);
  }
  MastRow mast_row;
  for (std::size_t mast = 0; mast < scene.transmitters.masts.size(); ++mast) {
    const std::size_t count = evaluator.begin_mast(mast);
    if (count == 0) continue;
    mast_row.begin(carriers_.size(), count);
    for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
      if (transmitter.serves) mast_row.take(transmitter, evaluator.levels(transmitter));
    }
    const auto reached = evaluator.reached();
    for (std::size_t carrier = 0; carrier < carriers_.size(); ++carrier) {
      for (std::size_t i = 0; i < count; ++i) {
        row_rank(1, &mast_row.level_dbm[carrier][i], &mast_row.cell[carrier][i], ranks(carrier, places[reached[i]]));
      }
    }
  }
}

}  // namespace parktwin::radio
