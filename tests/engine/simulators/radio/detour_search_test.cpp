#include "engine/simulators/radio/detour_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/simulators/radio/knife_edge.h"
#include "tests/engine/simulators/radio/exact_fans.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;
using test::device_m;
using test::dot;
using test::frame;
using test::Ground;
using test::minus;
using test::Scene;
using test::tolerance_m;

constexpr double longest_m = 300.0;
constexpr double nominal_wavelength_m = 0.0857;  // 3.5 GHz

Obstacles obstacles_of(const std::vector<Building>& buildings) {
  test::Draft draft;
  draft.buildings = buildings;
  Obstacles obstacles = make_obstacles(draft.park(), frame);
  obstacles.rays = nullptr;  // the sweep by itself
  return obstacles;
}

SiteGeometry traced(const Obstacles& obstacles, Point mast, double elevation_m) {
  return trace_site(obstacles, {.position = mast, .elevation_m = elevation_m}, Metres(device_m), Metres(longest_m));
}

const Detour* detour_at(const SiteGeometry& map, Point place) {
  const std::uint16_t code = map.detour[map.window.index(frame.column_of(place.x), frame.row_of(place.y))];
  return code == 0 ? nullptr : &map.detours[code - std::size_t{1}];
}

// One house, seen from the south-west: its north-west and south-east corners lead into its shadow, and nothing else does.
TEST(DetourSearch, AroundTheCornersOfALonelyHouse) {
  const Point mast{150.3, 120.7};
  const auto map = traced(obstacles_of({building("B", box(200, 170, 60, 40), 40.0)}), mast, 15.0);
  const Point north_west{200.0, 210.0};
  const Point south_east{260.0, 170.0};
  for (const auto& [place, corner] : {std::pair{Point{211.0, 219.0}, north_west},
                                      {Point{221.0, 233.0}, north_west},
                                      {Point{265.0, 175.0}, south_east},
                                      {Point{275.0, 183.0}, south_east}}) {
    const Detour* const detour = detour_at(map, place);
    ASSERT_NE(detour, nullptr) << place.x;
    EXPECT_EQ(detour->kind, DetourKind::corner);
    EXPECT_FLOAT_EQ(detour->x_m, static_cast<float>(corner.x));
    EXPECT_FLOAT_EQ(detour->y_m, static_cast<float>(corner.y));
    EXPECT_FLOAT_EQ(detour->way_m, static_cast<float>(distance(mast, corner)));
    EXPECT_NEAR(detour->normal_x, (corner.x - mast.x) / distance(mast, corner), 1e-6);
    EXPECT_NEAR(detour->normal_y, (corner.y - mast.y) / distance(mast, corner), 1e-6);
  }
  EXPECT_EQ(map.detours.size(), 2U);
  std::size_t hidden = 0;
  for (std::int32_t row = 0; row < map.window.rows; ++row) {
    for (std::int32_t column = 0; column < map.window.columns; ++column) {
      const std::size_t cell = map.window.index(map.window.first_column + column, map.window.first_row + row);
      if (map.detour[cell] == 0) continue;
      ++hidden;
      EXPECT_NE(map.edge[0][cell] & hidden_bit, 0);
    }
  }
  EXPECT_GT(hidden, 1000U);
}

// A lower path over the roofs beats ways around: behind a low house no corner is kept far from it.
TEST(DetourSearch, NegligibleWaysAreNotKept) {
  const Point mast{150.3, 190.7};
  const auto low = traced(obstacles_of({building("B", box(200, 100, 20, 180), 4.0)}), mast, 25.0);
  const auto high = traced(obstacles_of({building("B", box(200, 100, 20, 180), 60.0)}), mast, 25.0);
  const auto kept = [](const SiteGeometry& map) {
    return std::count_if(map.detour.begin(), map.detour.end(), [](std::uint16_t code) { return code != 0; });
  };
  EXPECT_GT(kept(high), 1000);
  EXPECT_LT(kept(low), 50);
}

// Behind a long high house, before a wall that the antenna sees past its end: off the façade.
TEST(DetourSearch, OffTheFacadeOppositeAShadow) {
  const Point mast{120.3, 101.7};
  const std::vector<Building> buildings = {building("SHADE", box(60, 130, 100, 30), 45.0),
                                           building("MIRROR", box(220, 120, 30, 200), 45.0, WallMaterial::metal)};
  const auto map = traced(obstacles_of(buildings), mast, 12.0);
  const Point image{2.0 * 220.0 - mast.x, mast.y};
  const Point place{141.0, 191.0};  // the path meets the mirror's western wall at y = 101.7 + 89.3·99.7/178.7 = 151.5
  const Detour* const detour = detour_at(map, place);
  ASSERT_NE(detour, nullptr);
  EXPECT_EQ(detour->kind, DetourKind::facade);
  EXPECT_EQ(detour->material, WallMaterial::metal);
  EXPECT_FLOAT_EQ(detour->x_m, static_cast<float>(image.x));
  EXPECT_FLOAT_EQ(detour->y_m, static_cast<float>(image.y));
  EXPECT_EQ(detour->way_m, 0.0F);
  EXPECT_FLOAT_EQ(detour->normal_x, -1.0F);
  EXPECT_FLOAT_EQ(detour->normal_y, 0.0F);
}

// Nominal gains: −20 lg of the way and P.526 eq. 31 at 3.5 GHz, or 7 dB.
double gain_of(bool is_facade, double whole_m, double straight_m) {
  if (is_facade) return 0.2 / (whole_m * whole_m);
  const double parameter = 2.0 * std::sqrt(std::max(whole_m - straight_m, 0.0) / nominal_wavelength_m);
  return std::pow(10.0, -0.1 * knife_edge_loss_db(parameter)) / (whole_m * whole_m);
}

