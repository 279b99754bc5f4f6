#include "viz/scene/section.h"

#include <cmath>

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/scene/mesh_checks.h"

namespace parktwin::viz {
namespace {

Scene cut_at(const Park& park, Side side, double share) {
  SceneOptions options{Layer::none, Language::en};
  options.section = Section{side, share};
  return build_scene(park, nullptr, options);
}

double area_of(const Mesh& mesh) {
  double sum = 0.0;
  for (std::size_t t = 0; t < mesh.triangles.size() / 3; ++t) {
    const auto cross = testing::cross_of(mesh, t);
    sum += 0.5 * std::sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
  }
  return sum;
}

TEST(Section, NothingStaysBeyondThePlane) {
  const Park park = testing::hand_made_park();
  for (const auto& [side, name] : names_of(Side{})) {
    const Scene scene = cut_at(park, side, 0.3);
    const std::size_t axis = side == Side::east || side == Side::west ? 0 : 1;
    const bool high = side == Side::east || side == Side::north;
    const double extent = axis == 0 ? 1600.0 : 1000.0;
    const double plane = high ? 0.7 * extent : 0.3 * extent;
    for (const Mesh& mesh : scene.meshes) {
      const bool sticks_out = mesh.name == "ducts" || mesh.name == "power_lines";
      for (const std::uint32_t corner : mesh.triangles) {
        const double beyond = (high ? 1.0 : -1.0) * (mesh.vertices[corner].position[axis] - plane);
        ASSERT_LE(beyond, sticks_out ? 10.0 : 0.2) << name << " " << mesh.name;
      }
      ASSERT_EQ(mesh.vertices.size(), mesh.colours.size());
    }
    for (const Label& label : scene.labels) EXPECT_LE((high ? 1.0 : -1.0) * (label.position[axis] - plane), 0.0) << label.text;
  }
}

// Laid together, what is kept of a mesh cut from one side and from the other is the whole mesh.
TEST(Section, BothSidesTogetherAreTheWhole) {
  const Park park = testing::hand_made_park();
  const Scene whole = build_scene(park, nullptr, {Layer::none, Language::en});
  const Scene south = cut_at(park, Side::north, 0.45);
  const Scene north = cut_at(park, Side::south, 0.55);
  for (const char* name : {"ground", "roads", "buildings", "water"}) {
    const double sum = area_of(*testing::find_mesh(south.meshes, name)) + area_of(*testing::find_mesh(north.meshes, name));
    EXPECT_NEAR(sum, area_of(*testing::find_mesh(whole.meshes, name)), 1e-3 * sum) << name;
  }
}

TEST(Section, GroupsStillNameTheirTriangles) {
  const Park park = testing::hand_made_park();
  const Scene scene = cut_at(park, Side::east, 0.5);
  const Mesh& buildings = *testing::find_mesh(scene.meshes, "buildings");
  for (std::size_t g = 0; g < buildings.groups.size(); ++g) {
    const std::size_t end = g + 1 < buildings.groups.size() ? buildings.groups[g + 1].first_triangle : buildings.triangles.size() / 3;
    const Building& building = (*park.buildings)[park.buildings->find(buildings.groups[g].record)];
    const Box box = bounds(building.footprint);
    for (std::size_t t = buildings.groups[g].first_triangle; t < end; ++t) {
      const auto& p = buildings.vertices[buildings.triangles[3 * t]].position;
      ASSERT_GE(p[0], box.low.x - 0.5);
      ASSERT_LE(p[0], box.high.x + 0.5);
    }
  }
}

// A plane at x = 800 through a block 60 m deep and 20 m high: 60 m × 20.5 m (the foot lies half a metre below level ground).
TEST(Section, TheFaceOfABuildingIsItsProfile) {
  Park park;
  park.site = testing::hand_made_park(false).site;
  Building block;
  block.id = "B-1";
  block.use = BuildingUse::office;
  block.height = Metres(20.0);
  block.floors = 5;
  block.footprint.outer = testing::rectangle(700, 400, 900, 460);
  park.buildings = Part<Table<Building>>(Table<Building>({block}));
  const Scene scene = cut_at(park, Side::east, 0.5);
  const Mesh& face = *testing::find_mesh(scene.meshes, "section");
  double highest = 0.0;
  for (const std::uint32_t corner : face.triangles) highest = std::max<double>(highest, face.vertices[corner].position[2]);
  Mesh lit = face;
  lit.triangles.clear();
  for (std::size_t t = 0; t < face.triangles.size(); t += 3) {
    if (face.colours[face.triangles[t]].red > 0.9F)
      lit.triangles.insert(lit.triangles.end(), face.triangles.begin() + static_cast<std::ptrdiff_t>(t),
                           face.triangles.begin() + static_cast<std::ptrdiff_t>(t) + 3);
  }
  EXPECT_NEAR(area_of(lit), 60.0 * 20.5, 1.0);
  EXPECT_NEAR(highest - scene.low[2], 20.5, 0.6);
}

}  // namespace
}  // namespace parktwin::viz
