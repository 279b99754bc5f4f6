#include "engine/simulators/radio/surface.h"

#include <algorithm>
#include <vector>

#include "engine/core/huge_pages.h"
#include "engine/core/parallel.h"

namespace parktwin::radio {
namespace {

void put_ground(const Terrain& terrain, Grid<SurfaceCell>& surface) {
  const GridFrame& frame = surface.frame;
  parallel_chunks(static_cast<std::size_t>(frame.rows), 32, [&](std::size_t begin, std::size_t end) {
    for (auto row = static_cast<std::int32_t>(begin); row < static_cast<std::int32_t>(end); ++row) {
      for (std::int32_t column = 0; column < frame.columns; ++column) {
        auto& cell = surface.at(column, row);
        cell.ground_m = static_cast<float>(ground_elevation_m(terrain, frame.centre(column, row)));
        cell.top_m = cell.ground_m;
      }
    }
  });
}

void put_roof(const Terrain& terrain, const Building& building, std::int32_t index, Grid<SurfaceCell>& surface) {
  const auto roof = static_cast<float>(roof_elevation_m(terrain, building));
  for_each_run(surface.frame, building.footprint, [&](std::int32_t row, std::int32_t begin, std::int32_t end) {
    for (std::int32_t column = begin; column < end; ++column) {
      auto& cell = surface.at(column, row);
      if (cell.building != no_building && cell.top_m >= roof) continue;
      cell.building = index;
      cell.top_m = std::max(cell.ground_m, roof);
    }
  });
}

LineString closed(const Ring& ring) {
  LineString line{ring};
  line.points.push_back(ring.front());
  return line;
}

void put_facade_distance(const Building& building, std::int32_t index, Grid<SurfaceCell>& surface) {
  std::vector<LineString> edges;
  if (!building.footprint.outer.empty()) edges.push_back(closed(building.footprint.outer));
  for (const auto& hole : building.footprint.holes) {
    if (!hole.empty()) edges.push_back(closed(hole));
  }
  for_each_run(surface.frame, building.footprint, [&](std::int32_t row, std::int32_t begin, std::int32_t end) {
    for (std::int32_t column = begin; column < end; ++column) {
      auto& cell = surface.at(column, row);
      if (cell.building != index) continue;
      double nearest = std::numeric_limits<double>::infinity();
      for (const auto& edge : edges) nearest = std::min(nearest, distance(edge, surface.frame.centre(column, row)));
      cell.facade_distance_m = static_cast<float>(nearest);
    }
  });
}

void mark_beside_walls(Grid<SurfaceCell>& surface) {
  const GridFrame& frame = surface.frame;
  const auto is_built = [&](std::int32_t column, std::int32_t row) {
    return frame.holds(column, row) && surface.values[frame.index(column, row)].building != no_building;
  };
  parallel_chunks(static_cast<std::size_t>(frame.rows), 32, [&](std::size_t begin, std::size_t end) {
    for (auto row = static_cast<std::int32_t>(begin); row < static_cast<std::int32_t>(end); ++row) {
      for (std::int32_t column = 0; column < frame.columns; ++column) {
        SurfaceCell& cell = surface.values[frame.index(column, row)];
        if (cell.building != no_building) continue;
        bool beside = false;
        for (std::int32_t y = row - 2; y <= row + 2 && !beside; ++y) {
          for (std::int32_t x = column - 2; x <= column + 2 && !beside; ++x) beside = is_built(x, y);
        }
        if (beside) cell.facade_distance_m = -1.0F;
      }
    }
  });
}

}  // namespace

double ground_elevation_m(const Terrain& terrain, Point point) {
  return terrain.elevation_m.empty() ? 0.0 : sample(terrain.elevation_m, point);
}

double roof_elevation_m(const Terrain& terrain, const Building& building) {
  return ground_elevation_m(terrain, centroid(building.footprint)) + building.height.value();
}

Grid<SurfaceCell> empty_surface(const GridFrame& frame) {
  Grid<SurfaceCell> surface;
  surface.frame = frame;
  surface.values = in_huge_pages<SurfaceCell>(frame.size());
  return surface;
}

Grid<SurfaceCell> make_surface(const Terrain& terrain, std::span<const Building> buildings, const GridFrame& frame) {
  Grid<SurfaceCell> surface = empty_surface(frame);
  put_ground(terrain, surface);
  for (std::size_t i = 0; i < buildings.size(); ++i) {
    if (buildings[i].footprint.outer.size() >= 3) put_roof(terrain, buildings[i], static_cast<std::int32_t>(i), surface);
  }
  parallel_for(buildings.size(), [&](std::size_t i) { put_facade_distance(buildings[i], static_cast<std::int32_t>(i), surface); });
  mark_beside_walls(surface);
  return surface;
}

}  // namespace parktwin::radio
