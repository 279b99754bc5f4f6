#include "engine/simulators/radio/site_geometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/simulators/radio/knife_edge.h"
#include "engine/simulators/radio/obstacles.h"
#include "tests/engine/simulators/radio/edge_cascade.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;

constexpr double device_m = 1.5;
constexpr double wavelength_m = 0.299792458;  // 1 GHz
const GridFrame frame = frame_covering({{0, 0}, {800, 700}}, 2.0);

Obstacles obstacles_of(const std::vector<Building>& buildings, const Terrain& terrain = {}) {
  test::Draft draft;
  draft.terrain = terrain;
  draft.buildings = buildings;
  Obstacles obstacles = make_obstacles(draft.park(), frame);
  obstacles.rays = nullptr;  // the sweep by itself
  return obstacles;
}

TEST(WindowAround, HoldsEveryCellInReachAndLittleMore) {
  const GridFrame shifted{.origin = {-37.0, 12.5}, .cell_size = 2.5, .columns = 90, .rows = 70};
  for (std::uint32_t i = 0; i < 300; ++i) {
    const RandomSequence random(31, 0, i);
    const Point centre{random.uniform(0, -150.0, 350.0), random.uniform(1, -150.0, 350.0)};
    const double reach_m = random.uniform(2, 0.0, 200.0);
    const Window window = window_around(shifted, centre, reach_m);
    ASSERT_GE(window.columns, 0);
    ASSERT_GE(window.rows, 0);
    for (std::int32_t row = 0; row < shifted.rows; ++row) {
      for (std::int32_t column = 0; column < shifted.columns; ++column) {
        const Point at = shifted.centre(column, row);
        const double beyond = std::max(std::abs(at.x - centre.x), std::abs(at.y - centre.y)) - reach_m;
        EXPECT_TRUE(distance(at, centre) > reach_m || window.holds(column, row)) << i;
        EXPECT_FALSE(beyond > 5.0 * shifted.cell_size && window.holds(column, row)) << i;
      }
    }
    if (window.size() == 0) continue;
    EXPECT_TRUE(shifted.holds(window.first_column, window.first_row));
    EXPECT_TRUE(shifted.holds(window.first_column + window.columns - 1, window.first_row + window.rows - 1));
    EXPECT_EQ(window.index(window.first_column, window.first_row), 0U);
    EXPECT_EQ(window.index(window.first_column + window.columns - 1, window.first_row + window.rows - 1), window.size() - 1);
  }
}

TEST(WindowAround, IsEmptyFarAway) {
  EXPECT_EQ(window_around(frame, {9000.0, 350.0}, 500.0).size(), 0U);
  EXPECT_EQ(window_around(frame, {400.0, -1e9}, 500.0).size(), 0U);
}

// Loss at 1 GHz over the string on some edges, by the extra way of each bend.
double exact_db(const std::vector<ProfilePoint>& edges, double antenna_m, double away_m) {
  const ProfilePath path{edges, antenna_m, device_m, away_m, wavelength_m};
  std::vector<ProfilePoint> string{{0.0, antenna_m}};
  for (const std::size_t corner : stretched_string(path)) string.push_back(edges[corner]);
  string.push_back({away_m, device_m});
  double db = string.size() > 2 ? -10.0 * std::log10(away_m) : 0.0;
  const auto leg = [](const ProfilePoint& a, const ProfilePoint& b) {
    return std::hypot(b.distance_m - a.distance_m, b.elevation_m - a.elevation_m);
  };
  for (std::size_t i = 1; i + 1 < string.size(); ++i) {
    const double extra_m = leg(string[i - 1], string[i]) + leg(string[i], string[i + 1]) - leg(string[i - 1], string[i + 1]);
    db += knife_edge_loss_db(2.0 * std::sqrt(extra_m / wavelength_m));
    db += 10.0 * std::log10(string[i + 1].distance_m - string[i - 1].distance_m);
    if (i > 1) db -= 10.0 * std::log10(string[i].distance_m - string[i - 1].distance_m);
  }
  return db;
}

double coded_db(const SiteGeometry& geometry, std::size_t cell) {
  double db = static_cast<double>(spreading_step_db) * geometry.spreading[cell];
  for (const auto& plane : geometry.edge) {
    if ((plane[cell] & parameter_mask) != 0) db += knife_edge_loss_db(static_cast<double>(parameter_of(plane[cell])));
  }
  return db;
}

