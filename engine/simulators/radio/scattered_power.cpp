#include "engine/simulators/radio/scattered_power.h"

#include <cmath>

#include "engine/core/vector_clones.h"
#include "engine/simulators/radio/fast_math.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t cells_at_once = 32;  // of one row: either all in sight, where nothing is added, or not

[[gnu::always_inline]] inline void add(const PathLossLaw& law, std::size_t begin, std::size_t end, const float* __restrict ground_square,
                                       const float* __restrict lg_distance, const std::int32_t* __restrict seen,
                                       const float* __restrict extra_db, float* __restrict loss) {
  constexpr float octaves_per_db = 0.33219281F;
  constexpr float db_per_octave = 3.0103F;
  constexpr float most_apart_db = 300.0F;
  constexpr float out_of_account_db = 1000.0F;
  const auto breakpoint_square = static_cast<float>(law.breakpoint_m * law.breakpoint_m);
  const auto near_offset = static_cast<float>(law.near_offset_db);
  const auto near_slope = static_cast<float>(law.near_slope_db);
  const auto far_offset = static_cast<float>(law.far_offset_db);
  const auto far_slope = static_cast<float>(far_slope_db);
  const auto blocked_offset = static_cast<float>(law.blocked_offset_db);
  const auto blocked_slope = static_cast<float>(law.blocked_slope_db);
  for (std::size_t i = begin; i < end; ++i) {
    const float near_db = near_offset + near_slope * lg_distance[i];
    const float far_db = far_offset + far_slope * lg_distance[i];
    const float clear_db = ground_square[i] <= breakpoint_square ? near_db : far_db;
    const float law_db = blocked_offset + blocked_slope * lg_distance[i];
    // In sight so much weaker that its power rounds away.
    const float kept_out_db = seen[i] != 0 ? out_of_account_db : 0.0F;
    const float scattered_db = (law_db > clear_db ? law_db : clear_db) + extra_db[i] + kept_out_db;
    const float traced_db = loss[i];
    const float apart = std::abs(traced_db - scattered_db);
    const float apart_db = apart < most_apart_db ? apart : most_apart_db;
    const float least_db = traced_db < scattered_db ? traced_db : scattered_db;
    loss[i] = least_db - db_per_octave * fast_log2(1.0F + fast_exp2(-octaves_per_db * apart_db));
  }
}

}  // namespace

PARKTWIN_VECTOR_CLONES
void add_scattered_power(const PathLossLaw& law, std::size_t count, const float* __restrict ground_square,
                         const float* __restrict lg_distance, const std::int32_t* __restrict seen, const float* __restrict extra_db,
                         float* __restrict loss) {
  for (std::size_t begin = 0; begin < count; begin += cells_at_once) {
    const std::size_t end = begin + cells_at_once < count ? begin + cells_at_once : count;
    std::int32_t all_seen = 1;
    for (std::size_t i = begin; i < end; ++i) all_seen &= seen[i];
    if (all_seen == 0) add(law, begin, end, ground_square, lg_distance, seen, extra_db, loss);
  }
}

}  // namespace parktwin::radio
