#pragma once
// The map as sums that can be changed: per carrier and map cell the power of all radio cells, exact (path_kernels.h), the strongest one,
// and the strongest of the other masts, who takes over when the first goes. So a transmitter can be taken out and another put in with the
// same bits as a map from scratch. From the sums follow best server, RSRP and SINR. Rows depend on nothing but their own number and are
// worked on in parallel.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/core/progress.h"
#include "engine/simulators/radio/kept_masts.h"
#include "engine/simulators/radio/rank_kernels.h"
#include "engine/simulators/radio/row_evaluator.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

/// What differs between two scenes of the same frame, walls, carriers and frequencies.
struct Replacement {
  struct MastPair {
    std::size_t before = no_mast;  ///< in the old scene; no_mast: it is new
    std::size_t after = no_mast;   ///< in the new scene; no_mast: it goes
    bool same_place = false;       ///< same geometry and environment
  };
  std::vector<MastPair> masts;      ///< those with any transmitter that comes, goes or changes
  std::vector<std::uint8_t> stays;  ///< per radio cell: its levels, load and carrier are the same in both scenes
};

class CoverageMap {
 public:
  /// `place` outlives the map.
  CoverageMap(const Grid<std::uint8_t>& place, std::size_t carriers);

  /// Steps of progress that evaluate() tells.
  [[nodiscard]] std::size_t chunks() const;
  void evaluate(const Scene& scene, Progress& progress);
  /// Takes what goes out and puts in what comes. The result holds the maps of the old scene; where a few masts were only retuned, the new
  /// ones are written at once, as far as they are known without finish().
  void replace(const Scene& old_scene, const Scene& new_scene, const Replacement& replacement, Result& result);
  /// Writes the maps of the rows that changed since the last call into the result.
  void finish(const Scene& scene, Result& result);

 private:
  struct CarrierPlanes {
    std::vector<float> level_dbm;
    std::vector<std::uint16_t> cell;
    std::vector<float> other_level_dbm;
    std::vector<std::uint16_t> other_cell;
    std::vector<double> total_mw;
  };
  /// The strongest cell of one mast per carrier, along a row.
  struct MastRow {
    std::vector<std::vector<float>> level_dbm;
    std::vector<std::vector<std::uint16_t>> cell;
    void begin(std::size_t carriers, std::size_t count);
    void take(const Transmitter& transmitter, std::span<const float> levels);
  };
  struct FinishedRun {
    std::vector<std::int32_t> carrier;
    std::vector<std::uint16_t> server;
    std::vector<float> level_dbm, load, sinr_db;
    std::vector<double> own_mw, disturbance_mw;
    // What to write: of the arrays above, or of the planes of the only carrier.
    const std::uint16_t* servers = nullptr;
    const float* levels_dbm = nullptr;
  };
  /// Powers of the mast that came last, alone. While a mast is dragged it is the next to go, and they need not be made again.
  struct Dragged {
    struct Row {
      std::int32_t first_column = 0;
      std::vector<std::vector<double>> power_mw;  // per carrier, by load, as many as cells reached
    };
    std::size_t mast = no_mast;
    std::uint64_t state = 0;  // of the map, that it came into
    std::vector<Row> rows;    // of the frame
  };
  static constexpr std::size_t rows_per_chunk = 16;
  static constexpr std::size_t most_retuned = 4;  // at once: so many masts are kept whatever their reach
  static constexpr float no_level_dbm = -1e30F;
  class RowChange;
  class Retuning;
  [[nodiscard]] RowRanks ranks(std::size_t carrier, std::size_t at);
  void evaluate_row(RowEvaluator& evaluator, MastRow& mast_row, const Scene& scene, std::int32_t row);
  static void put_ranks(const RowRanks& ranks, float level_dbm, std::uint16_t cell, std::uint16_t other);
  void mark_dirty(std::int32_t row, const ColumnRun& run);
  void search(const Scene& scene, std::vector<MapCell>& bereft);
  [[nodiscard]] static bool is_retuned(const Scene& old_scene, const Scene& new_scene, const Replacement::MastPair& pair);
  void retune(const Scene& old_scene, const Scene& new_scene, const Replacement::MastPair& pair, std::span<const std::uint8_t> stays,
              Result& result);
  void finish_run(const Scene& scene, std::int32_t row, const ColumnRun& run, bool ranks_changed, FinishedRun& finished,
                  Result& result) const;
  void strongest(const Scene& scene, std::int32_t row, const ColumnRun& run, FinishedRun& out) const;
  void strongest_of_one(const Scene& scene, std::int32_t row, const ColumnRun& run, FinishedRun& out) const;
  void write_servers(const Scene& scene, std::int32_t row, const ColumnRun& run, const FinishedRun& finished, Result& result) const;
  [[nodiscard]] static float deviation(const Scene& scene, std::uint16_t server, bool seen, MapCell cell);

  const Grid<std::uint8_t>& place_;
  std::vector<std::uint8_t> geometry_changed_;  // per mast, since the last call of finish()
  bool any_geometry_changed_ = false;
  std::vector<ColumnRun> runs_;   // per row: what may lie inside the boundary
  std::vector<ColumnRun> dirty_;  // per row: to be finished
  std::vector<CarrierPlanes> carriers_;
  std::uint64_t state_ = 1;  // counts the changes of ranks
  KeptMasts kept_;
  Dragged dragged_;
};

}  // namespace parktwin::radio
