#include "engine/simulators/radio/path_kernels.h"

#include <cmath>
#include <limits>

#include "engine/core/vector_clones.h"
#include "engine/simulators/radio/fast_math.h"
#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio {
namespace {

// 1.5·2^52 units: adding and subtracting it rounds to a whole number of units.
constexpr double rounding_mw = 0x1.8p-4;
constexpr float overdriven_mw = 0x1p-6F;

inline double exact(float level_dbm, float load) {
  const float power = load * fast_milliwatts(level_dbm);
  const float bounded = power < overdriven_mw ? power : overdriven_mw;
  return (static_cast<double>(bounded) + rounding_mw) - rounding_mw;
}

}  // namespace

PARKTWIN_VECTOR_CLONES
void row_departures(std::size_t count, const PathCodes& codes, const float* __restrict east, const float* __restrict north,
                    const float* __restrict rise, const float* __restrict inverse, std::int32_t* __restrict seen,
                    float* __restrict rise_out, float* __restrict inverse_out) {
  const std::uint16_t* __restrict const first_edge = codes.first_edge;
  const std::int16_t* __restrict const departure = codes.departure;
  for (std::size_t i = 0; i < count; ++i) {
    const bool hidden = (first_edge[i] & hidden_bit) != 0;
    const float ground_square = east[i] * east[i] + north[i] * north[i];
    const float ground = std::sqrt(ground_square);
    const float up = departure_step * static_cast<float>(departure[i]) * ground;
    const float slant = ground_square + up * up;
    const float out = fast_inverse_root(slant > 1e-6F ? slant : 1e-6F);
    seen[i] = hidden ? 0 : 1;
    rise_out[i] = hidden ? up : rise[i];
    inverse_out[i] = hidden ? out : inverse[i];
  }
}

namespace {

constexpr std::size_t cells_at_once = 32;  // of one row, that share what they need not look up

// Most cells have no edge or one alone. Looking up that there is none costs as much as an edge.
template <bool first, bool more, bool crowns>
[[gnu::always_inline]] inline void direct_losses(std::size_t begin, std::size_t end, const PathTables& tables, const PathCodes& codes,
                                                 const float* __restrict lg_distance, const float* __restrict extra_db,
                                                 float* __restrict loss) {
  const auto free_space_db = static_cast<float>(tables.free_space_db);
  [[maybe_unused]] const float* __restrict const edge_db = tables.edge_db.data();
  [[maybe_unused]] const float* __restrict const vegetation_db = tables.vegetation_db.data();
  [[maybe_unused]] const std::uint16_t* __restrict const first_edge = codes.first_edge;
  [[maybe_unused]] const std::uint16_t* __restrict const second_edge = codes.second_edge;
  [[maybe_unused]] const std::uint16_t* __restrict const third_edge = codes.third_edge;
  [[maybe_unused]] const std::uint8_t* __restrict const spreading = codes.spreading;
  [[maybe_unused]] const std::uint8_t* __restrict const vegetation = codes.vegetation;
  for (std::size_t i = begin; i < end; ++i) {
    float edges_db = 0.0F;
    if constexpr (first) edges_db = edge_db[static_cast<std::int32_t>(first_edge[i]) & parameter_mask];
    if constexpr (more) {
      const float first_db = edges_db;
      const float second_db = edge_db[static_cast<std::int32_t>(second_edge[i])];
      const float third_db = edge_db[static_cast<std::int32_t>(third_edge[i])];
      const float least_db = first_db < second_db ? first_db : second_db;
      const float lesser_db = third_edge[i] != 0 && third_db < least_db ? third_db : least_db;
      const float weight = (lesser_db - grazing_db) * (1.0F / (isolated_db - grazing_db));
      const float positive = weight > 0.0F ? weight : 0.0F;
      const float bounded = positive < 1.0F ? positive : 1.0F;
      const float spread_db = bounded * spreading_step_db * static_cast<float>(static_cast<std::int32_t>(spreading[i]));
      edges_db = (first_db + second_db) + (third_db + spread_db);
    }
    float crown_db = 0.0F;
    if constexpr (crowns) crown_db = vegetation_db[static_cast<std::int32_t>(vegetation[i])];
    loss[i] = free_space_db + 20.0F * lg_distance[i] + edges_db + (crown_db + extra_db[i]);
  }
}

template <bool crowns>
[[gnu::always_inline]] inline void direct_losses_by_edges(std::size_t begin, std::size_t end, std::int32_t first, std::int32_t more,
                                                          const PathTables& tables, const PathCodes& codes, const float* lg_distance,
                                                          const float* extra_db, float* loss) {
  if (more != 0) {
    direct_losses<true, true, crowns>(begin, end, tables, codes, lg_distance, extra_db, loss);
  } else if (first != 0) {
    direct_losses<true, false, crowns>(begin, end, tables, codes, lg_distance, extra_db, loss);
  } else {
    direct_losses<false, false, crowns>(begin, end, tables, codes, lg_distance, extra_db, loss);
  }
}

}  // namespace

