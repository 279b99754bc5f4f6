#include "engine/simulators/wired/network/working_graph.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/topology/random_network.h"

namespace parktwin::wired::network {
namespace {

NetworkNode node(const std::string& id, NodeKind kind, bool operational = true) {
  NetworkNode made;
  made.id = id;
  made.kind = kind;
  made.operational = operational;
  return made;
}

NetworkLink link(const std::string& id, std::size_t from, std::size_t to) {
  NetworkLink made;
  made.id = id;
  made.from = Id<NetworkNode>(from);
  made.to = Id<NetworkNode>(to);
  return made;
}

TEST(WorkingGraph, GivesEachLinkTwoArcsWithRatesAsSeenFromTheCore) {
  auto only = link("L", 0, 1);
  only.rate_down = MegabitsPerSecond(1000.0);
  only.rate_up = MegabitsPerSecond(200.0);
  only.availability = 0.75;
  const Graph graph =
      working_graph(Table<NetworkNode>({node("C", NodeKind::core_router), node("A", NodeKind::access_switch)}), Table<NetworkLink>({only}));
  ASSERT_EQ(graph.arcs_of(0).size(), 1U);
  ASSERT_EQ(graph.arcs_of(1).size(), 1U);
  EXPECT_EQ(graph.arcs_of(0)[0].to, 1U);
  EXPECT_EQ(graph.arcs_of(0)[0].rate_down_mbps, 1000.0);
  EXPECT_EQ(graph.arcs_of(0)[0].rate_up_mbps, 200.0);
  EXPECT_EQ(graph.arcs_of(0)[0].availability, 0.75);
  EXPECT_EQ(graph.arcs_of(1)[0].to, 0U);
  EXPECT_EQ(graph.arcs_of(1)[0].rate_down_mbps, 200.0);
  EXPECT_EQ(graph.arcs_of(1)[0].rate_up_mbps, 1000.0);
  EXPECT_EQ(graph.sources, std::vector<std::uint32_t>{0});
}

TEST(WorkingGraph, LeavesOutWhatIsOutOfServiceAndLoops) {
  auto broken = link("L2", 0, 1);
  broken.operational = false;
  const Graph graph =
      working_graph(Table<NetworkNode>({node("C0", NodeKind::core_router), node("A", NodeKind::access_switch),
                                        node("B", NodeKind::access_switch, false), node("C1", NodeKind::core_router, false)}),
                    Table<NetworkLink>({link("L0", 0, 2), link("L1", 1, 1), broken, link("L3", 1, 0)}));
  EXPECT_EQ(graph.size(), 4U);
  EXPECT_EQ(graph.arcs.size(), 2U);
  EXPECT_EQ(graph.arcs_of(2).size(), 0U);
  EXPECT_EQ(graph.sources, std::vector<std::uint32_t>{0});
}

TEST(WorkingGraph, OfNothingIsEmpty) {
  const Graph graph = working_graph(Table<NetworkNode>(), Table<NetworkLink>());
  EXPECT_EQ(graph.size(), 0U);
  EXPECT_TRUE(graph.arcs.empty());
  EXPECT_TRUE(graph.sources.empty());
}

TEST(WorkingGraph, KeepsEveryWorkingLinkOfRandomNetworksInTableOrder) {
  for (std::uint32_t number = 0; number < 50; ++number) {
    const Park park = topology::random_park(number, {.nodes = 12, .links = 40});
    const Graph graph = working_graph(*park.network_nodes, *park.network_links);
    for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
      std::vector<std::uint32_t> expected;
      for (const auto& each : *park.network_links) {
        if (!each.operational || each.from == each.to) continue;
        if (!(*park.network_nodes)[each.from].operational || !(*park.network_nodes)[each.to].operational) continue;
        if (each.from.index() == i) expected.push_back(static_cast<std::uint32_t>(each.to.index()));
        if (each.to.index() == i) expected.push_back(static_cast<std::uint32_t>(each.from.index()));
      }
      std::vector<std::uint32_t> found;
      for (const Arc& arc : graph.arcs_of(i)) {
        found.push_back(arc.to);
        const NetworkLink& link_of_arc = park.network_links->records()[arc.link];
        EXPECT_EQ(link_of_arc.from.index() + link_of_arc.to.index(), i + arc.to);
      }
      EXPECT_EQ(found, expected) << "network " << number << ", node " << i;
    }
  }
}

}  // namespace
}  // namespace parktwin::wired::network
