#include "engine/run/needs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace parktwin::needs {
namespace {

using wired::traffic::Flow;
using wired::traffic::SourceClass;

Flow flow_of(SourceClass source, double units, double delivered, double latency_ms, double per_unit_per_s = 25.0) {
  Flow flow;
  flow.source = source;
  flow.units = units;
  flow.samples_per_s = units * per_unit_per_s;
  flow.delivered_share = delivered;
  flow.percentile_ms = latency_ms;
  return flow;
}

ScenarioNeed need_of(std::size_t number, NeedKind kind) {
  ScenarioNeed need;
  need.id = "SN-" + std::to_string(number);
  need.kind = kind;
  return need;
}

/// One networked scenario, one factory scenario and one new mode of enterprise 0, all deployed.
struct World {
  Park park;
  wired::Result wired;
  radio::Result radio;
  wired::traffic::Result traffic;
  cloud::data_centre::Result centres;

  World() {
    std::vector<Enterprise> enterprises(2);
    enterprises[0].id = "E-0";
    enterprises[1].id = "E-1";
    park.enterprises = Part(Table(enterprises));
    NetworkedScenario security;
    security.id = "S";
    security.deployed = true;
    park.networked_scenarios = Part(Table(std::vector<NetworkedScenario>{security}));
    FactoryScenario inspection;
    inspection.id = "F";
    inspection.enterprise = Id<Enterprise>(0);
    inspection.deployed = true;
    park.factory_scenarios = Part(Table(std::vector<FactoryScenario>{inspection}));
    NewModeUse use;
    use.id = "M";
    use.enterprise = Id<Enterprise>(0);
    use.before = 30.0;
    use.since = 20.0;
    use.lower_is_better = true;
    park.new_modes = Part(Table(std::vector<NewModeUse>{use}));
    for (const SourceClass source : {SourceClass::park_video, SourceClass::machine_vision}) {
      wired::traffic::ClassFigures figures;
      figures.source = source;
      figures.sample_bytes = 20000.0;  // 4 Mbit/s at 25 a second
      traffic.classes.push_back(figures);
    }
  }