PARKTWIN_VECTOR_CLONES
void row_direct_losses(std::size_t count, const PathTables& tables, const PathCodes& codes, const float* __restrict lg_distance,
                       const float* __restrict extra_db, float* __restrict loss) {
  for (std::size_t begin = 0; begin < count; begin += cells_at_once) {
    const std::size_t end = begin + cells_at_once < count ? begin + cells_at_once : count;
    std::int32_t first = 0;
    std::int32_t more = 0;
    std::int32_t crowns = 0;
    for (std::size_t i = begin; i < end; ++i) {
      first |= static_cast<std::int32_t>(codes.first_edge[i]) & parameter_mask;
      more |= static_cast<std::int32_t>(codes.second_edge[i]) | static_cast<std::int32_t>(codes.third_edge[i]);
      crowns |= static_cast<std::int32_t>(codes.vegetation[i]);
    }
    if (crowns != 0) {
      direct_losses_by_edges<true>(begin, end, first, more, tables, codes, lg_distance, extra_db, loss);
    } else {
      direct_losses_by_edges<false>(begin, end, first, more, tables, codes, lg_distance, extra_db, loss);
    }
  }
}

PARKTWIN_VECTOR_CLONES
void row_levels(std::size_t count, float peak_dbm, const float* __restrict loss, const float* __restrict attenuation,
                float* __restrict received) {
  for (std::size_t i = 0; i < count; ++i) received[i] = peak_dbm - loss[i] - attenuation[i];
}

PARKTWIN_VECTOR_CLONES
void detour_losses(std::size_t count, const PathTables& tables, const std::int32_t* __restrict material, const float* __restrict bend,
                   const float* __restrict lg_slant, float* __restrict loss) {
  const auto free_space_db = static_cast<float>(tables.free_space_db);
  const auto wavelength_m = static_cast<float>(tables.wavelength_m);
  const float* __restrict const facade_db = tables.facade_db.data();
  for (std::size_t i = 0; i < count; ++i) {
    // P.526 eq. 31, as knife_edge_loss_db.
    const float x = 2.0F * std::sqrt(bend[i] / wavelength_m) - 0.1F;
    const float corner_db = 6.9F + 20.0F * fast_log10(std::sqrt(x * x + 1.0F) + x);
    const float cosine = bend[i] < 1.0F ? bend[i] : 1.0F;
    const float position = cosine * static_cast<float>(PathTables::cosine_steps);
    const auto slot = static_cast<std::int32_t>(position);
    const std::int32_t known = material[i] >= 0 ? material[i] : 0;
    const std::int32_t at = known * static_cast<std::int32_t>(PathTables::cosines) + slot;
    const float facade_loss_db = facade_db[at] + (position - static_cast<float>(slot)) * (facade_db[at + 1] - facade_db[at]);
    loss[i] = free_space_db + 20.0F * lg_slant[i] + (material[i] >= 0 ? facade_loss_db : corner_db);
  }
}

PARKTWIN_VECTOR_CLONES
void join_levels(std::size_t count, float peak_dbm, const float* __restrict loss, const float* __restrict attenuation,
                 float* __restrict level) {
  for (std::size_t i = 0; i < count; ++i) {
    level[i] = 10.0F * fast_log10(fast_milliwatts(level[i]) + fast_milliwatts(peak_dbm - loss[i] - attenuation[i]));
  }
}

PARKTWIN_VECTOR_CLONES
void row_powers(std::size_t count, const float* __restrict level_dbm, const float* __restrict load, double* __restrict power_mw) {
  for (std::size_t i = 0; i < count; ++i) power_mw[i] = exact(level_dbm[i], load[i]);
}

PARKTWIN_VECTOR_CLONES
void row_ratios(std::size_t count, const float* __restrict level_dbm, const double* __restrict disturbance_mw, float* __restrict ratio_db) {
  for (std::size_t i = 0; i < count; ++i) ratio_db[i] = level_dbm[i] - 10.0F * fast_log10(static_cast<float>(disturbance_mw[i]));
}

