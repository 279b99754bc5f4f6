#include "engine/simulators/radio/reference/wedge.h"

#include <gtest/gtest.h>

#include <numbers>

#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

using std::numbers::pi;
using test::box;
using test::building;

constexpr Hertz frequency = gigahertz(3.5);

TEST(Wedge, AnglesRunFromTheWallThroughTheOpen) {
  const auto mesh = make_park_mesh({}, std::vector<Building>{building(box(0, 0, 20, 10), 8.0)});
  const Wedge roof = roof_wedge(mesh, 0, frequency);  // the south wall from (0, 0) to (20, 0)
  EXPECT_NEAR(roof.angle_of({0, 0, -1}), 0.0, 1e-12);
  EXPECT_NEAR(roof.angle_of({0, -1, 0}), 0.5 * pi, 1e-12);
  EXPECT_NEAR(roof.angle_of({0, 0, 1}), pi, 1e-12);
  EXPECT_NEAR(roof.angle_of({0, 1, 0}), 1.5 * pi, 1e-12);
  EXPECT_NEAR(roof.angle_of(roof.open_side()), 0.75 * pi, 1e-12);
  for (std::size_t i = 0; i < mesh.corners.size(); ++i) {
    const Wedge corner = corner_wedge(mesh, i, frequency);
    EXPECT_NEAR(corner.exterior_angle_rad, 1.5 * pi, 1e-12);
    const Vector3 open = corner.open_side();
    const Point place = mesh.corners[i].position;
    EXPECT_FALSE(mesh.roof_over({place.x + open.x, place.y + open.y}));
    EXPECT_TRUE(mesh.roof_over({place.x - open.x, place.y - open.y}));
    // The wall before the corner is the last face.
    const Wall& before = mesh.walls[mesh.corners[i].before];
    const Vector3 along = unit(at_height(before.from, 0.0) - at_height(before.to, 0.0));
    EXPECT_NEAR(corner.angle_of(along), 1.5 * pi, 1e-9);
    EXPECT_DOUBLE_EQ(corner.end_m, 8.0);
  }
}

TEST(Wedge, TheShortestWayMakesEqualAnglesWithTheEdge) {
  const auto mesh = make_park_mesh({}, std::vector<Building>{building(box(0, 0, 20, 10), 8.0)});
  const Wedge roof = roof_wedge(mesh, 0, frequency);
  const Vector3 a{-3, -20, 2};
  const Vector3 b{25, 40, 30};
  const double at = shortest_way_at(roof, a, b);
  const Vector3 point = roof.at(at);
  EXPECT_NEAR(dot(unit(point - a), roof.along), dot(unit(b - point), roof.along), 1e-12);
  for (const double step : {-0.01, 0.01}) {
    EXPECT_GT(length(roof.at(at + step) - a) + length(b - roof.at(at + step)), length(point - a) + length(b - point));
  }
}

TEST(Wedge, EdgesOfRowsOfHousesDoNotStandFree) {
  const std::vector<Building> row = {building(box(0, 0, 20, 10), 8.0), building(box(20, 0, 20, 10), 8.0),
                                     building(box(40, 0, 20, 10), 12.0)};
  const auto mesh = make_park_mesh({}, row);
  std::size_t free_corners = 0;
  std::size_t free_above = 0;
  for (std::size_t i = 0; i < mesh.corners.size(); ++i) {
    free_corners += stands_free(mesh, corner_wedge(mesh, i, frequency), 4.0) ? 1 : 0;
    free_above += stands_free(mesh, corner_wedge(mesh, i, frequency), 10.0) ? 1 : 0;
  }
  EXPECT_EQ(free_corners, 4U);      // the row's own
  EXPECT_EQ(free_above, 12U - 2U);  // above the lower roofs only the third house hides the second's corners
  // Roof edges between the first two are no edges; the third rises over the second.
  std::size_t free_roofs = 0;
  for (std::size_t i = 0; i < mesh.walls.size(); ++i) {
    const Wedge wedge = roof_wedge(mesh, i, frequency);
    free_roofs += stands_free(mesh, wedge, 0.5 * wedge.end_m) ? 1 : 0;
  }
  EXPECT_EQ(free_roofs, 12U - 3U);
}

TEST(Wedge, ACutRunsAcrossThePlane) {
  const auto mesh = make_park_mesh({}, std::vector<Building>{building(box(0, 0, 20, 10), 8.0)});
  const double h = std::sqrt(0.5);
  const Wedge near = cut_roof_wedge(mesh, 0, {5, 0, 8}, {h, h}, frequency);
  EXPECT_NEAR(dot(near.along, {h, h, 0}), 0.0, 1e-12);
  EXPECT_NEAR(near.angle_of({-h, -h, 0}), 0.5 * pi, 1e-12);  // towards the south wall
  const Wedge far = cut_roof_wedge(mesh, 2, {15, 10, 8}, {h, h}, frequency);
  EXPECT_NEAR(far.angle_of({h, h, 0}), 0.5 * pi, 1e-12);
  EXPECT_NEAR(cut_terrain_wedge({0, 0, 0}, {1, 0}).exterior_angle_rad, 2.0 * pi, 1e-12);
}

}  // namespace
}  // namespace parktwin::radio::reference
