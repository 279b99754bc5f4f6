#pragma once
// Received levels of chosen map cells, mast by mast and transmitter by transmitter: of a run of columns in one row, read straight from the
// planes of the geometries, or of any list of cells. The same cell gets the same bits either way, on any thread and in any order.
#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/simulators/radio/detour_row.h"
#include "engine/simulators/radio/path_kernels.h"
#include "engine/simulators/radio/row_kernels.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

struct MapCell {
  std::int32_t column = 0;
  std::int32_t row = 0;
  friend auto operator<=>(const MapCell&, const MapCell&) = default;
};

/// Columns [begin, end) of a row.
struct ColumnRun {
  std::int32_t begin = 0;
  std::int32_t end = 0;
};

class RowEvaluator {
 public:
  /// The scene outlives the evaluator.
  explicit RowEvaluator(const Scene& scene);
  /// Another scene of the same frame, walls and frequencies; the cells chosen stay.
  void use(const Scene& scene) { scene_ = &scene; }

  /// Columns [begin, end) of a row, within the frame.
  void begin_row(std::int32_t row, std::int32_t begin, std::int32_t end);
  /// Any cells of the frame.
  void begin_cells(std::span<const MapCell> cells);

  /// Takes the cells that a mast reaches, and prepares what its transmitters have in common. Returns how many there are.
  std::size_t begin_mast(std::size_t mast);
  /// After begin_row: the cells reached are those chosen from here on, without gap.
  [[nodiscard]] std::size_t first_reached() const { return first_; }
  /// After begin_cells: which of those chosen are reached.
  [[nodiscard]] std::span<const std::uint32_t> reached() const { return reached_; }
  /// Level of one resource element in dBm per cell reached, valid until the next call. Precondition: a transmitter of the mast begun, or of
  /// the mast in another scene with the same geometry.
  std::span<const float> levels(const Transmitter& transmitter);
  /// What levels() makes a transmitter's levels of, valid until the next call: losses aside from its pattern, how far the paths have risen
  /// when they leave, corrections (empty without calibration) and detours. Precondition as of levels().
  struct Prepared {
    std::span<const float> loss, rise, correction_db;
    const DetourRow* detours;
  };
  Prepared prepared(const Transmitter& transmitter);
  /// By which way the signal of the transmitter asked last mostly comes to each cell reached, antenna patterns aside; mode site_general
  /// knows neither corners nor crowns. Valid until the next call.
  std::span<const calibration::PropagationClass> propagation();
  /// lg of the distance to the antenna in metres, per cell reached; at least 10 m along the ground count.
  [[nodiscard]] std::span<const float> lg_distances() const { return std::span(lg_distance_).first(count_); }

 private:
  void resize(std::size_t count);
  void reach_in_row(const Mast& mast, const Window& window);
  void reach_in_list(const Mast& mast, const Window& window);
  void take_codes(const SiteGeometry& geometry);
  void find_detours(const SiteGeometry& geometry);
  void prepare_frequency(const Transmitter& transmitter);
  void fade(const Mast& mast, const ShadowField& field);
  void begin_hall(std::size_t mast);
  void put_fading(const Transmitter& transmitter, const float* indoor_db);
  void find_corrections();
  [[nodiscard]] bool bends() const { return scene_->options.mode != PropagationMode::site_general; }
  [[nodiscard]] MapCell reached_cell(std::size_t i) const {
    return is_row_ ? MapCell{row_begin_.column + static_cast<std::int32_t>(first_ + i), row_begin_.row} : cells_[reached_[i]];
  }
  [[nodiscard]] const float* take(const std::vector<float>& plane, std::vector<float>& own) const;

  const Scene* scene_;
  bool is_row_ = true;
  MapCell row_begin_;           // of a row
  std::vector<MapCell> cells_;  // of a list
  std::size_t chosen_ = 0;
  std::size_t first_ = 0;
  std::vector<std::uint32_t> reached_;
  std::size_t count_ = 0;
  std::size_t frequency_ = 0;  // prepared in loss_; none: number of frequencies
  PathCodes codes_{};          // into the planes of the geometry, or into the arrays below
  const std::uint16_t* detour_codes_ = nullptr;
  std::array<std::vector<std::uint16_t>, most_edges> edge_;
  std::vector<std::uint16_t> detour_;
  std::vector<std::int16_t> departure_;
  std::vector<std::uint8_t> spreading_, vegetation_;
  std::vector<std::int32_t> seen_;
  std::vector<float> device_m_, east_, north_, rise_, inverse_, ground_square_, lg_distance_, rise_out_, inverse_out_;
  std::vector<float> extra_, loss_, attenuation_, received_, scratch_;
  std::vector<float> field_x_, field_y_, field_, deviation_;
  std::vector<calibration::PropagationClass> propagation_;
  std::vector<float> correction_db_;  // empty without calibration
  std::vector<std::uint8_t> around_;  // the detour is the stronger way
  bool rural_ = false;                // of the mast begun
  DetourRow detours_;
  const Hall* hall_ = nullptr;  // of the mast begun
  std::vector<std::int32_t> building_;
};

}  // namespace parktwin::radio
