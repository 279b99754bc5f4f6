#include "engine/simulators/wired/traffic/bottlenecks.h"

#include <gtest/gtest.h>

#include "engine/simulators/wired/traffic/traffic.h"
#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

/// Two enterprises behind switch 3; a narrow way over switch 1 to the core with fewer hops, a long one over 1 and 2.
struct World {
  ParkBuilder builder;
  std::uint32_t core = builder.node(NodeKind::core_router);
  std::uint32_t first = builder.node(NodeKind::aggregation_switch);
  std::uint32_t second = builder.node(NodeKind::aggregation_switch);
  std::uint32_t shared = builder.node(NodeKind::aggregation_switch);
  std::uint32_t narrow = builder.link(core, shared, 50.0);
  std::vector<Id<Enterprise>> enterprises;

  explicit World(double detour_mbit_s) {
    builder.link(core, first, detour_mbit_s);
    builder.link(first, second, detour_mbit_s);
    builder.link(second, shared, detour_mbit_s);
    for (int i = 0; i < 2; ++i) {
      const auto access = builder.node(NodeKind::access_switch);
      builder.link(shared, access, 1000.0);
      enterprises.push_back(builder.enterprise(access));
    }
    for (int i = 0; i < 3; ++i) builder.asset(enterprises[i == 0 ? 0 : 1], "camera", 2);
    for (auto& assets : builder.assets) assets.rate_up = MegabitsPerSecond(8.0);
  }
};

double headers() { return wire_bits(20000.0) / 160000.0; }

TEST(Bottlenecks, NameWhatCrossesAndByHowMuchItIsOver) {
  const World world(1.0);
  const Result result = simulate(world.builder.park(), {}, {});
  ASSERT_EQ(result.bottlenecks.size(), 1U);
  const Bottleneck& bottleneck = result.bottlenecks[0];
  EXPECT_EQ(bottleneck.link, Id<NetworkLink>(world.narrow));
  EXPECT_EQ(bottleneck.way, Way::inwards);
  EXPECT_NEAR(bottleneck.load_mbit_s, 48.0 * headers(), 1e-9);
  EXPECT_NEAR(bottleneck.over_mbit_s, 48.0 * headers() - 40.0, 1e-9);
  EXPECT_NEAR(bottleneck.utilisation, 48.0 * headers() / 50.0, 1e-12);
  EXPECT_EQ(bottleneck.flows, 3);
  EXPECT_EQ(bottleneck.enterprises, world.enterprises);
  EXPECT_EQ(bottleneck.relief_mbit_s, 0.0);
  ASSERT_EQ(result.crossings.size(), 1U);
  EXPECT_EQ(result.crossings[0].source, SourceClass::machine_vision);
  EXPECT_NEAR(result.crossings[0].load_mbit_s, bottleneck.load_mbit_s, 1e-12);
}

TEST(Bottlenecks, ReliefIsWhatAnotherPathHasRoomFor) {
  const double each = 16.0 * headers();
  const World wide(1000.0);
  EXPECT_NEAR(simulate(wide.builder.park(), {}, {}).bottlenecks[0].relief_mbit_s, each, 1e-9);  // one flow is enough
  Options strict;
  strict.bottleneck_utilisation = 0.1;
  EXPECT_NEAR(simulate(wide.builder.park(), strict, {}).bottlenecks[0].relief_mbit_s, 3.0 * each, 1e-9);
  const World tight(2.1 * each);  // has room for one below the limit of 80 %
  strict.bottleneck_utilisation = 0.8;
  EXPECT_NEAR(simulate(tight.builder.park(), strict, {}).bottlenecks[0].relief_mbit_s, each, 1e-9);
  strict.alternative_paths = 0;
  EXPECT_EQ(simulate(tight.builder.park(), strict, {}).bottlenecks[0].relief_mbit_s, 0.0);
}

TEST(Bottlenecks, WhatComesBackCounts) {
  World world(1.0);
  for (auto& assets : world.builder.assets) {
    assets.rate_up = MegabitsPerSecond(0.1);
    assets.rate_down = MegabitsPerSecond(20.0);
  }
  const Result result = simulate(world.builder.park(), {}, {});
  ASSERT_EQ(result.bottlenecks.size(), 1U);
  EXPECT_EQ(result.bottlenecks[0].way, Way::outwards);
  EXPECT_NEAR(result.bottlenecks[0].load_mbit_s, 120.0 * headers(), 1e-9);
  EXPECT_NEAR(result.flows[0].down_delivered_share, 50.0 / (120.0 * headers()), 1e-9);
  EXPECT_EQ(result.bottlenecks[0].enterprises.size(), 2U);
}

TEST(Bottlenecks, AQuietNetworkHasNone) {
  World world(1000.0);
  for (auto& assets : world.builder.assets) assets.count = 1;
  Options options;
  options.bottleneck_utilisation = 1.0;
  const auto found = simulate(world.builder.park(), options, {});
  EXPECT_TRUE(found.bottlenecks.empty());
  EXPECT_TRUE(found.crossings.empty());
}

}  // namespace
}  // namespace parktwin::wired::traffic
