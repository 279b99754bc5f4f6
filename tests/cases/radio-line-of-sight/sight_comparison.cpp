#include "tests/cases/radio-line-of-sight/sight_comparison.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/site_geometry.h"
#include "engine/simulators/radio/transmitters.h"

namespace parktwin::radio {
namespace {

constexpr Metres receiver_height(1.5);
constexpr Metres reach(1500.0);

struct Setting {
  const Obstacles& obstacles;
  const Obstacles& raster;  // the same without exact shapes
  const Grid<std::uint8_t>& inside;
  std::int32_t stride;
};

std::vector<Point> sampled_streets(const Setting& setting, Point mast, std::int32_t phase) {
  const Grid<SurfaceCell>& surface = setting.obstacles.surface;
  const GridFrame& frame = surface.frame;
  std::vector<Point> cells;
  for (std::int32_t row = phase % setting.stride; row < frame.rows; row += setting.stride) {
    for (std::int32_t column = (phase / setting.stride) % setting.stride; column < frame.columns; column += setting.stride) {
      const Point centre = frame.centre(column, row);
      const std::size_t i = frame.index(column, row);
      if (setting.inside.values[i] == 0 || surface.values[i].building != no_building) continue;
      if (distance(mast, centre) <= reach.value()) cells.push_back(centre);
    }
  }
  return cells;
}

SightComparison compare_mast(const Setting& setting, const SightPoint& mast, std::int32_t phase) {
  const Grid<SurfaceCell>& surface = setting.obstacles.surface;
  const GridFrame& frame = surface.frame;
  const auto sweep = trace_site(setting.raster, mast, receiver_height, reach);
  const auto refined = trace_site(setting.obstacles, mast, receiver_height, reach);
  const auto from = reference::at_height(mast.position, mast.elevation_m);
  const auto cells = sampled_streets(setting, mast.position, phase);
  const auto device = [&](Point at) {
    return reference::at_height(at, surface.at(frame.column_of(at.x), frame.row_of(at.y)).ground_m + receiver_height.value());
  };
  std::vector<reference::Segment> segments;
  for (const Point cell : cells) segments.push_back({from, device(cell)});
  const auto blocked = setting.obstacles.rays->occluded(segments);
  SightComparison result;
  result.masts = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool swept = sweep.seen(frame.column_of(cells[i].x), frame.row_of(cells[i].y));
    const bool exact = blocked[i] == 0;
    ++result.streets;
    result.still_differs += refined.seen(frame.column_of(cells[i].x), frame.row_of(cells[i].y)) != exact ? 1 : 0;
    result.seen += exact ? 1 : 0;
    result.only_sweep += swept && !exact ? 1 : 0;
    result.only_exact += exact && !swept ? 1 : 0;
    if (swept == exact) continue;
    const double half = 0.5 * frame.cell_size;
    const std::array<Point, 4> around = {Point{-half, -half}, {half, -half}, {half, half}, {-half, half}};
    const bool mixed = std::any_of(around.begin(), around.end(), [&](Point shift) {
      const reference::Vector3 beside = segments[i].to + reference::Vector3{shift.x, shift.y, 0.0};
      return setting.obstacles.rays->occluded({from, beside}) == exact;
    });
    result.near_an_edge += mixed ? 1 : 0;
  }
  return result;
}

}  // namespace

SightComparison compare_sight(const Park& park, Metres resolution, std::int32_t stride) {
  const auto frame = frame_covering(bounds(park.site->boundary), resolution.value());
  const auto obstacles = make_obstacles(park, frame);
  auto raster = obstacles;
  raster.rays = nullptr;
  Grid<std::uint8_t> inside(frame);
  for_each_run(frame, park.site->boundary, [&](std::int32_t row, std::int32_t begin, std::int32_t end) {
    for (std::int32_t column = begin; column < end; ++column) inside.at(column, row) = 1;
  });
  PatternCache patterns;
  const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
  const auto masts = list_transmitters(park, obstacles.surface, connected, receiver_height, patterns).masts;
  const Setting setting{obstacles, raster, inside, stride};
  std::vector<SightComparison> parts(masts.size());
  parallel_for(masts.size(), [&](std::size_t i) {
    if (masts[i].point.ignored == no_building) parts[i] = compare_mast(setting, masts[i].point, static_cast<std::int32_t>(i));
  });
  SightComparison sum;
  for (const auto& part : parts) {
    sum.masts += part.masts;
    sum.streets += part.streets;
    sum.seen += part.seen;
    sum.only_sweep += part.only_sweep;
    sum.only_exact += part.only_exact;
    sum.near_an_edge += part.near_an_edge;
    sum.still_differs += part.still_differs;
  }
  return sum;
}

}  // namespace parktwin::radio
