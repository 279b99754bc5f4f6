#include <algorithm>

#include "engine/core/check.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/coverage_map.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t block = 256;  // cells whose arrays stay in the nearest cache

bool is_above(float level_dbm, std::uint16_t cell, float other_level_dbm, std::uint16_t other) {
  return level_dbm > other_level_dbm || (level_dbm == other_level_dbm && cell < other);
}

}  // namespace

/// The retuning of one mast along rows: sums, ranks and maps in one pass, block by block. What did not change on the mast ranks no higher
/// than before, so that it is looked at only in blocks where the mast is ranked or comes to be.
class CoverageMap::Retuning {
 public:
  Retuning(CoverageMap& map, KeptMast& kept, const Scene& old_scene, const Scene& new_scene, const Replacement::MastPair& mast,
           std::span<const std::uint8_t> stays, Result& result, bool ranks_known)
      : map_(map), kept_(kept), new_scene_(new_scene), result_(result), ranks_known_(ranks_known) {
    const auto& before = old_scene.transmitters.masts[mast.before].transmitters;
    const auto& after = new_scene.transmitters.masts[mast.after].transmitters;
    for (std::size_t i = 0; i < after.size(); ++i) {
      pairs_.push_back({&before[i], &after[i], stays[after[i].cell] == 0});
    }
  }

  void apply(std::int32_t row) {
    KeptMast::Row& kept = kept_.row(row);
    if (kept.count == 0) return;
    row_ = row;
    first_ = kept.first_column;
    at_ = map_.place_.frame.index(first_, row);
    put_levels(kept);
    kept.ranked_from_dbm.resize((kept.count + block - 1) / block);
    const std::size_t bereft_before = bereft_.size();
    for (std::size_t begin = 0; begin < kept.count; begin += block) {
      const std::size_t count = std::min(block, kept.count - begin);
      const bool ranks_changed = may_be_ranked(kept, begin, count) && rank(kept, begin, count);
      if (bereft_.size() != bereft_before) continue;
      const auto column = first_ + static_cast<std::int32_t>(begin);
      map_.finish_run(new_scene_, row, {column, column + static_cast<std::int32_t>(count)}, ranks_changed, finished_, result_);
    }
    if (bereft_.size() != bereft_before) {
      map_.mark_dirty(row, {first_, first_ + static_cast<std::int32_t>(kept.count)});
    }
  }
  [[nodiscard]] std::vector<MapCell>& bereft() { return bereft_; }

 private:
  struct Pair {
    const Transmitter* before;
    const Transmitter* after;
    bool changed;
  };

