#include "importers/openstreetmap/power_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/core/random.h"

namespace parktwin::importers {
namespace {

PowerStation station(const std::string& bus, Point low, double size, std::optional<double> kv) {
  PowerStation result{bus, {}, kv};
  result.shape.area.polygons.push_back({{low, {low.x + size, low.y}, {low.x + size, low.y + size}, {low.x, low.y + size}}, {}});
  result.shape.points.push_back({low.x + size / 2, low.y + size / 2});
  return result;
}

TEST(PowerNetwork, EndsFindTheirStationsAndOthersGetABus) {
  const std::vector<PowerWay> ways{{{{{50, 50}, {500, 0}, {1000, 0}}}, 110.0}};
  const auto found = connected(ways, {station("S", {0, 0}, 100, 110.0)}, 100.0, "J");
  ASSERT_EQ(found.stretches.size(), 1U);
  EXPECT_EQ(found.stretches[0].from, "S");
  EXPECT_EQ(found.stretches[0].to, "J1");
  ASSERT_EQ(found.buses.size(), 1U);
  EXPECT_EQ(found.buses[0].place, (Point{1000, 0}));
  EXPECT_EQ(found.buses[0].nominal_kv, std::optional(110.0));
}

TEST(PowerNetwork, ALineIsCutWhereAnotherOfItsVoltageEnds) {
  const LineString trunk{{{0, 0}, {500, 0}, {1000, 0}}};
  const auto joined = connected({{trunk, 20.0}, {{{{500, 0}, {500, 300}}}, 20.0}}, {}, 100.0, "J");
  ASSERT_EQ(joined.stretches.size(), 3U);
  EXPECT_EQ(joined.stretches[0].to, joined.stretches[1].from);
  EXPECT_EQ(joined.stretches[2].from, joined.stretches[1].from);
  const auto apart = connected({{trunk, 110.0}, {{{{500, 0}, {500, 300}}}, 20.0}}, {}, 100.0, "J");
  EXPECT_EQ(apart.stretches.size(), 2U);  // a shared tower
  EXPECT_EQ(apart.buses.size(), 4U);
  const auto crossing = connected({{trunk, 20.0}, {{{{500, -300}, {500, 0}, {500, 300}}}, 20.0}}, {}, 100.0, "J");
  EXPECT_EQ(crossing.stretches.size(), 2U);
}

TEST(PowerNetwork, AnotherVoltageIsAnotherBusOfTheStation) {
  const auto found = connected({{{{{50, 50}, {900, 0}}}, 110.0}, {{{{40, 50}, {0, 900}}}, 20.0}, {{{{60, 50}, {900, 900}}}, std::nullopt}},
                               {station("S", {0, 0}, 100, 110.0)}, 100.0, "J");
  ASSERT_EQ(found.stretches.size(), 3U);
  EXPECT_EQ(found.stretches[0].from, "S");
  EXPECT_EQ(found.stretches[1].from, "S-20kV");
  EXPECT_EQ(found.stretches[2].from, "S");
}

TEST(PowerNetwork, WhatStaysInsideAStationIsLeftOut) {
  const auto found =
      connected({{{{{10, 10}, {90, 90}}}, 110.0}, {{{{5, 5}}}, 110.0}, {{}, {}}}, {station("S", {0, 0}, 100, {})}, 50.0, "J");
  EXPECT_TRUE(found.stretches.empty());
  EXPECT_EQ(found.within_one, std::vector<std::size_t>{0});
}

/// Random lines on a coarse grid: every made bus has a place of its own, every length is kept, and two ends at one place are one bus.
TEST(PowerNetwork, RandomLinesKeepTheirLengthAndMeetWhereTheyShareAnEnd) {
  for (std::uint32_t trial = 0; trial < 100; ++trial) {
    const RandomSequence draw(5, 0, trial);
    std::vector<PowerWay> ways;
    double expected_m = 0.0;
    for (std::uint32_t i = 0; i < 8; ++i) {
      PowerWay way{{}, 20.0};
      for (std::uint32_t k = 0; k < 4; ++k) {
        const Point p{100.0 * static_cast<int>(draw.uniform(32 * i + 2 * k, 0.0, 5.0)) + 0.1 * k,
                      100.0 * static_cast<int>(draw.uniform(32 * i + 2 * k + 1, 0.0, 5.0))};
        way.path.points.push_back(p);
      }
      expected_m += length(way.path);
      ways.push_back(way);
    }
    const auto found = connected(ways, {}, 10.0, "J");
    EXPECT_TRUE(found.within_one.empty()) << trial;
    double found_m = 0.0;
    std::map<std::string, Point> places;
    for (const auto& bus : found.buses) places[bus.id] = bus.place;
    for (const auto& stretch : found.stretches) {
      found_m += length(stretch.path);
      EXPECT_EQ(places.at(stretch.from), stretch.path.points.front());
      EXPECT_EQ(places.at(stretch.to), stretch.path.points.back());
    }
    EXPECT_NEAR(found_m, expected_m, 1e-6);
    std::set<std::pair<double, double>> distinct;
    for (const auto& bus : found.buses) distinct.emplace(bus.place.x, bus.place.y);
    EXPECT_EQ(distinct.size(), found.buses.size());
  }
}

}  // namespace
}  // namespace parktwin::importers
