// Floating-point exceptions are never read, which lets selections become masks; no value changes by it.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("no-trapping-math")
#endif
#include "engine/simulators/radio/row_kernels.h"

#include <cmath>

#include "engine/simulators/radio/fast_math.h"

namespace parktwin::radio {

void row_geometry(const RowGeometry& row, const float* __restrict device_elevation_m, float* __restrict east, float* __restrict rise,
                  float* __restrict inverse, float* __restrict ground_square, float* __restrict lg_distance) {
  const float north_square = row.north_m * row.north_m;
  constexpr auto nearest_square = static_cast<float>(nearest_valid_m * nearest_valid_m);
  const RowGeometry r = row;
  for (std::size_t i = 0; i < r.count; ++i) {
    const float e = r.first_east_m + r.step_m * static_cast<float>(static_cast<std::int32_t>(i));
    const float up = device_elevation_m[i] - r.antenna_m;
    const float ground = e * e + north_square;
    const float slant = ground + up * up;
    const float valid = ground > nearest_square ? ground : nearest_square;
    east[i] = e;
    rise[i] = up;
    inverse[i] = fast_inverse_root(slant > 1e-6F ? slant : 1e-6F);
    ground_square[i] = valid;
    lg_distance[i] = 0.5F * fast_log10(valid + up * up);
  }
}

void row_losses(const PathLossLaw& law, std::size_t count, const float* __restrict ground_square, const float* __restrict lg_distance,
                const std::int32_t* __restrict seen, const float* __restrict extra_db, float* __restrict loss) {
  const auto breakpoint_square = static_cast<float>(law.breakpoint_m * law.breakpoint_m);
  const auto near_offset = static_cast<float>(law.near_offset_db);
  const auto near_slope = static_cast<float>(law.near_slope_db);
  const auto far_offset = static_cast<float>(law.far_offset_db);
  const auto far_slope = static_cast<float>(far_slope_db);
  const auto blocked_offset = static_cast<float>(law.blocked_offset_db);
  const auto blocked_slope = static_cast<float>(law.blocked_slope_db);
  for (std::size_t i = 0; i < count; ++i) {
    const float near_db = near_offset + near_slope * lg_distance[i];
    const float far_db = far_offset + far_slope * lg_distance[i];
    const float clear_db = ground_square[i] <= breakpoint_square ? near_db : far_db;
    const float law_db = blocked_offset + blocked_slope * lg_distance[i];
    const float blocked_db = law_db > clear_db ? law_db : clear_db;
    loss[i] = (seen[i] != 0 ? clear_db : blocked_db) + extra_db[i];
  }
}

namespace {

struct Axis {
  float x, y, z;
  explicit Axis(const Vector3& v) : x(static_cast<float>(v.x)), y(static_cast<float>(v.y)), z(static_cast<float>(v.z)) {}
};

// table[position] by linear interpolation, added to or written into `out`.
template <bool add>
void look_up(std::size_t count, const float* __restrict table, const float* __restrict position, float* __restrict out) {
  for (std::size_t i = 0; i < count; ++i) {
    const auto slot = static_cast<std::int32_t>(position[i]);
    const float low = table[slot];
    const float value = low + (position[i] - static_cast<float>(slot)) * (table[slot + 1] - low);
    out[i] = add ? out[i] + value : value;
  }
}

float steps_of(const std::vector<float>& table) { return static_cast<float>(table.size() - 2); }

}  // namespace

void row_attenuations(const PatternTable& pattern, const Orientation& orientation, const RowGeometry& row, const float* __restrict east,
                      const float* __restrict rise, const float* __restrict inverse, float* __restrict attenuation,
                      float* __restrict scratch) {
  const std::size_t count = row.count;
  const Axis f(orientation.forward);
  const Axis s(orientation.side);
  const Axis u(orientation.up);
  const float forward_north = f.y * row.north_m;
  const float side_north = s.y * row.north_m;
  const float up_north = u.y * row.north_m;
  const float up_scale = 0.5F * steps_of(pattern.over_up());
  const float up_limit = steps_of(pattern.over_up());
  const float turn_scale = 0.5F * steps_of(pattern.over_turn());
  float* __restrict const up_position = scratch;
  float* __restrict const turn_position = scratch + count;
  float* __restrict const side_position = scratch + 2 * count;
  for (std::size_t i = 0; i < count; ++i) {
    const float forward = (east[i] * f.x + forward_north + rise[i] * f.z) * inverse[i];
    const float side = std::abs((east[i] * s.x + side_north) * inverse[i]);
    const float up = (east[i] * u.x + up_north + rise[i] * u.z) * inverse[i];
    const float p = (up + 1.0F) * up_scale;
    const float at_least = p > 0.0F ? p : 0.0F;
    up_position[i] = at_least < up_limit ? at_least : up_limit;
    const float q = side / (side + std::abs(forward) + 1e-12F);
    turn_position[i] = (forward >= 0.0F ? q : 2.0F - q) * turn_scale;
    side_position[i] = side < 1.0F ? side : 1.0F;
  }
  look_up<false>(count, pattern.over_up().data(), up_position, attenuation);
  look_up<true>(count, pattern.over_turn().data(), turn_position, attenuation);
  if (!pattern.over_side().empty()) {
    const float side_scale = steps_of(pattern.over_side());
    for (std::size_t i = 0; i < count; ++i) side_position[i] *= side_scale;
    look_up<true>(count, pattern.over_side().data(), side_position, attenuation);
  }
  const float cap = pattern.largest_attenuation_db();
  for (std::size_t i = 0; i < count; ++i) attenuation[i] = attenuation[i] < cap ? attenuation[i] : cap;
}

void row_accumulate(std::size_t count, float peak_dbm, float load, std::int32_t cell, const float* __restrict loss,
                    const float* __restrict attenuation, const std::int32_t* __restrict seen, const RowBest& best) {
  float* __restrict const level = best.level_dbm;
  std::int32_t* __restrict const code = best.code;
  float* __restrict const loaded = best.loaded_mw;
  float* __restrict const others = best.others_mw;
  const std::int32_t first_code = 2 * cell;
  for (std::size_t i = 0; i < count; ++i) {
    const float received = peak_dbm - loss[i] - attenuation[i];
    const float power = load * fast_milliwatts(received);
    const float level_before = level[i];
    const float loaded_before = loaded[i];
    const std::int32_t take = -static_cast<std::int32_t>(received > level_before);  // all bits or none
    const std::int32_t keep = ~take;
    code[i] = ((first_code + seen[i]) & take) | (code[i] & keep);
    others[i] += received > level_before ? loaded_before : power;
    loaded[i] = received > level_before ? power : loaded_before;
    level[i] = received > level_before ? received : level_before;
  }
}

}  // namespace parktwin::radio
