#include "engine/simulators/radio/reference/park_mesh.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/simulators/radio/reference/slabs.h"

namespace parktwin::radio::reference {
namespace {

constexpr double straight_m = 1e-3;
constexpr double terrain_error_m = 0.01;
constexpr int finest_parts = 8;
constexpr double horizon_m = 20e3;    // the level ground beyond the raster
constexpr double foundation_m = 1.0;  // of walls below the lowest ground beside them
constexpr double extent_step_m = 256.0;

double distance_to_line(Point p, Point a, Point b) {
  const double base = distance(a, b);
  return base > 0.0 ? std::abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / base : distance(p, a);
}

// Westernmost corner first, without straight corners, turned as asked.
Ring tidied(const Ring& ring, bool counter_clockwise) {
  Ring turned = ring;
  if ((signed_area(turned) > 0.0) != counter_clockwise) std::reverse(turned.begin(), turned.end());
  const auto westernmost =
      std::min_element(turned.begin(), turned.end(), [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  std::rotate(turned.begin(), westernmost, turned.end());
  Ring kept = {turned.front()};
  for (std::size_t i = 1; i < turned.size(); ++i) {
    const Point next = turned[(i + 1) % turned.size()];
    if (distance(turned[i], kept.back()) > straight_m && distance_to_line(turned[i], kept.back(), next) > straight_m)
      kept.push_back(turned[i]);
  }
  return kept;
}

double lowest_ground(const Terrain& terrain, Point from, Point to) {
  double lowest = std::min(ground_elevation_m(terrain, from), ground_elevation_m(terrain, to));
  if (terrain.elevation_m.empty()) return lowest;
  const double along = distance(from, to);
  const auto steps = static_cast<int>(along / (0.5 * terrain.elevation_m.frame.cell_size)) + 1;
  for (int i = 1; i < steps; ++i) {
    const double t = static_cast<double>(i) / steps;
    lowest = std::min(lowest, ground_elevation_m(terrain, {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t}));
  }
  return lowest;
}

class Builder {
 public:
  explicit Builder(ParkMesh& mesh) : mesh_(mesh) {}
  void add_ground();
  void add_building(const Building& building, std::int32_t index);

 private:
  std::uint32_t vertex(Vector3 position) {
    mesh_.vertices.push_back(position);
    return static_cast<std::uint32_t>(mesh_.vertices.size() - 1);
  }
  void quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    mesh_.triangles.push_back({a, b, c});
    mesh_.triangles.push_back({a, c, d});
  }
  void add_ring(const Ring& ring, const Building& building, const ParkMesh::Footprint& footprint);
  void add_patch(Point low, Point high, int parts);

  ParkMesh& mesh_;
};

void Builder::add_patch(Point low, Point high, int parts) {
  std::vector<std::uint32_t> grid;
  for (int row = 0; row <= parts; ++row) {
    for (int column = 0; column <= parts; ++column) {
      const double u = static_cast<double>(column) / parts;
      const double v = static_cast<double>(row) / parts;
      const Point p{low.x + (high.x - low.x) * u, low.y + (high.y - low.y) * v};
      grid.push_back(vertex(at_height(p, ground_elevation_m(mesh_.terrain, p))));
    }
  }
  const auto at = [&](int column, int row) { return grid[static_cast<std::size_t>(row * (parts + 1) + column)]; };
  for (int row = 0; row < parts; ++row) {
    for (int column = 0; column < parts; ++column) quad(at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1));
  }
}

void Builder::add_ground() {
  const auto& elevation = mesh_.terrain.elevation_m;
  if (elevation.empty()) {
    const Box box = extent_of(mesh_);
    add_patch({box.low.x - horizon_m, box.low.y - horizon_m}, {box.high.x + horizon_m, box.high.y + horizon_m}, 1);
    return;
  }
  const GridFrame& frame = elevation.frame;
  // One more row and column all round, far away, at the height of the outermost centres.
  const auto line = [&](std::int32_t i, std::int32_t count, double origin) {
    const double inside = origin + (std::clamp(i, 0, count - 1) + 0.5) * frame.cell_size;
    return i < 0 ? inside - horizon_m : (i >= count ? inside + horizon_m : inside);
  };
  const auto value = [&](std::int32_t column, std::int32_t row) {
    return elevation.at(std::clamp(column, 0, frame.columns - 1), std::clamp(row, 0, frame.rows - 1));
  };
  for (std::int32_t row = -1; row < frame.rows; ++row) {
    for (std::int32_t column = -1; column < frame.columns; ++column) {
      // A bilinear patch with twist t is at most t/4 off its two triangles, a quarter of that once halved.
      const double twist =
          std::abs(double{value(column, row)} + value(column + 1, row + 1) - value(column + 1, row) - value(column, row + 1));
      int parts = 1;
      while (parts < finest_parts && 0.25 * twist / (parts * parts) > terrain_error_m) parts *= 2;
      add_patch({line(column, frame.columns, frame.origin.x), line(row, frame.rows, frame.origin.y)},
                {line(column + 1, frame.columns, frame.origin.x), line(row + 1, frame.rows, frame.origin.y)}, parts);
    }
  }
}

void Builder::add_ring(const Ring& ring, const Building& building, const ParkMesh::Footprint& footprint) {
  const std::size_t first = mesh_.walls.size();
  for (std::size_t i = 0; i < ring.size(); ++i) {
    Wall wall;
    wall.building = footprint.building;
    wall.material = building.material;
    wall.from = ring[i];
    wall.to = ring[(i + 1) % ring.size()];
    wall.length_m = distance(wall.from, wall.to);
    wall.outward = {(wall.to.y - wall.from.y) / wall.length_m, (wall.from.x - wall.to.x) / wall.length_m};
    wall.roof_m = footprint.roof_m;
    wall.foot_m = std::min(lowest_ground(mesh_.terrain, wall.from, wall.to), footprint.roof_m) - foundation_m;
    const auto foot_from = vertex(at_height(wall.from, wall.foot_m));
    const auto foot_to = vertex(at_height(wall.to, wall.foot_m));
    quad(foot_from, foot_to, vertex(at_height(wall.to, wall.roof_m)), vertex(at_height(wall.from, wall.roof_m)));
    mesh_.walls.push_back(wall);
  }
  for (std::size_t i = 0; i < ring.size(); ++i) {
    Corner corner;
    corner.before = first + (i + ring.size() - 1) % ring.size();
    corner.after = first + i;
    corner.position = ring[i];
    const Wall& before = mesh_.walls[corner.before];
    const Wall& after = mesh_.walls[corner.after];
    const double sine = before.outward.x * after.outward.y - before.outward.y * after.outward.x;
    const double cosine = before.outward.x * after.outward.x + before.outward.y * after.outward.y;
    corner.exterior_angle_rad = std::numbers::pi + std::atan2(sine, cosine);
    if (sine > 0.0) mesh_.corners.push_back(corner);
  }
}

void Builder::add_building(const Building& building, std::int32_t index) {
  if (building.footprint.outer.size() < 3 || area(building.footprint) <= 0.0) return;
  ParkMesh::Footprint footprint;
  footprint.building = index;
  footprint.outline.outer = tidied(building.footprint.outer, true);
  if (footprint.outline.outer.size() < 3) return;
  for (const auto& hole : building.footprint.holes) {
    if (hole.size() < 3) continue;
    if (auto ring = tidied(hole, false); ring.size() >= 3) footprint.outline.holes.push_back(std::move(ring));
  }
  footprint.box = bounds(footprint.outline);
  footprint.roof_m = ground_elevation_m(mesh_.terrain, centroid(footprint.outline)) + building.height.value();
  add_ring(footprint.outline.outer, building, footprint);
  for (const auto& hole : footprint.outline.holes) add_ring(hole, building, footprint);
  for (const auto& triangle : slab_triangles(footprint.outline)) {
    const auto a = vertex(at_height(triangle[0], footprint.roof_m));
    const auto b = vertex(at_height(triangle[1], footprint.roof_m));
    mesh_.triangles.push_back({a, b, vertex(at_height(triangle[2], footprint.roof_m))});
  }
  mesh_.footprints.push_back(std::move(footprint));
}

}  // namespace

std::optional<double> ParkMesh::roof_over(Point point) const {
  std::optional<double> highest;
  for (const auto& footprint : footprints) {
    if (point.x < footprint.box.low.x || point.x > footprint.box.high.x || point.y < footprint.box.low.y ||
        point.y > footprint.box.high.y) {
      continue;
    }
    if ((!highest || *highest < footprint.roof_m) && contains(footprint.outline, point)) highest = footprint.roof_m;
  }
  return highest;
}

double ground_elevation_m(const Terrain& terrain, Point point) {
  return terrain.elevation_m.empty() ? 0.0 : sample(terrain.elevation_m, point);
}

Vector3 ground_normal(const Terrain& terrain, Point point) {
  if (terrain.elevation_m.empty()) return {0.0, 0.0, 1.0};
  const double step_m = 1e-3 * terrain.elevation_m.frame.cell_size;
  const auto slope = [&](double dx, double dy) {
    return (sample(terrain.elevation_m, {point.x + dx, point.y + dy}) - sample(terrain.elevation_m, {point.x - dx, point.y - dy})) /
           (2.0 * step_m);
  };
  return unit({-slope(step_m, 0.0), -slope(0.0, step_m), 1.0});
}

Box extent_of(const ParkMesh& mesh) {
  if (mesh.footprints.empty()) return {};
  Box box = mesh.footprints.front().box;
  for (const auto& footprint : mesh.footprints) {
    box.low = {std::min(box.low.x, footprint.box.low.x), std::min(box.low.y, footprint.box.low.y)};
    box.high = {std::max(box.high.x, footprint.box.high.x), std::max(box.high.y, footprint.box.high.y)};
  }
  const auto down = [](double metres) { return std::floor(metres / extent_step_m) * extent_step_m; };
  const auto up = [](double metres) { return std::ceil(metres / extent_step_m) * extent_step_m; };
  return {{down(box.low.x), down(box.low.y)}, {up(box.high.x), up(box.high.y)}};
}

ParkMesh make_park_mesh(const Terrain& terrain, std::span<const Building> buildings) {
  ParkMesh mesh;
  mesh.terrain = terrain;
  Builder builder(mesh);
  for (std::size_t i = 0; i < buildings.size(); ++i) builder.add_building(buildings[i], static_cast<std::int32_t>(i));
  builder.add_ground();
  return mesh;
}

}  // namespace parktwin::radio::reference
