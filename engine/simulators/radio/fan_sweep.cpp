#include "engine/simulators/radio/fan_sweep.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parktwin::radio {
namespace {

constexpr double rounding_cells = 1e-9;  // no cell on the border of two quarters is lost between them

double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }

// Narrows [low, high] to where offset + slope·t >= 0.
void keep(double offset, double slope, double& low, double& high) {
  if (slope > 0.0) {
    low = std::max(low, -offset / slope);
  } else if (slope < 0.0) {
    high = std::min(high, -offset / slope);
  } else if (offset < 0.0) {
    high = low - 1.0;
  }
}

}  // namespace

// The cells of a line, those with neighbouring numbers beside each other in memory in all quarters.
const SurfaceCell* FanSweep::line_of(const Quarter& quarter, std::int32_t line) const {
  const Grid<SurfaceCell>& cells = quarter.vertical ? view_.obstacles.surface : view_.obstacles.turned;
  return cells.values.data() + cells.frame.index(0, line);
}

// Lines of a fan lie far apart in memory, where no processor foresees the next: two fifths of judging were waiting for it.
void FanSweep::prefetch(const Quarter& quarter, std::int32_t line, std::int32_t first, std::int32_t last) const {
  const Grid<SurfaceCell>& cells = quarter.vertical ? view_.obstacles.surface : view_.obstacles.turned;
  if (line < 0 || line >= cells.frame.rows) return;
  constexpr std::int32_t cells_per_line = 64 / sizeof(SurfaceCell);
  const SurfaceCell* const there = line_of(quarter, line);
  for (std::int32_t j = first; j <= last; j += cells_per_line) __builtin_prefetch(there + j);
}

double FanSweep::Quarter::start(double t) const { return wall_cells / std::max(normal_along + t * normal_across, 1e-6); }

FanSweep::Quarter FanSweep::quarter_of(const Fan& fan, bool vertical, std::int32_t sign) const {
  const Point along = vertical ? Point{0.0, static_cast<double>(sign)} : Point{static_cast<double>(sign), 0.0};
  const Point across = vertical ? Point{1.0, 0.0} : Point{0.0, 1.0};
  const GridFrame& frame = view_.obstacles.surface.frame;
  const Point origin{(fan.origin.x - frame.origin.x) / frame.cell_size - 0.5, (fan.origin.y - frame.origin.y) / frame.cell_size - 0.5};
  Quarter quarter;
  quarter.vertical = vertical;
  quarter.sign = sign;
  quarter.main = vertical ? origin.y : origin.x;
  quarter.side = vertical ? origin.x : origin.y;
  keep(cross(fan.right, along), cross(fan.right, across), quarter.low, quarter.high);
  keep(cross(along, fan.left), cross(across, fan.left), quarter.low, quarter.high);
  if (fan.has_wall) {
    quarter.wall_cells = dot(fan.wall_normal, {fan.wall_point.x - fan.origin.x, fan.wall_point.y - fan.origin.y}) / frame.cell_size;
    quarter.normal_along = dot(fan.wall_normal, along);
    quarter.normal_across = dot(fan.wall_normal, across);
  }
  return quarter;
}

void FanSweep::sweep(const Fan& fan, const Reached& reached) {
  for (const bool vertical : {true, false}) {
    for (const std::int32_t sign : {1, -1}) {
      const Quarter quarter = quarter_of(fan, vertical, sign);
      if (quarter.low <= quarter.high) sweep_quarter(fan, quarter, reached);
    }
  }
}

void FanSweep::sweep_quarter(const Fan& fan, const Quarter& quarter, const Reached& reached) {
  const Window& window = view_.window;
  const double cell_m = view_.obstacles.surface.frame.cell_size;
  const std::int32_t low_line = quarter.vertical ? window.first_row : window.first_column;
  const std::int32_t high_line = low_line + (quarter.vertical ? window.rows : window.columns) - 1;
  const double start_low = fan.has_wall ? quarter.start(quarter.low) : 0.0;
  const double start_high = fan.has_wall ? quarter.start(quarter.high) : 0.0;
  const double begin = std::max(std::min(start_low, start_high), 0.25);
  const double nearest = std::max(begin, quarter.sign > 0 ? low_line - quarter.main : quarter.main - high_line);
  const double furthest =
      std::min({std::max(start_low, start_high) + fan.reach_m / cell_m, (view_.maximum_distance.value() - fan.way_m) / cell_m,
                quarter.sign > 0 ? high_line - quarter.main : quarter.main - low_line});
  if (nearest > furthest) return;
  cast(fan, quarter, furthest);
  if (!narrow()) return;
  const double first = quarter.main + quarter.sign * nearest;
  auto line = static_cast<std::int32_t>(quarter.sign > 0 ? std::ceil(first) : std::floor(first));
  for (; (line - quarter.main) * quarter.sign <= furthest; line += quarter.sign) {
    judge(fan, quarter, line, reached);
    walk(fan, quarter, line);
    if (!narrow()) return;
  }
}

