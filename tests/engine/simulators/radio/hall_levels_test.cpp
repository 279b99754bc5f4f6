#include "engine/simulators/radio/hall_levels.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/edge_batch.h"
#include "engine/simulators/radio/entry_loss.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Draft;
using test::hall_draft;
using test::simulated;

// 23 dBm over 273 resource blocks: 23 − 10 lg 3276.
const double element_dbm = 23.0 - 10.0 * std::log10(3276.0);

// TR 38.901 tables 7.4.1-1 and 7.4.2-1, sparse clutter of 2 m, antenna at 8 m, device at 1.5 m, written out.
double expected_loss_db(double ground_m) {
  const double slant_m = std::sqrt(ground_m * ground_m + 6.5 * 6.5);
  const double clear_db = 31.84 + 21.5 * std::log10(slant_m) + 19.0 * std::log10(3.5);
  const double blocked_db = std::max(clear_db, 32.4 + 23.0 * std::log10(slant_m) + 20.0 * std::log10(3.5));
  const double sight = std::exp(ground_m * std::log(0.8) / 10.0 * 0.5 / 6.5);
  return sight * clear_db + (1.0 - sight) * blocked_db;
}

float rsrp_at(const Result& map, Point place) {
  const GridFrame& frame = map.rsrp_dbm.frame;
  return map.rsrp_dbm.at(frame.column_of(place.x), frame.row_of(place.y));
}

TEST(HallLevels, InsideByHand) {
  for (const auto mode : {PropagationMode::deterministic, PropagationMode::site_general}) {
    Options options;
    options.mode = mode;
    const Result map = simulated(hall_draft().park(), options);
    EXPECT_NEAR(rsrp_at(map, {261.0, 181.0}), -86.4704, 2e-3);  // at 30 m, see hall_law_test.cpp
    for (const Point place : {Point{231.0, 181.0}, Point{235.0, 181.0}, Point{231.0, 207.0}, Point{299.0, 151.0}, Point{201.0, 209.0}}) {
      const double ground_m = std::hypot(place.x - 231.0, place.y - 181.0);
      EXPECT_NEAR(rsrp_at(map, place), element_dbm - expected_loss_db(ground_m), 2e-3) << place.x << ' ' << place.y;
    }
  }
}

TEST(HallLevels, LeaksThroughItsWallsUpToTheMargin) {
  const Result map = simulated(hall_draft().park());
  const double metal_db = entry_loss(WallMaterial::metal, gigahertz(3.5)).value();
  const double concrete_db = entry_loss(WallMaterial::concrete, gigahertz(3.5)).value();
  EXPECT_GT(metal_db, 15.0);
  // Outdoors, 20 m south of the hall.
  EXPECT_NEAR(rsrp_at(map, {231.0, 131.0}), element_dbm - expected_loss_db(50.0) - metal_db, 2e-3);
  // In the office, 11 m behind its western façade and as far from no other.
  EXPECT_NEAR(rsrp_at(map, {341.0, 181.0}), element_dbm - expected_loss_db(110.0) - metal_db - concrete_db - 0.5 * 11.0, 2e-3);
  // The bounds end at 300 m and 210 m.
  EXPECT_FALSE(std::isnan(rsrp_at(map, {399.0, 181.0})));
  EXPECT_TRUE(std::isnan(rsrp_at(map, {403.0, 181.0})));
  EXPECT_FALSE(std::isnan(rsrp_at(map, {231.0, 309.0})));
  EXPECT_TRUE(std::isnan(rsrp_at(map, {231.0, 313.0})));
  const GridFrame& frame = map.place.frame;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      const Point p = frame.centre(column, row);
      const bool reached = p.x > 100.0 && p.x < 402.0 && p.y > 50.0 && p.y < 312.0;
      ASSERT_EQ(map.best_server.at(column, row) == 0, reached) << p.x << ' ' << p.y;
      ASSERT_EQ(std::isfinite(map.rsrp_dbm.at(column, row)) && std::isfinite(map.sinr_db.at(column, row)) &&
                    std::isfinite(map.shadowing_deviation_db.at(column, row)),
                reached);
    }
  }
}

TEST(HallLevels, ReachEndsAtTheMaximumDistanceToo) {
  Options options;
  options.maximum_distance = Metres(40.0);
  const Result map = simulated(hall_draft().park(), options);
  EXPECT_FALSE(std::isnan(rsrp_at(map, {269.0, 181.0})));
  EXPECT_TRUE(std::isnan(rsrp_at(map, {273.0, 181.0})));
}

// Fading of one kind inside; outside the walls' own with it (metal σ 6.5 dB, concrete 4.4 dB).
TEST(HallLevels, DeviationsOnTheMap) {
  const Park park = hall_draft().park();
  const Result map = simulated(park);
  const Hall hall = hall_at(park, Id<Building>(0), Metres(8.0), Metres(1.5));
  const auto deviation_at = [&](Point p) {
    return map.shadowing_deviation_db.at(map.place.frame.column_of(p.x), map.place.frame.row_of(p.y));
  };
  const auto path_db = [&](double ground_m) { return hall_deviation_db(hall, ground_m, std::hypot(ground_m, 6.5)); };
  EXPECT_GT(path_db(30.0), 4.3);
  EXPECT_LT(path_db(30.0), 5.9);
  EXPECT_NEAR(deviation_at({261.0, 181.0}), path_db(30.0), 1e-4);
  EXPECT_NEAR(deviation_at({231.0, 131.0}), std::hypot(path_db(50.0), 6.5), 1e-4);
  EXPECT_NEAR(deviation_at({341.0, 181.0}), std::hypot(path_db(110.0), 6.5, 4.4), 1e-4);
}

