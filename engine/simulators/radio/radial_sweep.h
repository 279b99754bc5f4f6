#pragma once
// Radial sweep over the surface raster in the manner of the R2 viewshed (Franklin & Ray 1994): rays run to every cell of the edge of a
// square around the antenna and carry the steepest obstacle met so far; each cell takes its one value from the ray that passes nearest to
// its centre (at most half a cell beside it). One of the four quarters at a time, so that quarters may run in parallel.
// Buildings are boxes the size of their cells: they block by their near edge when they rise above the antenna, by their far edge when they
// stay below it. Terrain blocks by its cell centres. For a device indoors the building around it does not count from where the ray last
// entered it; other wings of the same building do. Rays know nothing of each other, so a few of them may be walked alone (narrow()). What
// is kept of it is the recorder's business:
//   begin(slopes, antenna_m, cell_size_m, own_top_m, by_columns)   a quarter begins; slopes: cells across per cell along, per ray;
//   own_top_m:
//                                    of the building below the antenna, or −∞; by_columns: a step judges cells of one column
//   enter(ray, along, top_m), leave(ray, along)      a ray enters or leaves a building that may block
//   ground(ray, along, ground_m)     every few steps outside buildings
//   judge(ray, column, row, along, device_m, limit, judgement)   a cell: `limit` is the steepest obstacle, in metres per cell along
//   judge_line(line)                 instead of judge(): all cells of a step at once
//   first_edges()                    optional: by them cells in sight that nothing grazes, not beside walls, are passed over
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/ray_block.h"
#include "engine/simulators/radio/sight_point.h"
#include "engine/simulators/radio/sweep_line.h"

namespace parktwin::radio {

inline constexpr std::size_t quarter_count = 4;
inline constexpr std::int32_t ground_every = 8;  ///< steps between two calls of Recorder::ground

/// What the sweep finds of one cell.
struct Judgement {
  bool seen = false;
  bool beside_wall = false;
  bool passed = false;  ///< the ray has come through a building that it has not left before this cell
};

/// Cells of a frame as a rectangle that may stand out of it, last ones included.
struct CellBox {
  std::int32_t first_column = 0;
  std::int32_t first_row = 0;
  std::int32_t last_column = 0;
  std::int32_t last_row = 0;
  [[nodiscard]] bool holds(std::int32_t column, std::int32_t row) const {
    return column >= first_column && row >= first_row && column <= last_column && row <= last_row;
  }
};

template <class Recorder>
class RadialSweep {
 public:
  /// `reach_cells` from the antenna. Everything named outlives the sweep.
  RadialSweep(const Obstacles& obstacles, const SightPoint& antenna, double receiver_height_m, double reach_cells, Recorder& recorder)
      : surface_(obstacles.surface),
        turned_(obstacles.turned),
        recorder_(recorder),
        antenna_z_(static_cast<float>(antenna.elevation_m)),
        receiver_m_(static_cast<float>(receiver_height_m)),
        ignored_(antenna.ignored),
        reach_(static_cast<float>(reach_cells)),
        count_(static_cast<std::int32_t>(std::ceil(reach_cells)) + 2) {
    const GridFrame& frame = surface_.frame;
    const double x = (antenna.position.x - frame.origin.x) / frame.cell_size - 0.5;
    const double y = (antenna.position.y - frame.origin.y) / frame.cell_size - 0.5;
    column_ = static_cast<std::int32_t>(std::floor(x + 0.5));
    row_ = static_cast<std::int32_t>(std::floor(y + 0.5));
    offset_x_ = static_cast<float>(x - column_);
    offset_y_ = static_cast<float>(y - row_);
    const std::size_t rays = 2 * static_cast<std::size_t>(count_) + 1;
    static_assert(line_padding >= ray_block_padding);
    slope_.resize(rays);
    for (auto* array : {&steepest_, &before_, &limit_}) array->resize(rays + line_padding);
    for (auto* array : {&inside_, &flags_, &ray_}) array->resize(rays + line_padding);
    const std::size_t slots = rays + 4 + line_padding;
    for (auto* array : {&ground_, &elevation_, &box_, &top_}) array->resize(slots);
    cover_.resize(slots);
    beside_.resize(slots);
  }

