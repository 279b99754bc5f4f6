#include "viz/scene/shadows.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/check.h"
#include "viz/scene/building_meshes.h"
#include "viz/scene/land_meshes.h"
#include "viz/scene/mesh_builder.h"

namespace parktwin::viz {
namespace {

constexpr double radians = std::numbers::pi / 180.0;
constexpr double lowest_deg = 3.0;

/// Where the shadow of a point one metre up falls.
Point shadow_per_metre(const SunAngle& sun) {
  const double reach = 1.0 / std::tan(std::max(sun.elevation_deg, lowest_deg) * radians);
  return {-std::sin(sun.azimuth_deg * radians) * reach, -std::cos(sun.azimuth_deg * radians) * reach};
}

void add_building_shadow(MeshBuilder& builder, const Ground& ground, const Building& building, Point per_metre, const Colour& colour) {
  const Point step{per_metre.x * building.height.value(), per_metre.y * building.height.value()};
  const auto moved = [&](Point p) { return Point{p.x + step.x, p.y + step.y}; };
  const Ring& ring = building.footprint.outer;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    const bool turns_right = (b.x - a.x) * step.y - (b.y - a.y) * step.x < 0.0;
    const std::array<Point, 4> swept = turns_right ? std::array{b, a, moved(a), moved(b)} : std::array{a, b, moved(b), moved(a)};
    builder.drape(ground, std::span<const Point>(swept), lift::shadow, colour);
  }
  Polygon cast;
  for (const Point p : ring) cast.outer.push_back(moved(p));
  builder.drape(ground, MultiPolygon{{cast}}, lift::shadow, colour);
}

void add_tree_shadow(MeshBuilder& builder, const Ground& ground, const Tree& tree, Point step, const Colour& colour) {
  const double height = tree.height.value() * 0.5;
  const Point middle{tree.position.x + step.x * height, tree.position.y + step.y * height};
  const double radius = tree.crown_diameter.value() * 0.5;
  constexpr std::uint32_t corners = 6;
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < corners; ++i) {  // small enough to lie on one triangle of the ground
    const double angle = 2.0 * std::numbers::pi * i / corners;
    const Point p{middle.x + std::cos(angle) * radius, middle.y + std::sin(angle) * radius};
    const std::uint32_t vertex = builder.add_vertex(position(p, ground.height(p) + lift::shadow), {0.0F, 0.0F, 1.0F}, colour);
    if (i == 0) first = vertex;
  }
  for (std::uint32_t i = 1; i + 1 < corners; ++i) builder.add_triangle(first, first + i, first + i + 1);
}

}  // namespace

std::array<float, 3> sun_direction(const SunAngle& sun) {
  const double turn = sun.azimuth_deg * radians;
  const double up = sun.elevation_deg * radians;
  return {static_cast<float>(std::sin(turn) * std::cos(up)), static_cast<float>(std::cos(turn) * std::cos(up)),
          static_cast<float>(std::sin(up))};
}

Mesh shadow_mesh(const Park& park, const Ground& ground, const Palette& palette, const SunAngle& sun) {
  PARKTWIN_CHECK(sun.elevation_deg > 0.0, "no shadows at night");
  const Point per_metre = shadow_per_metre(sun);
  MeshBuilder builder("shadows");
  for (const Building& building : *park.buildings) {
    if (!is_pipe_gallery(building)) add_building_shadow(builder, ground, building, per_metre, palette.shadow());
  }
  for (const Tree& tree : *park.trees) add_tree_shadow(builder, ground, tree, per_metre, palette.shadow());
  return builder.take(false);
}

}  // namespace parktwin::viz
