#include "engine/simulators/wired/tsn/bridge/bridge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/core/hash.h"
#include "engine/simulators/wired/tsn/bridge/radio_chain.h"
#include "engine/simulators/wired/tsn/residence.h"

namespace parktwin::wired::tsn::bridge {
namespace {

using ::testing::HasSubstr;

/// Controller – switch ~5G~ robot, and the same way back; one flow each way and one that stays on the wire.
struct World {
  Park park;
  tsn::Result figures;
  RadioEnds radio;

  World() {
    std::vector<RadioCell> cells(2);
    cells[0].id = "C-0";
    cells[1].id = "C-1";
    cells[1].duplex_pattern = "FDD";
    park.radio_cells = Part(Table(cells));
    std::vector<NetworkNode> nodes(4);
    for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i].id = "N-" + std::to_string(i);
    park.network_nodes = Part(Table(nodes));
    std::vector<NetworkLink> links(3);
    for (std::size_t i = 0; i < links.size(); ++i) {
      links[i].id = "L-" + std::to_string(i);
      links[i].from = Id<NetworkNode>(i == 2 ? 1 : i);
      links[i].to = Id<NetworkNode>(i + 1);
    }
    for (const std::size_t i : {1, 2}) {
      links[i].medium = LinkMedium::radio;
      links[i].radio_cell = Id<RadioCell>(0);
    }
    park.network_links = Part(Table(links));
    add_flow("down", {0, 1}, 0, 2);
    add_flow("up", {1, 0}, 2, 0);
    add_flow("wire", {0}, 0, 1);
    add_flow("both", {1, 2}, 2, 3);
    radio.schemes = {{0.25, -5.0}, {0.5, -2.0}, {1.0, 2.0}, {2.0, 8.0}, {4.0, 15.0}};
    const RadioDirection down{20.0, 2000.0, 0.4};
    const RadioDirection up{10.0, 500.0, 0.2};
    radio.ends = {{Id<NetworkLink>(1), Id<RadioCell>(0), down, up}, {Id<NetworkLink>(2), Id<RadioCell>(0), down, up}};
  }

  void add_flow(const std::string& id, const std::vector<std::size_t>& path, std::size_t talker, std::size_t listener) {
    auto flows = park.tsn_flows->records();
    TsnFlow flow;
    flow.id = id;
    flow.talker = Id<NetworkNode>(talker);
    flow.listener = Id<NetworkNode>(listener);
    FlowFigures made;
    made.flow = Id<TsnFlow>(flows.size());
    for (const std::size_t link : path) made.path.emplace_back(link);
    made.tight_ns = 9'000'000;
    made.deadline_ns = 30'000'000;
    flows.push_back(flow);
    figures.flows.push_back(made);
    park.tsn_flows = Part(Table(flows));
  }

