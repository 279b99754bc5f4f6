#pragma once
// Median path loss inside a factory hall (InF), 3GPP TR 38.901 v16.1.0 table 7.4.1-1. Valid for 0.5–100 GHz and 1–600 m between antenna
// and device in space; nearer than 1 m the loss at 1 m is taken. The hall is known by its clutter (machines, shelves): sparse or dense
// (below or from 40 % of the floor), and by the antenna: low, both ends within the clutter; high, one above; the last row has both above.
// Walls, inner rooms and the exact place of machines do not enter.
#include <array>

#include "engine/core/describe.h"
#include "engine/core/units.h"
#include "engine/simulators/radio/valid_range.h"

namespace parktwin::radio {

enum class FactoryHall { sparse_low, dense_low, sparse_high, dense_high, both_high };

constexpr auto names_of(FactoryHall) {
  return std::to_array<EnumName<FactoryHall>>({{FactoryHall::sparse_low, "sparse_low"},
                                               {FactoryHall::dense_low, "dense_low"},
                                               {FactoryHall::sparse_high, "sparse_high"},
                                               {FactoryHall::dense_high, "dense_high"},
                                               {FactoryHall::both_high, "both_high"}});
}

inline constexpr ValidRange factory_frequency_ghz = {0.5, 100.0};
inline constexpr ValidRange factory_distance_m = {1.0, 600.0};  ///< in space

/// In dB. Precondition: frequency positive; line of sight where both ends are above the clutter, for which the table has no other row.
[[nodiscard]] double indoor_factory_loss_db(FactoryHall hall, Hertz frequency, double distance_m, bool line_of_sight);

/// Shadow fading σ_SF of the table, in dB. Same precondition.
[[nodiscard]] double indoor_factory_deviation_db(FactoryHall hall, bool line_of_sight);

}  // namespace parktwin::radio