// A house right across the frame. Along the main axis its two edges are met exactly; elsewhere within half a step, by a ray that passes
// half a cell beside the device's centre: together less than a cell (2 m) at the wall.
TEST(TraceSite, LossesBehindALongHouseAreThoseOfItsEdges) {
  const double roof_m = 20.0;
  const auto obstacles = obstacles_of({building("B", box(300, 0, 20, 700), roof_m)});
  for (const double antenna_m : {30.0, 24.0, 12.0}) {
    const Point mast{101.0, 351.0};
    const auto map = trace_site(obstacles, {.position = mast, .elevation_m = antenna_m}, Metres(device_m), Metres(600.0));
    std::size_t hidden = 0;
    for (std::int32_t row = 0; row < frame.rows; ++row) {
      for (std::int32_t column = 160; column < frame.columns; ++column) {
        const Point centre = frame.centre(column, row);
        const double away_m = distance(centre, mast);
        if (away_m > 600.0) continue;
        const double share = away_m / (centre.x - mast.x);  // of the way per metre to the east
        const auto losses = [&](double shift_m) {
          std::vector<double> result;
          for (const double near_m : {-shift_m, shift_m}) {
            for (const double far_m : {-shift_m, shift_m}) {
              const double last = std::min(320.0 + far_m, centre.x - 0.5);
              const std::vector<ProfilePoint> edges{{share * (300.0 + near_m - mast.x), roof_m}, {share * (last - mast.x), roof_m}};
              result.push_back(exact_db(edges, antenna_m, away_m));
            }
          }
          return result;
        };
        if (map.seen(column, row)) {
          const auto closest = losses(2.0);
          EXPECT_LT(*std::min_element(closest.begin(), closest.end()), 6.5) << column << " " << row;
          continue;
        }
        ++hidden;
        const bool main_axis = centre.x - mast.x > std::abs(centre.y - mast.y);
        const auto bounds = losses(main_axis ? 0.0 : 2.0);
        const double slack = 0.05 + (main_axis ? 0.1 : 0.15);  // spreading; slant of the ray beside
        EXPECT_GT(coded_db(map, map.window.index(column, row)), *std::min_element(bounds.begin(), bounds.end()) - slack)
            << antenna_m << " " << column << " " << row;
        EXPECT_LT(coded_db(map, map.window.index(column, row)), *std::max_element(bounds.begin(), bounds.end()) + slack)
            << antenna_m << " " << column << " " << row;
      }
    }
    EXPECT_GT(hidden, 20000U);
  }
}

TEST(TraceSite, HiddenPathsLeaveTowardsTheirFirstEdge) {
  const auto obstacles = obstacles_of({building("B", box(300, 0, 20, 700), 20.0)});
  const Point mast{101.0, 351.0};
  for (const double antenna_m : {30.0, 12.0}) {
    const auto map = trace_site(obstacles, {.position = mast, .elevation_m = antenna_m}, Metres(device_m), Metres(600.0));
    // From above the far edge carries the string, from below the near one.
    const double east_m = antenna_m > 20.0 ? 219.0 : 199.0;
    for (std::int32_t row = 120; row < 230; row += 7) {
      for (std::int32_t column = 161; column < 200; column += 5) {
        ASSERT_FALSE(map.seen(column, row));
        const Point centre = frame.centre(column, row);
        const double slope = (20.0 - antenna_m) / (east_m * distance(centre, mast) / (centre.x - mast.x));
        EXPECT_NEAR(departure_step * static_cast<float>(map.departure[map.window.index(column, row)]), slope,
                    2e-4 + 0.003 * std::abs(slope));
      }
    }
  }
}

// Behind the façade only what stands before the building counts.
TEST(TraceSite, IndoorsTheOwnBuildingDoesNotCount) {
  const auto house = building("BACK", box(340, 250, 60, 200), 25.0);
  const auto wall = building("FRONT", box(260, 0, 20, 700), 15.0);
  const SightPoint antenna{.position = {101.0, 351.0}, .elevation_m = 12.0};
  const auto alone = trace_site(obstacles_of({house}), antenna, Metres(device_m), Metres(600.0));
  const auto shaded = trace_site(obstacles_of({wall, house}), antenna, Metres(device_m), Metres(600.0));
  const auto open = trace_site(obstacles_of({wall}), antenna, Metres(device_m), Metres(600.0));
  for (std::int32_t row = 130; row < 220; ++row) {
    for (std::int32_t column = 170; column < 200; ++column) {
      const std::size_t cell = alone.window.index(column, row);
      EXPECT_TRUE(alone.seen(column, row));
      EXPECT_FALSE(shaded.seen(column, row));
      EXPECT_EQ(shaded.edge[0][cell], open.edge[0][cell]) << column << " " << row;
      EXPECT_EQ(shaded.edge[1][cell], open.edge[1][cell]) << column << " " << row;
      EXPECT_EQ(shaded.departure[cell], open.departure[cell]);
    }
    EXPECT_FALSE(alone.seen(203, row));
  }
}

