#include "viz/scene/land_meshes.h"

#include <algorithm>
#include <cmath>

#include "viz/scene/mesh_builder.h"

namespace parktwin::viz {
namespace {

double lift_of(ZoneKind kind) {
  switch (kind) {
    case ZoneKind::road:
      return lift::road;
    case ZoneKind::square:
      return lift::square;
    case ZoneKind::green:
      return lift::green;
    case ZoneKind::car_park:
      return lift::car_park;
    case ZoneKind::water:
      return lift::water;
  }
  return lift::green;
}

std::string mesh_name(ZoneKind kind) {
  return kind == ZoneKind::road ? "roads" : kind == ZoneKind::water ? "water" : std::string(name_of(kind)) + "_zones";
}

Mesh zone_mesh(const Park& park, const Ground& ground, const Palette& palette, ZoneKind kind) {
  MeshBuilder builder(mesh_name(kind));
  for (const Zone& zone : *park.zones) {
    if (zone.kind != kind) continue;
    builder.begin_record(zone.id);
    builder.drape(ground, zone.shape, lift_of(kind), palette.zone(kind));
  }
  return builder.take();
}

Mesh parcel_mesh(const Park& park, const Ground& ground, const Palette& palette) {
  MeshBuilder builder("parcels");
  for (const Parcel& parcel : *park.parcels) {
    builder.begin_record(parcel.id);
    builder.drape(ground, parcel.shape, lift::parcel, palette.parcel());
    for (const Polygon& polygon : parcel.shape.polygons) {
      builder.drape_band(ground, outline(polygon.outer), 1.6, lift::parcel_edge, palette.parcel_edge());
    }
  }
  return builder.take();
}

bool on_crossing(const Park& park, const Road& road, Point point) {
  return std::any_of(park.roads->begin(), park.roads->end(), [&](const Road& other) {
    if (&other == &road || other.path.points.empty()) return false;
    return distance(other.path, point) < other.width.value() / 2.0 + 3.0;
  });
}

/// Dashes of 6 m every 15 m (GB 5768.3 lane lines on roads below 60 km/h are 2 m and 4 m; longer here to be seen from above).
void add_dashes(MeshBuilder& builder, const Park& park, const Ground& ground, const Road& road, const Colour& colour) {
  constexpr double dash = 6.0;
  constexpr double period = 15.0;
  const double total = length(road.path);
  const double thickness = road.road_class == RoadClass::local ? 0.5 : 0.8;
  for (double start = period; start + dash < total; start += period) {
    const Point a = point_along(road.path, start);
    const Point b = point_along(road.path, start + dash);
    if (on_crossing(park, road, a) || on_crossing(park, road, b)) continue;
    builder.drape_band(ground, LineString{{a, b}}, thickness, lift::marking, colour);
  }
}

Mesh marking_mesh(const Park& park, const Ground& ground, const Palette& palette) {
  MeshBuilder builder("road_markings");
  for (const Road& road : *park.roads) {
    if (road.path.points.size() < 2) continue;
    builder.begin_record(road.id);
    add_dashes(builder, park, ground, road, palette.road_marking());
  }
  return builder.take();
}

Mesh boundary_mesh(const Park& park, const Ground& ground, const Palette& palette, double width) {
  MeshBuilder builder("boundary");
  for (const Polygon& polygon : park.site->boundary.polygons) {
    builder.drape_band(ground, outline(polygon.outer), width, lift::boundary, palette.boundary());
    for (const Ring& hole : polygon.holes) builder.drape_band(ground, outline(hole), width, lift::boundary, palette.boundary());
  }
  return builder.take();
}

/// Under a map the land shows through only as lines: the edges of roads and water.
Mesh outline_mesh(const Park& park, const Ground& ground, const Palette& palette, double width) {
  MeshBuilder builder("zone_outlines");
  for (const Zone& zone : *park.zones) {
    if (zone.kind != ZoneKind::road && zone.kind != ZoneKind::water) continue;
    builder.begin_record(zone.id);
    const Colour colour = palette.outline(zone.kind);
    for (const Polygon& polygon : zone.shape.polygons) {
      builder.drape_band(ground, outline(polygon.outer), width, lift::marking, colour);
      for (const Ring& hole : polygon.holes) builder.drape_band(ground, outline(hole), width, lift::marking, colour);
    }
  }
  return builder.take(false);
}

void widen(Box& box, bool& any, const Box& other) {
  if (!any) box = other;
  any = true;
  box.low = {std::min(box.low.x, other.low.x), std::min(box.low.y, other.low.y)};
  box.high = {std::max(box.high.x, other.high.x), std::max(box.high.y, other.high.y)};
}

}  // namespace

Box park_extent(const Park& park) {
  Box box{{0.0, 0.0}, {0.0, 0.0}};
  bool any = false;
  const auto add_shape = [&](const MultiPolygon& shape) {
    for (const Polygon& polygon : shape.polygons) {
      if (!polygon.outer.empty()) widen(box, any, bounds(polygon));
    }
  };
  add_shape(park.site->boundary);
  if (!any) {
    for (const Zone& zone : *park.zones) add_shape(zone.shape);
    for (const Parcel& parcel : *park.parcels) add_shape(parcel.shape);
    for (const Building& building : *park.buildings) add_shape({{building.footprint}});
  }
  constexpr double least = 50.0;
  for (double Point::*axis : {&Point::x, &Point::y}) {
    const double missing = std::max(0.0, least - (box.high.*axis - box.low.*axis));
    box.low.*axis -= missing / 2.0;
    box.high.*axis += missing / 2.0;
  }
  return box;
}

Ground ground_under(const Park& park) {
  const Box extent = park_extent(park);
  const double side = std::max(extent.high.x - extent.low.x, extent.high.y - extent.low.y);
  const double margin = 0.3 * side;
  const Box area{{extent.low.x - margin, extent.low.y - margin}, {extent.high.x + margin, extent.high.y + margin}};
  return {*park.terrain, area, std::max(10.0, side / 60.0)};
}

Mesh ground_mesh(const Ground& ground, const Box& extent, const Palette& palette) {
  MeshBuilder builder("ground");
  const GridFrame& frame = ground.frame();
  const Box area{frame.origin, {frame.origin.x + frame.columns * frame.cell_size, frame.origin.y + frame.rows * frame.cell_size}};
  const double reach = std::max(
      1.0, std::min({extent.low.x - area.low.x, extent.low.y - area.low.y, area.high.x - extent.high.x, area.high.y - extent.high.y}));
  for (std::int32_t row = 0; row <= frame.rows; ++row) {
    for (std::int32_t column = 0; column <= frame.columns; ++column) {
      const Point p{frame.origin.x + column * frame.cell_size, frame.origin.y + row * frame.cell_size};
      const double outside =
          std::hypot(std::max({extent.low.x - p.x, 0.0, p.x - extent.high.x}), std::max({extent.low.y - p.y, 0.0, p.y - extent.high.y}));
      const auto fade = static_cast<float>(std::clamp(outside / reach, 0.0, 1.0));
      builder.add_vertex(position(p, ground.corner_height(column, row)), ground.normal(p),
                         mix(palette.outer_ground(), palette.background(), fade));
    }
  }
  const auto across = static_cast<std::uint32_t>(frame.columns) + 1;
  for (std::uint32_t row = 0; row + 1 <= static_cast<std::uint32_t>(frame.rows); ++row) {
    for (std::uint32_t column = 0; column + 1 < across; ++column) {
      const std::uint32_t corner = row * across + column;
      builder.add_triangle(corner, corner + 1, corner + across + 1);
      builder.add_triangle(corner, corner + across + 1, corner + across);
    }
  }
  return builder.take();
}

std::vector<Mesh> land_meshes(const Park& park, const Ground& ground, const Palette& palette) {
  std::vector<Mesh> meshes;
  MeshBuilder inside("park_ground");
  inside.drape(ground, park.site->boundary, lift::park, palette.park_ground());
  meshes.push_back(inside.take());
  meshes.push_back(parcel_mesh(park, ground, palette));
  for (const ZoneKind kind : {ZoneKind::green, ZoneKind::car_park, ZoneKind::square, ZoneKind::water, ZoneKind::road}) {
    meshes.push_back(zone_mesh(park, ground, palette, kind));
  }
  meshes.push_back(marking_mesh(park, ground, palette));
  const Box extent = park_extent(park);
  const double width = std::max(extent.high.x - extent.low.x, extent.high.y - extent.low.y) / 700.0;
  if (palette.muted()) meshes.push_back(outline_mesh(park, ground, palette, std::clamp(width / 2.5, 0.5, 4.0)));
  meshes.push_back(boundary_mesh(park, ground, palette, std::clamp(width, 1.0, 12.0)));
  std::erase_if(meshes, [](const Mesh& mesh) { return mesh.triangles.empty(); });
  return meshes;
}

}  // namespace parktwin::viz
