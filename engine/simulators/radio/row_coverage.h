#pragma once
// Evaluates the map row by row: for every mast in order and every of its cells, received power; then best server, interference and SINR.
// A row depends on nothing but its own number, so rows may be evaluated in any order and on any thread with the same bits.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/simulators/radio/line_of_sight.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/row_kernels.h"
#include "engine/simulators/radio/shadow_fading.h"
#include "engine/simulators/radio/transmitters.h"

namespace parktwin::radio {

/// Everything the rows share; all of it outlives them.
struct Scene {
  const Options* options = nullptr;
  const Grid<SurfaceCell>* surface = nullptr;
  const Transmitters* transmitters = nullptr;
  std::span<const SightMap> sights;              ///< one per mast
  std::vector<std::vector<float>> wall_loss_db;  ///< per frequency and building, with the building's deviation where fading is drawn
  std::vector<float> wall_deviation_db;          ///< σP per building
  std::vector<ShadowField> fields;               ///< one per mast, or none
  std::vector<std::vector<float>> coupling;      ///< per victim's and other's carrier
  std::vector<float> noise_mw;                   ///< per carrier and resource element
  std::vector<Environment> environment;          ///< per radio cell
};

class RowCoverage {
 public:
  explicit RowCoverage(const Scene& scene);
  /// Fills the row's cells inside the boundary; `result.place` is there already. The others keep what they hold.
  void evaluate(std::int32_t row, Result& result);

 private:
  void prepare(std::int32_t row, const Result& result);
  void add_mast(std::size_t mast_index, std::int32_t row);
  void look_around(std::size_t mast_index, const RowGeometry& geometry, std::int32_t row, std::size_t first);
  void fade(std::size_t mast_index, const RowGeometry& geometry, std::size_t first);
  void finish(std::int32_t row, Result& result) const;
  void finish_cell(std::size_t column, std::size_t cell, Result& result) const;

  struct CarrierRow {
    std::vector<float> level_dbm;
    std::vector<std::int32_t> code;
    std::vector<float> loaded_mw;
    std::vector<float> others_mw;
  };

  const Scene& scene_;
  std::int32_t begin_ = 0;  // columns that may lie inside the boundary
  std::int32_t end_ = 0;
  std::vector<float> device_elevation_m_;
  std::vector<std::int32_t> building_;
  std::vector<std::vector<float>> extra_db_;  // per frequency: wall and depth
  std::vector<CarrierRow> best_;              // per carrier
  std::vector<std::int32_t> seen_;
  std::vector<float> east_, rise_, inverse_, ground_square_, lg_distance_, extra_, loss_, attenuation_, scratch_;
  std::vector<float> fading_db_, field_x_, field_y_, field_, deviation_;
};

}  // namespace parktwin::radio
