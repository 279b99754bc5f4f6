#include "engine/plan/radio/backhaul.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

Park with_roads(std::vector<std::vector<Point>> paths) {
  Park park = block_park(600.0);
  std::vector<Road> roads;
  for (auto& path : paths) {
    Road road;
    road.id = "R-" + std::to_string(roads.size());
    road.path.points = std::move(path);
    roads.push_back(std::move(road));
  }
  park.roads = Part<Table<Road>>(Table<Road>(std::move(roads)));
  return park;
}

TEST(Backhaul, FollowsTheRoads) {
  // The router stands at (5, 280); two roads meet in (400, 280).
  const Park park = with_roads({{{0, 280}, {400, 280}}, {{400, 280}, {400, 580}}});
  const auto way = BackhaulSearch(park).find({410, 500});
  ASSERT_TRUE(way);
  EXPECT_EQ(way->node, Id<NetworkNode>(0));
  EXPECT_EQ(way->path.front(), (Point{5, 280}));
  EXPECT_EQ(way->path.back(), (Point{410, 500}));
  EXPECT_NEAR(way->length_m, 395.0 + 220.0 + 10.0, 120.0);  // up to a detour to the road's end
  EXPECT_GE(way->length_m, 395.0 + 220.0 + 10.0 - 1e-9);
  EXPECT_DOUBLE_EQ(way->length_m, length({way->path}));
}

TEST(Backhaul, GoesStraightWhereRoadsDoNotLead) {
  const Park park = with_roads({{{0, 280}, {100, 280}}, {{500, 0}, {500, 100}}});
  const auto way = BackhaulSearch(park).find({505, 280});
  ASSERT_TRUE(way);
  EXPECT_EQ(way->path.size(), 2U);
  EXPECT_DOUBLE_EQ(way->length_m, 500.0);
}

TEST(Backhaul, IsNoneWithoutANodeThatWorks) {
  Park park = block_park(600.0);
  auto nodes = park.network_nodes->records();
  nodes[0].operational = false;
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
  EXPECT_FALSE(BackhaulSearch(park).find({100, 100}));
  nodes[0].operational = true;
  nodes[0].kind = NodeKind::access_switch;  // better than nothing
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
  EXPECT_TRUE(BackhaulSearch(park).find({100, 100}));
}

TEST(UnitAddresses, ComeAboveTheHighestOfTheirPrefix) {
  Park park = block_park(600.0);
  auto nodes = park.network_nodes->records();
  const auto add = [&nodes](NodeKind kind, const std::string& address) {
    NetworkNode node;
    node.id = "N-" + std::to_string(nodes.size() + 1);
    node.kind = kind;
    node.ipv6_address = address;
    nodes.push_back(node);
  };
  EXPECT_EQ(UnitAddresses(park).next(), "");
  add(NodeKind::radio_unit, "2001:db8:0:b::7");
  add(NodeKind::radio_unit, "2001:db8:0:b::fe/64");
  add(NodeKind::radio_unit, "2001:db8:0:c::9");
  add(NodeKind::server, "2001:db8:0:b::1:ff");
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
  UnitAddresses addresses(park);
  EXPECT_EQ(addresses.next(), "2001:db8:0:b::1:100");
  EXPECT_EQ(addresses.next(), "2001:db8:0:b::1:101");
}

}  // namespace
}  // namespace parktwin::plan
