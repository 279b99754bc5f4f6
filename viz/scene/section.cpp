#include "viz/scene/section.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"
#include "viz/scene/building_meshes.h"
#include "viz/scene/buried_meshes.h"
#include "viz/scene/mesh_builder.h"
#include "viz/scene/palette.h"

namespace parktwin::viz {
namespace {

/// Keeps what lies behind: `ahead` grows towards the side that is taken away, `along` runs to the right of one who looks at the cut.
struct Plane {
  Point normal;  ///< horizontal, towards the side taken away
  double offset = 0.0;

  [[nodiscard]] double ahead(Point p) const { return p.x * normal.x + p.y * normal.y - offset; }
  [[nodiscard]] Point right() const { return {-normal.y, normal.x}; }
  [[nodiscard]] double along(Point p) const { return p.x * right().x + p.y * right().y; }
  [[nodiscard]] Point at(double along) const { return {normal.x * offset + right().x * along, normal.y * offset + right().y * along}; }
};

Plane plane_of(const Scene& scene, const Section& section) {
  const auto end = [&](std::size_t axis, bool high) { return static_cast<double>(high ? scene.high[axis] : scene.low[axis]); };
  const std::size_t axis = section.side == Side::east || section.side == Side::west ? 0 : 1;
  const bool high = section.side == Side::east || section.side == Side::north;
  const double sign = high ? 1.0 : -1.0;
  const Point normal = axis == 0 ? Point{sign, 0.0} : Point{0.0, sign};
  const double position = end(axis, high) - sign * section.share * (end(axis, true) - end(axis, false));
  return {normal, sign * position};
}

/// Corner between a (kept) and b (taken away).
std::uint32_t cut_edge(Mesh& mesh, const Plane& plane, double shift, std::uint32_t a, std::uint32_t b) {
  const auto ahead = [&](std::uint32_t v) { return plane.ahead({mesh.vertices[v].position[0], mesh.vertices[v].position[1]}) - shift; };
  const auto share = static_cast<float>(ahead(a) / (ahead(a) - ahead(b)));
  Vertex vertex;
  for (std::size_t i = 0; i < 3; ++i) {
    vertex.position[i] = std::lerp(mesh.vertices[a].position[i], mesh.vertices[b].position[i], share);
    vertex.normal[i] = std::lerp(mesh.vertices[a].normal[i], mesh.vertices[b].normal[i], share);
  }
  mesh.vertices.push_back(vertex);
  mesh.colours.push_back(mix(mesh.colours[a], mesh.colours[b], share));
  return static_cast<std::uint32_t>(mesh.vertices.size() - 1);
}

/// `shift`: how far beyond the plane the mesh may reach.
void cut_mesh(Mesh& mesh, const Plane& plane, double shift) {
  const std::vector<std::uint32_t> before = std::move(mesh.triangles);
  mesh.triangles.clear();
  std::size_t group = 0;
  for (std::size_t t = 0; t < before.size() / 3; ++t) {
    for (; group < mesh.groups.size() && mesh.groups[group].first_triangle == t; ++group)
      mesh.groups[group].first_triangle = static_cast<std::uint32_t>(mesh.triangles.size() / 3);
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::uint32_t a = before[3 * t + i];
      const std::uint32_t b = before[3 * t + (i + 1) % 3];
      const auto inside = [&](std::uint32_t v) {
        return plane.ahead({mesh.vertices[v].position[0], mesh.vertices[v].position[1]}) <= shift;
      };
      if (inside(a)) kept.push_back(a);
      if (inside(a) != inside(b)) kept.push_back(inside(a) ? cut_edge(mesh, plane, shift, a, b) : cut_edge(mesh, plane, shift, b, a));
    }
    for (std::size_t i = 1; i + 1 < kept.size(); ++i) mesh.triangles.insert(mesh.triangles.end(), {kept[0], kept[i], kept[i + 1]});
  }
  for (; group < mesh.groups.size(); ++group) mesh.groups[group].first_triangle = static_cast<std::uint32_t>(mesh.triangles.size() / 3);
}

/// Leaves out vertices that no triangle names any more.
void drop_unused(Mesh& mesh) {
  constexpr std::uint32_t unused = ~0U;
  std::vector<std::uint32_t> place(mesh.vertices.size(), unused);
  std::uint32_t count = 0;
  for (std::uint32_t& corner : mesh.triangles) {
    if (place[corner] == unused) place[corner] = count++;
    corner = place[corner];
  }
  std::vector<Vertex> vertices(count);
  std::vector<Colour> colours(count);
  for (std::size_t i = 0; i < place.size(); ++i) {
    if (place[i] == unused) continue;
    vertices[place[i]] = mesh.vertices[i];
    colours[place[i]] = mesh.colours[i];
  }
  mesh.vertices = std::move(vertices);
  mesh.colours = std::move(colours);
}

/// Where the outline crosses the plane, sorted along it: every other stretch lies inside.
std::vector<double> crossings(const Polygon& footprint, const Plane& plane) {
  std::vector<double> found;
  const auto cross = [&](const Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const double a = plane.ahead(ring[i]);
      const double b = plane.ahead(ring[(i + 1) % ring.size()]);
      if ((a <= 0.0) != (b <= 0.0)) found.push_back(std::lerp(plane.along(ring[i]), plane.along(ring[(i + 1) % ring.size()]), a / (a - b)));
    }
  };
  cross(footprint.outer);
  for (const Ring& hole : footprint.holes) cross(hole);
  std::sort(found.begin(), found.end());
  return found;
}