  enum class Depth : std::uint8_t { behind, among };  ///< to the end of the rays, or to the furthest rectangle
  /// From now on only rays that pass one of the rectangles, or between two of them in one quarter, and of the cells that they judge those
  /// no nearer than the nearest rectangle. They get what they get when all rays are walked. Precondition: at least one rectangle.
  void narrow(std::span<const CellBox> boxes, Depth depth) {
    boxes_.assign(boxes.begin(), boxes.end());
    depth_ = depth;
  }
  /// Precondition: quarter < quarter_count. The antenna's own cell is nobody's.
  void sweep(std::size_t quarter);

 private:
  // In steps along the main axis and cells across it.
  struct Quarter {
    std::int32_t column_step;
    std::int32_t row_step;
    bool takes_diagonal;  // cells exactly between two quarters belong to north and south
  };
  static constexpr Quarter quarters[quarter_count] = {{0, 1, true}, {0, -1, true}, {1, 0, false}, {-1, 0, false}};
  static constexpr float unobstructed = -std::numeric_limits<float>::infinity();

  static std::size_t as_index(std::int32_t position) { return static_cast<std::size_t>(position); }
  void begin(const Quarter& quarter);
  void aim();
  void aim_at(const CellBox& box);
  // Called once each, millions of times: a tenth of a plan's time when not inlined.
  [[gnu::always_inline]] void judge(std::int32_t step, std::int32_t first, std::int32_t last);
  [[gnu::always_inline]] void load(std::int32_t step, std::int32_t first, std::int32_t last);
  [[gnu::always_inline]] void walk(std::int32_t step, std::int32_t first, std::int32_t last);
  void clear(std::int32_t across);
  void step_ray(std::size_t ray, float along, float shift);
  void meet(std::size_t ray, std::size_t slot, float along);
  // The cells of a step, from the one straight ahead: neighbours across lie beside each other in memory in all quarters.
  const SurfaceCell* line(std::int32_t step) const {
    return quarter_.column_step == 0 ? surface_.values.data() + surface_.frame.index(0, row_ + step * quarter_.row_step) + column_
                                     : turned_.values.data() + turned_.frame.index(0, column_ + step * quarter_.column_step) + row_;
  }

  LineCells line_cells(std::int32_t across) {
    const std::size_t slot = as_index(across + count_ + 2);
    return {ground_.data() + slot, elevation_.data() + slot, box_.data() + slot,
            top_.data() + slot,    cover_.data() + slot,     beside_.data() + slot};
  }

  const Grid<SurfaceCell>& surface_;
  const Grid<SurfaceCell>& turned_;  // columns and rows exchanged
  Recorder& recorder_;
  float antenna_z_;
  float receiver_m_;
  std::int32_t ignored_;
  float reach_;         // in cells
  std::int32_t count_;  // rays run to ±count_ across, count_ cells away
  std::int32_t column_ = 0;
  std::int32_t row_ = 0;
  float offset_x_ = 0.0F;  // of the antenna from its cell's centre, in cells
  float offset_y_ = 0.0F;

