#pragma once
// Power that reaches a device out of sight by ways nobody can follow: reflected and scattered again and again between façades, machines and
// vehicles. Measured as a whole, not derived: the row without line of sight of the site-general law (3GPP TR 38.901 table 7.4.1-1) is taken
// as its median and added, as power, to what edges, corners and façades of this park let through. So it fills deep shadow and vanishes
// beside a path that is clear or nearly so. What it ignores: how much there is around to scatter at this very place.
#include <cstddef>
#include <cstdint>

#include "engine/simulators/radio/path_loss.h"

namespace parktwin::radio {

/// loss[i] in dB, `extra_db` included: where the antenna is out of sight, the sum of the powers of loss[i] and of the law's blocked row
/// plus extra_db[i]. Arrays as for row_losses (row_kernels.h).
void add_scattered_power(const PathLossLaw& law, std::size_t count, const float* ground_square, const float* lg_distance,
                         const std::int32_t* seen, const float* extra_db, float* loss);

}  // namespace parktwin::radio
