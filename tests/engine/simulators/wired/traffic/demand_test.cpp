#include "engine/simulators/wired/traffic/demand.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

/// core 0 – switches 1 and 2 – access 3 of an enterprise; radio node 4 at switch 2.
struct Small {
  ParkBuilder builder;
  std::uint32_t core = builder.node(NodeKind::core_router);
  std::uint32_t west = builder.node(NodeKind::aggregation_switch, {0, 0});
  std::uint32_t east = builder.node(NodeKind::aggregation_switch, {1000, 0});
  std::uint32_t access = builder.node(NodeKind::access_switch);
  std::uint32_t radio_node = builder.node(NodeKind::radio_unit);
  std::uint32_t inner = builder.node(NodeKind::tsn_switch);
  Id<Enterprise> enterprise = builder.enterprise(access);
  RadioAccess radio;
  std::vector<HostedWorkload> hosted;
  std::vector<Note> notes;

  Small() {
    builder.link(core, west, 10000.0);
    builder.link(core, east, 10000.0);
    builder.link(west, access, 1000.0);
    builder.link(east, radio_node, 1000.0);
    builder.link(access, inner, 1000.0);
    builder.nodes[inner].enterprise = enterprise;
  }

  [[nodiscard]] Park park() const {
    Park made = builder.park();
    std::vector<RadioSite> sites(2);
    sites[0].id = "S0";
    sites[0].backhaul = Id<NetworkNode>(radio_node);
    sites[1].id = "S1";
    std::vector<RadioCell> cells(2);
    for (std::size_t i = 0; i < 2; ++i) {
      cells[i].id = numbered("C", i);
      cells[i].site = Id<RadioSite>(i);
    }
    made.radio_sites = Part(Table(sites));
    made.radio_cells = Part(Table(cells));
    return made;
  }

  std::vector<Flow> flows(const Park& park, const std::vector<ClassChange>& changes = {}) {
    const auto all = profiles(changes);
    const auto targets = targets_of(park, network_of(park, {}), all);
    return flows_of(park, {}, all, targets, radio, hosted, notes);
  }
};

TEST(Demand, BitsOnTheWireCountEveryPacketsHeaders) {
  EXPECT_EQ(packets_of(100.0), 1.0);
  EXPECT_EQ(packets_of(1452.0), 1.0);
  EXPECT_EQ(packets_of(1453.0), 2.0);
  EXPECT_EQ(wire_bits(1000.0), 8.0 * 1090.0);
  EXPECT_EQ(wire_bits(2904.0), 8.0 * (2904.0 + 180.0));
}

TEST(Demand, OfficesFollowEmployeesAndSector) {
  Small small;
  small.builder.enterprises[0].employees = 200;
  small.builder.enterprises[0].sector = Sector::software;
  auto flows = small.flows(small.park());
  ASSERT_EQ(flows.size(), 1U);
  EXPECT_EQ(flows[0].source, SourceClass::office);
  EXPECT_EQ(flows[0].units, 200.0);
  EXPECT_EQ(flows[0].node, Id<NetworkNode>(small.access));  // nearer to the core than the switch within
  EXPECT_NEAR(flows[0].samples_per_s, 86.0, 1e-9);
  small.builder.enterprises[0].sector = Sector::food;
  small.builder.enterprises[0].cloud_level = CloudLevel::platform;
  flows = small.flows(small.park());
  ASSERT_EQ(flows.size(), 2U);
  EXPECT_EQ(flows[0].units, 50.0);
  EXPECT_EQ(flows[1].source, SourceClass::cloud_sync);
  EXPECT_EQ(flows[1].units, 200.0);
}

TEST(Demand, HostedWorkloadsLeaveTheCloudForTheDataCentre) {
  Small small;
  small.builder.enterprises[0].employees = 100;
  small.builder.enterprises[0].cloud_level = CloudLevel::equipment;
  small.hosted = {{small.enterprise, 30.0, 0.6}};
  const auto flows = small.flows(small.park());
  ASSERT_EQ(flows.size(), 3U);
  EXPECT_EQ(flows[1].source, SourceClass::cloud_sync);
  EXPECT_EQ(flows[1].units, 70.0);
  EXPECT_EQ(flows[2].source, SourceClass::hosted_workloads);
  EXPECT_EQ(flows[2].enterprise, small.enterprise);
  EXPECT_NEAR(flows[2].samples_per_s, 30.0 * 0.43, 1e-9);
  EXPECT_NEAR(flows[2].down_mbit_s, 0.6 * wire_bits(14520.0) / (8.0 * 14520.0), 1e-12);
  small.builder.enterprises[0].cloud_level = CloudLevel::none;
  EXPECT_EQ(small.flows(small.park()).size(), 1U);
}