  Quarter quarter_{};
  float offset_along_ = 0.0F;
  float offset_across_ = 0.0F;
  std::vector<CellBox> boxes_;  // those walked to; none: all rays
  std::int32_t first_ray_ = 0;  // of those walked in this quarter, from −count_ to count_
  std::int32_t last_ray_ = 0;
  Depth depth_ = Depth::behind;
  std::int32_t first_step_ = 1;  // of those judged
  std::int32_t last_step_ = 1;
  std::int32_t low_ = 0;  // cells of the frame across the main axis, relative to the antenna's cell
  std::int32_t high_ = 0;
  std::vector<float> slope_;          // cells across per cell along, per ray
  std::vector<float> steepest_;       // metres per cell along, of everything met
  std::vector<float> before_;         // the same before the building the ray is in
  std::vector<std::int32_t> inside_;  // the building the ray is in
  std::vector<float> ground_;         // per cell across: how steeply its ground blocks
  std::vector<float> elevation_;      // and its elevation
  std::vector<float> box_;            // how steeply its building blocks
  std::vector<float> top_;            // and its roof's elevation
  std::vector<std::int32_t> cover_;   // per cell across: its building
  std::vector<std::uint8_t> beside_;  // whether it lies beside a wall
  std::vector<std::int32_t> flags_;   // this to the limit: per cell judged at a step
  std::vector<std::int32_t> ray_;
  std::vector<float> limit_;
};

template <class Recorder>
void RadialSweep<Recorder>::begin(const Quarter& quarter) {
  const GridFrame& frame = surface_.frame;
  quarter_ = quarter;
  const bool vertical = quarter.column_step == 0;
  offset_along_ = vertical ? offset_y_ * static_cast<float>(quarter.row_step) : offset_x_ * static_cast<float>(quarter.column_step);
  offset_across_ = vertical ? offset_x_ : offset_y_;
  low_ = vertical ? -column_ : -row_;
  high_ = vertical ? frame.columns - 1 - column_ : frame.rows - 1 - row_;
  aim();
  if (first_ray_ > last_ray_) return;
  const float away = static_cast<float>(count_) - offset_along_;
  for (std::int32_t k = -count_; k <= count_; ++k) {
    slope_[as_index(k + count_)] = (static_cast<float>(k) - offset_across_) / away;
  }
  float start = unobstructed;
  SurfaceCell own;
  if (frame.holds(column_, row_)) {
    own = *line(0);
    const float edge = std::max(0.5F - offset_along_, 1e-3F);
    if (own.building != no_building && own.building != ignored_) start = (own.top_m - antenna_z_) / edge;
  }
  std::fill(steepest_.begin(), steepest_.end(), start);
  std::fill(before_.begin(), before_.end(), unobstructed);
  std::fill(inside_.begin(), inside_.end(), own.building);
  recorder_.begin(std::span<const float>(slope_), antenna_z_, static_cast<float>(frame.cell_size),
                  own.building != no_building && own.building != ignored_ ? own.top_m : unobstructed, !vertical);
}

template <class Recorder>
void RadialSweep<Recorder>::aim() {
  const bool all = boxes_.empty();
  first_ray_ = all ? -count_ : count_ + 1;
  last_ray_ = all ? count_ : -count_ - 1;
  first_step_ = all ? 1 : count_ + 1;
  last_step_ = all || depth_ == Depth::behind ? count_ : 0;
  for (const auto& box : boxes_) aim_at(box);
}

// The lines to a rectangle lie between two of its corners; two rays of margin for rounding.
template <class Recorder>
void RadialSweep<Recorder>::aim_at(const CellBox& box) {
  const bool vertical = quarter_.column_step == 0;
  const std::int32_t sign = vertical ? quarter_.row_step : quarter_.column_step;
  const std::int32_t one = (vertical ? box.first_row - row_ : box.first_column - column_) * sign;
  const std::int32_t other = (vertical ? box.last_row - row_ : box.last_column - column_) * sign;
  if (std::max(one, other) < 1) return;
  const double offset = offset_along_;
  const double nearest = std::max(std::min(one, other) - 0.5 - offset, 0.25);
  const double furthest = std::max(one, other) + 0.5 - offset;
  const double away = count_ - offset;
  const double side = offset_across_;
  const double low = (vertical ? box.first_column - column_ : box.first_row - row_) - 0.5 - side;
  const double high = (vertical ? box.last_column - column_ : box.last_row - row_) + 0.5 - side;
  const double first = std::floor(low / (low < 0.0 ? nearest : furthest) * away + side) - 2.0;
  const double last = std::ceil(high / (high > 0.0 ? nearest : furthest) * away + side) + 2.0;
  if (first > count_ || last < -count_) return;
  first_ray_ = std::min(first_ray_, static_cast<std::int32_t>(std::max(first, -1.0 * count_)));
  last_ray_ = std::max(last_ray_, static_cast<std::int32_t>(std::min(last, 1.0 * count_)));
  first_step_ = std::min(first_step_, std::max(std::min(one, other), 1));
  last_step_ = std::max(last_step_, std::min(std::max(one, other), count_));
}

template <class Recorder>
inline void RadialSweep<Recorder>::judge(std::int32_t step, std::int32_t first, std::int32_t last) {
  if (first > last) return;
  const float along = static_cast<float>(step) - offset_along_;
  const auto count = static_cast<std::size_t>(last - first + 1);
  const RayChoice choice{.offset_across = offset_across_,
                         .ratio = (static_cast<float>(count_) - offset_along_) / along,
                         .shift = static_cast<float>(count_) + 0.5F + offset_across_,
                         .last = 2 * count_,
                         .least = first_ray_ + count_,
                         .most = last_ray_ + count_,
                         .takes_diagonal = quarter_.takes_diagonal};
  FirstEdges edges{};
  if constexpr (requires { recorder_.first_edges(); }) edges = recorder_.first_edges();
  judge_line(first, count, {antenna_z_, along, ignored_}, receiver_m_, line_cells(first),
             {steepest_.data(), before_.data(), inside_.data()}, edges, choice, {flags_.data(), ray_.data(), limit_.data()});
  const bool vertical = quarter_.column_step == 0;
  const std::int32_t main = vertical ? row_ + step * quarter_.row_step : column_ + step * quarter_.column_step;
  const std::int32_t first_side = vertical ? column_ + first : row_ + first;
  const JudgedLine found{.count = count,
                         .along = along,
                         .ratio = choice.ratio,
                         .device_height_m = receiver_m_,
                         .column = vertical ? first_side : main,
                         .row = vertical ? main : first_side,
                         .ground_m = line_cells(first).elevation,
                         .flags = flags_.data(),
                         .ray = ray_.data(),
                         .limit = limit_.data()};
  if constexpr (requires { recorder_.judge_line(found); }) {
    recorder_.judge_line(found);
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      if ((flags_[i] & to_judge) == 0) continue;
      const Judgement judgement{(flags_[i] & in_sight) != 0, (flags_[i] & beside_wall) != 0, (flags_[i] & was_passed) != 0};
      const auto side = static_cast<std::int32_t>(i);
      recorder_.judge(as_index(ray_[i]), found.column + (vertical ? side : 0), found.row + (vertical ? 0 : side), along,
                      found.ground_m[i] + receiver_m_, limit_[i], judgement);
    }
  }
}

