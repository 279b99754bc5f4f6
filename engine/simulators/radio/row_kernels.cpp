#include "engine/simulators/radio/row_kernels.h"

#include <cmath>

#include "engine/core/vector_clones.h"
#include "engine/simulators/radio/fast_math.h"
#include "engine/simulators/radio/measured_pattern.h"
#include "engine/simulators/radio/packed_table.h"

namespace parktwin::radio {

PARKTWIN_VECTOR_CLONES
void row_geometry(std::size_t count, float antenna_elevation_m, const float* __restrict device_elevation_m, const float* __restrict east,
                  const float* __restrict north, float* __restrict rise, float* __restrict inverse, float* __restrict ground_square,
                  float* __restrict lg_distance) {
  constexpr auto nearest_square = static_cast<float>(nearest_valid_m * nearest_valid_m);
  for (std::size_t i = 0; i < count; ++i) {
    const float up = device_elevation_m[i] - antenna_elevation_m;
    const float ground = east[i] * east[i] + north[i] * north[i];
    const float slant = ground + up * up;
    const float valid = ground > nearest_square ? ground : nearest_square;
    rise[i] = up;
    inverse[i] = fast_inverse_root(slant > 1e-6F ? slant : 1e-6F);
    ground_square[i] = valid;
    lg_distance[i] = 0.5F * fast_log10(valid + up * up);
  }
}

namespace {

// Inlined, so that it is compiled for the instruction set of its caller.
template <bool per_metre>
[[gnu::always_inline]] inline void losses(const PathLossLaw& law, std::size_t count, const float* __restrict ground_square,
                                          const float* __restrict lg_distance, const std::int32_t* __restrict seen,
                                          const float* __restrict extra_db, float* __restrict loss) {
  const auto breakpoint_square = static_cast<float>(law.breakpoint_m * law.breakpoint_m);
  const auto near_offset = static_cast<float>(law.near_offset_db);
  const auto near_slope = static_cast<float>(law.near_slope_db);
  const auto far_offset = static_cast<float>(law.far_offset_db);
  const auto far_slope = static_cast<float>(far_slope_db);
  const auto blocked_offset = static_cast<float>(law.blocked_offset_db);
  const auto blocked_slope = static_cast<float>(law.blocked_slope_db);
  [[maybe_unused]] const auto metre_db = static_cast<float>(law.near_per_metre_db);
  // In a loop of its own: beside the selections below it would stay scalar.
  if constexpr (per_metre) {
    for (std::size_t i = 0; i < count; ++i) loss[i] = metre_db * fast_exp2(3.3219281F * lg_distance[i]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    float near_db = near_offset + near_slope * lg_distance[i];
    if constexpr (per_metre) near_db += loss[i];
    const float far_db = far_offset + far_slope * lg_distance[i];
    const float clear_db = ground_square[i] <= breakpoint_square ? near_db : far_db;
    const float law_db = blocked_offset + blocked_slope * lg_distance[i];
    const float blocked_db = law_db > clear_db ? law_db : clear_db;
    loss[i] = (seen[i] != 0 ? clear_db : blocked_db) + extra_db[i];
  }
}

}  // namespace

PARKTWIN_VECTOR_CLONES
void row_losses(const PathLossLaw& law, std::size_t count, const float* __restrict ground_square, const float* __restrict lg_distance,
                const std::int32_t* __restrict seen, const float* __restrict extra_db, float* __restrict loss) {
  if (law.near_per_metre_db == 0.0) {
    losses<false>(law, count, ground_square, lg_distance, seen, extra_db, loss);
  } else {
    losses<true>(law, count, ground_square, lg_distance, seen, extra_db, loss);
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
float steps_of(const std::vector<std::int32_t>& table) { return static_cast<float>(table.size() - 1); }

// table[slot] and the share of the way to the next entry.
float between(const float* __restrict table, std::int32_t slot, float share) {
  return table[slot] + share * (table[slot + 1] - table[slot]);
}

// Table positions of each cell's direction: over the sine of elevation, and over the whole turn with its sides told apart.
void measured_positions(const MeasuredTable& table, const Orientation& orientation, std::size_t count, const RowDirections& directions,
                        float* __restrict up_position, float* __restrict turn_position) {
  const float* __restrict const east = directions.east;
  const float* __restrict const north = directions.north;
  const float* __restrict const rise = directions.rise;
  const float* __restrict const inverse = directions.inverse;
  const Axis f(orientation.forward);
  const Axis s(orientation.side);
  const Axis u(orientation.up);
  const float up_limit = steps_of(table.front());
  const float up_scale = 0.5F * up_limit;
  const float turn_scale = 0.25F * steps_of(table.over_turn());
  for (std::size_t i = 0; i < count; ++i) {
    const float forward = east[i] * f.x + north[i] * f.y + rise[i] * f.z;
    const float across = east[i] * s.x + north[i] * s.y;
    const float up = (east[i] * u.x + north[i] * u.y + rise[i] * u.z) * inverse[i];
    const float p = (up + 1.0F) * up_scale;
    const float at_least = p > 0.0F ? p : 0.0F;
    up_position[i] = at_least < up_limit ? at_least : up_limit;
    const float side = std::abs(across);
    const float q = side / (side + std::abs(forward) + 1e-12F);
    const float half = forward >= 0.0F ? q : 2.0F - q;
    turn_position[i] = (across >= 0.0F ? half : 4.0F - half) * turn_scale;
  }
}

PARKTWIN_VECTOR_CLONES
void measured_attenuations(const MeasuredTable& table, const Orientation& orientation, std::size_t count, const RowDirections& directions,
                           float* __restrict attenuation, float* __restrict scratch) {
  float* __restrict const up_position = scratch;
  float* __restrict const turn_position = scratch + count;
  float* __restrict const behind = scratch + 2 * count;
  measured_positions(table, orientation, count, directions, up_position, turn_position);
  look_up<false>(count, table.over_turn().data(), turn_position, attenuation);
  look_up<false>(count, table.behind_share().data(), turn_position, behind);
  const float* __restrict const front = table.front().data();
  const float* __restrict const back = table.back().data();
  const float cap = table.largest_attenuation_db();
  for (std::size_t i = 0; i < count; ++i) {
    const auto slot = static_cast<std::int32_t>(up_position[i]);
    const float share = up_position[i] - static_cast<float>(slot);
    const float front_db = between(front, slot, share);
    const float sum_db = attenuation[i] + front_db + behind[i] * (between(back, slot, share) - front_db);
    const float at_least = sum_db > 0.0F ? sum_db : 0.0F;
    attenuation[i] = at_least < cap ? at_least : cap;
  }
}

// A panel's attenuation in one direction, in two steps: what turn and side make of it, and what elevation adds.
template <bool has_side>
class PanelAim {
 public:
  PanelAim(const PatternTable& pattern, const Orientation& orientation)
      : f_(orientation.forward),
        s_(orientation.side),
        u_(orientation.up),
        over_turn_(pattern.over_turn().data()),
        over_side_(pattern.over_side().data()),
        turn_scale_(0.5F * steps_of(pattern.over_turn())),
        side_scale_(has_side ? steps_of(pattern.over_side()) : 0.0F) {}

  [[gnu::always_inline]] void aim(float east, float north, float rise, float inverse, float& up, float& around_db) const {
    const float forward = (east * f_.x + north * f_.y + rise * f_.z) * inverse;
    const float side = std::abs((east * s_.x + north * s_.y) * inverse);
    up = (east * u_.x + north * u_.y + rise * u_.z) * inverse;
    const float q = side / (side + std::abs(forward) + 1e-12F);
    around_db = at(over_turn_, (forward >= 0.0F ? q : 2.0F - q) * turn_scale_);
    if constexpr (has_side) around_db += at(over_side_, (side < 1.0F ? side : 1.0F) * side_scale_);
  }

 private:
  [[gnu::always_inline]] static float at(const std::int32_t* table, float position) {
    const auto slot = static_cast<std::int32_t>(position);
    return unpacked_db(table[slot], position - static_cast<float>(slot));
  }

  Axis f_;
  Axis s_;
  Axis u_;
  const std::int32_t* over_turn_;
  const std::int32_t* over_side_;
  float turn_scale_;
  float side_scale_;
};

class Elevation {
 public:
  explicit Elevation(const PatternTable& pattern)
      : over_up_(pattern.over_up().data()), limit_(steps_of(pattern.over_up())), cap_db_(pattern.largest_attenuation_db()) {}

  [[gnu::always_inline]] float attenuated(float up, float around_db) const {
    const float p = (up + 1.0F) * (0.5F * limit_);
    const float at_least = p > 0.0F ? p : 0.0F;
    const float position = at_least < limit_ ? at_least : limit_;
    const auto slot = static_cast<std::int32_t>(position);
    const float sum_db = around_db + unpacked_db(over_up_[slot], position - static_cast<float>(slot));
    return sum_db < cap_db_ ? sum_db : cap_db_;
  }

 private:
  const std::int32_t* over_up_;
  float limit_;
  float cap_db_;
};

template <bool has_side>
[[gnu::always_inline]] inline void aims(const PatternTable& pattern, const Orientation& orientation, std::size_t count,
                                        const RowDirections& to, float* __restrict up, float* __restrict around) {
  const PanelAim<has_side> panel(pattern, orientation);
  for (std::size_t i = 0; i < count; ++i) panel.aim(to.east[i], to.north[i], to.rise[i], to.inverse[i], up[i], around[i]);
}

template <bool has_side>
[[gnu::always_inline]] inline void attenuations(const PatternTable& pattern, const Orientation& orientation, std::size_t count,
                                                const RowDirections& to, float* __restrict attenuation) {
  const PanelAim<has_side> panel(pattern, orientation);
  const Elevation elevation(pattern);
  for (std::size_t i = 0; i < count; ++i) {
    float up = 0.0F;
    float around_db = 0.0F;
    panel.aim(to.east[i], to.north[i], to.rise[i], to.inverse[i], up, around_db);
    attenuation[i] = elevation.attenuated(up, around_db);
  }
}

PARKTWIN_VECTOR_CLONES
void panel_attenuations(const PatternTable& pattern, const Orientation& orientation, std::size_t count, const RowDirections& directions,
                        float* attenuation) {
  if (pattern.over_side().empty()) {
    attenuations<false>(pattern, orientation, count, directions, attenuation);
  } else {
    attenuations<true>(pattern, orientation, count, directions, attenuation);
  }
}

}  // namespace

PARKTWIN_VECTOR_CLONES
void row_aims(const PatternTable& pattern, const Orientation& orientation, std::size_t count, const RowDirections& directions, float* up,
              float* around) {
  if (pattern.over_side().empty()) {
    aims<false>(pattern, orientation, count, directions, up, around);
  } else {
    aims<true>(pattern, orientation, count, directions, up, around);
  }
}

PARKTWIN_VECTOR_CLONES
void row_aimed_attenuations(const PatternTable& pattern, std::size_t count, const float* __restrict up, const float* around,
                            float* attenuation) {
  const Elevation elevation(pattern);
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC ivdep
#endif
  for (std::size_t i = 0; i < count; ++i) attenuation[i] = elevation.attenuated(up[i], around[i]);
}

void row_attenuations(const PatternTable& pattern, const Orientation& orientation, std::size_t count, const RowDirections& directions,
                      float* attenuation, float* scratch) {
  if (const MeasuredTable* measured = pattern.measured()) {
    return measured_attenuations(*measured, orientation, count, directions, attenuation, scratch);
  }
  panel_attenuations(pattern, orientation, count, directions, attenuation);
}

}  // namespace parktwin::radio
