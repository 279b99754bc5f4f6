#include "viz/scene/building_meshes.h"

#include <algorithm>
#include <cmath>

#include "viz/scene/mesh_builder.h"

namespace parktwin::viz {
namespace {

constexpr float foot_shade = 0.84F;  // walls darken towards the ground, where less sky reaches them

struct Wall {
  Point from;
  Point to;
  Point outward;
  double length = 0.0;
};

/// Walls with the solid to the left: outer rings counter-clockwise, holes clockwise, whatever the input's orientation.
std::vector<Wall> walls_of(const Ring& ring, bool hole) {
  std::vector<Wall> walls;
  const bool reversed = (signed_area(ring) < 0.0) != hole;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    Point a = ring[i];
    Point b = ring[(i + 1) % ring.size()];
    if (reversed) std::swap(a, b);
    const double span = distance(a, b);
    if (span > 1e-6) walls.push_back({a, b, {(b.y - a.y) / span, (a.x - b.x) / span}, span});
  }
  if (reversed) std::reverse(walls.begin(), walls.end());
  return walls;
}

Point moved(Point p, Point direction, double by) { return {p.x + direction.x * by, p.y + direction.y * by}; }

/// Bands of glass, one per storey; storeys without windows to speak of (tanks, utilities) have none.
void add_storey_bands(MeshBuilder& builder, const Building& building, const BuildingLevels& levels, const Wall& wall,
                      const Colour& colour) {
  if (building.use == BuildingUse::tank || building.use == BuildingUse::utility || wall.length < 4.0) return;
  const std::int32_t floors = std::clamp(building.floors, 1, 60);
  const double storey = building.height.value() / floors;
  const double tall = std::min(1.8, storey * 0.45);
  const Colour glass = mix(colour, rgb(0x55748C), building.use == BuildingUse::parking ? 0.6F : 0.42F);
  const Point along{-wall.outward.y, wall.outward.x};
  const Point a = moved(moved(wall.from, along, 0.8), wall.outward, 0.15);
  const Point b = moved(moved(wall.to, along, -0.8), wall.outward, 0.15);
  for (std::int32_t floor = 0; floor < floors; ++floor) {
    const double low = levels.roof - building.height.value() + floor * storey + (storey - tall) * 0.6;
    builder.add_quad({position(a, low), position(b, low), position(b, low + tall), position(a, low + tall)}, glass);
  }
}

/// A darker rim just above the roof sets roofs off from what lies behind.
void add_rim(MeshBuilder& builder, const std::vector<Wall>& walls, double roof, const Colour& colour) {
  constexpr double width = 0.9;
  for (std::size_t i = 0; i < walls.size(); ++i) {
    const Wall& before = walls[(i + walls.size() - 1) % walls.size()];
    const Wall& here = walls[i];
    const Wall& after = walls[(i + 1) % walls.size()];
    const auto inner = [](Point corner, const Wall& one, const Wall& other) {
      const double cosine = one.outward.x * other.outward.x + one.outward.y * other.outward.y;
      const double factor = -width / std::max(1.0 + cosine, 0.5);
      return Point{corner.x + (one.outward.x + other.outward.x) * factor, corner.y + (one.outward.y + other.outward.y) * factor};
    };
    const Point near = inner(here.from, before, here);
    const Point far = inner(here.to, here, after);
    const double z = roof + 0.12;
    builder.add_quad({position(here.from, z), position(here.to, z), position(far, z), position(near, z)}, colour);
  }
}

void add_building(MeshBuilder& builder, const Building& building, const Ground& ground, const Palette& palette, BuildingDetail detail) {
  const BuildingLevels levels = levels_of(building, ground);
  const Colour colour = palette.building(building.use);
  const Colour wall_colour = shade(colour, 0.97F);
  const auto add_ring = [&](const Ring& ring, bool hole) {
    const std::vector<Wall> walls = walls_of(ring, hole);
    for (const Wall& wall : walls) {
      if (detail != BuildingDetail::facade) {
        builder.add_quad({position(wall.from, levels.foot), position(wall.to, levels.foot), position(wall.to, levels.roof),
                          position(wall.from, levels.roof)},
                         shade(wall_colour, foot_shade), wall_colour);
      }
      if (detail != BuildingDetail::hull) add_storey_bands(builder, building, levels, wall, wall_colour);
    }
    if (detail != BuildingDetail::hull) add_rim(builder, walls, levels.roof, shade(colour, 0.86F));
  };
  add_ring(building.footprint.outer, false);
  for (const Ring& hole : building.footprint.holes) add_ring(hole, true);
  if (detail != BuildingDetail::facade) builder.add_level(building.footprint, levels.roof, mix(colour, rgb(0xFFFFFF), 0.3F));
}

void add_gallery(MeshBuilder& builder, const Building& building, const Ground& ground, const Palette& palette) {
  const BuildingLevels levels = levels_of(building, ground);
  const Point middle = centroid(building.footprint);
  const LongSide side = long_side(building.footprint.outer);
  const double half = side.length / 2.0;
  const double breadth = std::max(1.0, area(building.footprint) / std::max(side.length, 1.0));
  const Point aside{-side.direction.y, side.direction.x};
  const Colour steel = palette.building(BuildingUse::utility);
  const auto frames = static_cast<std::int32_t>(std::max(2.0, std::floor(side.length / 18.0)));
  for (std::int32_t i = 0; i <= frames; ++i) {
    const Point at = moved(middle, side.direction, -half + side.length * i / frames);
    for (const double edge : {-0.5, 0.5}) {
      builder.add_box(moved(at, aside, edge * (breadth - 0.8)), side.direction, 0.4, 0.4, levels.foot, levels.roof, shade(steel, 0.85F));
    }
    builder.add_box(at, side.direction, 0.4, breadth / 2.0, levels.roof - 1.6, levels.roof - 1.1, shade(steel, 0.85F));
  }
  const std::array<Colour, 4> pipes{rgb(0xD9DDE0), rgb(0xC9563C), rgb(0x3F7FB5), rgb(0xD8A73B)};
  for (std::size_t i = 0; i < pipes.size(); ++i) {
    const double shift = (static_cast<double>(i) + 0.5) / static_cast<double>(pipes.size()) - 0.5;
    builder.add_box(moved(middle, aside, shift * breadth), side.direction, half, breadth / 12.0, levels.roof - 1.1, levels.roof, pipes[i]);
  }
}

}  // namespace

