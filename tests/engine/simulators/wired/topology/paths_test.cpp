#include "engine/simulators/wired/topology/paths.h"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <cmath>

#include "tests/engine/simulators/wired/topology/random_network.h"

namespace parktwin::wired::topology {
namespace {

Graph graph_of(const Park& park) { return working_graph(*park.network_nodes, *park.network_links); }

TEST(MostAvailablePaths, EqualsEnumerationOfAllPathsOfSmallNetworks) {
  int with_path = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    const Park park = random_park(number, {});
    const auto enumerated = all_paths(park);
    for (const Need need : {Need{0, 0}, Need{100, 0}, Need{100, 100}, Need{400, 100}, Need{10, 1000}}) {
      const auto paths = most_available_paths(graph_of(park), need);
      ASSERT_EQ(paths.size(), park.network_nodes->size());
      for (std::size_t i = 0; i < paths.size(); ++i) {
        const EnumeratedPath* best = nullptr;
        for (const auto& path : enumerated) {
          if (path.end != i || path.down < need.down_mbps || path.up < need.up_mbps) continue;
          if (!best || path.availability > best->availability) best = &path;
        }
        ASSERT_EQ(paths[i].has_value(), best != nullptr) << "network " << number << ", node " << i;
        if (!best) continue;
        ++with_path;
        EXPECT_NEAR(paths[i]->availability, best->availability, 1e-14);
        EXPECT_EQ(paths[i]->hops, best->hops);
        EXPECT_EQ(paths[i]->rate_down_mbps, best->down);
        EXPECT_EQ(paths[i]->rate_up_mbps, best->up);
      }
    }
  }
  EXPECT_GT(with_path, 1000);
}

TEST(WidestPaths, EqualEnumerationOfAllPathsOfSmallNetworks) {
  for (std::uint32_t number = 0; number < 300; ++number) {
    const Park park = random_park(number, {});
    std::vector<std::optional<Need>> expected(park.network_nodes->size());
    for (const auto& path : all_paths(park)) {
      const Need rates{path.down, path.up};
      if (!expected[path.end] || *expected[path.end] < rates) expected[path.end] = rates;
    }
    EXPECT_EQ(widest_paths(graph_of(park)), expected) << "network " << number;
  }
}

/// Boost's Dijkstra on −ln availability from an artificial node before all core routers.
std::vector<double> availability_by_boost(const Graph& graph, Need need) {
  using Weighted =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, boost::property<boost::edge_weight_t, double>>;
  Weighted weighted(graph.size() + 1);
  for (const auto source : graph.sources) boost::add_edge(graph.size(), source, -std::log(graph.node_availability[source]), weighted);
  for (std::size_t i = 0; i < graph.size(); ++i) {
    for (const Arc& arc : graph.arcs_of(i)) {
      if (arc.rate_down_mbps < need.down_mbps || arc.rate_up_mbps < need.up_mbps) continue;
      boost::add_edge(i, arc.to, -std::log(arc.availability * graph.node_availability[arc.to]), weighted);
    }
  }
  std::vector<double> distances(graph.size() + 1);
  boost::dijkstra_shortest_paths(weighted, graph.size(), boost::distance_map(distances.data()));
  std::vector<double> availability;
  for (std::size_t i = 0; i < graph.size(); ++i) {
    availability.push_back(distances[i] == std::numeric_limits<double>::max() ? -1.0 : std::exp(-distances[i]));
  }
  return availability;
}

TEST(MostAvailablePaths, EqualsBoostGraphOnLargerNetworks) {
  for (std::uint32_t number = 0; number < 10; ++number) {
    const Graph graph = graph_of(random_park(number, {.nodes = 400, .links = 900}));
    for (const Need need : {Need{0, 0}, Need{100, 10}, Need{100, 100}}) {
      const auto expected = availability_by_boost(graph, need);
      const auto paths = most_available_paths(graph, need);
      for (std::size_t i = 0; i < graph.size(); ++i) EXPECT_NEAR(paths[i] ? paths[i]->availability : -1.0, expected[i], 1e-12);
    }
  }
}

Graph square_with_equal_sides() {
  std::vector<NetworkNode> nodes(5);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = numbered('N', i);
    nodes[i].availability = 1.0;
  }
  nodes[0].kind = NodeKind::core_router;
  const std::vector<std::array<double, 3>> ends = {{0, 2, 300}, {0, 1, 200}, {2, 3, 300}, {1, 3, 200}, {0, 4, 50}, {4, 0, 60}, {1, 4, 500}};
  std::vector<NetworkLink> links;
  for (const auto& [from, to, rate] : ends) {
    NetworkLink link;
    link.id = numbered('L', links.size());
    link.from = Id<NetworkNode>(static_cast<std::size_t>(from));
    link.to = Id<NetworkNode>(static_cast<std::size_t>(to));
    link.rate_down = link.rate_up = MegabitsPerSecond(rate);
    link.availability = 1.0;
    links.push_back(link);
  }
  return working_graph(Table(std::move(nodes)), Table(std::move(links)));
}

TEST(MostAvailablePaths, BreaksTiesByFewerLinksThenLowerNodeThenEarlierLink) {
  const auto paths = most_available_paths(square_with_equal_sides(), {});
  EXPECT_EQ(paths[3]->hops, 2);
  EXPECT_EQ(paths[3]->rate_down_mbps, 200.0);  // by way of node 1, not 2
  EXPECT_EQ(paths[4]->hops, 1);                // not by way of node 1
  EXPECT_EQ(paths[4]->rate_down_mbps, 50.0);   // the first of two parallel links
  EXPECT_EQ(widest_paths(square_with_equal_sides())[3], (Need{300.0, 300.0}));
}

TEST(MostAvailablePaths, FindsPathsOfZeroAvailability) {
  Graph graph = square_with_equal_sides();
  graph.node_availability[0] = 0.0;
  const auto paths = most_available_paths(graph, {});
  for (const auto& path : paths) {
    ASSERT_TRUE(path.has_value());
    EXPECT_EQ(path->availability, 0.0);
  }
}

TEST(MostAvailablePaths, LeadNowhereWithoutCoreRouter) {
  Graph graph = square_with_equal_sides();
  graph.sources.clear();
  for (const auto& path : most_available_paths(graph, {})) EXPECT_FALSE(path.has_value());
  for (const auto& rates : widest_paths(graph)) EXPECT_FALSE(rates.has_value());
}

}  // namespace
}  // namespace parktwin::wired::topology
