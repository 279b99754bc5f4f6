#include "engine/simulators/radio/ray_block.h"

#include "engine/core/vector_clones.h"
#include "engine/simulators/radio/lanes.h"

namespace parktwin::radio {

static_assert(ray_block_padding >= lane_count && rays_per_block % lane_count == 0);

PARKTWIN_VECTOR_CLONES
bool step_block(const RayBlock& block, float along, float shift) {
  Floats next[rays_per_block / lane_count];
  Integers crosses{};
  for (std::size_t part = 0; part < rays_per_block / lane_count; ++part) {
    Floats slope;
    Integers inside;
    load(block.slope + part * lane_count, slope);
    load(block.inside + part * lane_count, inside);
    load(block.steepest + part * lane_count, next[part]);
    const Integers entered = __builtin_convertvector(slope * (along - 0.5F) + shift, Integers);
    const Integers left = __builtin_convertvector(slope * (along + 0.5F) + shift, Integers);
    const Integers middle = __builtin_convertvector(slope * along + shift, Integers);
    Integers first_cover;
    Integers second_cover;
    pick(block.cover, entered, first_cover);
    pick(block.cover, left, second_cover);
    crosses |= (first_cover ^ inside) | (second_cover ^ inside);
    Floats first;
    Floats second;
    Floats ground;
    pick(block.box, entered, first);
    pick(block.box, left, second);
    pick(block.ground, middle, ground);
    next[part] = next[part] > first ? next[part] : first;
    next[part] = next[part] > second ? next[part] : second;
    next[part] = next[part] > ground ? next[part] : ground;
  }
  std::int32_t any = 0;
  for (std::size_t i = 0; i < lane_count; ++i) any |= crosses[i];
  if (any != 0) return false;
  std::memcpy(block.steepest, next, sizeof next);
  return true;
}

}  // namespace parktwin::radio
