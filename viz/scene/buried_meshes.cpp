#include "viz/scene/buried_meshes.h"

#include <algorithm>
#include <cmath>

#include "viz/scene/mesh_builder.h"

namespace parktwin::viz {
namespace {

constexpr double longest_piece = 60.0;  // follows the ground closely enough

double larger_than_life(double extent) { return std::clamp(extent / 1000.0, 0.8, 5.0); }

/// Four sides of a bar from a to b, whose axis runs at the given elevations.
void add_bar(MeshBuilder& builder, Point a, double from, Point b, double to, double half, const Colour& colour) {
  const double span = distance(a, b);
  if (span < 1e-6) return;
  const Point left{-(b.y - a.y) / span * half, (b.x - a.x) / span * half};
  const auto at = [&](Point p, double side, double z) { return position({p.x + left.x * side, p.y + left.y * side}, z); };
  const Colour aside = shade(colour, 0.85F);
  builder.add_quad({at(a, -1, from + half), at(b, -1, to + half), at(b, 1, to + half), at(a, 1, from + half)}, colour);
  builder.add_quad({at(a, -1, from - half), at(b, -1, to - half), at(b, -1, to + half), at(a, -1, from + half)}, aside);
  builder.add_quad({at(b, 1, to - half), at(a, 1, from - half), at(a, 1, from + half), at(b, 1, to + half)}, aside);
  builder.add_quad({at(b, -1, to - half), at(a, -1, from - half), at(a, 1, from - half), at(b, 1, to - half)}, aside);
}

void add_course(MeshBuilder& builder, const Ground& ground, const LineString& path, double depth, double half, const Colour& colour) {
  const double total = length(path);
  for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
    const Point a = path.points[i];
    const Point b = path.points[i + 1];
    const auto pieces = std::max(1, static_cast<int>(std::ceil(std::min(distance(a, b), total) / longest_piece)));
    const auto at = [&](int k) { return Point{a.x + (b.x - a.x) * k / pieces, a.y + (b.y - a.y) * k / pieces}; };
    for (int k = 0; k < pieces; ++k) {
      add_bar(builder, at(k), ground.height(at(k)) - depth, at(k + 1), ground.height(at(k + 1)) - depth, half, colour);
    }
  }
}

}  // namespace

Mesh duct_mesh(const Park& park, const Ground& ground, const Palette& palette, double extent) {
  MeshBuilder builder("ducts");
  const double scale = larger_than_life(extent);
  for (const Duct& duct : *park.ducts) {
    builder.begin_record(duct.id);
    add_course(builder, ground, duct.path, 1.2 * scale, 0.35 * scale, palette.duct());
  }
  return builder.take();
}

Mesh power_line_mesh(const Park& park, const Ground& ground, const Palette& palette, double extent) {
  MeshBuilder builder("power_lines");
  const double scale = larger_than_life(extent);
  for (const PowerLine& line : *park.power_lines) {
    if (line.path.points.size() < 2) continue;
    builder.begin_record(line.id);
    add_course(builder, ground, line.path, 2.4 * scale, 0.25 * scale, palette.power_line(line.operational));
  }
  return builder.take();
}

Mesh network_node_mesh(const Park& park, const Ground& ground, const Palette& palette, double extent) {
  MeshBuilder builder("network_nodes");
  const double half = 0.9 * larger_than_life(extent);
  for (const NetworkNode& node : *park.network_nodes) {
    builder.begin_record(node.id);
    const double foot = ground.height(node.position) + (node.building.valid() ? node.height.value() : 0.0);
    builder.add_box(node.position, {1.0, 0.0}, half, half, foot, foot + 2.0 * half, palette.network_node(node.operational));
  }
  return builder.take();
}

}  // namespace parktwin::viz
