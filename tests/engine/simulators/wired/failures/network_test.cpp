#include "engine/simulators/wired/failures/network.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

TEST(Network, JoinsTheRootToCoreRoutersInService) {
  for (std::uint32_t number = 0; number < 50; ++number) {
    const Park park = failing_park(number);
    const Network network = network_of(park);
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

TEST(Network, KeepsTheLinksInServiceInTheirOrder) {
  for (std::uint32_t number = 0; number < 50; ++number) {
    const Park park = failing_park(number);
    const Network network = network_of(park);
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

TEST(Network, TakesTheAvailabilityFromMeanTimesWhereBothAreKnown) {
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
}  // namespace parktwin::wired::failures
