#pragma once
// The arithmetic of one row of map cells for one antenna, on plain arrays of floats so that the compiler vectorises it. Each kernel writes
// or updates arrays of `count` values and reads none it writes, other than by the same index.
#include <cstddef>
#include <cstdint>

#include "engine/simulators/radio/antenna_pattern.h"
#include "engine/simulators/radio/path_loss.h"

namespace parktwin::radio {

/// From east[i] and north[i], metres from the antenna to the cell's centre: rise[i] (device above antenna, m), inverse[i] (1 / slant
/// distance), ground_square[i] (at least 10 m, squared) and lg_distance[i] (decimal logarithm of the slant distance that goes with it).
void row_geometry(std::size_t count, float antenna_elevation_m, const float* device_elevation_m, const float* east, const float* north,
                  float* rise, float* inverse, float* ground_square, float* lg_distance);

/// loss[i] in dB: path loss with or without sight plus extra_db[i].
void row_losses(const PathLossLaw& law, std::size_t count, const float* ground_square, const float* lg_distance, const std::int32_t* seen,
                const float* extra_db, float* loss);

/// Directions as vectors: east, north and rise, and one over their length.
struct RowDirections {
  const float* east;
  const float* north;
  const float* rise;
  const float* inverse;
};
/// attenuation[i] in dB below the antenna's peak. scratch: 3·count floats.
void row_attenuations(const PatternTable& pattern, const Orientation& orientation, std::size_t count, const RowDirections& directions,
                      float* attenuation, float* scratch);

/// The same in two steps, of which the first does not depend on the electrical tilt: up[i], the sine of elevation above the antenna's own
/// plane, and around[i], the attenuation in dB over turn and side. Precondition: not a measured pattern.
void row_aims(const PatternTable& pattern, const Orientation& orientation, std::size_t count, const RowDirections& directions, float* up,
              float* around);
/// `attenuation` may be `around`.
void row_aimed_attenuations(const PatternTable& pattern, std::size_t count, const float* up, const float* around, float* attenuation);

}  // namespace parktwin::radio
