#pragma once
// What the levels of one mast's transmitters are made of, kept per row of the map while the mast stays in its place: losses per frequency
// and law, departures, detours, and the levels that its transmitters have now. A retuned transmitter then costs its antenna pattern alone.
// The same bits as RowEvaluator's.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/simulators/radio/row_evaluator.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

class KeptMast {
 public:
  struct Loss {
    std::vector<float> loss_db, correction_db;  // correction_db: empty without calibration
    DetourRow detours;
  };
  /// Of row_aims().
  struct Aim {
    std::vector<float> up, around_db;
  };
  struct Row {
    std::int32_t first_column = 0;
    std::size_t count = 0;  // of cells reached
    std::vector<float> rise_m;
    std::vector<Loss> losses;                    // as losses_
    std::vector<std::vector<float>> levels_dbm;  // per transmitter
    std::vector<Aim> aims;                       // per transmitter; empty where none was made
    std::vector<float> ranked_from_dbm;          // per block of the row, for the map to use
  };

  /// `runs`: per row of the frame, the columns of the map.
  KeptMast(const Scene& scene, std::size_t mast, std::span<const ColumnRun> runs);

  /// The mast stands where this one stands, with the same radio cells, whose frequencies and laws are kept.
  [[nodiscard]] bool is_of(const Scene& scene, std::size_t mast) const;
  [[nodiscard]] std::span<const std::uint16_t> cells() const { return cells_; }
  /// State of the map that Row::ranked_from_dbm was written for.
  std::uint64_t ranks_of = 0;
  [[nodiscard]] Row& row(std::int32_t number) { return rows_[static_cast<std::size_t>(number)]; }
  [[nodiscard]] std::size_t bytes() const;

  /// To be called before levels(): where the aims of the transmitters that change are kept and still right, a level costs one look-up.
  void aim(const Scene& scene, std::size_t mast, std::span<const std::uint8_t> stays);
  /// Arrays to work in, one set per thread.
  struct Scratch {
    std::vector<float> north, inverse, attenuation, positions, levels_dbm;
  };
  /// Levels in dBm along a row of the mast's transmitter number `number`, valid until the next call with the same scratch. Precondition:
  /// is_of and aimed.
  std::span<const float> levels(std::int32_t row, const Scene& scene, std::size_t number, const Transmitter& transmitter, Scratch& scratch);

 private:
  struct LossKey {
    std::size_t frequency = 0;
    PathLossLaw law;
    friend bool operator==(const LossKey&, const LossKey&) = default;
  };
  void keep_row(RowEvaluator& evaluator, const Scene& scene, std::size_t mast, std::int32_t row, const ColumnRun& run);

  void attenuate(Row& row, std::size_t number, const PatternTable& pattern, const Orientation& orientation, std::size_t begin,
                 std::size_t count, Scratch& scratch);

  std::shared_ptr<const SiteGeometry> geometry_;
  Environment environment_;
  Point position_;
  std::vector<std::uint16_t> cells_;  // in the order of the mast's transmitters
  std::vector<LossKey> losses_;
  std::vector<float> east_m_;  // per column of the frame
  std::vector<Row> rows_;
  struct AimedAt {
    std::shared_ptr<const PatternTable> pattern;  // none: no aims are made
    Orientation orientation;
    bool is_new = false;  // to be made along each row
  };
  std::vector<AimedAt> aimed_at_;  // per transmitter
  std::size_t reached_ = 0;        // cells of all rows
  std::size_t detour_bytes_ = 0;
};

}  // namespace parktwin::radio
