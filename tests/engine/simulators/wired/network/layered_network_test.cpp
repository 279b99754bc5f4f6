#include "engine/simulators/wired/network/layered_network.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::network {
namespace {

TEST(LayeredNetwork, JoinsTheRootToCoreRoutersInService) {
  for (std::uint32_t number = 0; number < 50; ++number) {
    const Park park = failures::failing_park(number);
    const LayeredNetwork network = layered_network(park);
    ASSERT_EQ(network.root, park.network_nodes->size());
    ASSERT_EQ(network.graph.size(), park.network_nodes->size() + 1);
    ASSERT_EQ(network.edge_availability.size(), network.graph.edges.size());
    std::set<std::uint32_t> cores;
    for (std::size_t edge = network.fallible(); edge < network.graph.edges.size(); ++edge) {
      EXPECT_EQ(network.graph.edges[edge].a, network.root);
      EXPECT_EQ(network.edge_availability[edge], 1.0);
      cores.insert(network.graph.edges[edge].b);
    }
    for (std::uint32_t i = 0; i < network.root; ++i) {
      const NetworkNode& node = park.network_nodes->records()[i];
      EXPECT_EQ(cores.contains(i), node.operational && node.kind == NodeKind::core_router);
      EXPECT_EQ(network.node_availability[i], node.availability);
    }
  }
}

TEST(LayeredNetwork, KeepsTheLinksInServiceInTheirOrder) {
  for (std::uint32_t number = 0; number < 50; ++number) {
    const Park park = failures::failing_park(number);
    const LayeredNetwork network = layered_network(park);
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < park.network_links->size(); ++i) {
      const NetworkLink& link = park.network_links->records()[i];
      const bool works = link.operational && link.from != link.to && (*park.network_nodes)[link.from].operational &&
                         (*park.network_nodes)[link.to].operational;
      EXPECT_EQ(network.edge_of[i], works ? next : none);
      if (!works) continue;
      EXPECT_EQ(network.link_of[next], i);
      EXPECT_EQ(network.graph.edges[next].a, link.from.index());
      EXPECT_EQ(network.graph.edges[next].b, link.to.index());
      EXPECT_EQ(network.edge_availability[next], link.availability);
      ++next;
    }
    EXPECT_EQ(network.fallible(), next);
  }
}

TEST(LayeredNetwork, NamesEachLayerFromTheOneBelow) {
  std::size_t in_ducts = 0;
  for (std::uint32_t number = 0; number < 50; ++number) {
    const Park park = failures::failing_park(number);
    const LayeredNetwork network = layered_network(park);
    const auto holds = [](std::span<const std::uint32_t> row, std::size_t wanted) {
      return std::count(row.begin(), row.end(), static_cast<std::uint32_t>(wanted));
    };
    for (std::uint32_t edge = 0; edge < network.fallible(); ++edge) {
      const NetworkLink& link = park.network_links->records()[network.link_of[edge]];
      for (std::size_t i = 0; i < park.cables->size(); ++i) {
        EXPECT_EQ(holds(network.edges_of_cable[i], edge), link.cable == Id<Cable>(i) ? 1 : 0);
      }
      std::vector<std::uint32_t> ducts;
      if (link.cable.valid()) {
        for (const Id<Duct> duct : (*park.cables)[link.cable].ducts) ducts.push_back(static_cast<std::uint32_t>(duct.index()));
      }
      EXPECT_EQ(std::vector<std::uint32_t>(network.ducts_of_edge[edge].begin(), network.ducts_of_edge[edge].end()), ducts);
      for (const std::uint32_t duct : ducts) EXPECT_GT(holds(network.edges_of_duct[duct], edge), 0);
      in_ducts += ducts.size();
    }
    for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
      const NetworkNode& node = park.network_nodes->records()[i];
      EXPECT_TRUE(!node.enterprise.valid() || holds(network.nodes_of_enterprise[node.enterprise.index()], i) == 1);
      EXPECT_TRUE(!node.building.valid() || holds(network.nodes_of_building[node.building.index()], i) == 1);
    }
    for (std::size_t i = 0; i < park.network_services->size(); ++i) {
      EXPECT_EQ(holds(network.services_of_node[park.network_services->records()[i].node.index()], i), 1);
    }
    for (std::size_t i = 0; i < park.radio_sites->size(); ++i) {
      const Id<NetworkNode> backhaul = park.radio_sites->records()[i].backhaul;
      EXPECT_TRUE(!backhaul.valid() || holds(network.sites_of_node[backhaul.index()], i) == 1);
    }
    EXPECT_EQ(network.working.arcs.size(), 2 * network.fallible());
  }
  EXPECT_GT(in_ducts, 200U);
}

TEST(LayeredNetwork, TakesTheAvailabilityFromMeanTimesWhereBothAreKnown) {
  NetworkLink link;
  link.availability = 0.5;
  link.mtbf_h = 9990.0;
  EXPECT_EQ(availability_of(link), 0.5);
  link.mttr_h = 10.0;
  EXPECT_EQ(availability_of(link), 0.999);
  NetworkNode node;
  node.mtbf_h = 300.0;
  node.mttr_h = 100.0;
  EXPECT_EQ(availability_of(node), 0.75);
}

}  // namespace
}  // namespace parktwin::wired::network
