#include "engine/criteria/coverage.h"

#include "engine/core/random.h"
#include "engine/criteria/ground.h"
#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

constexpr std::uint8_t none = 0;
constexpr std::uint8_t radio = 1;
constexpr std::uint8_t wired = 2;
constexpr std::uint8_t unserved = 3;

TEST(Coverage, BothThresholdsAreInclusiveAndNanIsUncovered) {
  SmallWorld world;
  world.results.radio = radio_map({"oooox."});
  auto& map = world.results.radio;
  map.rsrp_dbm.values = {-105.0F, -105.01F, -60.0F, -60.0F, std::nanf(""), -60.0F};
  map.sinr_db.values = {-3.0F, 20.0F, -3.01F, std::nanf(""), 20.0F, 20.0F};
  EXPECT_EQ(covered_by_5g(world.results, {}).values, (std::vector<std::uint8_t>{1, 0, 0, 0, 0, 0}));
  EXPECT_EQ(covered_by_5g(world.results, {Dbm(-110.0), Decibel(-3.0)}).values, (std::vector<std::uint8_t>{1, 1, 0, 0, 0, 0}));
  EXPECT_EQ(covered_by_5g(world.results, {Dbm(-105.0), Decibel(-5.0)}).values, (std::vector<std::uint8_t>{1, 0, 1, 0, 0, 0}));
}

TEST(Coverage, MarginGrowsWithTheDeviation) {
  SmallWorld world;
  world.results.radio = radio_map({"oooo"});
  world.results.radio.rsrp_dbm.values = {-95.0F, -95.0F, -95.0F, -95.0F};
  world.results.radio.shadowing_deviation_db.values = {4.0F, 6.0F, 7.0F, std::nanf("")};
  // -105 + 1.645 * 4 = -98.42, * 6 = -95.13, * 7 = -93.485.
  EXPECT_EQ(covered_by_5g(world.results, {Dbm(-105.0), Decibel(-3.0), 1.645}).values, (std::vector<std::uint8_t>{1, 1, 0, 0}));
  world.results.radio.shadowing_deviation_db = {};
  EXPECT_EQ(covered_by_5g(world.results, {Dbm(-105.0), Decibel(-3.0), 1.645}).values, (std::vector<std::uint8_t>{0, 0, 0, 0}));
}

/// One road, 10 cells of 2 m, covered by 5G in its first two cells; an access point at its middle reaches 3 m.
SmallWorld road_world() {
  SmallWorld world;
  world.results.radio = radio_map({"ooxxxxxxxx"});
  world.park.zones = part_of<Zone>({zone("Z-1", ZoneKind::road, true, area_of(0, 0, 18, 2))});
  NetworkNode point = node("N-1", NodeKind::wifi_access_point, {9.0, 1.0});
  point.service_radius = Metres(3.0);
  world.park.network_nodes = part_of<NetworkNode>({point});
  world.results.wired.topology.nodes = {{Id<NetworkNode>(0), true, 100.0, 100.0}};
  return world;
}

TEST(Coverage, AccessPointServesItsCircle) {
  const SmallWorld world = road_world();
  // Cell centres at 1, 3, 5, 7, 9 …: 7, 9 and 11 lie within 3 m of 9.
  EXPECT_EQ(public_service(world.results, world.park, {}).values,
            (std::vector<std::uint8_t>{radio, radio, unserved, wired, wired, wired, unserved, unserved, unserved, none}));
}

TEST(Coverage, AccessPointOffTheNetworkServesNothing) {
  SmallWorld world = road_world();
  world.results.wired.topology.nodes[0].reachable = false;
  EXPECT_EQ(public_service(world.results, world.park, {}).values,
            (std::vector<std::uint8_t>{radio, radio, unserved, unserved, unserved, unserved, unserved, unserved, unserved, none}));
}

TEST(Coverage, PublicBuildingWithAReachableNodeIsServed) {
  SmallWorld world;
  world.results.radio = radio_map({"XXXX", "xxxx"});
  world.park.buildings = part_of<Building>({building("B-1", rectangle(0, 2, 4, 4), {}, true),
                                            building("B-2", rectangle(4, 2, 6, 4), {}, true), building("B-3", rectangle(6, 2, 8, 4))});
  NetworkNode one = node("N-1", NodeKind::access_switch);
  one.building = Id<Building>(0);
  NetworkNode two = node("N-2", NodeKind::access_switch);
  two.building = Id<Building>(1);
  NetworkNode three = node("N-3", NodeKind::access_switch);
  three.building = Id<Building>(2);
  world.park.network_nodes = part_of<NetworkNode>({one, two, three});
  world.results.wired.topology.nodes = {
      {Id<NetworkNode>(0), true, 1, 1}, {Id<NetworkNode>(1), false, 0, 0}, {Id<NetworkNode>(2), true, 1, 1}};
  EXPECT_EQ(public_service(world.results, world.park, {}).values,
            (std::vector<std::uint8_t>{none, none, none, none, wired, wired, unserved, none}));
}

