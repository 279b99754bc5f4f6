#include "engine/simulators/wired/traffic/network.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

TEST(Network, ArcsKnowTheirDirection) {
  ParkBuilder builder;
  const auto core = builder.node(NodeKind::core_router);
  const auto end = builder.node(NodeKind::access_switch);
  builder.link(core, end, 800.0, 300.0);
  builder.link(end, core, 50.0, 0.0);
  const Network network = network_of(builder.park(), {});
  ASSERT_EQ(network.arcs.size(), 4U);
  EXPECT_EQ(network.arcs[0].from, core);
  EXPECT_EQ(network.arcs[0].rate_mbit_s, 800.0);
  EXPECT_EQ(network.arcs[1].to, core);
  EXPECT_EQ(network.arcs[1].rate_mbit_s, 300.0);
  EXPECT_EQ(network.arcs[2].to, core);
  EXPECT_EQ(network.arcs[3].rate_mbit_s, 0.0);  // no rate that way
  EXPECT_EQ(network.arcs_into(core).size(), 2U);
  EXPECT_EQ(network.arcs_into(end).size(), 1U);
  EXPECT_EQ(reverse_of(2), 3U);
  EXPECT_EQ(reverse_of(3), 2U);
}

TEST(Network, WhatIsOutOfServiceIsNotThere) {
  ParkBuilder builder;
  const auto core = builder.node(NodeKind::core_router);
  const auto end = builder.node(NodeKind::server);
  builder.link(core, end, 1000.0);
  builder.link(core, end, 1000.0);
  builder.links[0].operational = false;
  Network network = network_of(builder.park(), {});
  EXPECT_EQ(network.arcs_into(end).size(), 1U);
  EXPECT_EQ(network.forwards, (std::vector<std::uint8_t>{1, 0}));
  builder.nodes[core].operational = false;
  network = network_of(builder.park(), {});
  EXPECT_TRUE(network.arcs_into(end).empty());
  EXPECT_TRUE(network.sources.empty());
}

TEST(Network, TimeToPassALinkFollowsItsMediumAndEnd) {
  ParkBuilder builder;
  const auto terminal = builder.node(NodeKind::optical_line_terminal);
  const auto splitter = builder.node(NodeKind::splitter);
  const auto unit = builder.node(NodeKind::optical_network_unit);
  builder.link(terminal, splitter, 10000.0);
  builder.link(splitter, unit, 1000.0);
  for (auto& link : builder.links) {
    link.medium = LinkMedium::passive_optical;
    link.length = Metres(1000.0);
  }
  Options options;
  options.switch_latency_us = 7.0;
  options.pon_cycle_us = 400.0;
  const Network network = network_of(builder.park(), options);
  const double fibre_s = 1000.0 * 1.468 / 299'792'458.0;
  EXPECT_NEAR(network.arcs[0].fixed_s, fibre_s, 1e-15);           // a splitter takes no time
  EXPECT_NEAR(network.arcs[2].fixed_s, fibre_s + 7e-6, 1e-15);    // into the unit
  EXPECT_NEAR(network.arcs[3].fixed_s, fibre_s + 400e-6, 1e-15);  // from the unit: the cycle before its grant
  EXPECT_NEAR(network.arcs[1].fixed_s, fibre_s + 7e-6, 1e-15);
  EXPECT_TRUE(network.arcs[3].grant);
  EXPECT_FALSE(network.arcs[1].grant || network.arcs[0].grant || network.arcs[2].grant);
  builder.links[0].medium = LinkMedium::radio;
  EXPECT_NEAR(network_of(builder.park(), options).arcs[0].fixed_s, 1000.0 / 299'792'458.0, 1e-15);
  builder.links[0].medium = LinkMedium::copper;
  EXPECT_NEAR(network_of(builder.park(), options).arcs[0].fixed_s, 1000.0 / 0.66 / 299'792'458.0, 1e-15);
}

}  // namespace
}  // namespace parktwin::wired::traffic