void FanSweep::Rays::resize(std::size_t count) {
  if (count + fan_padding <= slope.size()) return;
  for (auto* array : {&slope, &unit_m, &start, &ceiling, &horizon, &before}) array->resize(count + fan_padding);
  cover.resize(count + fan_padding);
}

FanRays FanSweep::Rays::arrays() {
  return {slope.data(), unit_m.data(), start.data(), ceiling.data(), horizon.data(), before.data(), cover.data()};
}

void FanSweep::cast(const Fan& fan, const Quarter& quarter, double furthest) {
  const double width = (quarter.high - quarter.low) * furthest;
  ray_count_ = static_cast<std::size_t>(std::ceil(width)) + 1;
  rays_.resize(ray_count_);
  per_slope_ = width > 0.0 ? static_cast<double>(ray_count_ - 1) / (quarter.high - quarter.low) : 1.0;
  const auto cell_m = static_cast<float>(view_.obstacles.surface.frame.cell_size);
  for (std::size_t i = 0; i < ray_count_; ++i) {
    rays_.slope[i] = static_cast<float>(quarter.low + static_cast<double>(i) / per_slope_);
    rays_.unit_m[i] = cell_m * std::sqrt(1.0F + rays_.slope[i] * rays_.slope[i]);
    rays_.start[i] = 0.0F;
    rays_.before[i] = 0.0F;
    rays_.cover[i] = no_building;
    if (fan.has_wall) begin(fan, quarter, i);
  }
  if (!fan.has_wall) {
    begin(fan, quarter, 0);
    std::fill_n(rays_.horizon.begin(), ray_count_, rays_.horizon[0]);
    std::fill_n(rays_.ceiling.begin(), ray_count_, rays_.ceiling[0]);
  }
  first_open_ = 0;
  last_open_ = ray_count_ - 1;
}

// A ray sets out from a place before the wall, or beside the corner: what the antenna sees from there, it sees.
void FanSweep::begin(const Fan& fan, const Quarter& quarter, std::size_t ray) {
  const GridFrame& frame = view_.obstacles.surface.frame;
  Point place = fan.wall_point;
  double way_m = fan.way_m;
  if (fan.has_wall) {
    const auto slope = static_cast<double>(rays_.slope[ray]);
    const double start = quarter.start(slope);
    const double along_m = start * frame.cell_size * quarter.sign;
    const double across_m = slope * start * frame.cell_size;
    place = {fan.origin.x + (quarter.vertical ? across_m : along_m) + 0.75 * frame.cell_size * fan.wall_normal.x,
             fan.origin.y + (quarter.vertical ? along_m : across_m) + 0.75 * frame.cell_size * fan.wall_normal.y};
    way_m = start * static_cast<double>(rays_.unit_m[ray]);
    rays_.start[ray] = static_cast<float>(start);
  }
  const std::int32_t column = frame.column_of(place.x);
  const std::int32_t row = frame.row_of(place.y);
  rays_.horizon[ray] = std::numeric_limits<float>::infinity();
  rays_.ceiling[ray] = 0.0F;
  if (way_m <= 0.0 || !view_.window.holds(column, row) || view_.obstacles.surface.at(column, row).building != no_building) return;
  const auto antenna_m = static_cast<float>(view_.antenna.elevation_m);
  const auto inverse = static_cast<float>(1.0 / way_m);
  rays_.horizon[ray] = (view_.lowest_seen_m[view_.window.index(column, row)] - antenna_m) * inverse;
  rays_.ceiling[ray] = (fan.top_m - antenna_m) * inverse;
}

