#pragma once
// The arithmetic of site geometry for one row of map cells, on plain arrays that the compiler vectorises.
#include <cstddef>
#include <cstdint>

#include "engine/simulators/radio/path_tables.h"

namespace parktwin::radio {

/// The planes of a site's geometry, gathered for the cells of a row.
struct PathCodes {
  const std::uint16_t* first_edge;
  const std::uint16_t* second_edge;
  const std::uint16_t* third_edge;
  const std::int16_t* departure;
  const std::uint8_t* spreading;
  const std::uint8_t* vegetation;
};

/// seen[i], and the direction in which the path leaves the antenna: rise_out[i], the height it has gained above the device's place, and
/// inverse_out[i] of the slant distance to there. Where the antenna is in sight these are rise and inverse.
void row_departures(std::size_t count, const PathCodes& codes, const float* east, const float* north, const float* rise,
                    const float* inverse, std::int32_t* seen, float* rise_out, float* inverse_out);

/// P.526-15 section 4.3 corrects for the spreading between edges that each cost more than about 15 dB; edges that just graze (6 dB) are
/// corrected not at all, those between in proportion to the least of them.
inline constexpr float grazing_db = 6.0F;
inline constexpr float isolated_db = 15.0F;

/// loss[i] in dB: free space, edges over the roofs with their spreading correction, vegetation and extra_db[i].
void row_direct_losses(std::size_t count, const PathTables& tables, const PathCodes& codes, const float* lg_distance, const float* extra_db,
                       float* loss);

/// received[i] = peak_dbm − loss[i] − attenuation[i].
void row_levels(std::size_t count, float peak_dbm, const float* loss, const float* attenuation, float* received);

/// loss[i] in dB of detours, straightened: free space, and behind a corner (material[i] negative) the knife edge of its extra way bend[i],
/// ν = 2 √(extra/λ), or off a façade of a material the reflection at the cosine of incidence bend[i].
void detour_losses(std::size_t count, const PathTables& tables, const std::int32_t* material, const float* bend, const float* lg_slant,
                   float* loss);
/// level[i] and what the detour brings, peak_dbm − loss[i] − attenuation[i], as a sum of powers.
void join_levels(std::size_t count, float peak_dbm, const float* loss, const float* attenuation, float* level);

/// Powers are whole multiples of 2^−56 mW (−168.6 dBm) below 2^−6 mW (−18 dBm, where a receiver is overdriven anyway), so that their sums
/// in double precision are exact and do not depend on the order of summing.

/// Adds powers by load to the sums, or takes them back out.
void row_add(std::size_t count, float load, const float* received, double* total_mw);
void row_withdraw(std::size_t count, float load, const float* received, double* total_mw);
/// The same of powers that were summed before.
void row_add_sums(std::size_t count, const double* sums_mw, double* total_mw);
void row_withdraw_sums(std::size_t count, const double* sums_mw, double* total_mw);

/// Both at once, for a transmitter that is put back changed; received[i] becomes new_received[i].
void row_swap(std::size_t count, float old_load, float* received, float new_load, const float* new_received, double* total_mw);

/// load[i] of the server by the table of loads; 0 where nobody serves. Precondition: the table has an entry.
void row_loads(std::size_t count, const std::uint16_t* server, const float* load_of_cell, float* load);
/// Powers of the strongest by load, as they went into the sums.
void row_powers(std::size_t count, const float* level_dbm, const float* load, double* power_mw);
/// ratio_db[i] = level_dbm[i] − 10 lg disturbance_mw[i].
void row_ratios(std::size_t count, const float* level_dbm, const double* disturbance_mw, float* ratio_db);

/// The same where there is one carrier, from its sums: ratio_db[i] over noise and the coupled powers of all but the server.
void row_only_ratios(std::size_t count, const float* level_dbm, const float* load, const double* total_mw, double noise_mw, double coupled,
                     float* ratio_db);

/// Over the carriers in turn: where this one's strongest cell is stronger than those before.
struct BestCarrier {
  float* level_dbm;
  std::uint16_t* cell;
  std::int32_t* carrier;
};
void row_best_carrier(std::size_t count, std::int32_t carrier, const float* level_dbm, const std::uint16_t* cell, const BestCarrier& best);
/// disturbance_mw[i] = noise_mw where the serving carrier is `number`.
void row_noise(std::size_t count, std::int32_t number, const std::int32_t* serving, double noise_mw, double* disturbance_mw);
/// There, adds a carrier's powers by its coupling, less the server's own by its share.
struct CouplingShares {
  double coupled;
  double own;
};
void row_disturbance(std::size_t count, std::int32_t number, const std::int32_t* serving, const CouplingShares& shares,
                     const double* total_mw, const double* own_mw, double* disturbance_mw);
/// out[i] = value[i], or NaN where nobody serves; outside the park (place 0) it keeps what it holds.
void row_write(std::size_t count, const std::uint8_t* place, const std::uint16_t* server, const float* value, float* out);

}  // namespace parktwin::radio
