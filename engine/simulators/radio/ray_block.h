#pragma once
// One step of a block of neighbouring rays of the radial sweep, as vectors, as long as none of them enters or leaves a building.
#include <cstddef>
#include <cstdint>

namespace parktwin::radio {

inline constexpr std::size_t rays_per_block = 16;
/// What is read past a ray's slot: so many values from there on must be within the arrays per slot.
inline constexpr std::size_t ray_block_padding = 8;

/// Arrays per ray begin at the block's first ray, arrays per slot (a cell across) at the step's first slot.
struct RayBlock {
  const float* slope;          ///< slots per cell along
  const std::int32_t* inside;  ///< building the ray is in
  float* steepest;             ///< steepest obstacle met
  const std::int32_t* cover;   ///< per slot: its building
  const float* box;            ///< per slot: how steeply its building blocks
  const float* ground;         ///< per slot: how steeply its ground blocks
};

/// The rays meet the boxes where they enter and leave the step and the ground halfway. False, and nothing changed, when a ray of the block
/// crosses a wall. Precondition: the block lies within the arrays; slopes ascend, by less than a slot per ray at the end of the step.
[[nodiscard]] bool step_block(const RayBlock& block, float along, float shift);

}  // namespace parktwin::radio