class Face {
 public:
  explicit Face(const Plane& plane) : plane_(plane), builder_("section") {}

  void fill(double from, double to, const std::array<double, 2>& low, const std::array<double, 2>& high, const Colour& colour,
            double before = 0.0) {
    const auto at = [&](double along, double z) {
      const Point p = plane_.at(along);
      return position({p.x + plane_.normal.x * before, p.y + plane_.normal.y * before}, z);
    };
    builder_.add_quad({at(from, low[0]), at(to, low[1]), at(to, high[1]), at(from, high[0])}, colour);
  }

  void add_building(const Building& building, const BuildingLevels& levels) {
    const std::vector<double> ends = crossings(building.footprint, plane_);
    if (ends.size() < 2) return;
    builder_.begin_record(building.id);
    const std::int32_t floors = std::clamp(building.floors, 1, 60);
    const double storey = building.height.value() / floors;
    const double slab = std::min(0.6, storey * 0.2);
    const double ground_floor = levels.roof - building.height.value();
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
      const auto level = [&](double low, double high, const Colour& colour, double before) {
        fill(ends[i], ends[i + 1], {low, low}, {high, high}, colour, before);
      };
      level(levels.foot, levels.roof, rooms, 0.05);
      for (std::int32_t floor = 0; floor <= floors; ++floor) {
        const double z = ground_floor + floor * storey;
        level(std::max(levels.foot, z - slab), z, concrete, 0.1);
      }
      for (const double wall : {ends[i], ends[i + 1] - 0.5})
        fill(wall, wall + 0.5, {levels.foot, levels.foot}, {levels.roof, levels.roof}, concrete, 0.1);
    }
  }

  /// Between two corners of the park.
  void add_soil(const Ground& ground, const Box& extent, double base) {
    builder_.begin_record("");
    const double begin = std::min(plane_.along(extent.low), plane_.along(extent.high));
    const double end = std::max(plane_.along(extent.low), plane_.along(extent.high));
    const auto pieces = 2 * static_cast<int>(std::ceil((end - begin) / ground.frame().cell_size));
    for (int i = 0; i < pieces; ++i) {
      const double a = begin + (end - begin) * i / pieces;
      const double b = begin + (end - begin) * (i + 1) / pieces;
      fill(a, b, {base, base}, {ground.height(plane_.at(a)), ground.height(plane_.at(b))}, soil);
    }
  }

  Mesh take() { return builder_.take(false); }

 private:
  static constexpr Colour rooms{0.97F, 0.90F, 0.78F, 1.0F};
  static constexpr Colour concrete{0.29F, 0.33F, 0.39F, 1.0F};
  static constexpr Colour soil{0.69F, 0.61F, 0.52F, 1.0F};
  Plane plane_;
  MeshBuilder builder_;
};

/// To what is left of the park, for views to fill the picture.
void shrink_bounds(Scene& scene, const Plane& plane) {
  const std::size_t axis = plane.normal.x != 0.0 ? 0 : 1;
  const double sign = axis == 0 ? plane.normal.x : plane.normal.y;
  (sign > 0.0 ? scene.high : scene.low)[axis] = static_cast<float>(sign * plane.offset);
}

}  // namespace

void cut(Scene& scene, const Park& park, const Ground& ground, const Section& section) {
  PARKTWIN_CHECK(section.share >= 0.0 && section.share < 1.0, "a section beyond the park");
  const Plane plane = plane_of(scene, section);
  const double size = std::max(scene.high[0] - scene.low[0], scene.high[1] - scene.low[1]);
  const bool underground = std::any_of(scene.meshes.begin(), scene.meshes.end(), [](const Mesh& mesh) { return mesh.veil; });
  const Palette palette(scene.drape.has_value());
  if (!underground) {
    for (Mesh mesh : {duct_mesh(park, ground, palette, size), power_line_mesh(park, ground, palette, size)})
      if (!mesh.triangles.empty()) scene.meshes.push_back(std::move(mesh));
  }
  for (Mesh& mesh : scene.meshes) {
    const bool sticks_out = mesh.name == "ducts" || mesh.name == "power_lines";
    cut_mesh(mesh, plane, sticks_out ? 0.004 * size : 0.0);
    drop_unused(mesh);
  }
  std::erase_if(scene.meshes, [](const Mesh& mesh) { return mesh.triangles.empty() && mesh.name != "ground"; });
  std::erase_if(scene.labels, [&](const Label& label) { return plane.ahead({label.position[0], label.position[1]}) > 0.0; });
  Face face(plane);
  const Box extent{{scene.low[0], scene.low[1]}, {scene.high[0], scene.high[1]}};
  if (!underground) face.add_soil(ground, extent, scene.low[2] - 0.02 * size);
  for (const Building& building : *park.buildings) {
    if (!is_pipe_gallery(building)) face.add_building(building, levels_of(building, ground));
  }
  Mesh mesh = face.take();
  if (!mesh.triangles.empty()) scene.meshes.push_back(std::move(mesh));
  shrink_bounds(scene, plane);
}

}  // namespace parktwin::viz