double roof_gain(const SiteGeometry& map, std::size_t cell, double straight_m) {
  double db = 0.0;
  for (const auto& plane : map.edge) {
    if ((plane[cell] & parameter_mask) != 0) db += knife_edge_loss_db(std::sqrt(3.5) * static_cast<double>(parameter_of(plane[cell])));
  }
  return std::pow(10.0, -0.1 * db) / (straight_m * straight_m);
}

std::vector<Ground> all_fans(const Scene& scene) {
  std::vector<Ground> fans;
  const Point mast = scene.antenna.position;
  for (std::size_t i = 0; i < scene.obstacles.walls.size(); ++i) {
    const Wall& wall = scene.obstacles.walls[i];
    if (dot(minus(mast, wall.a), wall.normal) >= 0.5) fans.push_back(test::wall_fan(scene, i / 4, wall));
  }
  for (std::size_t i = 0; i < scene.obstacles.corners.size(); ++i) {
    const Corner& corner = scene.obstacles.corners[i];
    const bool before_lit = dot(minus(mast, corner.at), corner.normal_before) > 0.0;
    if (before_lit == (dot(minus(mast, corner.at), corner.normal_after) > 0.0)) continue;
    fans.push_back(test::corner_fan(scene, i / 4, corner.at, before_lit ? corner.normal_before : corner.normal_after,
                                    before_lit ? corner.normal_after : corner.normal_before));
    fans.back().fan.reach_m = detour_reach_m;
  }
  return fans;
}

// Every wall and corner tried exactly for a cell. The gain of the detour kept lies between the best that is reached with all walls moved
// outwards by a cell and a half and the best with all moved inwards.
TEST(DetourSearch, KeepsTheBestOfAllWallsAndCorners) {
  std::size_t kept = 0;
  std::size_t decided = 0;
  for (std::uint32_t number = 20; number < 28; ++number) {
    const Scene scene = test::random_scene(number, 2.0);
    const Point mast = scene.antenna.position;
    const auto map = traced(scene.obstacles, mast, scene.antenna.elevation_m);
    const auto fans = all_fans(scene);
    for (std::int32_t row = 1; row < frame.rows; row += 2) {
      for (std::int32_t column = 1; column < frame.columns; column += 2) {
        const Point place = frame.centre(column, row);
        const double straight_m = distance(place, mast);
        if (straight_m > longest_m || map.seen(column, row)) continue;
        const std::size_t cell = map.window.index(column, row);
        const double least = 0.0316 * roof_gain(map, cell, straight_m);
        double lower = 0.0;
        double upper = 0.0;
        for (const Ground& ground : fans) {
          const auto turn = test::turn_of(ground, place);
          const double whole_m = turn.first_m + turn.second_m;
          const double inside = test::inside_m(ground, place);
          if (inside < -1e-3 || whole_m > longest_m + 1e-2 || turn.second_m > ground.fan.reach_m + 1e-2) continue;
          const double gain = gain_of(ground.fan.has_wall, whole_m, straight_m);
          if (gain <= std::max(lower, least)) continue;
          if (inside <= tolerance_m || test::reaches(ground, place, -tolerance_m)) upper = std::max(upper, gain);
          if (inside > tolerance_m && whole_m < longest_m - 1e-2 && turn.second_m < ground.fan.reach_m - 1e-2 &&
              test::reaches(ground, place, tolerance_m)) {
            lower = gain;
          }
        }
        const Detour* const detour = detour_at(map, place);
        if (detour == nullptr) {
          EXPECT_LE(lower, least * 1.03) << place.x << " " << place.y;
          continue;
        }
        ++kept;
        if (lower > 0.5 * upper) ++decided;
        const double whole_m =
            static_cast<double>(detour->way_m) + distance({static_cast<double>(detour->x_m), static_cast<double>(detour->y_m)}, place);
        const double gain = gain_of(detour->kind == DetourKind::facade, whole_m, straight_m);
        // 3 %: the extra way of a corner that hardly bends the path, from single precision.
        EXPECT_GE(gain, lower * 0.97) << place.x << " " << place.y;
        EXPECT_LE(gain, upper * 1.03) << place.x << " " << place.y;
        EXPECT_GE(gain, least * 0.97);
      }
    }
  }
  EXPECT_GT(kept, 10000U);
  EXPECT_GT(decided, kept / 3);
}

// Every detour kept is named by a cell, none twice, and the order of buildings has no say in their numbers.
TEST(DetourSearch, NumbersDependOnWhatIsKeptAlone) {
  std::size_t kept = 0;
  for (std::uint32_t number = 30; number < 36; ++number) {
    const Scene scene = test::random_scene(number, 2.0);
    const auto map = traced(scene.obstacles, scene.antenna.position, scene.antenna.elevation_m);
    std::vector<std::size_t> named(map.detours.size() + 1);
    for (const std::uint16_t code : map.detour) ++named[code];
    for (std::size_t i = 1; i < named.size(); ++i) {
      EXPECT_GT(named[i], 0U);
      for (std::size_t k = 1; k < i; ++k) EXPECT_FALSE(map.detours[i - 1] == map.detours[k - 1]);
    }
    Obstacles other = scene.obstacles;
    std::reverse(other.walls.begin(), other.walls.end());
    std::rotate(other.corners.begin(), other.corners.begin() + 7, other.corners.end());
    EXPECT_TRUE(traced(other, scene.antenna.position, scene.antenna.elevation_m) == map);
    kept += map.detours.size();
  }
  EXPECT_GT(kept, 50U);
}

}  // namespace
}  // namespace parktwin::radio