// How steeply the cells at this step block, seen from the antenna.
template <class Recorder>
inline void RadialSweep<Recorder>::load(std::int32_t step, std::int32_t first, std::int32_t last) {
  const std::int32_t inner_first = std::max(first, low_);
  const std::int32_t inner_last = std::min(last, high_);
  for (std::int32_t across = first; across < inner_first; ++across) clear(across);
  for (std::int32_t across = std::max(inner_last + 1, inner_first); across <= last; ++across) clear(across);
  if (inner_first > inner_last) return;
  const float along = static_cast<float>(step) - offset_along_;
  const std::int32_t onward =
      quarter_.column_step == 0 ? row_ + (step + 1) * quarter_.row_step : column_ + (step + 1) * quarter_.column_step;
  const bool goes_on = onward >= 0 && onward < (quarter_.column_step == 0 ? surface_.frame.rows : surface_.frame.columns);
  load_line(line(step) + inner_first, goes_on ? line(step + 1) + inner_first : nullptr, as_index(inner_last - inner_first + 1),
            {antenna_z_, along, ignored_}, line_cells(inner_first));
}

template <class Recorder>
void RadialSweep<Recorder>::clear(std::int32_t across) {
  const std::size_t slot = as_index(across + count_ + 2);
  ground_[slot] = unobstructed;
  elevation_[slot] = unobstructed;
  box_[slot] = unobstructed;
  cover_[slot] = no_building;
}

template <class Recorder>
void RadialSweep<Recorder>::meet(std::size_t ray, std::size_t slot, float along) {
  if (cover_[slot] != inside_[ray]) {
    if (inside_[ray] != no_building && inside_[ray] != ignored_) recorder_.leave(ray, along);
    inside_[ray] = cover_[slot];
    before_[ray] = steepest_[ray];
    if (cover_[slot] != no_building && cover_[slot] != ignored_) recorder_.enter(ray, along, top_[slot]);
  }
  steepest_[ray] = std::max(steepest_[ray], box_[slot]);
}

