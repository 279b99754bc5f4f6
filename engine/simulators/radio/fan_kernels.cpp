#include "engine/simulators/radio/fan_kernels.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "engine/core/vector_clones.h"
#include "engine/simulators/radio/lanes.h"

namespace parktwin::radio {
namespace {

static_assert(fan_padding >= 2 * lane_count);

using Doubles [[gnu::vector_size(lane_count * sizeof(double))]] = double;

constexpr Integers steps = {0, 1, 2, 3, 4, 5, 6, 7};
constexpr double least_towards_wall = 1e-6;
constexpr double widest_narrow_step = 2.0;  // rays per cell

struct CellLanes {
  Floats ground_m;
  Floats top_m;
  Integers building;
};

// Eight cells that lie beside each other: two in each vector, turned into one vector per member.
[[gnu::always_inline]] inline void load_neighbours(const SurfaceCell* from, CellLanes& lanes) {
#if defined(__GNUC__) && !defined(__clang__)
  static_assert(sizeof(SurfaceCell) == 4 * sizeof(float) && lane_count == 8);
  Floats a, b, c, d;
  load(&from[0].ground_m, a);
  load(&from[2].ground_m, b);
  load(&from[4].ground_m, c);
  load(&from[6].ground_m, d);
  constexpr Integers grounds = {0, 4, 8, 12, 0, 4, 8, 12};
  constexpr Integers halves = {0, 1, 2, 3, 8, 9, 10, 11};
  const auto member = [&](std::int32_t number, Floats& values) {
    const Integers pairs = grounds + number;
    values = __builtin_shuffle(__builtin_shuffle(a, b, pairs), __builtin_shuffle(c, d, pairs), halves);
  };
  member(0, lanes.ground_m);
  member(1, lanes.top_m);
  Floats building;
  member(2, building);
  std::memcpy(&lanes.building, &building, sizeof building);
#else
  for (std::size_t k = 0; k < lane_count; ++k) {
    lanes.ground_m[k] = from[k].ground_m;
    lanes.top_m[k] = from[k].top_m;
    lanes.building[k] = from[k].building;
  }
#endif
}

[[gnu::always_inline]] inline void load_cells(const SurfaceCell* cells, const Integers& numbers, CellLanes& lanes) {
  for (std::size_t k = 0; k < lane_count; ++k) {
    const SurfaceCell& cell = cells[numbers[k]];
    lanes.ground_m[k] = cell.ground_m;
    lanes.top_m[k] = cell.top_m;
    lanes.building[k] = cell.building;
  }
}

template <class Vector>
[[gnu::always_inline]] inline void permute(const Vector& values, const Integers& order, Vector& permuted) {
#if defined(__GNUC__) && !defined(__clang__)
  permuted = __builtin_shuffle(values, order);
#else
  for (std::size_t k = 0; k < lane_count; ++k) permuted[k] = values[static_cast<std::size_t>(order[k]) % lane_count];
#endif
}

[[gnu::always_inline]] inline bool any(const Integers& mask) {
  std::int32_t bits = 0;
  for (std::size_t k = 0; k < lane_count; ++k) bits |= mask[k];
  return bits != 0;
}

template <class Rays>
[[gnu::always_inline]] inline void judge_line(const FanLine& line, const FanRays& rays, std::int32_t first, std::int32_t past,
                                              std::int32_t* reached, float* way_m) {
  const double m = line.along;
  const std::int32_t takes_diagonal = line.takes_diagonal ? -1 : 0;
  for (std::int32_t j = first; j < past; j += static_cast<std::int32_t>(lane_count)) {
    const Doubles across = __builtin_convertvector(steps + j, Doubles) - line.side;
    const Doubles aside = across < 0.0 ? -across : across;
    const Floats inside = __builtin_convertvector(m - aside, Floats);
    const Doubles t = across / m;
    const Doubles place = (t - line.low) * line.per_slope + 0.5;
    const Doubles positive = place > 0.0 ? place : Doubles{};
    const Integers ray = __builtin_convertvector(positive < line.last_ray ? positive : Doubles{} + line.last_ray, Integers);
    Integers judged = (steps + j < past) & (inside >= 0.0F) & ((inside != 0.0F) | takes_diagonal);
    Integers cover;
    Floats horizon, before, ceiling;
    Rays::take(rays.cover, ray, cover);
    Rays::take(rays.horizon, ray, horizon);
    Rays::take(rays.before, ray, before);
    Rays::take(rays.ceiling, ray, ceiling);
    judged &= (cover == no_building ? horizon : before) <= ceiling;
    if (any(judged)) {
      Doubles root = 1.0 + t * t;
      for (std::size_t k = 0; k < lane_count; ++k) root[k] = std::sqrt(root[k]);
      const Doubles leg_m = m * line.cell_m * root;
      const Doubles whole_m = line.before_m + leg_m;
      // What is left of the least of them: comparing doubles lane by lane would leave the vectors.
      Doubles left = line.longest_m - whole_m;
      Doubles of_reach = line.reach_m - leg_m;
      if (line.has_wall) {
        const Doubles towards = line.normal_along + t * line.normal_across;
        const Doubles start = line.wall_cells / (towards > least_towards_wall ? towards : Doubles{} + least_towards_wall);
        of_reach = line.reach_m - leg_m * (1.0 - start / m);
        const Doubles behind_wall = m - start;
        left = behind_wall < left ? behind_wall : left;
        Floats set_out;
        Rays::take(rays.start, ray, set_out);
        const Doubles behind_start = m - __builtin_convertvector(set_out, Doubles);
        left = behind_start < left ? behind_start : left;
      }
      left = of_reach < left ? of_reach : left;
      judged &= __builtin_convertvector(left, Floats) >= 0.0F;
      CellLanes cells{};
      if (j + static_cast<std::int32_t>(lane_count) <= line.cell_count) {
        load_neighbours(line.cells + j, cells);
      } else {
        load_cells(line.cells, steps + j < past ? steps + j : Integers{} + first, cells);
      }
      const Floats rise_m = cells.ground_m + line.device_m;
      const Floats way = __builtin_convertvector(whole_m, Floats);
      const Floats limit = ((cells.building != no_building) & (cells.building == cover)) != 0 ? before : horizon;
      judged &= (rise_m >= limit * way) & (rise_m <= ceiling * way);
      store(way, way_m + (j - first));
    }
    store(judged, reached + (j - first));
  }
}

PARKTWIN_VECTOR_CLONES
void judge_narrow(const FanLine& line, const FanRays& rays, std::int32_t first, std::int32_t past, std::int32_t* reached, float* way_m) {
  judge_line<NarrowRays>(line, rays, first, past, reached, way_m);
}

PARKTWIN_VECTOR_CLONES
void judge_wide(const FanLine& line, const FanRays& rays, std::int32_t first, std::int32_t past, std::int32_t* reached, float* way_m) {
  judge_line<WideRays>(line, rays, first, past, reached, way_m);
}

}  // namespace

void judge_fan_line(const FanLine& line, const FanRays& rays, std::int32_t first, std::int32_t past, std::int32_t* reached, float* way_m) {
  // Eight cells ask rays less than two windows of lanes.h apart.
  if (line.per_slope <= widest_narrow_step * line.along) {
    judge_narrow(line, rays, first, past, reached, way_m);
  } else {
    judge_wide(line, rays, first, past, reached, way_m);
  }
}

PARKTWIN_VECTOR_CLONES
void walk_fan_line(const FanLine& line, const FanRays& rays, const FanSlots& slots, std::size_t first, std::size_t last) {
  const auto along = static_cast<float>(line.along);
  const auto before_m = static_cast<float>(line.before_m);
  const auto shift = static_cast<float>(line.side - slots.low_side + 0.5);
  for (std::size_t i = first; i <= last; i += lane_count) {
    Floats slope, start, horizon, before, ceiling, unit_m;
    Integers cover;
    load(rays.slope + i, slope);
    load(rays.start + i, start);
    load(rays.horizon + i, horizon);
    load(rays.before + i, before);
    load(rays.ceiling + i, ceiling);
    load(rays.cover + i, cover);
    const Floats position = slope * along + shift;
    Integers walks = (steps <= static_cast<std::int32_t>(last - i)) & (start <= along) & (position >= slots.first) &
                     (position < slots.past) & ((cover == no_building ? horizon : before) <= ceiling);
    if (!any(walks)) continue;
    const Integers slot = __builtin_convertvector(position, Integers);
    if (line.has_wall) {
      const Doubles across = __builtin_convertvector(slot + slots.low_side, Doubles) - line.side;
      const Doubles behind = line.normal_along * line.along + line.normal_across * across - line.wall_cells;
      walks &= __builtin_convertvector(behind, Floats) >= 0.0F;
    }
    CellLanes cells{};
    // Rays beside each other are at most a cell apart.
    const std::int32_t base = std::max(slot[0], 0);
    if (slot[lane_count - 1] - base < static_cast<std::int32_t>(lane_count) &&
        slots.low_side + base + static_cast<std::int32_t>(lane_count) <= line.cell_count) {
      CellLanes beside{};
      load_neighbours(line.cells + slots.low_side + base, beside);
      permute(beside.ground_m, slot - base, cells.ground_m);
      permute(beside.top_m, slot - base, cells.top_m);
      permute(beside.building, slot - base, cells.building);
    } else {
      load_cells(line.cells + slots.low_side, walks != 0 ? slot : Integers{} + base, cells);
    }
    const Floats height_m = cells.building != no_building ? cells.top_m : cells.ground_m;
    load(rays.unit_m + i, unit_m);
    const Integers enters = walks & (cells.building != cover);
    cover = enters != 0 ? cells.building : cover;
    before = enters != 0 ? horizon : before;
    const Floats rise_m = height_m - line.antenna_m;
    const Floats way_m = before_m + along * unit_m;
    const Integers rises = walks & (rise_m > horizon * way_m);
    horizon = rises != 0 ? rise_m / way_m : horizon;
    store(horizon, rays.horizon + i);
    store(before, rays.before + i);
    store(cover, rays.cover + i);
  }
}

}  // namespace parktwin::radio
