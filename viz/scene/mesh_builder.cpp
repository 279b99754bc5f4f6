#include "viz/scene/mesh_builder.h"

#include <algorithm>
#include <cmath>

#include "viz/scene/trapezoids.h"

namespace parktwin::viz {
namespace {

Position face_normal(const Position& a, const Position& b, const Position& c) {
  const Position u{b[0] - a[0], b[1] - a[1], b[2] - a[2]};
  const Position v{c[0] - a[0], c[1] - a[1], c[2] - a[2]};
  const Position n{u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
  const float length = std::sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
  if (length == 0.0F) return {0.0F, 0.0F, 1.0F};
  return {n[0] / length, n[1] / length, n[2] / length};
}

Point unit_left(Point a, Point b) {
  const double length = std::max(distance(a, b), 1e-9);
  return {-(b.y - a.y) / length, (b.x - a.x) / length};
}

/// Sideways offset of a bend: along the bisector, at most twice the plain offset.
Point mitre(Point before, Point after) {
  const Point sum{before.x + after.x, before.y + after.y};
  const double squared = sum.x * sum.x + sum.y * sum.y;
  if (squared < 0.5) return after;
  const double factor = std::min(2.0 / squared, 2.0 / std::sqrt(squared));
  return {sum.x * factor, sum.y * factor};
}

}  // namespace

Position position(Point point, double z) { return {static_cast<float>(point.x), static_cast<float>(point.y), static_cast<float>(z)}; }

void MeshBuilder::begin_record(std::string_view id) {
  mesh_.groups.push_back({static_cast<std::uint32_t>(mesh_.triangles.size() / 3), std::string(id)});
}

std::uint32_t MeshBuilder::add_vertex(const Position& at, const Position& normal, const Colour& colour) {
  mesh_.vertices.push_back({at, normal});
  mesh_.colours.push_back(colour);
  return static_cast<std::uint32_t>(mesh_.vertices.size() - 1);
}

void MeshBuilder::add_triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  mesh_.triangles.insert(mesh_.triangles.end(), {a, b, c});
}

void MeshBuilder::add_quad(const std::array<Position, 4>& corners, const Colour& low, const Colour& high) {
  const Position normal = face_normal(corners[0], corners[1], corners[2]);
  const std::uint32_t a = add_vertex(corners[0], normal, low);
  const std::uint32_t b = add_vertex(corners[1], normal, low);
  const std::uint32_t c = add_vertex(corners[2], normal, high);
  const std::uint32_t d = add_vertex(corners[3], normal, high);
  add_triangle(a, b, c);
  add_triangle(a, c, d);
}

void MeshBuilder::add_level(const Polygon& polygon, double z, const Colour& colour) {
  for (const Trapezoid& part : trapezoids(polygon)) {
    std::array<std::uint32_t, 4> corner{};
    for (std::size_t i = 0; i < 4; ++i) corner[i] = add_vertex(position(part[i], z), {0.0F, 0.0F, 1.0F}, colour);
    if (part[0] != part[1]) add_triangle(corner[0], corner[1], corner[2]);
    if (part[2] != part[3]) add_triangle(corner[0], corner[2], corner[3]);
  }
}

void MeshBuilder::add_box(Point centre, Point direction, double half_length, double half_width, double low, double high,
                          const Colour& colour) {
  const Point along{direction.x * half_length, direction.y * half_length};
  const Point aside{-direction.y * half_width, direction.x * half_width};
  const std::array<Point, 4> base{
      Point{centre.x - along.x - aside.x, centre.y - along.y - aside.y}, Point{centre.x + along.x - aside.x, centre.y + along.y - aside.y},
      Point{centre.x + along.x + aside.x, centre.y + along.y + aside.y}, Point{centre.x - along.x + aside.x, centre.y - along.y + aside.y}};
  for (std::size_t i = 0; i < 4; ++i) {
    const Point a = base[i];
    const Point b = base[(i + 1) % 4];
    add_quad({position(a, low), position(b, low), position(b, high), position(a, high)}, colour);
  }
  add_quad({position(base[0], high), position(base[1], high), position(base[2], high), position(base[3], high)}, colour);
}

void MeshBuilder::drape(const Ground& ground, std::span<const Point> convex, double lift, const Colour& colour) {
  ground.cut(convex, [&](std::span<const Point> piece) {
    const auto first = static_cast<std::uint32_t>(mesh_.vertices.size());
    for (const Point p : piece) add_vertex(position(p, ground.height(p) + lift), ground.normal(p), colour);
    for (std::uint32_t i = 1; i + 1 < piece.size(); ++i) add_triangle(first, first + i, first + i + 1);
  });
}

void MeshBuilder::drape(const Ground& ground, const MultiPolygon& shape, double lift, const Colour& colour) {
  for (const Trapezoid& part : trapezoids(shape)) drape(ground, std::span<const Point>(part), lift, colour);
}

void MeshBuilder::drape_band(const Ground& ground, const LineString& line, double width, double lift, const Colour& colour) {
  const auto& points = line.points;
  if (points.size() < 2) return;
  const bool closed = points.size() > 3 && points.front() == points.back();
  const std::size_t segments = points.size() - 1;
  std::vector<Point> side(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::size_t before = i > 0 ? i - 1 : (closed ? segments - 1 : 0);
    const std::size_t after = i < segments ? i : (closed ? 0 : segments - 1);
    const Point offset = mitre(unit_left(points[before], points[before + 1]), unit_left(points[after], points[after + 1]));
    side[i] = {offset.x * width / 2.0, offset.y * width / 2.0};
  }
  for (std::size_t i = 0; i < segments; ++i) {
    const Point a = points[i];
    const Point b = points[i + 1];
    const std::array<Point, 4> quad{Point{a.x - side[i].x, a.y - side[i].y}, Point{b.x - side[i + 1].x, b.y - side[i + 1].y},
                                    Point{b.x + side[i + 1].x, b.y + side[i + 1].y}, Point{a.x + side[i].x, a.y + side[i].y}};
    drape(ground, std::span<const Point>(quad), lift, colour);
  }
}

Mesh MeshBuilder::take(bool shaded) {
  mesh_.shaded = shaded;
  return std::move(mesh_);
}

LineString outline(const Ring& ring) {
  LineString line{ring};
  if (!ring.empty()) line.points.push_back(ring.front());
  return line;
}

}  // namespace parktwin::viz