struct RandomPark {
  std::vector<Building> buildings;
  Terrain terrain;
};

RandomPark random_park(std::uint32_t number) {
  const RandomSequence random(32, 0, number);
  RandomPark park;
  park.terrain.elevation_m = Grid<float>({.origin = {0, 0}, .cell_size = 50.0, .columns = 16, .rows = 14});
  for (std::uint32_t i = 0; i < park.terrain.elevation_m.values.size(); ++i) {
    park.terrain.elevation_m.values[i] = static_cast<float>(random.uniform(5000 + i, 0.0, 20.0));
  }
  for (std::uint32_t i = 0; i < 40; ++i) {
    park.buildings.push_back(building("B-" + std::to_string(i),
                                      box(random.uniform(6 * i, 20, 720), random.uniform(6 * i + 1, 20, 620),
                                          random.uniform(6 * i + 2, 3, 60), random.uniform(6 * i + 3, 3, 60)),
                                      random.uniform(6 * i + 4, 4, 45)));
  }
  return park;
}

TEST(TraceSite, HiddenCellsHaveAnEdgeAndSeenOnesNoMoreThanAGrazingOne) {
  for (std::uint32_t number = 0; number < 6; ++number) {
    const auto park = random_park(number);
    const auto obstacles = obstacles_of(park.buildings, park.terrain);
    const RandomSequence random(33, 0, number);
    const SightPoint antenna{.position = {random.uniform(0, -50, 850), random.uniform(1, 50, 650)},
                             .elevation_m = random.uniform(2, 10, 60)};
    const auto map = trace_site(obstacles, antenna, Metres(device_m), Metres(450.0));
    std::size_t hidden = 0;
    for (std::size_t cell = 0; cell < map.window.size(); ++cell) {
      const bool seen = (map.edge[0][cell] & hidden_bit) == 0;
      const float first = parameter_of(map.edge[0][cell]);
      if (seen) {
        EXPECT_LE(first, 0.0F);
        EXPECT_EQ(map.edge[1][cell], 0);
        EXPECT_EQ(map.departure[cell], 0);
        EXPECT_EQ(map.detour[cell], 0);
      } else {
        ++hidden;
        EXPECT_GE(first, 0.0F);
      }
      if (map.edge[1][cell] == 0) {
        EXPECT_EQ(map.edge[2][cell], 0);
        EXPECT_EQ(map.spreading[cell], 0);
      }
      EXPECT_LE(map.detour[cell], map.detours.size());
    }
    EXPECT_GT(hidden, 10000U);
  }
}

TEST(TraceSite, TakesTwelveBytesACell) {
  const auto park = random_park(1);
  const auto map = trace_site(obstacles_of(park.buildings, park.terrain), {.position = {400.0, 300.0}, .elevation_m = 40.0},
                              Metres(device_m), Metres(300.0));
  std::size_t held = map.detours.size() * sizeof(Detour);
  for (const auto& plane : map.edge) held += plane.size() * sizeof(plane[0]);
  held += map.departure.size() * 2 + map.spreading.size() + map.vegetation.size() + map.detour.size() * 2;
  EXPECT_EQ(map.bytes(), held);
  EXPECT_EQ(held - map.detours.size() * sizeof(Detour), 12 * map.window.size());
}

TEST(TraceSite, ThreadsDoNotChangeABit) {
  for (std::uint32_t number = 0; number < 3; ++number) {
    const auto park = random_park(10 + number);
    const auto obstacles = obstacles_of(park.buildings, park.terrain);
    const SightPoint antenna{.position = {390.0 + number, 301.0 + 7.3 * number}, .elevation_m = 45.0};
    std::vector<SiteGeometry> maps;
    for (const std::size_t threads : {1U, 2U}) {
      const ThreadLimit limit(threads);
      maps.push_back(trace_site(obstacles, antenna, Metres(device_m), Metres(400.0)));
    }
    EXPECT_TRUE(maps[0] == maps[1]);
    EXPECT_GT(maps[0].detours.size(), 0U);
  }
}

}  // namespace
}  // namespace parktwin::radio
