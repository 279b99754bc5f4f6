#pragma once
// Median path loss inside a factory hall (InF), 3GPP TR 38.901 v16.1.0 table 7.4.1-1, and how far one sees there, table 7.4.2-1. Valid for
// 0.5–100 GHz and 1–600 m between antenna and device in space; nearer than 1 m the loss at 1 m is taken. The hall is known by its clutter
// (machines, shelves): sparse or dense (below or from 40 % of the floor), and by the antenna: low, both ends within the clutter; high, one
// above; the last row has both above. Walls, inner rooms and the exact place of machines do not enter.
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

/// Machines and shelves of a hall.
struct Clutter {
  double density = 0.2;  ///< r, share of the floor
  double height_m = 2.0;
  double size_m = 10.0;
};

/// Table 7.2-4: from here the clutter is dense, and typically 2 m wide instead of 10 m.
inline constexpr double dense_from = 0.4;
inline constexpr double sparse_clutter_size_m = 10.0;
inline constexpr double dense_clutter_size_m = 2.0;

/// Heights above the floor; an end at the clutter's height is within it.
[[nodiscard]] FactoryHall factory_hall(const Clutter& clutter, double antenna_m, double device_m);

/// k_subsce of table 7.4.2-1: the antenna is in sight with probability exp(−d/k) at d along the ground. Infinite without clutter or with
/// both ends above it. With one end above, whichever it is, k = −d_clutter/ln(1 − r) · (upper − lower)/(h_c − lower).
[[nodiscard]] double factory_clear_way_m(const Clutter& clutter, double antenna_m, double device_m);

}  // namespace parktwin::radio
