#include "engine/simulators/radio/sweep_line.h"

#include <algorithm>

#include "engine/core/vector_clones.h"
#include "engine/simulators/radio/lanes.h"
#include "engine/simulators/radio/profile_string.h"

namespace parktwin::radio {
namespace {

static_assert(line_padding >= 2 * lane_count);

// Keeps the cells for which ProfileString::grazing_parameter() is least_parameter, by the same arithmetic.
template <class Rays>
[[gnu::always_inline]] inline void keep_clear(const FirstEdges& edges, const Integers& ray, float antenna_m, float along,
                                              const Floats& device_m, Integers& kept) {
  Floats d1;
  Floats height_m;
  Floats unit_m;
  Rays::take(edges.along, ray, d1);
  Rays::take(edges.height_m, ray, height_m);
  Rays::take(edges.unit_m, ray, unit_m);
  const Floats d2 = along - d1;
  const Floats clearance_m = height_m - (antenna_m * d2 + device_m * d1) / along;
  const Floats scale = string_wavelength_m * unit_m * d1 * d2;
  kept &= (clearance_m < 0.0F) & (clearance_m * clearance_m * 2.0F * along >= least_parameter * least_parameter * scale);
}

template <class Rays>
[[gnu::always_inline]] inline void judge_cells(std::int32_t first, std::size_t count, const LineView& view, float device_height_m,
                                               const LineCells& line, const SweptRays& rays, const FirstEdges& edges,
                                               const RayChoice& choice, const LineJudgement& judgement) {
  constexpr Integers steps = {0, 1, 2, 3, 4, 5, 6, 7};
  constexpr Integers zero{};
  const float inverse = 1.0F / view.along;
  for (std::size_t i = 0; i < count; i += lane_count) {
    const Integers cell = steps + static_cast<std::int32_t>(i);
    const Integers across = cell + first;
    const Floats off = __builtin_convertvector(across, Floats) - choice.offset_across;
    const Floats aside = off < 0.0F ? -off : off;
    Integers ray = __builtin_convertvector(off * choice.ratio + choice.shift, Integers);
    ray = ray < 0 ? zero : ray;
    ray = ray > choice.last ? zero + choice.last : ray;
    Integers judged = (cell < static_cast<std::int32_t>(count)) & (aside <= view.along) & (ray >= choice.least) & (ray <= choice.most);
    if (!choice.takes_diagonal) judged &= (aside != view.along) | (across == 0);
    Integers cover;
    Integers inside;
    Floats steepest;
    Floats before;
    Floats ground_m;
    load(line.cover + i, cover);
    load(line.elevation + i, ground_m);
    Rays::take(rays.inside, ray, inside);
    Rays::take(rays.steepest, ray, steepest);
    Rays::take(rays.before, ray, before);
    const Integers same = cover == inside;
    const Floats limit = (same & (cover != no_building)) != 0 ? before : steepest;
    const Floats device_m = ground_m + device_height_m;
    const Integers seen = (device_m - view.antenna_m) * inverse >= limit;
    const Integers passed = ~same & (inside != no_building) & (inside != view.ignored);
    Integers beside;
    for (std::size_t k = 0; k < lane_count; ++k) beside[k] = line.beside[i + k];
    if (edges.along != nullptr) {
      Integers clear = seen & ~passed & (beside == 0);
      keep_clear<Rays>(edges, ray, view.antenna_m, view.along, device_m, clear);
      judged &= ~clear;
    }
    store((judged & to_judge) | (seen & in_sight) | (passed & was_passed) | ((beside != 0) & beside_wall), judgement.flags + i);
    store(ray, judgement.ray + i);
    store(limit, judgement.limit + i);
  }
}

PARKTWIN_VECTOR_CLONES
void judge_close(std::int32_t first, std::size_t count, const LineView& view, float device_height_m, const LineCells& line,
                 const SweptRays& rays, const FirstEdges& edges, const RayChoice& choice, const LineJudgement& judgement) {
  judge_cells<WideRays>(first, count, view, device_height_m, line, rays, edges, choice, judgement);
}

PARKTWIN_VECTOR_CLONES
void judge_far(std::int32_t first, std::size_t count, const LineView& view, float device_height_m, const LineCells& line,
               const SweptRays& rays, const FirstEdges& edges, const RayChoice& choice, const LineJudgement& judgement) {
  judge_cells<NarrowRays>(first, count, view, device_height_m, line, rays, edges, choice, judgement);
}

}  // namespace

PARKTWIN_VECTOR_CLONES
void load_line(const SurfaceCell* cells, const SurfaceCell* next, std::size_t count, const LineView& view, const LineCells& line) {
  const float antenna_m = view.antenna_m;
  const std::int32_t ignored = view.ignored;
  const float at_centre = 1.0F / view.along;
  const float at_far = 1.0F / (view.along + 0.5F);
  const float at_near = 1.0F / std::max(view.along - 0.5F, 1e-3F);
  float* __restrict const ground = line.ground;
  float* __restrict const elevation = line.elevation;
  float* __restrict const box = line.box;
  float* __restrict const top = line.top;
  std::int32_t* __restrict const cover = line.cover;
  std::uint8_t* __restrict const beside = line.beside;
  constexpr float unobstructed = -std::numeric_limits<float>::infinity();
  // The next line lies in other pages of memory, where no processor foresees it: waiting for it was half of the loop's time.
  constexpr std::size_t cells_at_once = 64 / sizeof(SurfaceCell);
  for (std::size_t i = 0; i < count; ++i) {
    if (i % cells_at_once == 0 && next != nullptr) __builtin_prefetch(next + i);
    const float rise = cells[i].top_m - antenna_m;
    const std::int32_t building = cells[i].building;
    const bool blocks = (building != no_building) & (building != ignored);
    const float steepness = rise * (rise > 0.0F ? at_near : at_far);
    ground[i] = (cells[i].ground_m - antenna_m) * at_centre;
    elevation[i] = cells[i].ground_m;
    box[i] = blocks ? steepness : unobstructed;
    top[i] = cells[i].top_m;
    cover[i] = building;
    beside[i] = cells[i].facade_distance_m < 0.0F ? 1 : 0;
  }
}

void judge_line(std::int32_t first, std::size_t count, const LineView& view, float device_height_m, const LineCells& line,
                const SweptRays& rays, const FirstEdges& edges, const RayChoice& choice, const LineJudgement& judgement) {
  if (choice.ratio <= widest_far_ratio) {
    judge_far(first, count, view, device_height_m, line, rays, edges, choice, judgement);
  } else {
    judge_close(first, count, view, device_height_m, line, rays, edges, choice, judgement);
  }
}

}  // namespace parktwin::radio
