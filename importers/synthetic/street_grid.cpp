#include "importers/synthetic/street_grid.h"

#include <algorithm>
#include <cmath>

#include "importers/synthetic/draws.h"
#include "importers/synthetic/outline.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double half_arterial_m = 0.5 * arterial_width_m;
constexpr double block_pitch_m = 455.0;
constexpr double height_to_width = 0.74;

std::vector<double> relative_pitches(std::size_t count, double spread, Draws& draws) {
  std::vector<double> pitches(count);
  for (auto& pitch : pitches) pitch = draws.between(1.0 - spread, 1.0 + spread);
  return pitches;
}

std::vector<double> lines(const std::vector<double>& pitches, double scale) {
  std::vector<double> out = {0.0};
  for (const double pitch : pitches) out.push_back(centimetres(out.back() + pitch * scale));
  return out;
}

std::size_t count_of_blocks(double length) { return static_cast<std::size_t>(std::max(1.0, std::round(length / block_pitch_m))); }

void place_water_and_step(StreetGrid& grid, std::size_t column_count, std::size_t row_count) {
  grid.rows_in_column.assign(column_count, row_count);
  if (column_count >= 6 && row_count >= 5) {
    for (std::size_t c = column_count - std::max<std::size_t>(2, column_count / 4); c < column_count; ++c)
      grid.rows_in_column[c] = row_count - 1;
  }
  if (column_count >= 4) grid.canal_line = static_cast<std::size_t>(std::round(0.58 * static_cast<double>(column_count)));
  if (column_count * row_count >= 9) {
    grid.lake_column = grid.canal_line ? *grid.canal_line - 1 : column_count / 2;
    grid.lake_row = row_count / 2;
    grid.lake_is_double = column_count >= 6 && row_count >= 4;
  }
  grid.exit_row = row_count / 2;
}

}  // namespace

std::size_t StreetGrid::rows_at_line(std::size_t line) const {
  const std::size_t west = line > 0 ? rows_in_column[line - 1] : 0;
  const std::size_t east = line < rows_in_column.size() ? rows_in_column[line] : 0;
  return std::max(west, east);
}

std::size_t StreetGrid::last_column_line(std::size_t row_line) const {
  std::size_t last = 0;
  for (std::size_t c = 0; c < column_count(); ++c) {
    if (row_line <= rows_in_column[c]) last = c + 1;
  }
  return last;
}

Rect StreetGrid::corridor() const {
  if (!canal_line) return {};
  const double east = columns[*canal_line] - half_arterial_m;
  return {east - corridor_width_m, rows.front() - half_arterial_m, east, rows[rows_at_line(*canal_line)] + half_arterial_m};
}

Rect StreetGrid::block_area(std::size_t column, std::size_t row) const {
  const double taken = canal_line && *canal_line == column + 1 ? corridor_width_m : 0.0;
  return {columns[column] + half_arterial_m, rows[row] + half_arterial_m, columns[column + 1] - half_arterial_m - taken,
          rows[row + 1] - half_arterial_m};
}

StreetGrid lay_out_grid(const SyntheticOptions& options) {
  const double area_m2 = options.area_km2 * 1e6;
  const double width = std::sqrt(area_m2 / height_to_width);
  Draws draws(options.seed, Topic::streets);
  const std::size_t column_count = count_of_blocks(width);
  const std::size_t row_count = count_of_blocks(width * height_to_width);
  const auto column_pitches = relative_pitches(column_count, 0.14, draws);
  const auto row_pitches = relative_pitches(row_count, 0.10, draws);
  StreetGrid grid;
  place_water_and_step(grid, column_count, row_count);
  const OutlineShape shape = draw_outline_shape(options);
  double low = 0.1 * block_pitch_m;
  double high = 2.0 * width;
  for (int step = 0; step < 60; ++step) {
    const double scale = 0.5 * (low + high);
    grid.columns = lines(column_pitches, scale);
    if (grid.canal_line) {
      for (std::size_t c = *grid.canal_line; c < grid.columns.size(); ++c) grid.columns[c] += corridor_width_m;
    }
    grid.rows = lines(row_pitches, scale);
    draw_outline(grid, shape);
    (signed_area(grid.boundary) < area_m2 ? low : high) = scale;
  }
  return grid;
}

