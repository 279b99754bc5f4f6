#pragma once
// Median path loss inside an office building (InH-Office), 3GPP TR 38.901 v16.1.0 table 7.4.1-1, and how far one sees in a mixed office,
// table 7.4.2-1. Valid for 0.5–100 GHz and 1–150 m between antenna and device in space; nearer than 1 m the loss at 1 m is taken. Devices
// on the antenna's floor; walls, rooms and corridors do not enter other than through those statistics.
#include "engine/core/units.h"
#include "engine/simulators/radio/valid_range.h"

namespace parktwin::radio {

inline constexpr ValidRange office_distance_m = {1.0, 150.0};  ///< in space

/// In dB. Precondition: frequency positive.
[[nodiscard]] double indoor_office_loss_db(Hertz frequency, double distance_m, bool line_of_sight);

/// Shadow fading σ_SF of the table, in dB.
[[nodiscard]] double indoor_office_deviation_db(bool line_of_sight);

/// Probability that the antenna is in sight at a distance along the ground, mixed office.
[[nodiscard]] double indoor_office_clear_share(double ground_m);

}  // namespace parktwin::radio
