#pragma once
// The arithmetic of one row of map cells for one antenna, on plain arrays of floats so that the compiler vectorises it. Each kernel writes
// or updates arrays of `count` values and reads none it writes, other than by the same index.
#include <cstddef>
#include <cstdint>

#include "engine/simulators/radio/antenna_pattern.h"
#include "engine/simulators/radio/path_loss.h"

namespace parktwin::radio {

/// Where the row's cells lie relative to the antenna.
struct RowGeometry {
  std::size_t count = 0;
  float first_east_m = 0.0F;  ///< from the antenna to the first cell's centre
  float step_m = 1.0F;
  float north_m = 0.0F;
  float antenna_m = 0.0F;  ///< elevation
};

/// east[i], rise[i] (device above antenna, m), inverse[i] (1 / slant distance), ground_square[i] (at least 10 m, squared) and
/// lg_distance[i] (decimal logarithm of the slant distance that goes with it).
void row_geometry(const RowGeometry& row, const float* device_elevation_m, float* east, float* rise, float* inverse, float* ground_square,
                  float* lg_distance);

/// loss[i] in dB: path loss with or without sight plus extra_db[i].
void row_losses(const PathLossLaw& law, std::size_t count, const float* ground_square, const float* lg_distance, const std::int32_t* seen,
                const float* extra_db, float* loss);

/// attenuation[i] in dB below the antenna's peak. scratch: 3·count floats.
void row_attenuations(const PatternTable& pattern, const Orientation& orientation, const RowGeometry& row, const float* east,
                      const float* rise, const float* inverse, float* attenuation, float* scratch);

/// The strongest cell of one carrier and what interferes with it, per map cell.
struct RowBest {
  float* level_dbm;
  std::int32_t* code;  ///< 2·cell + seen
  float* loaded_mw;    ///< the strongest cell's power times its load
  float* others_mw;    ///< all others' power times load
};
void row_accumulate(std::size_t count, float peak_dbm, float load, std::int32_t cell, const float* loss, const float* attenuation,
                    const std::int32_t* seen, const RowBest& best);

}  // namespace parktwin::radio
