#include "engine/simulators/wired/traffic/loads.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

/// Follows what a node sends along every branch of its route, one after the other.
struct Walk {
  const Network& network;
  const Route& route;
  const std::vector<double>& passed;
  std::vector<double> load;

  double up(std::uint32_t node, double amount) {
    const auto next = route.next_of(node);
    if (next.empty()) return route.reaches(node) ? amount : 0.0;
    double arrived = 0.0;
    for (const std::uint32_t number : next) {
      const double part = amount / static_cast<double>(next.size());
      load[number] += part;
      arrived += up(network.arcs[number].to, part * passed[number]);
    }
    return arrived;
  }

  /// What is sent to a node: each branch is one way back from the destination.
  double down(std::uint32_t node, double amount) {
    std::vector<std::uint32_t> way;
    double arrived = 0.0;
    const auto walk = [&](const auto& self, std::uint32_t at, double part) -> void {
      const auto next = route.next_of(at);
      if (next.empty() && route.reaches(at)) {
        for (auto arc = way.rbegin(); arc != way.rend(); ++arc) {
          load[reverse_of(*arc)] += part;
          part *= passed[reverse_of(*arc)];
        }
        arrived += part;
      }
      for (const std::uint32_t number : next) {
        way.push_back(number);
        self(self, network.arcs[number].to, part / static_cast<double>(next.size()));
        way.pop_back();
      }
    };
    walk(walk, node, amount);
    return arrived;
  }
};

TEST(Loads, AreWhatWalkingEveryBranchAddsUp) {
  int overloaded = 0;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const Network network = network_of(random_network(number, 9, 16).park(), {});
    const std::vector<std::uint32_t> sinks{0};
    const Route route = route_to(network, sinks);
    const RandomSequence random(4, 1, number);
    Stream stream{SourceClass::office, &route, {}, {}};
    for (std::uint32_t node = 0; node < network.size(); ++node) {
      stream.up_mbit_s.push_back(random.uniform(2 * node, 0.0, 80.0));
      stream.down_mbit_s.push_back(random.uniform(2 * node + 1, 0.0, 80.0));
    }
    const Loads loads = loads_of(network, {stream});
    EXPECT_TRUE(loads.settled);
    const auto up = delivered_up(network, route, loads.passed);
    const auto down = delivered_down(network, route, loads.passed);
    Walk walk{network, route, loads.passed, std::vector<double>(network.arcs.size(), 0.0)};
    for (std::uint32_t node = 0; node < network.size(); ++node) {
      EXPECT_NEAR(walk.up(node, stream.up_mbit_s[node]), up[node] * stream.up_mbit_s[node], 1e-6);
      EXPECT_NEAR(walk.down(node, stream.down_mbit_s[node]), down[node] * stream.down_mbit_s[node], 1e-6);
    }
    for (std::size_t arc = 0; arc < network.arcs.size(); ++arc) {
      EXPECT_NEAR(loads.total_mbit_s[arc], walk.load[arc], 1e-6);
      EXPECT_EQ(loads.by_class[arc][static_cast<std::size_t>(SourceClass::office)], loads.total_mbit_s[arc]);
      if (loads.total_mbit_s[arc] == 0.0) continue;
      EXPECT_NEAR(loads.passed[arc], std::min(1.0, network.arcs[arc].rate_mbit_s / loads.total_mbit_s[arc]), 1e-8);
      overloaded += loads.passed[arc] < 1.0 ? 1 : 0;
    }
  }
  EXPECT_GT(overloaded, 20);
}

TEST(Loads, TwoNarrowLinksInARowCutOnce) {
  ParkBuilder builder;
  const auto core = builder.node(NodeKind::core_router);
  const auto middle = builder.node(NodeKind::aggregation_switch);
  const auto end = builder.node(NodeKind::access_switch);
  builder.link(core, middle, 100.0);
  builder.link(middle, end, 100.0);
  const Network network = network_of(builder.park(), {});
  const std::vector<std::uint32_t> sinks{core};
  const Route route = route_to(network, sinks);
  const Loads loads = loads_of(network, {{SourceClass::machines, &route, {0.0, 0.0, 200.0}, {0.0, 0.0, 400.0}}});
  EXPECT_NEAR(delivered_up(network, route, loads.passed)[end], 0.5, 1e-9);
  EXPECT_NEAR(delivered_down(network, route, loads.passed)[end], 0.25, 1e-9);
  EXPECT_NEAR(loads.total_mbit_s[1], 100.0, 1e-6);  // only what the first lets through
  EXPECT_NEAR(loads.total_mbit_s[2], 100.0, 1e-6);
  EXPECT_NEAR(loads.total_mbit_s[0], 400.0, 1e-6);
}

}  // namespace
}  // namespace parktwin::wired::traffic
