#include "importers/synthetic/outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "importers/synthetic/draws.h"
#include "importers/synthetic/street_grid.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double half_arterial_m = 0.5 * arterial_width_m;

double river_y(const StreetGrid& grid, const OutlineShape& shape, double x) {
  const double clearance = half_arterial_m + 110.0 + 0.5 * shape.river_width;
  const double wave = 45.0 * std::sin(2.0 * std::numbers::pi * x / 1700.0 + shape.phase) +
                      20.0 * std::sin(2.0 * std::numbers::pi * x / 730.0 + 2.0 * shape.phase);
  return grid.rows.front() - clearance + wave;
}

void draw_river(StreetGrid& grid, const OutlineShape& shape, double from, double to) {
  grid.river.points.clear();
  grid.river_width = shape.river ? shape.river_width : 0.0;
  if (!shape.river) return;
  const int pieces = std::max(8, static_cast<int>((to - from) / 45.0));
  for (int i = 0; i <= pieces; ++i) {
    const double x = from + (to - from) * i / pieces;
    grid.river.points.push_back({x, river_y(grid, shape, x)});
  }
}

void draw_motorway(StreetGrid& grid, const OutlineShape& shape, double bottom, double top) {
  grid.motorway.points.clear();
  if (!shape.motorway) return;
  const double nearest = grid.columns.front() - half_arterial_m - 70.0 - 0.5 * motorway_width_m;
  constexpr int pieces = 24;
  for (int i = 0; i <= pieces; ++i) {
    const double t = static_cast<double>(i) / pieces;
    const double x = nearest - shape.motorway_lean * (1.0 - t) * (1.0 - t) - 18.0 * (1.0 - std::cos(std::numbers::pi * t));
    grid.motorway.points.push_back({x, bottom + (top - bottom) * t});
  }
}

}  // namespace

OutlineShape draw_outline_shape(const SyntheticOptions& options) {
  Draws draws(options.seed, Topic::outline);
  OutlineShape shape;
  shape.motorway = options.area_km2 >= 3.0;
  shape.river = options.area_km2 >= 3.0;
  shape.river_width = draws.between(62.0, 84.0);
  shape.phase = draws.between(0.0, 2.0 * std::numbers::pi);
  shape.motorway_lean = draws.between(70.0, 130.0);
  shape.east_lean = draws.between(40.0, 90.0);
  return shape;
}

double motorway_x(const LineString& motorway, double y) {
  const auto& points = motorway.points;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (y <= points[i].y) {
      const double t = std::clamp((y - points[i - 1].y) / (points[i].y - points[i - 1].y), 0.0, 1.0);
      return points[i - 1].x + t * (points[i].x - points[i - 1].x);
    }
  }
  return points.back().x;
}

void draw_outline(StreetGrid& grid, const OutlineShape& shape) {
  const double strip = half_arterial_m + border_strip_m;
  const double top_west = grid.rows[grid.rows_in_column.front()] + strip;
  const double top_east = grid.rows[grid.rows_in_column.back()] + strip;
  const double east_top = grid.columns.back() + strip;
  const double east_bottom = east_top + (shape.river ? shape.east_lean : 0.0);
  const double low = grid.rows.front() - strip - (shape.river ? 2.0 * shape.river_width + 220.0 : 0.0);
  draw_motorway(grid, shape, low, top_west + 200.0);
  const double half_motorway = 0.5 * motorway_width_m + 4.0;
  const double west_bottom =
      shape.motorway ? motorway_x(grid.motorway, grid.rows.front() - 150.0) - half_motorway : grid.columns.front() - strip;
  draw_river(grid, shape, west_bottom - 150.0, east_bottom + 150.0);
  Ring ring;
  if (shape.river) {
    const int pieces = std::max(8, static_cast<int>((east_bottom - west_bottom) / 60.0));
    for (int i = 0; i <= pieces; ++i) {
      const double x = west_bottom + (east_bottom - west_bottom) * i / pieces;
      ring.push_back({x, river_y(grid, shape, x) - 0.5 * shape.river_width - 6.0});
    }
  } else {
    ring = {{west_bottom, grid.rows.front() - strip}, {east_bottom, grid.rows.front() - strip}};
  }
  ring.push_back({east_top, top_east});
  if (top_east < top_west) {
    std::size_t step = grid.column_count() - 1;
    while (grid.rows_in_column[step] < grid.rows_in_column.front()) --step;
    const double x = grid.columns[step + 1] + strip;
    ring.push_back({x, top_east});
    ring.push_back({x, top_west});
  }
  if (shape.motorway) {
    for (double y = top_west; y > ring.front().y + 100.0; y -= 150.0) ring.push_back({motorway_x(grid.motorway, y) - half_motorway, y});
  } else {
    ring.push_back({grid.columns.front() - strip, top_west});
  }
  grid.boundary = std::move(ring);
}

}  // namespace parktwin::importers::synthetic
