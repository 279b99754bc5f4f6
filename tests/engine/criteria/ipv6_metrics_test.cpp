#include "engine/criteria/ipv6_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using wired::ipv6::Element;
using wired::ipv6::Failure;

SmallWorld network() {
  SmallWorld world;
  world.park.network_nodes = part_of<NetworkNode>({node("N-1", NodeKind::core_router), node("N-2", NodeKind::firewall)});
  NetworkService portal;
  portal.id = "S-1";
  portal.name = "Portal";
  world.park.network_services = part_of<NetworkService>({portal});
  auto& ipv6 = world.results.wired.ipv6;
  ipv6.nodes = 10;
  ipv6.nodes_working = 8;
  ipv6.links = 9;
  ipv6.links_working = 8;
  ipv6.services = 1;
  ipv6.services_working = 0;
  ipv6.failing = {{Element::link, "L-1", Failure::not_configured},
                  {Element::node, "N-2", Failure::no_ipv6_address},
                  {Element::node, "N-9", Failure::not_reachable},
                  {Element::service, "S-1", Failure::not_reachable}};
  return world;
}

TEST(Ipv6Metrics, ElementsAreNodesLinksAndServices) {
  const Measurement measurement = network().measure("ipv6.elements");
  EXPECT_EQ(measurement.part, 16.0);
  EXPECT_EQ(measurement.whole, 20.0);
  EXPECT_EQ(measurement.where,
            (std::vector<std::string>{"service Portal (S-1): not reachable over IPv6", "node Node N-2 (N-2): no IPv6 address",
                                      "node N-9: not reachable over IPv6", "link L-1: not configured for IPv6"}));
}

TEST(Ipv6Metrics, NodesOnly) {
  const Measurement measurement = network().measure("ipv6.nodes");
  EXPECT_EQ(measurement.part, 8.0);
  EXPECT_EQ(measurement.whole, 10.0);
  EXPECT_EQ(measurement.where.size(), 2U);
}

TEST(Ipv6Metrics, ConfiguredAcceptsWhatIsOnlyUnreachable) {
  SmallWorld world = network();
  const Measurement measurement = world.measure("ipv6.configured");
  EXPECT_EQ(measurement.part, 18.0);
  EXPECT_EQ(measurement.whole, 20.0);
  EXPECT_EQ(measurement.where.size(), 2U);
  world.results.wired.ipv6.failing[2].reason = Failure::out_of_service;
  EXPECT_EQ(world.measure("ipv6.configured").part, 17.0);
}

TEST(Ipv6Metrics, NoNetworkIsNotFullIpv6) { EXPECT_FALSE(SmallWorld().measure("ipv6.elements").measured()); }

}  // namespace
}  // namespace parktwin::criteria
