#include "importers/recipe/road_shift.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"

namespace parktwin::importers {
namespace {

struct Town {
  std::vector<Point> buildings;
  std::vector<LineString> roads;
};

/// Streets that bend, 70 to 150 m apart over 2.4 km by 2.4 km, and houses between them that keep 12 m from every centre line.
Town town(std::uint32_t number, bool regular = false) {
  Town result;
  std::vector<double> at;
  for (double x = 0.0; x < 2400.0;) {
    at.push_back(x);
    x += regular ? 100.0 : RandomSequence(61, number, static_cast<std::uint32_t>(at.size())).uniform(0, 70.0, 150.0);
  }
  const auto bend = [&](double along) { return regular ? 0.0 : 30.0 * std::sin(along / 170.0 + number); };
  for (const double place : at) {
    LineString north;
    LineString east;
    for (double along = 0.0; along <= 2400.0; along += 20.0) {
      north.points.push_back({place + bend(along), along});
      east.points.push_back({along, place + bend(along + 400.0)});
    }
    result.roads.push_back(north);
    result.roads.push_back(east);
  }
  for (std::uint32_t i = 0; result.buildings.size() < 600; ++i) {
    const RandomSequence draw(62, number, i);
    const Point p{draw.uniform(0, 300.0, 2100.0), draw.uniform(1, 300.0, 2100.0)};
    bool free = true;
    for (const double place : at)
      free = free && std::abs(p.x - place - bend(p.y)) > 12.0 && std::abs(p.y - place - bend(p.x + 400.0)) > 12.0;
    if (free) result.buildings.push_back(p);
  }
  return result;
}

std::vector<LineString> moved(std::vector<LineString> roads, Point by) {
  for (auto& road : roads) {
    for (auto& p : road.points) p = {p.x + by.x, p.y + by.y};
  }
  return roads;
}

TEST(RoadShift, PlantedShiftsAreFound) {
  for (std::uint32_t trial = 0; trial < 12; ++trial) {
    const auto world = town(trial);
    const RandomSequence draw(63, 0, trial);
    const double by_m = draw.uniform(0, 60.0, 900.0);
    const double angle = draw.uniform(1, 0.0, 6.28);
    const Point by{by_m * std::cos(angle), by_m * std::sin(angle)};
    const auto found = shift_of_roads(world.buildings, moved(world.roads, by));
    ASSERT_TRUE(found) << trial << ": " << by.x << " " << by.y;
    EXPECT_LT(distance(found->by, by), 20.0) << trial;
  }
}

TEST(RoadShift, MapsThatFitAndMapsOfOtherPlacesGiveNone) {
  for (std::uint32_t trial = 0; trial < 6; ++trial) {
    const auto world = town(trial);
    EXPECT_FALSE(shift_of_roads(world.buildings, world.roads)) << trial;
    EXPECT_FALSE(shift_of_roads(world.buildings, moved(world.roads, {5.0, -4.0}))) << trial;
    EXPECT_FALSE(shift_of_roads(world.buildings, town(trial + 50).roads)) << trial;
  }
}

TEST(RoadShift, NothingIsSaidOfAPatternThatRepeatsOrOfLittle) {
  const auto grid = town(1, true);
  EXPECT_FALSE(shift_of_roads(grid.buildings, moved(grid.roads, {50.0, 50.0})));
  const auto world = town(2);
  EXPECT_FALSE(shift_of_roads({}, world.roads));
  EXPECT_FALSE(shift_of_roads(world.buildings, {}));
  EXPECT_FALSE(shift_of_roads({world.buildings.begin(), world.buildings.begin() + 30}, moved(world.roads, {300.0, 0.0})));
  EXPECT_FALSE(shift_of_roads(world.buildings, moved(world.roads, {1e6, 0.0})));
}

}  // namespace
}  // namespace parktwin::importers
