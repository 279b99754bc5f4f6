#include "engine/simulators/wired/traffic/outcomes.h"

#include <gtest/gtest.h>

#include "engine/simulators/wired/traffic/bearer_delay.h"
#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

Flow flow_over_cell(SourceClass source, double samples_per_s, double up, double down) {
  Flow flow;
  flow.source = source;
  flow.bearer = AssetBearer::nr;
  flow.cell = Id<RadioCell>(0);
  flow.samples_per_s = samples_per_s;
  flow.up_mbit_s = up;
  flow.down_mbit_s = down;
  flow.radio_up_mbit_s = 100.0;
  flow.radio_down_mbit_s = 400.0;
  return flow;
}

/// core 0 – switch 1 – access 2 and radio node 3; edge server 4 at switch 1.
struct World {
  ParkBuilder builder;
  std::uint32_t core = builder.node(NodeKind::core_router);
  std::uint32_t middle = builder.node(NodeKind::aggregation_switch);
  std::uint32_t access = builder.node(NodeKind::access_switch);
  std::uint32_t radio_node = builder.node(NodeKind::radio_unit);
  std::uint32_t edge = builder.node(NodeKind::edge_server);
  Options options;
  RadioAccess radio;
  std::vector<Profile> all = profiles({});

  World() {
    builder.link(core, middle, 10000.0);
    builder.link(middle, access, 100.0);
    builder.link(middle, radio_node, 1000.0);
    builder.link(middle, edge, 10000.0);
    radio.cells = {{0.0, 0.5, 2.5}};
  }

  std::pair<std::vector<Flow>, std::vector<Delay>> complete_flows(std::vector<Flow> flows) const {
    const Park park = builder.park();
    const Network network = network_of(park, options);
    const Targets targets = targets_of(park, network, all);
    Carriage carriage{network, all, targets, options, radio, cell_queues(flows, all, radio, options), {}, {}};
    carriage.loads = loads_of(network, streams_of(flows, targets, carriage.cells, network.size()));
    carriage.waits = waits_of(network, carriage.loads, all, options);
    auto delays = complete(flows, carriage);
    return {flows, delays};
  }
};

Flow wired(SourceClass source, std::uint32_t node, double samples_per_s) {
  Flow flow;
  flow.source = source;
  flow.node = Id<NetworkNode>(node);
  flow.samples_per_s = samples_per_s;
  flow.up_mbit_s = samples_per_s * wire_bits(profiles({})[static_cast<std::size_t>(source)].sample_bytes) * 1e-6;
  return flow;
}

TEST(Outcomes, DelayOfAQuietFlowIsTheSumOfItsParts) {
  const World world;
  Flow radio = flow_over_cell(SourceClass::machines, 1e-6, 1e-9, 0.0);
  radio.node = Id<NetworkNode>(world.radio_node);
  const auto [flows, delays] = world.complete_flows({wired(SourceClass::sensors, world.access, 1e-6), radio});
  const double sensor_bits = wire_bits(100.0);
  EXPECT_EQ(flows[0].hops, 2);
  EXPECT_EQ(flows[0].state, FlowState::on_time);
  EXPECT_NEAR(flows[0].mean_ms, (sensor_bits / 100e6 + sensor_bits / 10e9 + 2 * 10e-6) * 1e3 + world.options.cloud_delay_ms, 1e-6);
  const double machine_bits = wire_bits(200.0);
  const double access_ms = bearer_delay(AssetBearer::nr, world.options, world.radio.cells[0], {}, machine_bits / 100e6).mean_s() * 1e3;
  EXPECT_NEAR(flows[1].mean_ms, access_ms + (machine_bits / 1e9 + machine_bits / 10e9 + 2 * 10e-6) * 1e3, 1e-6);
  EXPECT_NEAR(flows[1].on_time_share, share_within(delays[1], 0.1), 1e-12);
  EXPECT_GT(flows[1].percentile_ms, flows[1].mean_ms);
}

TEST(Outcomes, ACellThatIsTooSmallIsNotALinkThatIs) {
  const World world;
  Flow radio = flow_over_cell(SourceClass::machine_vision, 1000.0, 1000.0 * wire_bits(20000.0) * 1e-6, 0.0);
  radio.node = Id<NetworkNode>(world.radio_node);
  const auto [flows, delays] = world.complete_flows({radio});
  EXPECT_EQ(flows[0].state, FlowState::cell_overloaded);
  EXPECT_NEAR(flows[0].delivered_share, 100.0 / radio.up_mbit_s, 1e-9);
}

TEST(Outcomes, StatesSayWhyAFlowFails) {
  World world;
  world.all[static_cast<std::size_t>(SourceClass::terminals)].target_ms = 5.0;  // the cloud alone takes 10
  Flow nowhere = wired(SourceClass::sensors, world.access, 1.0);
  nowhere.node = {};
  nowhere.state = FlowState::no_access;
  const auto island = world.builder.node(NodeKind::access_switch);
  const auto [flows, delays] =
      world.complete_flows({wired(SourceClass::terminals, world.radio_node, 1.0), nowhere, wired(SourceClass::sensors, island, 1.0),
                            wired(SourceClass::machine_vision, world.access, 1000.0), wired(SourceClass::sensors, world.radio_node, 1.0)});
  EXPECT_EQ(flows[0].state, FlowState::late);
  EXPECT_EQ(flows[1].state, FlowState::no_access);
  EXPECT_EQ(flows[2].state, FlowState::no_path);
  EXPECT_EQ(flows[3].state, FlowState::link_overloaded);
  EXPECT_EQ(flows[4].state, FlowState::on_time);
  EXPECT_EQ(flows[0].on_time_share, 0.0);
  EXPECT_EQ(flows[0].delivered_share, 1.0);
  EXPECT_EQ(flows[2].delivered_share, 0.0);
  EXPECT_NEAR(flows[3].delivered_share, 100.0 / flows[3].up_mbit_s, 1e-9);
  EXPECT_GT(flows[3].mean_ms, 50.0);  // the buffer stands full
}

}  // namespace
}  // namespace parktwin::wired::traffic