  Result with(std::vector<ScenarioNeed> needs) {
    park.scenario_needs = Part(Table(std::move(needs)));
    return judge(park, wired, radio, traffic, centres);
  }
};

ScenarioNeed cameras(double share) {
  ScenarioNeed need = need_of(0, NeedKind::devices);
  need.scenario = Id<NetworkedScenario>(0);
  need.device = NeededDevice::camera;
  need.share = share;
  need.rate_up = MegabitsPerSecond(4.0);
  need.latency_ms = 400.0;
  need.delivered_share = 0.99;
  return need;
}

TEST(Needs, WithoutDeclaredNeedsNothingWorks) {
  World world;
  const Result result = world.with({});
  ASSERT_EQ(result.scenarios.size(), 3U);
  for (const auto& outcome : result.scenarios) EXPECT_EQ(outcome.state, ScenarioState::no_needs);
}

TEST(Needs, DevicesFailByLossLatenessOrRateInThatOrder) {
  World world;
  world.traffic.flows = {flow_of(SourceClass::park_video, 60, 1.0, 40),       flow_of(SourceClass::park_video, 20, 0.5, 900),
                         flow_of(SourceClass::park_video, 10, 1.0, 401),      flow_of(SourceClass::park_video, 5, 1.0, 800),
                         flow_of(SourceClass::park_video, 5, 1.0, 400, 24.0), flow_of(SourceClass::office, 99, 0.0, 0)};
  const Result result = world.with({cameras(0.6)});
  const NeedOutcome& outcome = result.needs[0];
  EXPECT_TRUE(outcome.met);
  EXPECT_DOUBLE_EQ(outcome.all, 100.0);
  EXPECT_DOUBLE_EQ(outcome.working, 60.0);
  EXPECT_DOUBLE_EQ(outcome.lost, 20.0);
  EXPECT_DOUBLE_EQ(outcome.late, 15.0);
  EXPECT_DOUBLE_EQ(outcome.slow, 5.0);
  EXPECT_DOUBLE_EQ(outcome.least_delivered_share, 0.5);
  EXPECT_DOUBLE_EQ(outcome.most_latency_ms, 800.0);
  EXPECT_DOUBLE_EQ(outcome.least_rate_mbps, 3.84);
  EXPECT_EQ(result.scenarios[0].state, ScenarioState::works);
  EXPECT_EQ(world.with({cameras(0.61)}).scenarios[0].state, ScenarioState::needs_missed);
  ScenarioNeed many = cameras(0.6);
  many.count = 61;
  EXPECT_FALSE(world.with({many}).needs[0].met);
}

TEST(Needs, NoDevicesAtAllDoNotWork) {
  World world;
  ScenarioNeed modest = cameras(0.0);
  modest.count = 0;
  EXPECT_FALSE(world.with({modest}).needs[0].met);
  EXPECT_EQ(world.with({modest}).needs[0].all, 0.0);
}

TEST(Needs, AFactoryCountsItsOwnDevicesOn5GAndANewModeAllItsOwn) {
  World world;
  Flow own_5g = flow_of(SourceClass::machine_vision, 10, 1.0, 50);
  own_5g.enterprise = Id<Enterprise>(0);
  own_5g.bearer = AssetBearer::nr;
  Flow own_wired = own_5g;
  own_wired.bearer = AssetBearer::wired;
  own_wired.units = 7;
  own_wired.samples_per_s = 7 * 25.0;
  Flow foreign = own_5g;
  foreign.enterprise = Id<Enterprise>(1);
  world.traffic.flows = {own_5g, own_wired, foreign};
  ScenarioNeed of_factory = need_of(0, NeedKind::devices);
  of_factory.factory_scenario = Id<FactoryScenario>(0);
  of_factory.device = NeededDevice::machine_vision;
  ScenarioNeed of_mode = need_of(1, NeedKind::devices);
  of_mode.new_mode = Id<NewModeUse>(0);
  of_mode.device = NeededDevice::machine_vision;
  ScenarioNeed of_park = need_of(2, NeedKind::devices);
  of_park.scenario = Id<NetworkedScenario>(0);
  of_park.device = NeededDevice::machine_vision;
  const Result result = world.with({of_factory, of_mode, of_park});
  EXPECT_DOUBLE_EQ(result.needs[0].all, 10.0);
  EXPECT_DOUBLE_EQ(result.needs[1].all, 17.0);
  EXPECT_DOUBLE_EQ(result.needs[2].all, 27.0);
  for (const auto& outcome : result.scenarios) EXPECT_EQ(outcome.state, ScenarioState::works);
}

TEST(Needs, NodesAreManagedWhenTheyReachTheCoreAtTheRateSplittersDoNotCount) {
  World world;
  std::vector<NetworkNode> nodes(4);
  for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i].id = "N-" + std::to_string(i);
  nodes[3].kind = NodeKind::splitter;
  world.park.network_nodes = Part(Table(nodes));
  world.wired.topology.nodes = {{Id<NetworkNode>(0), true, 100.0, 100.0},
                                {Id<NetworkNode>(1), true, 100.0, 0.5},
                                {Id<NetworkNode>(2), false, 0.0, 0.0},
                                {Id<NetworkNode>(3), false, 0.0, 0.0}};
  ScenarioNeed need = cameras(0.5);
  need.device = NeededDevice::network_node;
  need.rate_up = MegabitsPerSecond(1.0);
  const NeedOutcome outcome = world.with({need}).needs[0];
  EXPECT_FALSE(outcome.met);
  EXPECT_DOUBLE_EQ(outcome.all, 3.0);
  EXPECT_DOUBLE_EQ(outcome.working, 1.0);
  EXPECT_DOUBLE_EQ(outcome.lost, 1.0);
  EXPECT_DOUBLE_EQ(outcome.slow, 1.0);
}

MultiPolygon rectangle(double west, double east) { return {{{{{west, 0}, {east, 0}, {east, 2}, {west, 2}}, {}}}}; }

/// Five map cells of 2 m in a row: road over 0 to 4 m, square over 2 to 8, water over 8 to 10; the rate up is 0, 1 … 4 Mbit/s from the
/// west.
World mapped() {
  World world;
  GridFrame frame;
  frame.cell_size = 2.0;
  frame.columns = 5;
  frame.rows = 1;
  world.radio.place = Grid<std::uint8_t>(frame, static_cast<std::uint8_t>(radio::Place::outdoor));
  world.radio.best_server = Grid<std::uint16_t>(frame, std::uint16_t{0});
  world.radio.throughput_up_mbit_s = Grid<float>(frame);
  world.radio.throughput_down_mbit_s = Grid<float>(frame, 100.0F);
  for (std::int32_t i = 0; i < 5; ++i) world.radio.throughput_up_mbit_s.at(i, 0) = static_cast<float>(i);
  std::vector<Zone> zones(3);
  for (std::size_t i = 0; i < zones.size(); ++i) zones[i].id = "Z-" + std::to_string(i);
  zones[0].kind = ZoneKind::road;
  zones[0].shape = rectangle(0, 4);
  zones[1].kind = ZoneKind::square;
  zones[1].shape = rectangle(2, 8);
  zones[2].kind = ZoneKind::water;
  zones[2].shape = rectangle(8, 10);
  world.park.zones = Part(Table(zones));
  std::vector<Building> buildings(1);
  buildings[0].id = "B";
  buildings[0].enterprise = Id<Enterprise>(0);
  buildings[0].footprint = rectangle(6, 10).polygons[0];
  world.park.buildings = Part(Table(buildings));
  return world;
}

