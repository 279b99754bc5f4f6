#include "engine/criteria/infrastructure_metrics.h"

#include <gmock/gmock.h>

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A core router with three servers on it: platform, identifiers, security.
SmallWorld joined() {
  SmallWorld world;
  std::vector<NetworkNode> nodes(4);
  std::vector<NetworkLink> links(3);
  for (std::size_t i = 0; i < 4; ++i) {
    nodes[i].id = "N-" + std::to_string(i);
    nodes[i].kind = i == 0 ? NodeKind::core_router : NodeKind::server;
    if (i == 0) continue;
    links[i - 1].id = "L-" + std::to_string(i);
    links[i - 1].from = Id<NetworkNode>(0);
    links[i - 1].to = Id<NetworkNode>(i);
  }
  std::vector<SharedService> services(3);
  for (std::size_t i = 0; i < services.size(); ++i) services[i].id = "V-" + std::to_string(i);
  services[0].kind = SharedServiceKind::platform;
  services[0].node = Id<NetworkNode>(1);
  services[1].kind = SharedServiceKind::identifier_node;  // its server stands in identifier_nodes
  services[2].kind = SharedServiceKind::security_operations;
  services[2].node = Id<NetworkNode>(3);
  IdentifierNode identifiers;
  identifiers.service = Id<SharedService>(1);
  identifiers.node = Id<NetworkNode>(2);
  world.park.network_nodes = part_of(nodes);
  world.park.network_links = part_of(links);
  world.park.shared_services = part_of(services);
  world.park.identifier_nodes = part_of<IdentifierNode>({identifiers});
  return world;
}

TEST(InfrastructureMetrics, FourAreJoinedByWorkingLinks) {
  const Measurement all = joined().measure("infrastructures.linked");
  EXPECT_EQ(all.part, 4.0);
  EXPECT_EQ(all.whole, 4.0);
  EXPECT_THAT(all.where, IsEmpty());
}

TEST(InfrastructureMetrics, ABrokenLinkPartsOneFromTheOthers) {
  SmallWorld world = joined();
  auto links = world.park.network_links->records();
  links[2].operational = false;
  world.park.network_links = part_of(links);
  const Measurement parted = world.measure("infrastructures.linked");
  EXPECT_EQ(parted.part, 0.0);
  EXPECT_THAT(parted.where,
              ElementsAre(Text{"park network: no working way to security operations", "园区网络：与安全运营不连通"},
                          Text{"platform: no working way to security operations", "平台：与安全运营不连通"},
                          Text{"identifier resolution: no working way to security operations", "标识解析：与安全运营不连通"},
                          Text{"security operations: no working way to park network", "安全运营：与园区网络不连通"},
                          Text{"security operations: no working way to platform", "安全运营：与平台不连通"},
                          Text{"security operations: no working way to identifier resolution", "安全运营：与标识解析不连通"}));
}

TEST(InfrastructureMetrics, WhatRunsNowhereOrNotAtAllIsNotLinked) {
  SmallWorld world = joined();
  auto services = world.park.shared_services->records();
  services[0].node = {};
  services[2].deployed = false;
  world.park.shared_services = part_of(services);
  auto nodes = world.park.network_nodes->records();
  nodes[2].operational = false;
  world.park.network_nodes = part_of(nodes);
  const Measurement lacking = world.measure("infrastructures.linked");
  EXPECT_EQ(lacking.part, 0.0);
  EXPECT_THAT(lacking.where, ElementsAre(Text{"platform: the inventory does not say on which server it runs", "平台：未登记所在服务器"},
                                         Text{"identifier resolution: its server is out of operation", "标识解析：所在服务器停用"},
                                         Text{"security operations: not in operation", "安全运营：未投运"}));
  EXPECT_EQ(SmallWorld{}.measure("infrastructures.linked").where.size(), 4U);
}

}  // namespace
}  // namespace parktwin::criteria
