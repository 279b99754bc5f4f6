#include "engine/simulators/radio/ray_block.h"

#include "engine/simulators/radio/vector_clones.h"

namespace parktwin::radio {

PARKTWIN_VECTOR_CLONES
bool step_block(const RayBlock& block, float along, float shift) {
  const float* __restrict const slope = block.slope;
  const std::int32_t* __restrict const inside = block.inside;
  const std::int32_t* __restrict const cover = block.cover;
  const float* __restrict const box = block.box;
  const float* __restrict const ground = block.ground;
  float* __restrict const steepest = block.steepest;
  float next[rays_per_block];
  std::int32_t crosses = 0;
  for (std::size_t i = 0; i < rays_per_block; ++i) {
    const auto entered = static_cast<std::int32_t>(slope[i] * (along - 0.5F) + shift);
    const auto left = static_cast<std::int32_t>(slope[i] * (along + 0.5F) + shift);
    const auto middle = static_cast<std::int32_t>(slope[i] * along + shift);
    crosses |= (cover[entered] ^ inside[i]) | (cover[left] ^ inside[i]);
    const float first = steepest[i] > box[entered] ? steepest[i] : box[entered];
    const float second = first > box[left] ? first : box[left];
    next[i] = second > ground[middle] ? second : ground[middle];
  }
  if (crosses != 0) return false;
  for (std::size_t i = 0; i < rays_per_block; ++i) steepest[i] = next[i];
  return true;
}

}  // namespace parktwin::radio
