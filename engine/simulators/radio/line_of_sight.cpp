#include "engine/simulators/radio/line_of_sight.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parktwin::radio {
namespace {

constexpr float unobstructed = -std::numeric_limits<float>::infinity();

// Precondition: not negative.
std::size_t as_index(std::int32_t position) { return static_cast<std::size_t>(position); }

// One of the four quarters around the antenna, in steps along its main axis and cells across it.
struct Quarter {
  std::int32_t column_step;  // of the main axis
  std::int32_t row_step;
  bool takes_diagonal;  // cells exactly between two quarters belong to north and south
};
constexpr Quarter quarters[] = {{0, 1, true}, {0, -1, true}, {1, 0, false}, {-1, 0, false}};

class Sweep {
 public:
  Sweep(const Grid<SurfaceCell>& surface, const SightPoint& antenna, double receiver_height_m, double reach_cells)
      : surface_(surface),
        antenna_z_(static_cast<float>(antenna.elevation_m)),
        receiver_m_(static_cast<float>(receiver_height_m)),
        ignored_(antenna.ignored),
        reach_(static_cast<float>(reach_cells)),
        count_(static_cast<std::int32_t>(std::ceil(reach_cells)) + 2) {
    const GridFrame& frame = surface.frame;
    const double x = (antenna.position.x - frame.origin.x) / frame.cell_size - 0.5;
    const double y = (antenna.position.y - frame.origin.y) / frame.cell_size - 0.5;
    column_ = static_cast<std::int32_t>(std::floor(x + 0.5));
    row_ = static_cast<std::int32_t>(std::floor(y + 0.5));
    offset_x_ = static_cast<float>(x - column_);
    offset_y_ = static_cast<float>(y - row_);
    const std::size_t rays = 2 * static_cast<std::size_t>(count_) + 1;
    slope_.resize(rays);
    steepest_.resize(rays);
    before_.resize(rays);
    inside_.resize(rays);
    ground_.resize(rays + 4);
    box_.resize(rays + 4);
    cover_.resize(rays + 4);
  }

  SightMap run();

 private:
  void begin(const Quarter& quarter);
  void judge(std::int32_t step, std::int32_t first, std::int32_t last, SightMap& map);
  void load(std::int32_t step, std::int32_t first, std::int32_t last);
  void walk(std::int32_t step, std::int32_t first, std::int32_t last);
  void sweep(const Quarter& quarter, SightMap& map);
  const SurfaceCell& cell(std::int32_t step, std::int32_t across) const {
    return quarter_.column_step == 0 ? surface_.values[surface_.frame.index(column_ + across, row_ + step * quarter_.row_step)]
                                     : surface_.values[surface_.frame.index(column_ + step * quarter_.column_step, row_ + across)];
  }