FanLine FanSweep::as_line(const Fan& fan, const Quarter& quarter, std::int32_t line) const {
  const GridFrame& lines = (quarter.vertical ? view_.obstacles.surface : view_.obstacles.turned).frame;
  return {.cells = line_of(quarter, line),
          .cell_count = lines.columns,
          .along = (line - quarter.main) * quarter.sign,
          .side = quarter.side,
          .low = quarter.low,
          .per_slope = per_slope_,
          .last_ray = static_cast<std::int32_t>(ray_count_ - 1),
          .cell_m = view_.obstacles.surface.frame.cell_size,
          .before_m = fan.way_m,
          .longest_m = view_.maximum_distance.value(),
          .reach_m = fan.reach_m,
          .wall_cells = quarter.wall_cells,
          .normal_along = quarter.normal_along,
          .normal_across = quarter.normal_across,
          .has_wall = fan.has_wall,
          .takes_diagonal = quarter.vertical,
          .antenna_m = static_cast<float>(view_.antenna.elevation_m),
          .device_m = static_cast<float>(view_.receiver_height.value() - view_.antenna.elevation_m)};
}

void FanSweep::judge(const Fan& fan, const Quarter& quarter, std::int32_t line, const Reached& reached) {
  const Window& window = view_.window;
  const std::int32_t low_side = quarter.vertical ? window.first_column : window.first_row;
  const std::int32_t high_side = low_side + (quarter.vertical ? window.columns : window.rows) - 1;
  const FanLine here = as_line(fan, quarter, line);
  const double low = std::max(quarter.low, quarter.low + (static_cast<double>(first_open_) - 0.5) / per_slope_);
  const double high = std::min(quarter.high, quarter.low + (static_cast<double>(last_open_) + 0.5) / per_slope_);
  const auto first = std::max(low_side, static_cast<std::int32_t>(std::ceil(quarter.side + low * here.along - rounding_cells)));
  const auto last = std::min(high_side, static_cast<std::int32_t>(std::floor(quarter.side + high * here.along + rounding_cells)));
  if (first > last) return;
  prefetch(quarter, line + quarter.sign, first, last);
  const auto count = static_cast<std::size_t>(last - first) + 1;
  if (is_reached_.size() < count + fan_padding) {
    is_reached_.resize(count + fan_padding);
    way_m_.resize(count + fan_padding);
  }
  judge_fan_line(here, rays_.arrays(), first, last + 1, is_reached_.data(), way_m_.data());
  reached_.clear();
  for (std::size_t i = 0; i < count; ++i) {
    if (is_reached_[i] == 0) continue;
    const std::int32_t j = first + static_cast<std::int32_t>(i);
    reached_.push_back({quarter.vertical ? j : line, quarter.vertical ? line : j, way_m_[i]});
  }
  if (!reached_.empty()) reached(reached_);
}

void FanSweep::walk(const Fan& fan, const Quarter& quarter, std::int32_t line) {
  const Window& window = view_.window;
  const std::int32_t low_side = quarter.vertical ? window.first_column : window.first_row;
  const std::int32_t sides = quarter.vertical ? window.columns : window.rows;
  const FanLine here = as_line(fan, quarter, line);
  const double m = here.along;
  // What is drawn outside the fan, as the wall's own house half a cell before its wall, is in no ray's way.
  const double low = quarter.low > -1.0 ? quarter.low * m - rounding_cells : -m - 1.0;
  const double high = quarter.high < 1.0 ? quarter.high * m + rounding_cells : m + 1.0;
  const std::int32_t first_slot = std::max(static_cast<std::int32_t>(std::ceil(quarter.side + low)) - low_side, 0);
  const std::int32_t past_slot = std::min(static_cast<std::int32_t>(std::floor(quarter.side + high)) - low_side + 1, sides);
  if (first_slot >= past_slot) return;
  walk_fan_line(here, rays_.arrays(), {low_side, static_cast<float>(first_slot), static_cast<float>(past_slot)}, first_open_, last_open_);
}

bool FanSweep::narrow() {
  while (first_open_ <= last_open_ && !rays_.is_open(first_open_)) ++first_open_;
  while (last_open_ > first_open_ && !rays_.is_open(last_open_)) --last_open_;
  return first_open_ <= last_open_;
}

}  // namespace parktwin::radio
