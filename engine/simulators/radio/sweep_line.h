#pragma once
// One line of the radial sweep, across its main axis, as vectors: how steeply its cells block seen from the antenna, and which of them are
// in sight. Most cells of a line are in sight and nothing grazes their line: those need no more work and are sorted out here.
#include <cstdint>

#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

/// Values a kernel reads or writes past the end of what it was asked for; arrays per cell and per ray must be longer by as many.
inline constexpr std::size_t line_padding = 16;

/// Arrays per cell of a line.
struct LineCells {
  float* ground;         ///< how steeply its ground blocks
  float* elevation;      ///< of its ground
  float* box;            ///< how steeply its building blocks
  float* top;            ///< elevation of its roof
  std::int32_t* cover;   ///< its building
  std::uint8_t* beside;  ///< 1: outdoors beside a wall
};

struct LineView {
  float antenna_m;
  float along;  ///< cells from the antenna to the line
  std::int32_t ignored;
};

/// Fills the arrays from `count` cells that lie beside each other. `next`: cells that will be asked for next time, or null.
void load_line(const SurfaceCell* cells, const SurfaceCell* next, std::size_t count, const LineView& view, const LineCells& line);

/// Arrays per ray.
struct SweptRays {
  const float* steepest;       ///< obstacle met
  const float* before;         ///< the same before the building the ray is in
  const std::int32_t* inside;  ///< that building
};

/// The first edge of each ray's string, as ProfileString::grazing_parameter() takes it; without an edge its height is −∞ at 0.
struct FirstEdges {
  const float* along;  ///< null: not known, every cell is looked at
  const float* height_m;
  const float* unit_m;  ///< metres of ground per cell along
};

/// Which ray passes a cell's centre: int((across − offset) ratio + shift), within [0, last]; those of [least, most] are walked.
struct RayChoice {
  float offset_across;
  float ratio;
  float shift;
  std::int32_t last;
  std::int32_t least;
  std::int32_t most;
  bool takes_diagonal;  ///< cells as far across as along count
};

inline constexpr std::int32_t to_judge = 1;  ///< the cell needs a look; without it the others mean nothing
inline constexpr std::int32_t in_sight = 2;
inline constexpr std::int32_t was_passed = 4;  ///< its ray has come through a building that it has not left before the cell
inline constexpr std::int32_t beside_wall = 8;

/// What is found per cell, from the first one.
struct LineJudgement {
  std::int32_t* flags;
  std::int32_t* ray;
  float* limit;  ///< steepest obstacle before the cell
};

/// A line with what was found of it, for a recorder that takes all its cells at once. Padded as the arrays above.
struct JudgedLine {
  std::size_t count;
  float along;            ///< cells from the antenna to the line
  float ratio;            ///< rays per cell
  float device_height_m;  ///< above the ground
  std::int32_t column;    ///< of the first cell; the others follow in its row, or in its column
  std::int32_t row;
  const float* ground_m;
  const std::int32_t* flags;
  const std::int32_t* ray;
  const float* limit;
};

/// Up to so many rays per cell eight cells lie within twice as many rays, which NarrowRays takes.
inline constexpr float widest_far_ratio = 2.0F;

/// Cells `first` to `first + count − 1` across; the arrays of `line` begin at `first`.
void judge_line(std::int32_t first, std::size_t count, const LineView& view, float device_height_m, const LineCells& line,
                const SweptRays& rays, const FirstEdges& edges, const RayChoice& choice, const LineJudgement& judgement);

}  // namespace parktwin::radio