ScenarioNeed ground_of(NeededGround ground, double rate_up) {
  ScenarioNeed need = need_of(0, NeedKind::ground);
  need.scenario = Id<NetworkedScenario>(0);
  need.ground = ground;
  need.rate_up = MegabitsPerSecond(rate_up);
  need.share = 0.5;
  return need;
}

TEST(Needs, GroundCountsEachMapCellOnceWhereADeviceAloneHasTheRates) {
  World world = mapped();
  NeedOutcome roads = world.with({ground_of(NeededGround::roads, 1.0)}).needs[0];
  EXPECT_DOUBLE_EQ(roads.all, 8.0);
  EXPECT_DOUBLE_EQ(roads.working, 4.0);
  EXPECT_TRUE(roads.met);
  NeedOutcome ground = world.with({ground_of(NeededGround::public_ground, 2.0)}).needs[0];
  EXPECT_DOUBLE_EQ(ground.all, 16.0);
  EXPECT_DOUBLE_EQ(ground.working, 8.0);
  EXPECT_TRUE(ground.met);
  EXPECT_FALSE(world.with({ground_of(NeededGround::public_ground, 3.0)}).needs[0].met);
  world.radio.best_server.at(3, 0) = radio::no_server;
  EXPECT_DOUBLE_EQ(world.with({ground_of(NeededGround::public_ground, 2.0)}).needs[0].working, 4.0);
  world.radio.place.at(0, 0) = static_cast<std::uint8_t>(radio::Place::outside);
  EXPECT_DOUBLE_EQ(world.with({ground_of(NeededGround::public_ground, 2.0)}).needs[0].all, 12.0);
}

TEST(Needs, PremisesAreThoseOfTheEnterpriseOrOfAll) {
  World world = mapped();
  ScenarioNeed own = ground_of(NeededGround::premises, 3.0);
  own.id = "SN-own";
  own.scenario = {};
  own.factory_scenario = Id<FactoryScenario>(0);
  own.rate_down = MegabitsPerSecond(100.0);
  const NeedOutcome outcome = world.with({own, ground_of(NeededGround::premises, 4.0)}).needs[0];
  EXPECT_DOUBLE_EQ(outcome.all, 8.0);
  EXPECT_DOUBLE_EQ(outcome.working, 8.0);
  own.rate_down = MegabitsPerSecond(100.1);
  EXPECT_FALSE(world.with({own}).needs[0].met);
  EXPECT_DOUBLE_EQ(world.with({ground_of(NeededGround::premises, 4.0)}).needs[0].found_share, 0.5);
}

TEST(Needs, ServicesAndAccess) {
  World world;
  std::vector<NetworkNode> nodes(1);
  nodes[0].id = "N";
  world.park.network_nodes = Part(Table(nodes));
  std::vector<NetworkService> offered(1);
  offered[0].id = "NS";
  offered[0].node = Id<NetworkNode>(0);
  world.park.network_services = Part(Table(offered));
  std::vector<SharedService> shared(1);
  shared[0].id = "SV";
  shared[0].deployed = true;
  shared[0].enterprises = {Id<Enterprise>(1)};
  world.park.shared_services = Part(Table(shared));
  ScenarioNeed reach = need_of(0, NeedKind::network_service);
  reach.scenario = Id<NetworkedScenario>(0);
  reach.network_service = Id<NetworkService>(0);
  ScenarioNeed of_park = need_of(1, NeedKind::shared_service);
  of_park.scenario = Id<NetworkedScenario>(0);
  of_park.shared_service = Id<SharedService>(0);
  ScenarioNeed of_mode = of_park;
  of_mode.id = "SN-2";
  of_mode.scenario = {};
  of_mode.new_mode = Id<NewModeUse>(0);
  ScenarioNeed access = need_of(3, NeedKind::access);
  access.factory_scenario = Id<FactoryScenario>(0);
  access.share = 0.99;
  world.wired.topology.nodes = {{Id<NetworkNode>(0), true, 1.0, 1.0}};
  world.wired.failures.protections.resize(2);
  world.wired.failures.protections[0].availability = 0.99;
  Result result = world.with({reach, of_park, of_mode, access});
  EXPECT_TRUE(result.needs[0].met);
  EXPECT_TRUE(result.needs[1].met);
  EXPECT_FALSE(result.needs[2].met);  // does not use it
  EXPECT_TRUE(result.needs[3].met);
  EXPECT_EQ(result.scenarios[0].met, 2);
  world.wired.topology.nodes[0].reachable = false;
  world.wired.failures.protections[0].availability = 0.98;
  result = world.with({reach, of_park, of_mode, access});
  EXPECT_FALSE(result.needs[0].met);
  EXPECT_FALSE(result.needs[3].met);
  EXPECT_EQ(result.scenarios[0].state, ScenarioState::needs_missed);
  shared[0].deployed = false;
  world.park.shared_services = Part(Table(shared));
  EXPECT_FALSE(world.with({of_park}).needs[0].met);
}