TEST(Coverage, EmptyResultsGiveEmptyGrids) {
  const SmallWorld world;
  EXPECT_TRUE(covered_by_5g(world.results, {}).empty());
  EXPECT_TRUE(public_service(world.results, world.park, {}).empty());
}

/// What each cell is, asked cell by cell with point-in-polygon tests.
std::uint8_t slow_service(const SmallWorld& world, std::int32_t column, std::int32_t row) {
  const auto& map = world.results.radio;
  if (map.place.at(column, row) == 0) return none;
  const Point centre = map.place.frame.centre(column, row);
  bool counts = false;
  for (const auto& candidate : *world.park.zones) {
    if (!contains(candidate.shape, centre)) continue;
    counts = candidate.is_public && candidate.kind != ZoneKind::water;
    break;
  }
  for (const auto& candidate : *world.park.buildings) counts = counts || (candidate.is_public && contains(candidate.footprint, centre));
  if (!counts) return none;
  if (map.rsrp_dbm.at(column, row) >= -105.0F && map.sinr_db.at(column, row) >= -3.0F) return radio;
  for (const auto& point : *world.park.network_nodes) {
    if (distance(point.position, centre) <= point.service_radius.value()) return wired;
  }
  return unserved;
}

TEST(Coverage, AgreesWithAskingEveryCellOfRandomParks) {
  for (std::uint32_t round = 0; round < 20; ++round) {
    const RandomSequence random(42, 3, round);
    std::uint32_t draw = 0;
    const auto span = [&] { return random.uniform(draw++, 0.0, 40.0); };
    const auto shape = [&] {
      const double west = span();
      const double south = span();
      return rectangle(west, south, west + 0.5 * span() + 0.3, south + 0.5 * span() + 0.3);
    };
    SmallWorld world;
    world.results.radio = radio_map(std::vector<std::string>(24, std::string(26, 'o')), 1.7);
    for (std::size_t i = 0; i < world.results.radio.place.values.size(); ++i) {
      world.results.radio.place.values[i] = static_cast<std::uint8_t>(random.below(draw++, 3));
      world.results.radio.rsrp_dbm.values[i] = random.below(draw++, 2) == 0 ? -100.0F : -110.0F;
      world.results.radio.sinr_db.values[i] = random.below(draw++, 3) == 0 ? -4.0F : 4.0F;
    }
    std::vector<Zone> zones;
    std::vector<Building> buildings;
    std::vector<NetworkNode> nodes;
    for (int i = 0; i < 6; ++i) {
      const auto kind = i == 1 ? ZoneKind::water : ZoneKind::green;
      zones.push_back(zone("Z-" + std::to_string(i), kind, random.below(draw++, 3) != 0, {{shape()}}));
      buildings.push_back(building("B-" + std::to_string(i), shape(), {}, i % 2 == 0));
      nodes.push_back(node("N-" + std::to_string(i), NodeKind::wifi_access_point, {span(), span()}));
      nodes.back().service_radius = Metres(0.1 * span());
      world.results.wired.topology.nodes.push_back({Id<NetworkNode>(static_cast<std::size_t>(i)), true, 1.0, 1.0});
    }
    world.park.zones = part_of(zones);
    world.park.buildings = part_of(buildings);
    world.park.network_nodes = part_of(nodes);
    const auto service = public_service(world.results, world.park, {});
    for (std::int32_t row = 0; row < service.frame.rows; ++row) {
      for (std::int32_t column = 0; column < service.frame.columns; ++column) {
        ASSERT_EQ(service.at(column, row), slow_service(world, column, row)) << round << ' ' << column << ' ' << row;
      }
    }
  }
}

TEST(Coverage, SimulatedWifiServesByLevelInsteadOfTheCircle) {
  SmallWorld world = road_world();
  auto& wifi = world.results.radio.wifi;
  wifi.level_dbm = Grid<float>(world.results.radio.place.frame, -67.0F);
  wifi.access_point = Grid<std::uint16_t>(world.results.radio.place.frame, 0);
  wifi.access_points = {{.node = Id<NetworkNode>(0)}};
  wifi.level_dbm.values[4] = -67.01F;
  wifi.level_dbm.values[8] = std::nanf("");
  wifi.access_point.values[8] = parktwin::radio::wifi::no_access_point;
  EXPECT_EQ(public_service(world.results, world.park, {}).values,
            (std::vector<std::uint8_t>{radio, radio, wired, wired, unserved, wired, wired, wired, unserved, none}));
  world.results.wired.topology.nodes[0].reachable = false;
  EXPECT_EQ(public_service(world.results, world.park, {}).values,
            (std::vector<std::uint8_t>{radio, radio, unserved, unserved, unserved, unserved, unserved, unserved, unserved, none}));
}

}  // namespace
}  // namespace parktwin::criteria
