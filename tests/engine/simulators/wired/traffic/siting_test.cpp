#include "engine/simulators/wired/traffic/siting.h"

#include <gtest/gtest.h>

#include <bit>

#include "engine/simulators/wired/traffic/erlang.h"
#include "engine/simulators/wired/traffic/traffic.h"
#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

constexpr double fibre_s_per_m = 1.468 / 299'792'458.0;

/// Switches in a random tree with some cross links of very different lengths, each with an enterprise that has one machine.
ParkBuilder far_apart(std::uint32_t number, std::uint32_t switches) {
  const RandomSequence random(77, 1, number);
  std::uint32_t draw = 0;
  ParkBuilder builder;
  for (std::uint32_t i = 0; i < switches; ++i) builder.node(i == 0 ? NodeKind::core_router : NodeKind::aggregation_switch);
  const auto join = [&](std::uint32_t a, std::uint32_t b) {
    builder.link(a, b, random.uniform(draw++, 1000.0, 9000.0));  // no two alike: one cheapest path
    builder.links.back().length = Metres(1e6 * random.uniform(draw++, 0.5, 8.0));
  };
  for (std::uint32_t i = 1; i < switches; ++i) join(random.below(draw++, i), i);
  for (int i = 0; i < 3; ++i) {
    const std::uint32_t low = random.below(draw++, switches / 2);
    const std::uint32_t high = switches / 2 + random.below(draw++, switches / 2);
    join(low, high);
  }
  for (std::uint32_t i = 0; i < switches; ++i) {
    const auto access = builder.node(NodeKind::access_switch);
    builder.link(i, access, 1000.0);
    builder.asset(builder.enterprise(access), "machine tools", 1);
  }
  return builder;
}

/// Whether the cheapest path from the enterprise's access to a switch is short enough; links carry next to nothing.
bool in_time(const Network& network, const ParkBuilder& builder, std::uint32_t access, std::uint32_t site, double target_s) {
  const auto paths = every_path(network, access, {site});
  double length_m = 0.0;
  for (const std::uint32_t arc : paths[0].arcs) length_m += builder.links[arc / 2].length.value();
  return length_m * fibre_s_per_m < target_s;
}

TEST(Siting, AgreesWithTryingAllSetsOfSites) {
  constexpr std::uint32_t switches = 8;
  Options options;
  options.switch_latency_us = 0.0;
  ClassChange change;
  change.source = SourceClass::machines;
  change.target_ms = 30.0;
  options.classes = {change};
  std::size_t several = 0;
  for (std::uint32_t number = 0; number < 40; ++number) {
    const ParkBuilder builder = far_apart(number, switches);
    const Park park = builder.park();
    const Network network = network_of(park, options);
    std::vector<std::uint32_t> reach(switches, 0);  // sites that serve enterprise i, as bits
    for (std::uint32_t i = 0; i < switches; ++i) {
      for (std::uint32_t site = 0; site < switches; ++site) {
        if (in_time(network, builder, switches + i, site, 0.03)) reach[i] |= 1U << site;
      }
    }
    int fewest = switches;
    for (std::uint32_t chosen = 0; chosen < (1U << switches); ++chosen) {
      if (std::all_of(reach.begin(), reach.end(), [chosen](auto sites) { return (sites & chosen) != 0; }))
        fewest = std::min(fewest, std::popcount(chosen));
    }
    const Result result = simulate(park, options, {});
    EXPECT_EQ(result.siting.state, SitingState::proven);
    EXPECT_EQ(result.siting.sites, fewest) << number;
    EXPECT_EQ(result.siting.lower_bound, fewest);
    EXPECT_EQ(result.siting.candidates, static_cast<std::int32_t>(switches));
    EXPECT_EQ(result.edge_sites.size(), static_cast<std::size_t>(fewest));
    std::int32_t served = 0;
    for (const auto& site : result.edge_sites) served += site.flows;
    EXPECT_EQ(served, static_cast<std::int32_t>(switches));
    several += fewest > 1 ? 1 : 0;
  }
  EXPECT_GT(several, 10U);
}

TEST(Siting, NamesTheFlowThatNoSiteServes) {
  ParkBuilder builder = far_apart(1, 4);
  builder.asset(Id<Enterprise>(2), "AGV", 5, AssetBearer::other_wireless);
  Options options;
  options.other_wireless_delay_ms = 400.0;
  const Result result = simulate(builder.park(), options, {});
  EXPECT_EQ(result.siting.state, SitingState::impossible);
  EXPECT_EQ(result.siting.critical_flows, 5);
  ASSERT_EQ(result.binding_flows.size(), 1U);
  const BindingFlow& binding = result.binding_flows[0];
  EXPECT_EQ(binding.source, SourceClass::vehicles);
  EXPECT_EQ(binding.assets, Id<ConnectedAssets>(4));
  EXPECT_EQ(binding.state, FlowState::late);
  EXPECT_EQ(binding.best_site, Id<NetworkNode>(2));
  EXPECT_GT(binding.best_ms, binding.target_ms);
  EXPECT_NEAR(binding.access_ms, 400.0, 1e-9);
  builder.assets[4].bearer = AssetBearer::nr;
  const Result no_radio = simulate(builder.park(), options, {});
  ASSERT_EQ(no_radio.binding_flows.size(), 1U);
  EXPECT_EQ(no_radio.binding_flows[0].state, FlowState::no_radio);
  EXPECT_FALSE(no_radio.binding_flows[0].best_site.valid());
}

TEST(Siting, AnOverloadedAccessIsNotMendedByASite) {
  ParkBuilder builder = far_apart(1, 4);
  builder.assets[2].element = "camera";
  builder.assets[2].count = 500;
  const Result result = simulate(builder.park(), {}, {});
  ASSERT_EQ(result.binding_flows.size(), 1U);
  EXPECT_EQ(result.binding_flows[0].source, SourceClass::machine_vision);
  EXPECT_EQ(result.binding_flows[0].state, FlowState::link_overloaded);
}

TEST(Siting, ProcessorsFollowErlang) {
  ParkBuilder builder;
  const auto core = builder.node(NodeKind::core_router);
  const auto access = builder.node(NodeKind::access_switch);
  builder.link(core, access, 100000.0);
  builder.asset(builder.enterprise(access), "camera", 16);  // 400 samples/s of 20 ms: 8 erlang
  Options options;
  options.waiting_at_edge = 0.41;
  const Result result = simulate(builder.park(), options, {});
  ASSERT_EQ(result.edge_sites.size(), 1U);
  EXPECT_NEAR(result.edge_sites[0].samples_per_s, 400.0, 1e-9);
  EXPECT_EQ(result.edge_sites[0].processors, 10);  // C(10, 8) = 0.409
  EXPECT_EQ(result.siting.met_today, 1);           // by the cloud, there being no edge server
}

TEST(Siting, NothingCriticalAsksForNothing) {
  ParkBuilder builder;
  builder.asset(builder.enterprise(builder.node(NodeKind::core_router)), "sensors", 4);
  const Result result = simulate(builder.park(), {}, {});
  EXPECT_EQ(result.siting.state, SitingState::not_asked);
  EXPECT_EQ(result.siting.sites, 0);
}

}  // namespace
}  // namespace parktwin::wired::traffic
