#include "viz/scene/equipment_meshes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "viz/scene/building_meshes.h"
#include "viz/scene/mesh_builder.h"

namespace parktwin::viz {
namespace {

/// A crown: two cones base to base, a little below the middle.
void add_crown(MeshBuilder& builder, const Tree& tree, double foot, int sides, const Colour& colour) {
  const double height = tree.height.value();
  const double low = foot + height * 0.15;
  const double waist = foot + height * 0.45;
  const double radius = tree.crown_diameter.value() / 2.0;
  const std::uint32_t top = builder.add_vertex(position(tree.position, foot + height), {0.0F, 0.0F, 1.0F}, colour);
  const std::uint32_t bottom = builder.add_vertex(position(tree.position, low), {0.0F, 0.0F, -1.0F}, shade(colour, 0.7F));
  const std::uint32_t first = bottom + 1;
  for (int i = 0; i < sides; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / sides;
    const Point out{std::cos(angle), std::sin(angle)};
    builder.add_vertex(position({tree.position.x + out.x * radius, tree.position.y + out.y * radius}, waist),
                       {static_cast<float>(out.x * 0.8), static_cast<float>(out.y * 0.8), 0.6F}, shade(colour, 0.92F));
  }
  for (int i = 0; i < sides; ++i) {
    const std::uint32_t a = first + static_cast<std::uint32_t>(i);
    const std::uint32_t b = first + static_cast<std::uint32_t>((i + 1) % sides);
    builder.add_triangle(top, a, b);
    builder.add_triangle(bottom, b, a);
  }
}

/// Shades differ a little from tree to tree, by position, so that rows do not look printed.
float tree_shade(Point p) {
  const double wave = std::sin(p.x * 12.9898 + p.y * 78.233) * 43758.5453;
  return 0.92F + 0.16F * static_cast<float>(wave - std::floor(wave));
}

/// The planner's sign of a sector: a wedge from the mast along the cell's azimuth, level with the antenna, seen from above and below.
void add_wedge(MeshBuilder& builder, Point foot, double azimuth, double elevation, double reach, const Colour& colour) {
  constexpr double half_angle = 27.0 * std::numbers::pi / 180.0;
  const auto at = [&](double turn) { return Point{foot.x + std::sin(azimuth + turn) * reach, foot.y + std::cos(azimuth + turn) * reach}; };
  const double thickness = reach * 0.14;
  const std::array<Point, 3> corners{foot, at(half_angle), at(-half_angle)};  // counter-clockwise from above
  std::array<std::uint32_t, 3> top{};
  std::array<std::uint32_t, 3> bottom{};
  for (std::size_t i = 0; i < 3; ++i) {
    const Point a = corners[i];
    const Point b = corners[(i + 1) % 3];
    top[i] = builder.add_vertex(position(a, elevation + thickness), {0.0F, 0.0F, 1.0F}, colour);
    bottom[i] = builder.add_vertex(position(a, elevation), {0.0F, 0.0F, -1.0F}, colour);
    builder.add_quad(
        {position(a, elevation), position(b, elevation), position(b, elevation + thickness), position(a, elevation + thickness)},
        shade(colour, 0.8F));
  }
  builder.add_triangle(top[0], top[1], top[2]);
  builder.add_triangle(bottom[0], bottom[2], bottom[1]);
}

void add_sectors(MeshBuilder& builder, const Park& park, Id<RadioSite> site, const Palette& palette, double elevation, double scale) {
  const RadioSite& mast = (*park.radio_sites)[site];
  for (const RadioCell& cell : *park.radio_cells) {
    if (cell.site != site) continue;
    const double azimuth = cell.azimuth.value() * std::numbers::pi / 180.0;
    const Point facing{std::sin(azimuth), std::cos(azimuth)};
    const Colour colour = palette.antenna(mast.operational && cell.operational);
    const Point at{mast.position.x + facing.x * 0.9 * scale, mast.position.y + facing.y * 0.9 * scale};
    builder.add_box(at, {-facing.y, facing.x}, 0.6 * scale, 0.25 * scale, elevation - 1.4 * scale, elevation + 1.4 * scale,
                    shade(colour, 0.92F));
    add_wedge(builder, mast.position, azimuth, elevation + 1.6 * scale, 4.6 * scale, colour);
  }
}

bool roof_holds(const Polygon& roof, const std::array<Point, 4>& corners) {
  return std::all_of(corners.begin(), corners.end(), [&](Point p) { return contains(roof, p); });
}

void add_modules(MeshBuilder& builder, const Building& building, double roof, double wanted_area, const Colour& colour) {
  constexpr double block = 9.0;  // along the row
  constexpr double depth = 2.6;
  constexpr double pitch_along = 10.0;
  constexpr double pitch_across = 4.0;
  const LongSide side = long_side(building.footprint.outer);
  const Point along = side.direction;
  const Point aside{-along.y, along.x};
  const Point middle = centroid(building.footprint);
  const Box box = bounds(building.footprint);
  const double reach = distance(box.low, box.high) / 2.0;
  const auto rows = static_cast<int>(reach / pitch_across);
  const auto blocks = static_cast<int>(reach / pitch_along);
  double laid = 0.0;
  for (int row = -rows; row <= rows; ++row) {
    for (int i = -blocks; i <= blocks; ++i) {
      if (laid >= wanted_area) return;
      const Point at{middle.x + along.x * i * pitch_along + aside.x * row * pitch_across,
                     middle.y + along.y * i * pitch_along + aside.y * row * pitch_across};
      const auto corner = [&](double u, double v) { return Point{at.x + along.x * u + aside.x * v, at.y + along.y * u + aside.y * v}; };
      constexpr double margin = 1.2;
      const double u = block / 2.0;
      const double v = depth / 2.0;
      if (!roof_holds(building.footprint, {corner(-u - margin, -v - margin), corner(u + margin, -v - margin),
                                           corner(u + margin, v + margin), corner(-u - margin, v + margin)}))
        continue;
      builder.add_quad({position(corner(-u, -v), roof + 0.3), position(corner(u, -v), roof + 0.3), position(corner(u, v), roof + 0.7),
                        position(corner(-u, v), roof + 0.7)},
                       colour);
      laid += block * depth;
    }
  }
}

}  // namespace

Mesh tree_mesh(const Park& park, const Ground& ground, const Palette& palette) {
  MeshBuilder builder("trees");
  const int sides = park.trees->size() > 3000 ? 4 : 6;
  for (const Tree& tree : *park.trees) {
    builder.begin_record(tree.id);
    add_crown(builder, tree, ground.height(tree.position), sides, shade(palette.tree(), tree_shade(tree.position)));
  }
  return builder.take();
}

double antenna_elevation(const Park& park, const RadioSite& site, const Ground& ground) {
  if (!site.building.valid()) return ground.height(site.position) + site.height.value();
  const Building& building = (*park.buildings)[site.building];
  const double roof = levels_of(building, ground).roof;
  return (site.inside ? roof - building.height.value() : roof) + site.height.value();
}

Mesh mast_mesh(const Park& park, const Ground& ground, const Palette& palette, double extent) {
  MeshBuilder builder("masts");
  const double scale = std::clamp(extent / 1000.0, 0.8, 5.0);
  for (std::size_t i = 0; i < park.radio_sites->size(); ++i) {
    const RadioSite& site = park.radio_sites->records()[i];
    builder.begin_record(site.id);
    const double top = antenna_elevation(park, site, ground);
    const double foot = top - site.height.value();
    builder.add_box(site.position, {1.0, 0.0}, 0.3 * scale, 0.3 * scale, foot - 0.5, site.inside ? top : top + 1.6 * scale, palette.mast());
    add_sectors(builder, park, Id<RadioSite>(i), palette, top, scale);
  }
  return builder.take();
}

Mesh solar_mesh(const Park& park, const Ground& ground, const Palette& palette) {
  MeshBuilder builder("solar");
  constexpr double kilowatts_per_square_metre = 0.2;
  for (const Generator& generator : *park.generators) {
    if (generator.kind != GeneratorKind::photovoltaic || !generator.building.valid()) continue;
    const Building& building = (*park.buildings)[generator.building];
    builder.begin_record(generator.id);
    add_modules(builder, building, levels_of(building, ground).roof, generator.rated_power.value() / kilowatts_per_square_metre,
                palette.solar());
  }
  return builder.take();
}

}  // namespace parktwin::viz
