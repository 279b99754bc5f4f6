#include "engine/simulators/radio/held_edges.h"

#include <limits>

#include "engine/core/vector_clones.h"
#include "engine/simulators/radio/lanes.h"

namespace parktwin::radio {
namespace {

constexpr float nowhere = std::numeric_limits<float>::infinity();  // beyond every cell

struct HeldArrays {
  const float *along, *height_m, *before_along, *before_height_m, *above_along, *above_height_m;
  const float *ratio, *greater, *other, *departure_slope, *unit_m;
};

// As ProfileString::last_point() asks a point.
[[gnu::always_inline]] inline void ask(const Floats& along, const Floats& height_m, const Floats& before_along,
                                       const Floats& before_height_m, float cell_along, const Floats& device_m, Integers& bends) {
  bends =
      (along < cell_along) & ((height_m - device_m) * (cell_along - before_along) > (before_height_m - device_m) * (cell_along - along));
}

// Cells that are not found get a value that the batch can compute with.
[[gnu::always_inline]] inline void put(const Integers& found, const Floats& value, float otherwise, float* to) {
  const Floats chosen = found != 0 ? value : Floats{} + otherwise;
  store(chosen, to);
}

template <class Rays>
[[gnu::always_inline]] inline void find_cells(const HeldArrays& held, const JudgedLine& line, std::size_t begin, std::size_t count,
                                              const EdgeBatch::Legs& legs, const FoundEdges& marks) {
  using Bytes [[gnu::vector_size(lane_count)]] = std::uint8_t;
  const float cell_along = line.along;
  for (std::size_t i = 0; i < count; i += lane_count) {
    Integers flags;
    Integers ray;
    Floats ground_m;
    load(line.flags + begin + i, flags);
    load(line.ray + begin + i, ray);
    load(line.ground_m + begin + i, ground_m);
    const Floats device_m = ground_m + line.device_height_m;
    Floats along, height_m, before_along, before_height_m, above_along, above_height_m;
    Rays::take(held.along, ray, along);
    Rays::take(held.height_m, ray, height_m);
    Rays::take(held.before_along, ray, before_along);
    Rays::take(held.before_height_m, ray, before_height_m);
    Rays::take(held.above_along, ray, above_along);
    Rays::take(held.above_height_m, ray, above_height_m);
    Integers bends;
    Integers bends_above;
    ask(along, height_m, before_along, before_height_m, cell_along, device_m, bends);
    ask(above_along, above_height_m, along, height_m, cell_along, device_m, bends_above);
    const Integers judged = (flags & to_judge) != 0;
    const Integers found = ((flags & (to_judge | in_sight | was_passed)) == to_judge) & bends & ~bends_above;
    Floats unit_m, ratio, greater, other, departure_slope;
    Rays::take(held.unit_m, ray, unit_m);
    Rays::take(held.ratio, ray, ratio);
    Rays::take(held.greater, ray, greater);
    Rays::take(held.other, ray, other);
    Rays::take(held.departure_slope, ray, departure_slope);
    put(found, (along - before_along) * unit_m, 1.0F, legs.way1 + i);
    put(found, (cell_along - along) * unit_m, 1.0F, legs.way2 + i);
    put(found, height_m - before_height_m, 0.0F, legs.rise1 + i);
    put(found, device_m - height_m, 0.0F, legs.rise2 + i);
    put(found, before_along * unit_m, 0.0F, legs.before + i);
    put(found, ratio, 1.0F, legs.ratio + i);
    put(found, greater, -1.0F, legs.greater + i);
    put(found, other, -1.0F, legs.other + i);
    put(found, departure_slope, 0.0F, legs.departure_slope + i);
    const Integers left = (judged & ~found & left_to_judge) | (judged & ((flags & beside_wall) != 0) & left_beside_wall);
    const Bytes found_mark = __builtin_convertvector(found & 1, Bytes);
    const Bytes left_mark = __builtin_convertvector(left, Bytes);
    store(found_mark, marks.found + i);
    store(left_mark, marks.left + i);
  }
}

PARKTWIN_VECTOR_CLONES
void find_close(const HeldArrays& held, const JudgedLine& line, std::size_t begin, std::size_t count, const EdgeBatch::Legs& legs,
                const FoundEdges& marks) {
  find_cells<WideRays>(held, line, begin, count, legs, marks);
}

PARKTWIN_VECTOR_CLONES
void find_far(const HeldArrays& held, const JudgedLine& line, std::size_t begin, std::size_t count, const EdgeBatch::Legs& legs,
              const FoundEdges& marks) {
  find_cells<NarrowRays>(held, line, begin, count, legs, marks);
}

}  // namespace

void HeldEdges::begin(std::size_t rays, const float* unit_m) {
  unit_m_ = unit_m;
  point_.assign(rays, 0);
  along_.assign(rays + line_padding, nowhere);
  for (auto* array :
       {&height_m_, &before_along_, &before_height_m_, &above_along_, &above_height_m_, &ratio_, &greater_, &other_, &departure_slope_}) {
    array->assign(rays + line_padding, 0.0F);
  }
}

void HeldEdges::hold(std::size_t ray, const ProfileString& string, int point) {
  if (!string.stands(point)) {
    point_[ray] = 0;
    along_[ray] = nowhere;
    return;
  }
  const ProfileString::Edge edge = string.edge(point);
  point_[ray] = static_cast<std::int16_t>(point);
  along_[ray] = edge.along;
  height_m_[ray] = edge.height_m;
  before_along_[ray] = edge.before_along;
  before_height_m_[ray] = edge.before_height_m;
  ratio_[ray] = edge.ratio;
  greater_[ray] = edge.greater;
  other_[ray] = edge.other;
  departure_slope_[ray] = edge.departure_slope;
  put_above(ray, string, point);
}

void HeldEdges::put_above(std::size_t ray, const ProfileString& string, int point) {
  const bool any = string.has_point(point + 1);
  above_along_[ray] = any ? string.point_along(point + 1) : nowhere;
  above_height_m_[ray] = any ? string.point_height_m(point + 1) : 0.0F;
}

void HeldEdges::follow(std::size_t ray, const ProfileString& string) {
  if (point_[ray] == 0) return;
  if (string.stands(point_[ray])) return put_above(ray, string, point_[ray]);
  point_[ray] = 0;
  along_[ray] = nowhere;
}

void HeldEdges::find(const JudgedLine& line, std::size_t begin, std::size_t count, EdgeBatch& batch, const FoundEdges& found) const {
  const HeldArrays held{along_.data(),
                        height_m_.data(),
                        before_along_.data(),
                        before_height_m_.data(),
                        above_along_.data(),
                        above_height_m_.data(),
                        ratio_.data(),
                        greater_.data(),
                        other_.data(),
                        departure_slope_.data(),
                        unit_m_};
  if (line.ratio <= widest_far_ratio) {
    find_far(held, line, begin, count, batch.legs(), found);
  } else {
    find_close(held, line, begin, count, batch.legs(), found);
  }
}

}  // namespace parktwin::radio