TEST(HallLevels, DrawnFadingHasTheMapsDeviation) {
  Draft draft = hall_draft();
  Options options;
  const Result median = simulated(draft.park(), options);
  options.shadow_fading = true;
  double squares = 0.0;
  std::size_t count = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Result drawn = simulated(draft.park(), options, seed);
    for (const Point place : {Point{211.0, 161.0}, Point{251.0, 201.0}, Point{291.0, 171.0}}) {
      const double off =
          static_cast<double>(rsrp_at(drawn, place) - rsrp_at(median, place)) /
          static_cast<double>(median.shadowing_deviation_db.at(median.place.frame.column_of(place.x), median.place.frame.row_of(place.y)));
      squares += off * off;
      ++count;
    }
  }
  EXPECT_NEAR(std::sqrt(squares / static_cast<double>(count)), 1.0, 0.2);  // 120 draws: σ of the estimate 0.065
}

TEST(HallLevels, AStrongHallIsSeenThroughout) {
  const Result map = simulated(hall_draft().park());
  const auto seen_at = [&](Point p) { return map.line_of_sight.at(map.place.frame.column_of(p.x), map.place.frame.row_of(p.y)); };
  EXPECT_EQ(seen_at({299.0, 151.0}), 1);  // 74 m of k = 583 m
  EXPECT_EQ(seen_at({231.0, 131.0}), 0);  // outdoors
  Draft dense = hall_draft();
  dense.buildings[0].clutter_density = 0.8;
  const Result crowded = simulated(dense.park());  // k = 16.2 m: one half at 11.2 m
  EXPECT_EQ(crowded.line_of_sight.at(crowded.place.frame.column_of(241.0), crowded.place.frame.row_of(181.0)), 1);
  EXPECT_EQ(crowded.line_of_sight.at(crowded.place.frame.column_of(245.0), crowded.place.frame.row_of(181.0)), 0);
}

TEST(HallLevels, TheAntennaPatternCounts) {
  Draft draft = hall_draft();
  const float isotropic = rsrp_at(simulated(draft.park()), {261.0, 181.0});
  draft.antennas[1] = test::ceiling_antenna("A-2");
  // 12.2° below the horizon: 12 (12.2/90)² = 0.22 dB under 5 dBi.
  EXPECT_NEAR(rsrp_at(simulated(draft.park()), {261.0, 181.0}), isotropic + 5.0F - 0.22F, 0.05F);
}

TEST(HallLevels, OnASlopeDevicesStandOnTheFloor) {
  Draft draft = hall_draft();
  draft.terrain.elevation_m = Grid<float>({{0.0, 0.0}, 100.0, 6, 4}, 0.0F);
  for (std::int32_t column = 0; column < 6; ++column) {
    for (std::int32_t row = 0; row < 4; ++row) draft.terrain.elevation_m.at(column, row) = 4.0F * static_cast<float>(column);
  }
  const Result map = simulated(draft.park());
  EXPECT_NEAR(rsrp_at(map, {261.0, 181.0}), -86.4704, 2e-3);
}

TEST(HallLevels, SameBitsForAnyNumberOfThreads) {
  Draft draft = hall_draft();
  draft.sites.push_back(test::site("S-OUT", {500.0, 300.0}, 25.0));
  draft.cells.push_back(test::cell("C-OUT", 1, 240.0));
  draft.nodes = {test::access_point("N-1", {350.0, 180.0}), test::access_point("N-2", {150.0, 100.0})};
  const Park park = draft.park();
  for (const bool fading : {false, true}) {
    Options options;
    options.shadow_fading = fading;
    const auto hash_with = [&](std::size_t threads) {
      const ThreadLimit limit(threads);
      return content_hash(simulated(park, options));
    };
    EXPECT_EQ(hash_with(1), hash_with(2));
  }
}

TEST(HallLevels, KeysTellBuildingsApart) {
  Hall hall;
  const ContentHash one = hall_key({1, 2}, hall);
  EXPECT_NE(one, (ContentHash{1, 2}));
  hall.building = 1;
  EXPECT_NE(hall_key({1, 2}, hall), one);
}

TEST(HallLevels, GeometryIsCutAtTheFrame) {
  const Park park = hall_draft().park();
  const Obstacles obstacles = make_obstacles(park, frame_covering({{150, 160}, {260, 200}}, 2.0));
  const Hall hall = hall_at(park, Id<Building>(0), Metres(8.0), Metres(1.5));
  const SiteGeometry geometry = hall_geometry(obstacles, hall, {{231.0, 181.0}, 8.0, 0}, Metres(1.5));
  EXPECT_EQ(geometry.window, (Window{0, 0, 55, 20}));
  EXPECT_TRUE(geometry.seen(40, 10));
  EXPECT_FALSE(geometry.seen(5, 10));  // west of the hall
}

}  // namespace
}  // namespace parktwin::radio