BuildingLevels levels_of(const Building& building, const Ground& ground) {
  double lowest = 1e9;
  double total = 0.0;
  for (const Point p : building.footprint.outer) {
    const double z = ground.height(p);
    lowest = std::min(lowest, z);
    total += z;
  }
  if (building.footprint.outer.empty()) return {};
  const double mean = total / static_cast<double>(building.footprint.outer.size());
  return {lowest - 0.5, mean + building.height.value()};
}

bool is_pipe_gallery(const Building& building) {
  if (building.use != BuildingUse::utility) return false;
  return building.name_zh.find("管廊") != std::string::npos || building.name.find("ipe gallery") != std::string::npos ||
         building.name.find("ipe rack") != std::string::npos;
}

LongSide long_side(const Ring& ring) {
  LongSide best;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    const double span = distance(a, b);
    if (span > best.length) best = {{(b.x - a.x) / span, (b.y - a.y) / span}, span};
  }
  return best;
}

Mesh building_mesh(const Park& park, const Ground& ground, const Palette& palette, BuildingDetail detail) {
  MeshBuilder builder(detail == BuildingDetail::facade ? "facades" : "buildings");
  for (const Building& building : *park.buildings) {
    if (is_pipe_gallery(building)) continue;
    builder.begin_record(building.id);
    add_building(builder, building, ground, palette, detail);
  }
  return builder.take();
}

Mesh pipe_gallery_mesh(const Park& park, const Ground& ground, const Palette& palette) {
  MeshBuilder builder("pipe_galleries");
  for (const Building& building : *park.buildings) {
    if (!is_pipe_gallery(building)) continue;
    builder.begin_record(building.id);
    add_gallery(builder, building, ground, palette);
  }
  return builder.take();
}

}  // namespace parktwin::viz
