#include "engine/criteria/technology_metrics.h"

#include <set>

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

/// Three flows: one met, one late by 12.5 µs, one without a place.
SmallWorld with_flows() {
  SmallWorld world = equipped();
  std::vector<TsnFlow> flows(3);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    flows[i].id = "F-" + std::to_string(i);
    wired::tsn::FlowFigures figures;
    figures.flow = Id<TsnFlow>(i);
    figures.state = wired::tsn::FlowState::met;
    world.results.wired.tsn.flows.push_back(figures);
  }
  flows[1].name = "Robot";
  flows[1].name_zh = "机器人";
  world.park.tsn_flows = part_of(flows);
  world.results.wired.tsn.flows[1].state = wired::tsn::FlowState::late;
  world.results.wired.tsn.flows[1].excess_ns = 12'500;
  world.results.wired.tsn.flows[2].state = wired::tsn::FlowState::not_scheduled;
  return world;
}

TEST(TechnologyMetrics, FlowsThatMeetTheirBounds) {
  const Measurement measurement = with_flows().measure("tsn.flows_met");
  EXPECT_EQ(measurement.part, 1.0);
  EXPECT_EQ(measurement.whole, 3.0);
  EXPECT_EQ(measurement.where,
            (std::vector<Text>{{"F-2: no place in the gate schedule", "F-2：未能排入门控调度表"},
                               {"Robot (F-1): bound 12.500 us beyond its deadline", "机器人（F-1）：时延上界超出时限 12.500 微秒"}}));
}

TEST(TechnologyMetrics, AFlowOver5GAlsoHasToArriveInTimeThere) {
  SmallWorld world = with_flows();
  for (auto& figures : world.results.wired.tsn.flows) figures.state = wired::tsn::FlowState::met;
  world.results.bridges.reliability = 0.99999;
  wired::tsn::bridge::BridgedFlow bridged;
  bridged.flow = Id<TsnFlow>(0);
  bridged.state = wired::tsn::bridge::BridgeState::met;
  world.results.bridges.flows = {bridged};
  const double all = world.measure("tsn.flows_met").part;
  EXPECT_TRUE(world.measure("tsn.flows_met").where.empty());
  world.results.bridges.flows[0].state = wired::tsn::bridge::BridgeState::unreliable;
  world.results.bridges.flows[0].on_time_share = 0.98765432;
  Measurement measurement = world.measure("tsn.flows_met");
  EXPECT_EQ(measurement.part, all - 1.0);
  ASSERT_EQ(measurement.where.size(), 1U);
  EXPECT_TRUE(measurement.where[0].en.ends_with("over 5G 98.76543 % of frames in time, 99.99900 % asked for")) << measurement.where[0].en;
  EXPECT_TRUE(measurement.where[0].zh.ends_with("经5G按时到达98.76543%，要求99.99900%")) << measurement.where[0].zh;
  world.results.wired.tsn.flows[0].second_path = {Id<NetworkLink>(0)};  // the other path of a redundant flow is left
  EXPECT_EQ(world.measure("tsn.flows_met").part, all);
  bridged.path = 2;
  bridged.state = wired::tsn::bridge::BridgeState::no_radio;
  world.results.bridges.flows.push_back(bridged);
  measurement = world.measure("tsn.flows_met");
  EXPECT_EQ(measurement.part, all - 1.0);
  EXPECT_TRUE(measurement.where[0].en.ends_with("no 5G cell serves its device"));
}

TEST(TechnologyMetrics, TimeSensitiveNetworkingCountsOnlyWhenAllFlowsAreInTime) {
  SmallWorld world = with_flows();
  const Measurement failing = world.measure("technologies.combined");
  EXPECT_EQ(failing.part, 4.0);
  EXPECT_EQ(failing.whole, 5.0);
  ASSERT_EQ(failing.where.size(), 3U);
  EXPECT_EQ(failing.where[0].en, "time-sensitive networking: 1 of 3 deterministic flows meet their bound");
  EXPECT_EQ(failing.where[0].zh, "时间敏感网络：1/3 条确定性流满足时延上界");
  EXPECT_EQ(failing.where[2].en, "Robot (F-1): bound 12.500 us beyond its deadline");
  world.results.wired.topology.nodes[1].reachable = false;  // not in operation at all: not taken away twice
  EXPECT_EQ(world.measure("technologies.combined").part, 4.0);
  world = with_flows();
  for (auto& figures : world.results.wired.tsn.flows) figures.state = wired::tsn::FlowState::met;
  const Measurement met = world.measure("technologies.combined");
  EXPECT_EQ(met.part, 5.0);
  EXPECT_TRUE(met.where.empty());
}

TEST(TechnologyMetrics, EveryReasonOfAFlowIsNamed) {
  SmallWorld world = with_flows();
  std::set<std::string> reasons;
  for (const auto& entry : names_of(wired::tsn::FlowState{})) {
    if (entry.value == wired::tsn::FlowState::met) continue;
    world.results.wired.tsn.flows[1].state = entry.value;
    world.results.wired.tsn.flows[1].excess_ns = 1;
    const Measurement measurement = world.measure("tsn.flows_met");
    reasons.insert(measurement.where.back().en);
    EXPECT_NE(measurement.where.back().zh, measurement.where.back().en);
  }
  EXPECT_EQ(reasons.size(), names_of(wired::tsn::FlowState{}).size() - 1);
}

TEST(TechnologyMetrics, WithoutFlowsNothingIsMeasured) {
  for (const char* metric : {"technologies.combined", "tsn.flows_met"}) {
    const Measurement measurement = equipped().measure(metric);
    EXPECT_FALSE(measurement.measured());
    EXPECT_NE(measurement.unmeasured.en.find("the park has no deterministic flows"), std::string::npos);
    EXPECT_NE(measurement.unmeasured.zh, "");
  }
}

TEST(TechnologyMetrics, Infrastructures) {
  const Measurement measurement = equipped().measure("infrastructures.in_operation");
  EXPECT_EQ(measurement.part, 3.0);
  EXPECT_EQ(measurement.whole, 4.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"security operations: not found in operation", "安全运营：未见投入运行"}}));
}

}  // namespace
}  // namespace parktwin::criteria
