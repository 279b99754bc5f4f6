#include "engine/simulators/wired/ipv6/blocking_nodes.h"

#include <gtest/gtest.h>

#include <bit>
#include <set>

#include "tests/engine/simulators/wired/ipv6/random_stack.h"

namespace parktwin::wired::ipv6 {
namespace {

/// core – aggregation – two ways of two switches each, all without IPv6 but the core.
Park ladder() {
  Park park;
  std::vector<NetworkNode> nodes(6);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = topology::numbered('N', i);
    nodes[i].ipv4_address = "192.0.2." + std::to_string(i + 1);
    nodes[i].ipv6_forwarding = i == 0;
  }
  nodes[0].kind = NodeKind::core_router;
  nodes[0].ipv6_address = "2001:db8::1";
  nodes[5].kind = NodeKind::server;
  std::vector<NetworkLink> links;
  for (const auto& [from, to] : std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {1, 2}, {1, 3}, {2, 4}, {3, 4}, {4, 5}}) {
    NetworkLink link;
    link.id = topology::numbered('L', links.size());
    link.from = Id<NetworkNode>(from);
    link.to = Id<NetworkNode>(to);
    links.push_back(link);
  }
  park.network_nodes = Part(Table(nodes));
  park.network_links = Part(Table(links));
  return park;
}

TEST(BlockingNodes, AreListedByWhatTheyBring) {
  const Park park = ladder();
  const auto layers = network::layered_network(park);
  const Blocking blocking = blocking_nodes(park, NativeNetwork(park, layers, false), 10, 1000);
  ASSERT_EQ(blocking.order.size(), 5U);
  EXPECT_EQ(blocking.order[0].node, "N1");
  EXPECT_EQ(blocking.order[0].blocks, 3);  // itself and the links to N2 and N3
  EXPECT_EQ(blocking.order[0].working_after, 2 + 3);
  EXPECT_EQ(blocking.working_when_all_are_upgraded, 12);
  EXPECT_EQ(blocking.order.back().working_after, 12);
  EXPECT_EQ(blocking.smallest_set.size(), 5U);
  EXPECT_TRUE(blocking.smallest_set_is_exact);
  EXPECT_EQ(blocking_nodes(park, NativeNetwork(park, layers, false), 2, 1000).order.size(), 2U);
}

TEST(BlockingNodes, NoneWhereEverythingWorks) {
  Park park = ladder();
  for (std::size_t i = 1; i < 6; ++i) park = upgraded_park(park, i);
  const auto layers = network::layered_network(park);
  const Blocking blocking = blocking_nodes(park, NativeNetwork(park, layers, false), 10, 1000);
  EXPECT_TRUE(blocking.order.empty());
  EXPECT_TRUE(blocking.smallest_set.empty());
  EXPECT_TRUE(blocking.smallest_set_is_exact);
}

std::int32_t working_after(Park park, std::uint32_t subset) {
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    if ((subset >> i & 1U) != 0 && park.network_nodes->records()[i].kind != NodeKind::splitter) park = upgraded_park(park, i);
  }
  const auto layers = network::layered_network(park);
  const NativeNetwork network(park, layers, true);
  return network.working(std::vector<bool>(park.network_nodes->size(), false));
}

/// All 256 sets of 8 nodes, each as a park of its own.
TEST(BlockingNodes, EqualTryingAllSets) {
  int choices = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    SCOPED_TRACE("park " + std::to_string(number));
    const Park park = random_stack(number);
    const auto layers = network::layered_network(park);
    const NativeNetwork network(park, layers, true);
    std::vector<std::int32_t> working;
    for (std::uint32_t subset = 0; subset < 256; ++subset) working.push_back(working_after(park, subset));
    std::size_t fewest = 8;
    for (std::uint32_t subset = 0; subset < 256; ++subset) {
      if (working[subset] == working[255]) fewest = std::min(fewest, static_cast<std::size_t>(std::popcount(subset)));
    }
    const Blocking blocking = blocking_nodes(park, network, 100, 1000);
    EXPECT_TRUE(blocking.smallest_set_is_exact);
    EXPECT_EQ(blocking.smallest_set.size(), fewest);
    EXPECT_EQ(blocking.working_when_all_are_upgraded, working[255]);
    std::uint32_t chosen = 0;
    for (const auto& needed : blocking.smallest_set) chosen |= 1U << park.network_nodes->find(needed.node).index();
    EXPECT_EQ(working[chosen], working[255]);
    std::uint32_t before = 0;
    for (const auto& next : blocking.order) {
      const std::uint32_t bit = 1U << park.network_nodes->find(next.node).index();
      EXPECT_EQ(next.blocks, working[bit] - working[0]);
      EXPECT_EQ(next.gained, working[before | bit] - working[before]);
      EXPECT_GT(next.gained, 0);
      for (std::size_t i = 0; i < 8; ++i) EXPECT_LE(working[before | (1U << i)], working[before | bit]);
      before |= bit;
      EXPECT_EQ(next.working_after, working[before]);
    }
    EXPECT_EQ(working[before], working[255]);
    const Blocking hasty = blocking_nodes(park, network, 0, 0);
    EXPECT_TRUE(hasty.order.empty());
    EXPECT_GE(hasty.smallest_set.size(), fewest);
    choices += hasty.smallest_set_is_exact ? 0 : 1;
  }
  EXPECT_GE(choices, 1);  // a park in which the nodes that must be upgraded do not suffice
}

}  // namespace
}  // namespace parktwin::wired::ipv6
