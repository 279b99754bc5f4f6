#include "engine/simulators/radio/answers/storeys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/engine/simulators/radio/answers/direct_count.h"

namespace parktwin::radio::answers {
namespace {

constexpr ServedRule rule{-104.0, -3.0};
const std::vector<double> thresholds = {-115.0, -95.0};

// Sight gives between 0 and 20 dB more than the ground floor has, or less than it.
StoreyFacts facts_of(const test::HandMadeMap& map) {
  StoreyFacts facts;
  facts.gain_db_per_m = {macro_gain_db_per_m, micro_gain_db_per_m, macro_gain_db_per_m};
  facts.sight_level = [&map](std::uint16_t, std::size_t cell, double above_ground_m) {
    return map.rsrp_dbm.values[cell] + static_cast<float>(cell % 23) - 3.0F - 0.01F * static_cast<float>(above_ground_m);
  };
  return facts;
}

TEST(Storeys, AreAsHighAsTheBuildingSays) {
  Building building;
  building.height = Metres(21.0);
  building.floors = 5;
  EXPECT_DOUBLE_EQ(storey_spacing_m(building), 4.2);
  building.height_assumed = true;
  EXPECT_DOUBLE_EQ(storey_spacing_m(building), 3.0);
}

// TR 38.901 table 7.4.1-1: −0.6(hUT − 1.5) for UMa, −0.3(hUT − 1.5) for UMi, hUT up to 22.5 m: 12.6 and 6.3 dB at most.
TEST(Storeys, GainOutOfSightIsThatOfTheTable) {
  test::HandMadeMap map;
  map.fill({.origin = {}, .cell_size = 2.0, .columns = 4, .rows = 1});
  map.line_of_sight.values.assign(4, 0);
  map.best_server.values = {0, 1, nobody, 0};
  map.rsrp_dbm.values = {-100.0F, -100.0F, test::no_level, -100.0F};
  map.line_of_sight.values[3] = 1;
  StoreyFacts facts;
  facts.gain_db_per_m = {macro_gain_db_per_m, micro_gain_db_per_m};
  facts.sight_level = [](std::uint16_t, std::size_t, double) { return -50.0F; };
  const auto level = [&](std::size_t cell, double above_m) { return storey_level_dbm(map.view(), facts, cell, above_m); };
  EXPECT_FLOAT_EQ(level(0, 4.5), -98.2F);
  EXPECT_FLOAT_EQ(level(1, 4.5), -99.1F);
  EXPECT_FLOAT_EQ(level(0, 22.5), -87.4F);
  EXPECT_FLOAT_EQ(level(1, 22.5), -93.7F);
  EXPECT_FLOAT_EQ(level(0, 60.0), -87.4F);  // no gain beyond the table's range
  EXPECT_FLOAT_EQ(level(0, 1.5), -100.0F);
  EXPECT_FLOAT_EQ(level(3, 22.5), -100.0F);  // in sight already
  EXPECT_TRUE(std::isnan(level(2, 22.5)));
  facts.sight_level = [](std::uint16_t, std::size_t, double) { return -95.0F; };
  EXPECT_FLOAT_EQ(level(0, 22.5), -95.0F);
  facts.sight_level = [](std::uint16_t, std::size_t, double) { return -120.0F; };
  EXPECT_FLOAT_EQ(level(0, 22.5), -100.0F);
}

TEST(Storeys, GainStaysWithinItsBounds) {
  const auto map = test::random_map(0);
  const auto facts = facts_of(map);
  std::size_t gained = 0;
  for (std::size_t cell = 0; cell < map.building.size(); ++cell) {
    if (map.best_server.values[cell] == nobody) continue;
    for (const double above_m : {1.5, 4.5, 10.0, 22.5, 90.0}) {
      const float level = storey_level_dbm(map.view(), facts, cell, above_m);
      const float ground = map.rsrp_dbm.values[cell];
      EXPECT_GE(level, ground);
      EXPECT_LE(level, std::max(ground, facts.sight_level(0, cell, above_m)));
      EXPECT_LE(level, ground + 12.6F + 1e-4F);
      gained += level > ground ? 1 : 0;
    }
  }
  EXPECT_GT(gained, 1000U);
}

TEST(Storeys, EveryFloorAgainstADirectCount) {
  for (std::uint32_t number = 0; number < 3; ++number) {
    const auto map = test::random_map(number);
    const auto facts = facts_of(map);
    const auto rows = count_floors(map.park.buildings->records(), map.view(), map.holders(), rule, thresholds, facts);
    std::size_t next = 0;
    for (std::size_t i = 0; i < map.park.buildings->size(); ++i) {
      const Building& building = map.park.buildings->records()[i];
      const auto inside = [&](std::size_t cell) { return map.building[cell] == static_cast<std::int32_t>(i); };
      std::size_t cells = 0;
      for (std::size_t cell = 0; cell < map.building.size(); ++cell) cells += map.place.values[cell] == indoors && inside(cell) ? 1 : 0;
      if (cells == 0) continue;
      for (std::int32_t floor = 1; floor <= building.floors; ++floor, ++next) {
        ASSERT_LT(next, rows.size());
        EXPECT_EQ(rows[next].building, Id<Building>(i));
        EXPECT_EQ(rows[next].floor, floor);
        const double spacing_m = i == 4 ? 3.0 : building.height.value() / building.floors;
        EXPECT_DOUBLE_EQ(rows[next].device_height_m, 1.5 + (floor - 1) * spacing_m);
        test::expect_shares(rows[next].shares, map, rule, thresholds, inside, [&](std::size_t cell) {
          return static_cast<double>(storey_level_dbm(map.view(), facts, cell, 1.5 + (floor - 1) * spacing_m));
        });
      }
    }
    EXPECT_EQ(next, rows.size());
  }
}

}  // namespace
}  // namespace parktwin::radio::answers