// Each ray meets the boxes where it enters and where it leaves this step, often the same, and the ground halfway.
template <class Recorder>
inline void RadialSweep<Recorder>::walk(std::int32_t step, std::int32_t first, std::int32_t last) {
  const float along = static_cast<float>(step) - offset_along_;
  const float ratio = (static_cast<float>(count_) - offset_along_) / along;
  const auto ray_through = [&](std::int32_t across) { return offset_across_ + (static_cast<float>(across) - offset_across_) * ratio; };
  const auto first_ray = std::max(first_ray_, static_cast<std::int32_t>(std::ceil(ray_through(first + 1))));
  const auto last_ray = std::min(last_ray_, static_cast<std::int32_t>(std::floor(ray_through(last - 1))));
  const float shift = offset_across_ + static_cast<float>(count_ + 2) + 0.5F;
  std::int32_t k = first_ray;
  const auto past = last_ray + 1;
  for (; k + static_cast<std::int32_t>(rays_per_block) <= past; k += static_cast<std::int32_t>(rays_per_block)) {
    const std::size_t ray = as_index(k + count_);
    const RayBlock block{slope_.data() + ray, inside_.data() + ray, steepest_.data() + ray, cover_.data(), box_.data(), ground_.data()};
    if (step_block(block, along, shift)) continue;
    for (std::size_t i = ray; i < ray + rays_per_block; ++i) step_ray(i, along, shift);
  }
  for (; k < past; ++k) step_ray(as_index(k + count_), along, shift);
  if (step % ground_every != 0) return;
  for (k = first_ray; k < past; ++k) {
    const std::size_t ray = as_index(k + count_);
    const auto middle = as_index(static_cast<std::int32_t>(slope_[ray] * along + shift));
    if (inside_[ray] == no_building && elevation_[middle] > unobstructed) recorder_.ground(ray, along, elevation_[middle]);
  }
}

template <class Recorder>
void RadialSweep<Recorder>::step_ray(std::size_t ray, float along, float shift) {
  meet(ray, as_index(static_cast<std::int32_t>(slope_[ray] * (along - 0.5F) + shift)), along - 0.5F);
  meet(ray, as_index(static_cast<std::int32_t>(slope_[ray] * (along + 0.5F) + shift)), along);
  steepest_[ray] = std::max(steepest_[ray], ground_[as_index(static_cast<std::int32_t>(slope_[ray] * along + shift))]);
}

template <class Recorder>
void RadialSweep<Recorder>::sweep(std::size_t quarter) {
  begin(quarters[quarter]);
  if (first_ray_ > last_ray_) return;
  const GridFrame& frame = surface_.frame;
  for (std::int32_t step = 1; step <= last_step_ && static_cast<float>(step) - offset_along_ <= reach_; ++step) {
    const std::int32_t line = quarter_.column_step == 0 ? row_ + step * quarter_.row_step : column_ + step * quarter_.column_step;
    const std::int32_t lines = quarter_.column_step == 0 ? frame.rows : frame.columns;
    if (line < 0 || line >= lines) continue;  // not yet over the surface, or beyond it
    const float along = static_cast<float>(step) - offset_along_;
    const float within = std::min(along, std::sqrt(reach_ * reach_ - along * along));
    const auto first = std::max(low_, static_cast<std::int32_t>(std::ceil(offset_across_ - within)));
    const auto last = std::min(high_, static_cast<std::int32_t>(std::floor(offset_across_ + within)));
    const auto half = std::min(count_, static_cast<std::int32_t>(std::ceil(within)) + 3);
    // Two cells beside the frame: a ray out there has nothing more to meet, or not yet.
    const std::int32_t low = std::max(-half, low_ - 2);
    const std::int32_t high = std::min(half, high_ + 2);
    // Two beside the outermost rays: what they meet before and after the cells' centres, and the cells that they judge.
    const float first_slope = slope_[as_index(first_ray_ + count_)];
    const float last_slope = slope_[as_index(last_ray_ + count_)];
    const float least = first_slope * (along + (first_slope < 0.0F ? 0.5F : -0.5F)) + offset_across_ - 2.0F;
    const float most = last_slope * (along + (last_slope < 0.0F ? -0.5F : 0.5F)) + offset_across_ + 2.0F;
    const bool all = boxes_.empty();
    const std::int32_t met_low = all ? low : std::max(low, static_cast<std::int32_t>(std::floor(least)));
    const std::int32_t met_high = all ? high : std::min(high, static_cast<std::int32_t>(std::ceil(most)));
    load(step, met_low, met_high);
    if (step >= first_step_) {
      judge(step, std::max(first, met_low), std::min(last, met_high));
    }
    walk(step, low, high);
  }
}

}  // namespace parktwin::radio
