#include "engine/simulators/wired/traffic/routing.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

TEST(Routing, AgreesWithEnumeratingAllPaths) {
  int reached = 0;
  int split = 0;
  for (std::uint32_t number = 0; number < 150; ++number) {
    const Park park = random_network(number, 7, 12).park();
    const Network network = network_of(park, {});
    const std::vector<std::uint32_t> sinks = number % 3 == 0 ? std::vector<std::uint32_t>{0, 3} : std::vector<std::uint32_t>{0};
    const Route route = route_to(network, sinks);
    for (std::uint32_t node = 0; node < network.size(); ++node) {
      const auto paths = every_path(network, node, sinks);
      ASSERT_EQ(route.reaches(node), !paths.empty());
      if (paths.empty()) continue;
      EXPECT_EQ(route.cost[node], paths[0].cost);
      std::vector<std::uint32_t> first;
      for (const auto& path : paths) {
        if (path.cost == paths[0].cost && !path.arcs.empty()) first.push_back(path.arcs[0]);
      }
      std::sort(first.begin(), first.end());
      first.erase(std::unique(first.begin(), first.end()), first.end());
      const auto next = route.next_of(node);
      EXPECT_EQ(std::vector<std::uint32_t>(next.begin(), next.end()), first) << number << " node " << node;
      ++reached;
      split += first.size() > 1 ? 1 : 0;
    }
    EXPECT_TRUE(std::is_sorted(route.order.begin(), route.order.end(), [&](auto a, auto b) { return route.cost[a] < route.cost[b]; }));
  }
  EXPECT_GT(reached, 300);
  EXPECT_GT(split, 10);
}

TEST(Routing, FewerLinksComeBeforeFasterOnesAndThenTheFaster) {
  ParkBuilder builder;
  const auto core = builder.node(NodeKind::core_router);
  const auto fast = builder.node(NodeKind::aggregation_switch);
  const auto slow = builder.node(NodeKind::aggregation_switch);
  const auto end = builder.node(NodeKind::access_switch);
  builder.link(core, fast, 10000.0);
  builder.link(core, slow, 1000.0);
  builder.link(fast, end, 10000.0);
  builder.link(slow, end, 10000.0);
  const std::vector<std::uint32_t> sinks{core};
  Network network = network_of(builder.park(), {});
  EXPECT_EQ(route_to(network, sinks).next_of(end)[0], 2U * 2 + 1);
  EXPECT_EQ(route_to(network, sinks).next_of(end).size(), 1U);
  builder.link(core, end, 10.0);
  network = network_of(builder.park(), {});
  EXPECT_EQ(route_to(network, sinks).cost[end].hops, 1U);
}

TEST(Routing, ServersPassNothingOnButAreReached) {
  ParkBuilder builder;
  const auto core = builder.node(NodeKind::core_router);
  const auto server = builder.node(NodeKind::server);
  const auto end = builder.node(NodeKind::access_switch);
  builder.link(core, server, 1000.0);
  builder.link(server, end, 1000.0);
  const Network network = network_of(builder.park(), {});
  const std::vector<std::uint32_t> to_core{core};
  const std::vector<std::uint32_t> to_server{server};
  EXPECT_FALSE(route_to(network, to_core).reaches(end));
  EXPECT_TRUE(route_to(network, to_core).reaches(server));
  EXPECT_TRUE(route_to(network, to_server).reaches(end));
}

}  // namespace
}  // namespace parktwin::wired::traffic
