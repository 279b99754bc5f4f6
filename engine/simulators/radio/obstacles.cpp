#include "engine/simulators/radio/obstacles.h"

#include <algorithm>
#include <cmath>

#include "engine/core/parallel.h"

namespace parktwin::radio {
namespace {

constexpr double collinear_m = 1e-3;  // a vertex this near to the line between its neighbours bends no wall

bool bends(Point before, Point at, Point after) {
  const double length = distance(before, after);
  const double cross = (after.x - before.x) * (at.y - before.y) - (after.y - before.y) * (at.x - before.x);
  return length < collinear_m || std::abs(cross) > collinear_m * length;
}

Point outward(Point a, Point b) {
  const double length = distance(a, b);
  return {(b.y - a.y) / length, (a.x - b.x) / length};
}

// The building is to the left of its walls: counter-clockwise around it, clockwise around a yard, however the ring was drawn.
void add_ring(const Ring& drawn, bool counter_clockwise, const Building& building, float top_m, Obstacles& obstacles) {
  Ring ring = canonical_ring(drawn);
  if (!ring.empty() && (signed_area(ring) > 0.0) != counter_clockwise) std::reverse(ring.begin() + 1, ring.end());
  const std::size_t count = ring.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Point at = ring[i];
    const Point next = ring[(i + 1) % count];
    const Point before = ring[(i + count - 1) % count];
    obstacles.walls.push_back({.a = at, .b = next, .normal = outward(at, next), .top_m = top_m, .material = building.material});
    const double turn = (at.x - before.x) * (next.y - at.y) - (at.y - before.y) * (next.x - at.x);
    if (turn > 0.0) {
      obstacles.corners.push_back({.at = at, .normal_before = outward(before, at), .normal_after = outward(at, next), .top_m = top_m});
    }
  }
}

Grid<SurfaceCell> turned(const Grid<SurfaceCell>& surface) {
  const GridFrame& frame = surface.frame;
  Grid<SurfaceCell> result = empty_surface(
      {.origin = {frame.origin.y, frame.origin.x}, .cell_size = frame.cell_size, .columns = frame.rows, .rows = frame.columns});
  constexpr std::int32_t block = 32;  // cells that fit the cache both ways
  const auto blocks = static_cast<std::size_t>((frame.rows + block - 1) / block);
  parallel_for(blocks, [&](std::size_t number) {
    const auto first = static_cast<std::int32_t>(number) * block;
    for (std::int32_t begin = 0; begin < frame.columns; begin += block) {
      for (std::int32_t row = first; row < std::min(first + block, frame.rows); ++row) {
        for (std::int32_t column = begin; column < std::min(begin + block, frame.columns); ++column) {
          result.values[result.frame.index(row, column)] = surface.values[frame.index(column, row)];
        }
      }
    }
  });
  return result;
}

}  // namespace

Ring canonical_ring(const Ring& ring) {
  Ring points;
  for (const Point& point : ring) {
    if (points.empty() || distance(points.back(), point) > collinear_m) points.push_back(point);
  }
  while (points.size() > 1 && distance(points.front(), points.back()) <= collinear_m) points.pop_back();
  if (points.size() < 3) return {};
  const auto least = std::min_element(points.begin(), points.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  std::rotate(points.begin(), least, points.end());  // an extreme vertex always bends, so the walk below has a firm start
  Ring result{points.front()};
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (bends(result.back(), points[i], points[(i + 1) % points.size()])) result.push_back(points[i]);
  }
  return result.size() < 3 ? Ring{} : result;
}

Obstacles make_obstacles(const Park& park, const GridFrame& frame) {
  Obstacles obstacles;
  obstacles.surface = make_surface(*park.terrain, park.buildings->records(), frame);
  obstacles.turned = turned(obstacles.surface);
  for (const auto& building : *park.buildings) {
    const auto top_m = building.footprint.outer.empty() ? 0.0F : static_cast<float>(roof_elevation_m(*park.terrain, building));
    add_ring(building.footprint.outer, true, building, top_m, obstacles);
    for (const auto& hole : building.footprint.holes) add_ring(hole, false, building, top_m, obstacles);
  }
  for (const auto& tree : *park.trees) {
    const double ground_m = ground_elevation_m(*park.terrain, tree.position);
    obstacles.crowns.push_back({.at = tree.position,
                                .radius_m = static_cast<float>(0.5 * tree.crown_diameter.value()),
                                .base_m = static_cast<float>(ground_m + trunk_share * tree.height.value()),
                                .top_m = static_cast<float>(ground_m + tree.height.value())});
  }
  obstacles.rays = std::make_shared<const reference::RayScene>(reference::make_park_mesh(*park.terrain, park.buildings->records()));
  obstacles.lowest_ground_m = std::numeric_limits<float>::infinity();
  for (const auto& cell : obstacles.surface.values) obstacles.lowest_ground_m = std::min(obstacles.lowest_ground_m, cell.ground_m);
  return obstacles;
}

}  // namespace parktwin::radio