std::vector<Superblock> superblocks(const StreetGrid& grid) {
  std::vector<Superblock> blocks;
  for (std::size_t c = 0; c < grid.column_count(); ++c) {
    for (std::size_t r = 0; r < grid.rows_in_column[c]; ++r) {
      const bool in_lake_row = grid.lake_column && grid.lake_is_double && r == grid.lake_row;
      if (in_lake_row && c + 1 == *grid.lake_column) continue;
      Rect area = grid.block_area(c, r);
      if (in_lake_row && c == *grid.lake_column) area.x0 = grid.block_area(c - 1, r).x0;
      blocks.push_back({c, r, area, Quarter::machinery});
    }
  }
  return blocks;
}

std::vector<Street> arterials(const StreetGrid& grid) {
  std::vector<Street> streets;
  const auto add_north_south = [&](std::size_t line, std::size_t from, std::size_t to) {
    const double x = grid.columns[line];
    streets.push_back({"",
                       "",
                       RoadClass::arterial,
                       arterial_width_m,
                       {{{x, grid.rows[from]}, {x, grid.rows[to]}}},
                       {{x - half_arterial_m, grid.rows[from] - half_arterial_m, x + half_arterial_m, grid.rows[to] + half_arterial_m}}});
  };
  for (std::size_t line = 0; line <= grid.column_count(); ++line) {
    const std::size_t top = grid.rows_at_line(line);
    if (grid.lake_is_double && line == *grid.lake_column) {
      add_north_south(line, 0, grid.lake_row);  // a double lake never lies in the first or the last row
      add_north_south(line, grid.lake_row + 1, top);
    } else {
      add_north_south(line, 0, top);
    }
  }
  for (std::size_t line = 0; line < grid.rows.size(); ++line) {
    const std::size_t last = grid.last_column_line(line);
    const double y = grid.rows[line];
    Street street{"", "", RoadClass::arterial, arterial_width_m, {{{grid.columns[0], y}, {grid.columns[last], y}}}, {}};
    for (std::size_t c = 0; c < last; ++c) {
      street.surface.push_back(
          {grid.columns[c] + half_arterial_m, y - half_arterial_m, grid.columns[c + 1] - half_arterial_m, y + half_arterial_m});
    }
    streets.push_back(std::move(street));
  }
  return streets;
}

std::vector<Street> motorway_streets(const StreetGrid& grid) {
  if (grid.motorway.points.empty()) return {};
  std::vector<Street> streets;
  streets.push_back({"", "", RoadClass::motorway, motorway_width_m, grid.motorway, {}});
  const double y = grid.rows[grid.exit_row];
  const double x = motorway_x(grid.motorway, y);
  const double arterial_x = grid.columns.front();
  streets.push_back({"", "", RoadClass::arterial, arterial_width_m, {{{x, y}, {arterial_x, y}}}, {}});
  for (const double side : {-1.0, 1.0}) {
    Street ramp{"", "", RoadClass::motorway, 12.0, {}, {}};
    constexpr int pieces = 12;
    constexpr double reach_m = 300.0;
    const double start = motorway_x(grid.motorway, y + side * reach_m) + 0.5 * motorway_width_m - 4.0;
    const double end = arterial_x - half_arterial_m - 6.0;
    for (int i = 0; i <= pieces; ++i) {  // quadratic Bezier: along the motorway, then bending into the arterial
      const double t = static_cast<double>(i) / pieces;
      const double bend_x = motorway_x(grid.motorway, y) + 0.5 * motorway_width_m + 6.0;
      const double bend_y = y + side * 40.0;
      const double px = (1 - t) * (1 - t) * start + 2 * t * (1 - t) * bend_x + t * t * end;
      const double py = (1 - t) * (1 - t) * (y + side * reach_m) + 2 * t * (1 - t) * bend_y + t * t * (y + side * 14.0);
      ramp.path.points.push_back({centimetres(px), centimetres(py)});
    }
    streets.push_back(std::move(ramp));
  }
  return streets;
}

}  // namespace parktwin::importers::synthetic
