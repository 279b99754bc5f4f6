#pragma once
// The two loops of fan_sweep.h over one of its lines, eight cells or rays at once: which cells are reached, and what the rays meet.
#include <cstddef>
#include <cstdint>

#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

inline constexpr std::size_t fan_padding = 16;  ///< entries behind the last that both loops may read and write

/// What the rays of a quarter carry, each array with fan_padding: see FanSweep.
struct FanRays {
  const float* slope;   ///< cells across per cell along
  const float* unit_m;  ///< metres of ground per cell along
  const float* start;   ///< cells along to where the ray sets out
  const float* ceiling;
  float* horizon;       ///< steepest obstacle so far
  float* before;        ///< horizon before the building the ray is in
  std::int32_t* cover;  ///< that building
};

/// A line of the raster across the fan; positions in cells.
struct FanLine {
  const SurfaceCell* cells;  ///< of the line, from number 0
  std::int32_t cell_count;
  double along;      ///< from the origin to the line
  double side;       ///< the origin, across
  double low;        ///< slope of the first ray
  double per_slope;  ///< rays per unit of slope
  std::int32_t last_ray;
  double cell_m;
  double before_m;   ///< along the ground from the antenna to the origin
  double longest_m;  ///< way from the antenna
  double reach_m;    ///< from the origin, or from the wall
  /// A line t meets the wall after wall_cells / (normal_along + t·normal_across) cells along; 0 without a wall.
  double wall_cells, normal_along, normal_across;
  bool has_wall;
  bool takes_diagonal;
  float antenna_m;
  float device_m;  ///< height of a device above the ground less antenna_m
};

/// Writes for each cell from `first` up to, not including, `past` whether it is reached, all bits or none, and the ground distance of the
/// whole way in metres; both with fan_padding.
void judge_fan_line(const FanLine& line, const FanRays& rays, std::int32_t first, std::int32_t past, std::int32_t* reached, float* way_m);

/// Which cells of the line rays meet: of those from first_slot up to, not including, past_slot, counted from low_side.
struct FanSlots {
  std::int32_t low_side;
  float first, past;
};

/// The rays from `first` to `last` meet their cells of the line.
void walk_fan_line(const FanLine& line, const FanRays& rays, const FanSlots& slots, std::size_t first, std::size_t last);

}  // namespace parktwin::radio