TEST(Demand, RatesOfTheInventoryComeFirst) {
  Small small;
  small.builder.asset(small.enterprise, "sensors", 10);
  small.builder.asset(small.enterprise, "sensors", 10);
  small.builder.asset(small.enterprise, "staff", 10);
  small.builder.asset(small.enterprise, "staff", 10);
  small.builder.assets[1].rate_up = MegabitsPerSecond(0.8);
  small.builder.assets[1].rate_down = MegabitsPerSecond(0.4);
  small.builder.assets[2].rate_up = MegabitsPerSecond(0.4);
  const auto flows = small.flows(small.park());
  ASSERT_EQ(flows.size(), 3U);
  EXPECT_NEAR(flows[0].samples_per_s, 10.0, 1e-12);
  EXPECT_NEAR(flows[1].samples_per_s, 10 * 0.8e6 / 800.0, 1e-6);
  EXPECT_NEAR(flows[1].up_mbit_s, 8.0 * 190.0 / 100.0, 1e-9);
  EXPECT_NEAR(flows[1].down_mbit_s, 4.0 * 190.0 / 100.0, 1e-9);
  EXPECT_EQ(flows[2].source, SourceClass::other_elements);
  EXPECT_NEAR(flows[2].samples_per_s, 4e6 / 4000.0, 1e-6);
  ASSERT_EQ(small.notes.size(), 1U);
  EXPECT_EQ(small.notes[0].place, "connected assets CA3");
}

TEST(Demand, BearersEnterWhereTheyEnter) {
  Small small;
  for (const auto bearer : {AssetBearer::wifi, AssetBearer::lte, AssetBearer::nr}) small.builder.asset(small.enterprise, "AGV", 8, bearer);
  small.radio.cells.resize(2);
  small.radio.serving = {{small.enterprise, Id<RadioCell>(0), 0.5, 20.0, 200.0},
                         {small.enterprise, Id<RadioCell>(1), 0.25, 30.0, 300.0},
                         {small.enterprise, {}, 0.25, 0.0, 0.0}};
  const auto flows = small.flows(small.park());
  ASSERT_EQ(flows.size(), 5U);
  EXPECT_EQ(flows[0].node, Id<NetworkNode>(small.access));
  EXPECT_EQ(flows[1].node, Id<NetworkNode>(small.core));
  EXPECT_EQ(flows[2].node, Id<NetworkNode>(small.radio_node));
  EXPECT_EQ(flows[2].units, 4.0);
  EXPECT_EQ(flows[2].cell, Id<RadioCell>(0));
  EXPECT_EQ(flows[2].radio_up_mbit_s, 20.0);
  EXPECT_EQ(flows[3].radio_down_mbit_s, 300.0);
  EXPECT_EQ(flows[3].node, Id<NetworkNode>(small.core));  // its site has no backhaul node
  EXPECT_FALSE(flows[4].node.valid());
  EXPECT_EQ(flows[4].state, FlowState::no_radio);
  small.radio.serving.clear();
  EXPECT_EQ(small.flows(small.park())[2].state, FlowState::no_radio);
}

TEST(Demand, AnEnterpriseWithoutNodeHasNoAccess) {
  Small small;
  Enterprise lonely;
  lonely.id = "E1";
  lonely.employees = 10;
  small.builder.enterprises.push_back(lonely);
  const auto flows = small.flows(small.park());
  ASSERT_EQ(flows.size(), 1U);
  EXPECT_EQ(flows[0].state, FlowState::no_access);
  EXPECT_FALSE(flows[0].node.valid());
}

TEST(Demand, ScenariosInOperationAddTheirSources) {
  Small small;
  small.builder.scenario(ScenarioKind::security);
  small.builder.scenario(ScenarioKind::environment);
  small.builder.scenario(ScenarioKind::energy);
  small.builder.scenario(ScenarioKind::pipe_gallery);
  const auto square = [](double west, double side) {
    return MultiPolygon{{{{{west, 0}, {west + side, 0}, {west + side, side}, {west, side}}, {}}}};
  };
  Park park = small.park();
  std::vector<Zone> zones(4);
  for (std::size_t i = 0; i < zones.size(); ++i) {
    zones[i].id = numbered("Z", i);
    zones[i].shape = square(900.0 * static_cast<double>(i), 100.0);
  }
  zones[1].kind = ZoneKind::road;
  zones[2].kind = ZoneKind::water;
  zones[3].is_public = false;
  park.zones = Part(Table(zones));
  std::vector<PowerLoad> loads(3);
  for (std::size_t i = 0; i < loads.size(); ++i) {
    loads[i].id = numbered("P", i);
    if (i > 0) loads[i].enterprise = small.enterprise;
  }
  park.power_loads = Part(Table(loads));
  Duct duct;
  duct.id = "D0";
  duct.path = {{{600, 0}, {1050, 0}}};
  park.ducts = Part(Table(std::vector<Duct>{duct}));
  const auto flows = small.flows(park);
  ASSERT_EQ(flows.size(), 5U);
  EXPECT_EQ(flows[0].source, SourceClass::park_video);
  EXPECT_EQ(flows[0].units, 2.0);  // 10,000 m² at 5,000 each
  EXPECT_EQ(flows[0].node, Id<NetworkNode>(small.west));
  EXPECT_EQ(flows[1].node, Id<NetworkNode>(small.east));
  EXPECT_EQ(flows[1].zone, Id<Zone>(1));
  EXPECT_EQ(flows[2].source, SourceClass::environment);
  EXPECT_EQ(flows[3].source, SourceClass::metering);
  EXPECT_EQ(flows[3].units, 2.0);
  EXPECT_EQ(flows[4].source, SourceClass::pipe_gallery);
  EXPECT_EQ(flows[4].units, 3.0);  // 450 m
  EXPECT_EQ(flows[4].node, Id<NetworkNode>(small.east));
}

}  // namespace
}  // namespace parktwin::wired::traffic