PARKTWIN_VECTOR_CLONES
void row_only_ratios(std::size_t count, const float* __restrict level_dbm, const float* __restrict load, const double* __restrict total_mw,
                     double noise_mw, double coupled, float* __restrict ratio_db) {
  for (std::size_t i = 0; i < count; ++i) {
    const double disturbance_mw = noise_mw + coupled * (total_mw[i] - exact(level_dbm[i], load[i]));
    ratio_db[i] = level_dbm[i] - 10.0F * fast_log10(static_cast<float>(disturbance_mw));
  }
}

PARKTWIN_VECTOR_CLONES
void row_add(std::size_t count, float load, const float* __restrict received, double* __restrict total_mw) {
  for (std::size_t i = 0; i < count; ++i) total_mw[i] += exact(received[i], load);
}

PARKTWIN_VECTOR_CLONES
void row_add_sums(std::size_t count, const double* __restrict sums_mw, double* __restrict total_mw) {
  for (std::size_t i = 0; i < count; ++i) total_mw[i] += sums_mw[i];
}

PARKTWIN_VECTOR_CLONES
void row_withdraw_sums(std::size_t count, const double* __restrict sums_mw, double* __restrict total_mw) {
  for (std::size_t i = 0; i < count; ++i) total_mw[i] -= sums_mw[i];
}

PARKTWIN_VECTOR_CLONES
void row_withdraw(std::size_t count, float load, const float* __restrict received, double* __restrict total_mw) {
  for (std::size_t i = 0; i < count; ++i) total_mw[i] -= exact(received[i], load);
}

PARKTWIN_VECTOR_CLONES
void row_swap(std::size_t count, float old_load, float* __restrict received, float new_load, const float* __restrict new_received,
              double* __restrict total_mw) {
  for (std::size_t i = 0; i < count; ++i) {
    total_mw[i] = (total_mw[i] - exact(received[i], old_load)) + exact(new_received[i], new_load);
    received[i] = new_received[i];
  }
}

// The order of maxima and minima does not matter, but GCC reorders no floats: sixteen lanes by hand.
PARKTWIN_VECTOR_CLONES
void row_loads(std::size_t count, const std::uint16_t* __restrict server, const float* __restrict load_of_cell, float* __restrict load) {
  constexpr std::int32_t nobody = 0xFFFF;
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = static_cast<std::int32_t>(server[i]);
    const float found = load_of_cell[number == nobody ? 0 : number];
    load[i] = number == nobody ? 0.0F : found;
  }
}

PARKTWIN_VECTOR_CLONES
void row_best_carrier(std::size_t count, std::int32_t carrier, const float* __restrict level_dbm, const std::uint16_t* __restrict cell,
                      const BestCarrier& best) {
  float* __restrict const best_level = best.level_dbm;
  std::uint16_t* __restrict const best_cell = best.cell;
  std::int32_t* __restrict const best_carrier = best.carrier;
  for (std::size_t i = 0; i < count; ++i) {
    const bool better = level_dbm[i] > best_level[i];
    best_carrier[i] = better ? carrier : best_carrier[i];
    best_cell[i] = better ? cell[i] : best_cell[i];
    best_level[i] = better ? level_dbm[i] : best_level[i];
  }
}

PARKTWIN_VECTOR_CLONES
void row_noise(std::size_t count, std::int32_t number, const std::int32_t* __restrict serving, double noise_mw,
               double* __restrict disturbance_mw) {
  for (std::size_t i = 0; i < count; ++i) disturbance_mw[i] = serving[i] == number ? noise_mw : disturbance_mw[i];
}

PARKTWIN_VECTOR_CLONES
void row_disturbance(std::size_t count, std::int32_t number, const std::int32_t* __restrict serving, const CouplingShares& shares,
                     const double* __restrict total_mw, const double* __restrict own_mw, double* __restrict disturbance_mw) {
  const double coupled = shares.coupled;
  const double own_share = shares.own;
  for (std::size_t i = 0; i < count; ++i) {
    const double others = coupled * (total_mw[i] - own_share * own_mw[i]);
    disturbance_mw[i] += serving[i] == number ? others : 0.0;
  }
}

PARKTWIN_VECTOR_CLONES
void row_write(std::size_t count, const std::uint8_t* __restrict place, const std::uint16_t* __restrict server,
               const float* __restrict value, float* __restrict out) {
  constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
  constexpr std::uint16_t nobody = 0xFFFF;
  for (std::size_t i = 0; i < count; ++i) {
    const float served = server[i] == nobody ? nothing : value[i];
    out[i] = place[i] == 0 ? out[i] : served;
  }
}

}  // namespace parktwin::radio