  // The sums, and the levels kept.
  void put_levels(KeptMast::Row& kept) {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      if (!pairs_[i].changed) continue;
      const Transmitter& before = *pairs_[i].before;
      const Transmitter& after = *pairs_[i].after;
      const auto levels = kept_.levels(row_, new_scene_, i, after, scratch_);
      float* const old_levels = kept.levels_dbm[i].data();
      double* const out = map_.carriers_[before.carrier].total_mw.data() + at_;
      if (before.carrier == after.carrier) {
        row_swap(kept.count, static_cast<float>(before.load), old_levels, static_cast<float>(after.load), levels.data(), out);
        continue;
      }
      row_withdraw(kept.count, static_cast<float>(before.load), old_levels, out);
      row_add(kept.count, static_cast<float>(after.load), levels.data(), map_.carriers_[after.carrier].total_mw.data() + at_);
      std::copy(levels.begin(), levels.end(), old_levels);
    }
  }

  // Where the mast was not ranked, only from a certain level on.
  [[nodiscard]] bool may_be_ranked(const KeptMast::Row& kept, std::size_t begin, std::size_t count) const {
    if (!ranks_known_) return true;
    float highest_dbm = no_level_dbm;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      if (pairs_[i].changed) highest_dbm = std::max(highest_dbm, row_highest(count, kept.levels_dbm[i].data() + begin));
    }
    return highest_dbm >= kept.ranked_from_dbm[begin / block];
  }

  // Returns whether a first rank may have changed.
  bool rank(KeptMast::Row& kept, std::size_t begin, std::size_t count) {
    bool changed = false;
    float& ranked_from_dbm = kept.ranked_from_dbm[begin / block];
    ranked_from_dbm = not_known_dbm;
    marks_.resize(block);
    for (std::size_t carrier = 0; carrier < map_.carriers_.size(); ++carrier) {
      const RowRanks ranks = map_.ranks(carrier, at_ + begin);
      if (row_marks(count, kept_.cells().data(), kept_.cells().size(), ranks, marks_.data())) {
        find_strongest(kept, carrier, begin, count);
        rank_again(ranks, begin, count);
        changed = true;
        ranked_from_dbm = no_level_dbm;
        continue;
      }
      std::int32_t reached = 0;
      for (std::size_t i = 0; i < pairs_.size(); ++i) {
        if (changes_on(i, carrier)) reached |= row_reaches(count, kept.levels_dbm[i].data() + begin, ranks);
      }
      if (reached == 0) {
        ranked_from_dbm = std::min(ranked_from_dbm, row_lowest_rank(count, ranks));
        continue;
      }
      find_strongest(kept, carrier, begin, count);
      ranked_from_dbm = no_level_dbm;
      row_rank(count, level_dbm_.data(), cell_.data(), ranks);
      changed = changed || (reached & 1) != 0;
    }
    return changed;
  }

  [[nodiscard]] bool serves_on(std::size_t i, std::size_t carrier) const {
    return pairs_[i].after->carrier == carrier && pairs_[i].after->serves;
  }
  [[nodiscard]] bool changes_on(std::size_t i, std::size_t carrier) const { return pairs_[i].changed && serves_on(i, carrier); }

  void find_strongest(const KeptMast::Row& kept, std::size_t carrier, std::size_t begin, std::size_t count) {
    level_dbm_.assign(block, no_level_dbm);
    cell_.assign(block, no_server);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      if (!serves_on(i, carrier)) continue;
      row_strongest(count, pairs_[i].after->cell, kept.levels_dbm[i].data() + begin, level_dbm_.data(), cell_.data());
    }
  }

  void rank_again(const RowRanks& ranks, std::size_t begin, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const RowRanks here{ranks.level_dbm + i, ranks.cell + i, ranks.other_level_dbm + i, ranks.other_cell + i};
      if ((marks_[i] & 1) != 0) {
        if (!rank_first(here, level_dbm_[i], cell_[i])) bereft_.push_back({first_ + static_cast<std::int32_t>(begin + i), row_});
      } else if ((marks_[i] & 2) != 0) {
        rank_second(here, level_dbm_[i], cell_[i]);
      } else {
        row_rank(1, &level_dbm_[i], &cell_[i], here);
      }
    }
  }

  // Where the mast was first. False: somebody else may be first now.
  static bool rank_first(const RowRanks& here, float level_dbm, std::uint16_t cell) {
    if (*here.other_cell == not_known) {
      // All others are below what the mast brought before.
      const bool stays_above = level_dbm > *here.level_dbm || (level_dbm == *here.level_dbm && cell <= *here.cell);
      if (!stays_above) return false;
    } else if (!is_above(level_dbm, cell, *here.other_level_dbm, *here.other_cell)) {
      put_ranks(here, *here.other_level_dbm, *here.other_cell, *here.other_cell == no_server ? no_server : not_known);
      return true;
    }
    *here.level_dbm = level_dbm;
    *here.cell = cell;
    return true;
  }

  // Where it was second.
  static void rank_second(const RowRanks& here, float level_dbm, std::uint16_t cell) {
    if (is_above(level_dbm, cell, *here.level_dbm, *here.cell)) {
      *here.other_level_dbm = *here.level_dbm;
      *here.other_cell = *here.cell;
      *here.level_dbm = level_dbm;
      *here.cell = cell;
    } else if (level_dbm > *here.other_level_dbm || (level_dbm == *here.other_level_dbm && cell <= *here.other_cell)) {
      *here.other_level_dbm = level_dbm;
      *here.other_cell = cell;
    } else {
      *here.other_level_dbm = not_known_dbm;
      *here.other_cell = not_known;
    }
  }

  CoverageMap& map_;
  KeptMast& kept_;
  const Scene& new_scene_;
  Result& result_;
  bool ranks_known_;         // no rank changed since the kept mast was retuned last
  std::vector<Pair> pairs_;  // in the order of the kept mast's cells
  KeptMast::Scratch scratch_;
  std::int32_t row_ = 0;
  std::int32_t first_ = 0;  // column of the first cell reached
  std::size_t at_ = 0;      // and its place in the planes
  std::vector<float> level_dbm_;
  std::vector<std::uint16_t> cell_, marks_;
  FinishedRun finished_;
  std::vector<MapCell> bereft_;
};

void CoverageMap::retune(const Scene& old_scene, const Scene& new_scene, const Replacement::MastPair& pair,
                         std::span<const std::uint8_t> stays, Result& result) {
  KeptMast& kept = kept_.of(old_scene, pair.before, runs_);
  PARKTWIN_CHECK(kept.is_of(new_scene, pair.after), "a mast that was not only retuned");
  const bool ranks_known = kept.ranks_of == state_;
  kept.ranks_of = ++state_;
  kept.aim(new_scene, pair.after, stays);
  parallel_chunks(runs_.size(), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    Retuning retuning(*this, kept, old_scene, new_scene, pair, stays, result, ranks_known);
    for (std::size_t row = begin; row < end; ++row) retuning.apply(static_cast<std::int32_t>(row));
    search(new_scene, retuning.bereft());
  });
}

}  // namespace parktwin::radio