  const Grid<SurfaceCell>& surface_;
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
  std::int32_t low_ = 0;  // cells of the frame across the main axis, relative to the antenna's cell
  std::int32_t high_ = 0;
  std::vector<float> slope_;          // cells across per cell along, per ray
  std::vector<float> steepest_;       // metres per cell along, of everything met
  std::vector<float> before_;         // the same before the building the ray is in
  std::vector<std::int32_t> inside_;  // the building the ray is in
  std::vector<float> ground_;         // per cell across: how steeply its ground blocks
  std::vector<float> box_;            // and its building
  std::vector<std::int32_t> cover_;   // per cell across: its building
};

void Sweep::begin(const Quarter& quarter) {
  const GridFrame& frame = surface_.frame;
  quarter_ = quarter;
  const bool vertical = quarter.column_step == 0;
  offset_along_ = vertical ? offset_y_ * static_cast<float>(quarter.row_step) : offset_x_ * static_cast<float>(quarter.column_step);
  offset_across_ = vertical ? offset_x_ : offset_y_;
  low_ = vertical ? -column_ : -row_;
  high_ = vertical ? frame.columns - 1 - column_ : frame.rows - 1 - row_;
  const float away = static_cast<float>(count_) - offset_along_;
  for (std::int32_t k = -count_; k <= count_; ++k) {
    slope_[as_index(k + count_)] = (static_cast<float>(k) - offset_across_) / away;
  }
  float start = unobstructed;
  std::int32_t building = no_building;
  if (frame.holds(column_, row_)) {
    const SurfaceCell& own = cell(0, 0);
    building = own.building;
    const float edge = std::max(0.5F - offset_along_, 1e-3F);
    if (building != no_building && building != ignored_) start = (own.top_m - antenna_z_) / edge;
  }
  std::fill(steepest_.begin(), steepest_.end(), start);
  std::fill(before_.begin(), before_.end(), unobstructed);
  std::fill(inside_.begin(), inside_.end(), building);
}

void Sweep::judge(std::int32_t step, std::int32_t first, std::int32_t last, SightMap& map) {
  const float along = static_cast<float>(step) - offset_along_;
  const float ratio = (static_cast<float>(count_) - offset_along_) / along;
  const float shift = static_cast<float>(count_) + 0.5F + offset_across_;
  for (std::int32_t across = first; across <= last; ++across) {
    const float off = static_cast<float>(across) - offset_across_;
    if (std::abs(off) > along || (std::abs(off) == along && !quarter_.takes_diagonal && across != 0)) continue;
    const auto ray = as_index(std::clamp(static_cast<std::int32_t>(off * ratio + shift), 0, 2 * count_));
    const SurfaceCell& here = cell(step, across);
    const float limit = here.building != no_building && here.building == inside_[ray] ? before_[ray] : steepest_[ray];
    if ((here.ground_m + receiver_m_ - antenna_z_) / along < limit) continue;
    if (quarter_.column_step == 0) {
      map.set_seen(column_ + across, row_ + step * quarter_.row_step);
    } else {
      map.set_seen(column_ + step * quarter_.column_step, row_ + across);
    }
  }
}

// How steeply the cells at this step block, seen from the antenna.
void Sweep::load(std::int32_t step, std::int32_t first, std::int32_t last) {
  const float along = static_cast<float>(step) - offset_along_;
  const float at_centre = 1.0F / along;
  const float at_far = 1.0F / (along + 0.5F);
  const float at_near = 1.0F / std::max(along - 0.5F, 1e-3F);
  for (std::int32_t across = first; across <= last; ++across) {
    const std::size_t slot = as_index(across + count_ + 2);
    if (across < low_ || across > high_) {
      ground_[slot] = unobstructed;
      box_[slot] = unobstructed;
      cover_[slot] = no_building;
      continue;
    }
    const SurfaceCell& here = cell(step, across);
    const float rise = here.top_m - antenna_z_;
    const bool box = here.building != no_building && here.building != ignored_;
    ground_[slot] = (here.ground_m - antenna_z_) * at_centre;
    box_[slot] = box ? rise * (rise > 0.0F ? at_near : at_far) : unobstructed;
    cover_[slot] = here.building;
  }
}

// Each ray meets the boxes where it enters and where it leaves this step, often the same, and the ground halfway.
void Sweep::walk(std::int32_t step, std::int32_t first, std::int32_t last) {
  const float along = static_cast<float>(step) - offset_along_;
  const float ratio = (static_cast<float>(count_) - offset_along_) / along;
  const auto ray_through = [&](std::int32_t across) { return offset_across_ + (static_cast<float>(across) - offset_across_) * ratio; };
  const auto first_ray = std::max(-count_, static_cast<std::int32_t>(std::ceil(ray_through(first + 1))));
  const auto last_ray = std::min(count_, static_cast<std::int32_t>(std::floor(ray_through(last - 1))));
  const float shift = offset_across_ + static_cast<float>(count_ + 2) + 0.5F;
  const auto meet = [this](std::size_t ray, std::size_t slot) {
    if (cover_[slot] != inside_[ray]) {
      inside_[ray] = cover_[slot];
      before_[ray] = steepest_[ray];
    }
    steepest_[ray] = std::max(steepest_[ray], box_[slot]);
  };
  for (std::int32_t k = first_ray; k <= last_ray; ++k) {
    const std::size_t ray = as_index(k + count_);
    const auto entered = as_index(static_cast<std::int32_t>(slope_[ray] * (along - 0.5F) + shift));
    const auto left = as_index(static_cast<std::int32_t>(slope_[ray] * (along + 0.5F) + shift));
    const auto middle = as_index(static_cast<std::int32_t>(slope_[ray] * along + shift));
    meet(ray, entered);
    meet(ray, left);
    steepest_[ray] = std::max(steepest_[ray], ground_[middle]);
  }
}

void Sweep::sweep(const Quarter& quarter, SightMap& map) {
  begin(quarter);
  const GridFrame& frame = surface_.frame;
  for (std::int32_t step = 1; static_cast<float>(step) - offset_along_ <= reach_; ++step) {
    const std::int32_t line = quarter.column_step == 0 ? row_ + step * quarter.row_step : column_ + step * quarter.column_step;
    const std::int32_t lines = quarter.column_step == 0 ? frame.rows : frame.columns;
    if (line < 0 || line >= lines) continue;  // not yet over the surface, or beyond it
    const float along = static_cast<float>(step) - offset_along_;
    const float within = std::min(along, std::sqrt(reach_ * reach_ - along * along));
    const auto first = std::max(low_, static_cast<std::int32_t>(std::ceil(offset_across_ - within)));
    const auto last = std::min(high_, static_cast<std::int32_t>(std::floor(offset_across_ + within)));
    judge(step, first, last, map);
    const auto half = std::min(count_, static_cast<std::int32_t>(std::ceil(within)) + 3);
    // Two cells beside the frame: a ray out there has nothing more to meet, or not yet.
    load(step, std::max(-half, low_ - 2), std::min(half, high_ + 2));
    walk(step, std::max(-half, low_ - 2), std::min(half, high_ + 2));
  }
}

SightMap Sweep::run() {
  const GridFrame& frame = surface_.frame;
  const std::int32_t first_column = std::clamp(column_ - count_, 0, frame.columns);
  const std::int32_t first_row = std::clamp(row_ - count_, 0, frame.rows);
  const std::int32_t columns = std::clamp(column_ + count_ + 1, first_column, frame.columns) - first_column;
  const std::int32_t rows = std::clamp(row_ + count_ + 1, first_row, frame.rows) - first_row;
  SightMap map(first_column, first_row, columns, rows);
  if (columns == 0 || rows == 0) return map;
  for (const auto& quarter : quarters) sweep(quarter, map);
  if (frame.holds(column_, row_)) map.set_seen(column_, row_);
  return map;
}

}  // namespace

SightMap::SightMap(std::int32_t first_column, std::int32_t first_row, std::int32_t columns, std::int32_t rows)
    : first_column_(first_column),
      first_row_(first_row),
      columns_(columns),
      rows_(rows),
      words_per_row_((static_cast<std::size_t>(columns) + 63) / 64),
      words_(words_per_row_ * static_cast<std::size_t>(rows)) {}

SightMap line_of_sight(const Grid<SurfaceCell>& surface, const SightPoint& antenna, Metres receiver_height, Metres maximum_distance) {
  const double cell_size = surface.frame.cell_size;
  // One cell more, so that no cell within the distance is missed by rounding.
  return Sweep(surface, antenna, receiver_height.value(), maximum_distance.value() / cell_size + 1.0).run();
}

}  // namespace parktwin::radio
