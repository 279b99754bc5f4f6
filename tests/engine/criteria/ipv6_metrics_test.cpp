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
  portal.name_zh = "园区门户";
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
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"service Portal (S-1): not reachable over IPv6", "业务 园区门户（S-1）：IPv6 不可达"},
                                                  {"node Node N-2 (N-2): no IPv6 address", "节点 Node N-2（N-2）：没有 IPv6 地址"},
                                                  {"node N-9: not reachable over IPv6", "节点 N-9：IPv6 不可达"},
                                                  {"link L-1: not configured for IPv6", "链路 L-1：未配置 IPv6"}}));
}

TEST(Ipv6Metrics, AccessOfAnEnterpriseGoesByItsChineseName) {
  SmallWorld world = network();
  Enterprise plant = enterprise("E-1", "Plant", 0);
  plant.name_zh = "二号厂";
  world.park.enterprises = part_of<Enterprise>({plant});
  NetworkNode access = node("N-2", NodeKind::access_switch);
  access.enterprise = Id<Enterprise>(0);
  world.park.network_nodes = part_of<NetworkNode>({access});
  EXPECT_EQ(world.measure("ipv6.nodes").where[0],
            (Text{"node Node N-2 (N-2): no IPv6 address", "节点 二号厂接入设备（N-2）：没有 IPv6 地址"}));
}

TEST(Ipv6Metrics, BlockingNodesComeFirst) {
  SmallWorld world = network();
  world.results.wired.ipv6.blocking.order = {{"N-1", 3, 3, 19}, {"N-2", 7, 1, 20}, {"N-9", 5, 0, 20}};
  const auto where = world.measure("ipv6.elements").where;
  ASSERT_EQ(where.size(), 6U);
  EXPECT_EQ(where[0], (Text{"blocking node Node N-2 (N-2): its upgrade alone would let 7 elements work",
                            "瓶颈节点 Node N-2（N-2）：仅升级它即可使 7 项可用"}));
  EXPECT_EQ(where[1].en, "blocking node Node N-1 (N-1): its upgrade alone would let 3 elements work");
}

TEST(Ipv6Metrics, NamesAndRulesCountUnlessReachabilityAloneIsAsked) {
  SmallWorld world = network();
  world.results.wired.ipv6.failing = {{Element::node, "N-2", Failure::rule_without_twin},
                                      {Element::service, "S-1", Failure::no_aaaa_record},
                                      {Element::service, "S-2", Failure::ipv4_literal},
                                      {Element::link, "L-1", Failure::not_reachable}};
  EXPECT_EQ(world.measure("ipv6.elements").where[0],
            (Text{"service Portal (S-1): its name has no AAAA record", "业务 园区门户（S-1）：域名缺少 AAAA 记录"}));
  EXPECT_EQ(world.measure("ipv6.elements").where[1].zh, "业务 S-2：客户端以 IPv4 字面地址访问");
  EXPECT_EQ(world.measure("ipv6.elements").where[2].en, "node Node N-2 (N-2): IPv4 access rules without an IPv6 twin");
  const Measurement reachable = world.measure("ipv6.reachable");
  EXPECT_EQ(reachable.part, 19.0);
  EXPECT_EQ(reachable.whole, 20.0);
  EXPECT_EQ(reachable.where.size(), 1U);
  EXPECT_EQ(world.measure("ipv6.configured").part, 20.0);
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
  EXPECT_EQ(world.measure("ipv6.configured").where[1], (Text{"node N-9: out of service", "节点 N-9：未投入运行"}));
}

TEST(Ipv6Metrics, NoNetworkIsNotFullIpv6) { EXPECT_FALSE(SmallWorld().measure("ipv6.elements").measured()); }

}  // namespace
}  // namespace parktwin::criteria
