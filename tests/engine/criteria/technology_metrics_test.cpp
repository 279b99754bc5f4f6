#include "engine/criteria/technology_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

SmallWorld equipped() {
  SmallWorld world;
  const std::vector<NodeKind> kinds = {NodeKind::core_router, NodeKind::tsn_switch, NodeKind::edge_server, NodeKind::optical_line_terminal,
                                       NodeKind::optical_network_unit};
  std::vector<NetworkNode> nodes;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    nodes.push_back(node("N-" + std::to_string(i), kinds[i]));
    world.results.wired.topology.nodes.push_back({Id<NetworkNode>(i), true, 1.0, 1.0});
  }
  world.park.network_nodes = part_of(nodes);
  RadioCell nr;
  nr.id = "C-1";
  RadioCell lte;
  lte.id = "C-2";
  lte.access = RadioAccess::lte;
  world.park.radio_cells = part_of<RadioCell>({nr, lte});
  world.results.radio.cells = {{Id<RadioCell>(0), true, 1.0, -80.0}, {Id<RadioCell>(1), true, 1.0, -80.0}};
  world.results.wired.ipv6.nodes_working = 1;
  wired::optical::PlantNetwork plant;
  plant.on_optical = 1;
  plant.units = {Id<NetworkNode>(4)};
  world.results.wired.optical.plants = {plant};
  std::vector<SharedService> services(3);
  services[0].id = "V-0";
  services[0].kind = SharedServiceKind::platform;
  services[1].id = "V-1";
  services[1].kind = SharedServiceKind::identifier_node;
  services[2].id = "V-2";
  services[2].kind = SharedServiceKind::security_operations;
  services[2].deployed = false;
  world.park.shared_services = part_of(services);
  return world;
}

TEST(TechnologyMetrics, AllFivePresent) {
  const Measurement measurement = equipped().measure("technologies.in_operation");
  EXPECT_EQ(measurement.part, 5.0);
  EXPECT_EQ(measurement.whole, 5.0);
  EXPECT_TRUE(measurement.where.empty());
}

TEST(TechnologyMetrics, WhatIsOffTheNetworkOrOffTheAirIsNotPresent) {
  SmallWorld world = equipped();
  world.results.wired.topology.nodes[1].reachable = false;
  world.results.wired.topology.nodes[4].reachable = false;
  world.results.radio.cells[0].on_air = false;
  world.results.wired.ipv6.nodes_working = 0;
  const Measurement measurement = world.measure("technologies.in_operation");
  EXPECT_EQ(measurement.part, 1.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"5G: not found in operation", "5G：未见投入运行"},
                                                  {"time-sensitive networking: not found in operation", "时间敏感网络：未见投入运行"},
                                                  {"IPv6: not found in operation", "IPv6：未见投入运行"},
                                                  {"industrial optical network: not found in operation", "工业光网：未见投入运行"}}));
}

TEST(TechnologyMetrics, OpticalUnitsWithoutProductionOrLightAreNoIndustrialNetwork) {
  SmallWorld world = equipped();
  world.results.wired.optical.plants[0].on_optical = 0;
  EXPECT_EQ(world.measure("technologies.in_operation").part, 4.0);
  world.results.wired.optical.plants.clear();
  EXPECT_EQ(world.measure("technologies.in_operation").part, 4.0);
}

TEST(TechnologyMetrics, Infrastructures) {
  const Measurement measurement = equipped().measure("infrastructures.in_operation");
  EXPECT_EQ(measurement.part, 3.0);
  EXPECT_EQ(measurement.whole, 4.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"security operations: not found in operation", "安全运营：未见投入运行"}}));
}

}  // namespace
}  // namespace parktwin::criteria