  [[nodiscard]] Result run(const Options& options = {}) const { return simulate(park, options, figures, radio); }
};

TEST(Bridge, OnlyFlowsOver5GAreLookedAtEachInItsDirection) {
  const Result result = World().run();
  ASSERT_EQ(result.flows.size(), 3U);
  EXPECT_EQ(result.flows[0].flow, Id<TsnFlow>(0));
  EXPECT_TRUE(result.flows[0].downlink);
  EXPECT_EQ(result.flows[0].sinr_db, 20.0);
  EXPECT_FALSE(result.flows[1].downlink);
  EXPECT_EQ(result.flows[1].sinr_db, 10.0);
  for (const auto& flow : result.flows) EXPECT_EQ(flow.state, BridgeState::met) << flow.reason;
  EXPECT_TRUE(result.notes.empty());
}

TEST(Bridge, TheMostRobustSchemeThatFitsIsTakenAndErrorsFallWithTheMargin) {
  World world;
  // 100 B and 18 B of header: 944 bits. Down 2000 elements carry them at 0.5 bit; the fastest would need 15 dB of the 20.
  Options options;
  const BridgedFlow robust = world.run(options).flows[0];
  EXPECT_EQ(robust.slots_per_frame, 1);
  EXPECT_NEAR(robust.block_error, 0.1 * std::pow(10.0, -(20.0 + 2.0) / 5.0), 1e-12);
  options.robust_schemes = false;
  const BridgedFlow fast = world.run(options).flows[0];
  EXPECT_NEAR(fast.block_error, 0.1 * std::pow(10.0, -1.0), 1e-12);
  world.radio.ends[0].down.elements_per_slot = 100.0;  // 400 bits at the fastest: three slots
  EXPECT_EQ(world.run(options).flows[0].slots_per_frame, 3);
  world.radio.ends[0].down.sinr_db = -9.0;  // below all schemes
  EXPECT_NEAR(world.run(options).flows[0].block_error, 0.1 * std::pow(10.0, 4.0 / 5.0), 1e-12);
}

TEST(Bridge, FiguresAreThoseOfTheLawAndOrdered) {
  World world;
  world.radio.ends[0].down.sinr_db = -4.0;
  const BridgedFlow flow = world.run().flows[0];
  const RadioTimes times = radio_times(world.park.radio_cells->records()[0]);
  RadioChain chain;
  chain.slots = times.slots;
  chain.slot_ns = times.slot_ns;
  chain.sending_ns = times.sending_ns;
  chain.receiving_ns = times.receiving_ns;
  chain.core_ns = 100'000;
  chain.slots_per_frame = flow.slots_per_frame;
  chain.taken_again = 0.4;
  chain.block_errors.clear();
  for (int n = 1; n <= 4; ++n) chain.block_errors.push_back(std::min(1.0, 0.1 * std::pow(10.0, -(1.0 + 10.0 * std::log10(n)) / 5.0)));
  const DelayLaw law = delay_law_of(chain);
  EXPECT_EQ(flow.p50_ns, law.quantile(0.5));
  EXPECT_EQ(flow.p99_ns, law.quantile(0.99));
  EXPECT_EQ(flow.p999_ns, law.quantile(0.999));
  EXPECT_EQ(flow.p99999_ns, law.quantile(0.99999));
  EXPECT_DOUBLE_EQ(flow.mean_ns, law.mean_ns());
  EXPECT_DOUBLE_EQ(flow.lost_share, 1.0 - law.arriving());
  EXPECT_EQ(flow.held_ns, residence_ns(world.park.radio_cells->records()[0], true).most_ns);
  EXPECT_DOUBLE_EQ(flow.ready_share, law.within(flow.held_ns));
  EXPECT_EQ(flow.left_ns, 30'000'000 - (9'000'000 - flow.held_ns));
  EXPECT_DOUBLE_EQ(flow.on_time_share, law.within(flow.left_ns));
  EXPECT_LE(flow.minimum_ns, *flow.p50_ns);
  EXPECT_LE(*flow.p50_ns, *flow.p99_ns);
  EXPECT_LE(*flow.p99_ns, *flow.p999_ns);
}

TEST(Bridge, TwoRadioLinksOnAPathAddUp) {
  const Result result = World().run();
  const BridgedFlow& both = result.flows[2];
  EXPECT_EQ(both.held_ns, result.flows[0].held_ns + result.flows[1].held_ns);
  const double alone_ns = result.flows[0].mean_ns + result.flows[1].mean_ns;
  EXPECT_GE(both.mean_ns, alone_ns);  // rounded up to a grid
  EXPECT_LE(both.mean_ns, alone_ns + 60e3);
  EXPECT_NEAR(1.0 - both.lost_share, (1.0 - result.flows[0].lost_share) * (1.0 - result.flows[1].lost_share), 1e-9);
}

TEST(Bridge, SaysWhyADeadlineIsNotMet) {
  World world;
  world.figures.flows[0].deadline_ns = 9'100'000;
  world.radio.ends[0].down.sinr_db = -4.0;
  BridgedFlow flow = world.run().flows[0];
  EXPECT_EQ(flow.state, BridgeState::unreliable);
  EXPECT_THAT(flow.reason, HasSubstr("% of frames are in time, 99.99900 % asked for; "));
  world.radio.ends[0].down.sinr_db = -30.0;
  flow = world.run().flows[0];
  EXPECT_EQ(flow.state, BridgeState::unreliable);
  EXPECT_THAT(flow.reason, HasSubstr("% are lost in 5G"));
  EXPECT_FALSE(flow.reliable_ns.has_value());
  world.figures.flows[0].tight_ns.reset();
  EXPECT_EQ(world.run().flows[0].state, BridgeState::not_carried);
  EXPECT_THAT(world.run().flows[0].reason, HasSubstr("no bound"));
}

TEST(Bridge, WithoutACellOrFreeSlotsNothingGetsThrough) {
  World world;
  world.radio.ends[0].down.taken_share = 1.0;
  EXPECT_EQ(world.run().flows[0].state, BridgeState::saturated);
  EXPECT_THAT(world.run().flows[0].reason, HasSubstr("cell C-0 of link L-1 has no slots left downwards"));
  world.radio.ends[0].up.elements_per_slot = 0.0;
  EXPECT_EQ(world.run().flows[1].state, BridgeState::no_radio);
  EXPECT_EQ(world.run().flows[1].lost_share, 1.0);
  world.radio.ends[0].cell = {};
  EXPECT_EQ(world.run().flows[0].state, BridgeState::no_radio);
  EXPECT_EQ(simulate(world.park, {}, world.figures, {}).flows[0].state, BridgeState::no_radio);
}

TEST(Bridge, TellsWhenAnotherCellServesTheDevice) {
  World world;
  world.radio.ends[0].cell = Id<RadioCell>(1);
  const Result result = world.run();
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_EQ(result.notes[0].text, "Its device would be served by C-1, not by C-0 as the inventory says.");
  EXPECT_LT(result.flows[0].mean_ns, World().run().flows[0].mean_ns);  // FDD waits for no slot of its direction
}

TEST(Bridge, HasNoDeadOptions) {
  World world;
  world.radio.ends[0].down.sinr_db = 1.0;
  const ContentHash usual = content_hash(world.run());
  std::vector<Options> changed(8);
  changed[0].reliability = 0.9;
  changed[1].block_error = 0.2;
  changed[2].decade_db = 3.0;
  changed[3].most_transmissions = 1;
  changed[4].robust_schemes = false;
  changed[5].granted_slots = false;
  changed[6].scheduling_request_ms = 40.0;
  changed[6].granted_slots = false;
  changed[7].core_delay_us = 0.0;
  for (std::size_t i = 0; i < changed.size(); ++i) EXPECT_NE(content_hash(world.run(changed[i])), usual) << i;
  EXPECT_NE(content_hash(world.run(changed[5])), content_hash(world.run(changed[6])));
}

}  // namespace
}  // namespace parktwin::wired::tsn::bridge