TEST(Needs, ANewModeMustHaveImprovedAndAScenarioBeDeployed) {
  World world;
  ScenarioNeed access = need_of(0, NeedKind::access);
  access.new_mode = Id<NewModeUse>(0);
  access.share = 0.5;
  world.wired.failures.protections.resize(2);
  world.wired.failures.protections[0].availability = 0.9;
  EXPECT_EQ(world.with({access}).scenarios[2].state, ScenarioState::works);
  auto uses = world.park.new_modes->records();
  uses[0].since = 30.0;
  world.park.new_modes = Part(Table(uses));
  EXPECT_EQ(world.with({access}).scenarios[2].state, ScenarioState::not_improved);
  uses[0].since = 40.0;
  uses[0].lower_is_better = false;
  world.park.new_modes = Part(Table(uses));
  EXPECT_EQ(world.with({access}).scenarios[2].state, ScenarioState::works);
  auto scenarios = world.park.networked_scenarios->records();
  scenarios[0].deployed = false;
  world.park.networked_scenarios = Part(Table(scenarios));
  EXPECT_EQ(world.with({cameras(0.0)}).scenarios[0].state, ScenarioState::not_deployed);
}

TEST(Needs, ADataCentreHasRoomForOneScenarioAfterTheOther) {
  World world;
  world.park.data_centres = Part(Table(std::vector<DataCentre>(1)));
  for (const auto resource : {cloud::data_centre::Resource::cores, cloud::data_centre::Resource::storage}) {
    cloud::data_centre::ResourceFigures figures;
    figures.centre = Id<DataCentre>(0);
    figures.resource = resource;
    figures.capacity = 100.0;
    figures.demand_today = 40.0;
    world.centres.resources.push_back(figures);
  }
  const auto room = [](std::size_t number, double cores, double storage_tb) {
    ScenarioNeed need = need_of(number, NeedKind::data_centre);
    need.data_centre = Id<DataCentre>(0);
    need.virtual_cores = cores;
    need.storage_tb = storage_tb;
    return need;
  };
  ScenarioNeed archive = room(0, 10.0, 45.0);
  archive.scenario = Id<NetworkedScenario>(0);
  ScenarioNeed vision = room(1, 30.0, 20.0);  // storage for three quarters of it
  vision.factory_scenario = Id<FactoryScenario>(0);
  ScenarioNeed twin = room(2, 50.0, 0.0);  // what the archive left, as the one before it took nothing
  twin.new_mode = Id<NewModeUse>(0);
  const Result result = world.with({archive, vision, twin});
  EXPECT_TRUE(result.needs[0].met);
  EXPECT_DOUBLE_EQ(result.needs[0].free_storage_tb, 60.0);
  EXPECT_FALSE(result.needs[1].met);
  EXPECT_DOUBLE_EQ(result.needs[1].found_share, 0.75);
  EXPECT_DOUBLE_EQ(result.needs[1].free_virtual_cores, 50.0);
  EXPECT_TRUE(result.needs[2].met);
  EXPECT_EQ(result.scenarios[0].state, ScenarioState::works);
  EXPECT_EQ(result.scenarios[1].state, ScenarioState::needs_missed);
  EXPECT_EQ(result.scenarios[2].state, ScenarioState::works);
  world.centres.resources.clear();  // out of operation
  EXPECT_EQ(world.with({archive}).needs[0].found_share, 0.0);
}

TEST(Needs, ScenariosThatAreNotDeployedTakeNoRoom) {
  World world;
  auto scenarios = world.park.networked_scenarios->records();
  scenarios[0].deployed = false;
  world.park.networked_scenarios = Part(Table(scenarios));
  world.park.data_centres = Part(Table(std::vector<DataCentre>(1)));
  cloud::data_centre::ResourceFigures figures;
  figures.centre = Id<DataCentre>(0);
  figures.capacity = 10.0;
  world.centres.resources = {figures};
  ScenarioNeed first = need_of(0, NeedKind::data_centre);
  first.scenario = Id<NetworkedScenario>(0);
  first.data_centre = Id<DataCentre>(0);
  first.virtual_cores = 10.0;
  ScenarioNeed second = first;
  second.id = "SN-1";
  second.scenario = {};
  second.new_mode = Id<NewModeUse>(0);
  const Result result = world.with({first, second});
  EXPECT_TRUE(result.needs[0].met);
  EXPECT_TRUE(result.needs[1].met);
}

}  // namespace
}  // namespace parktwin::needs
