#include "engine/simulators/wired/topology/layers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "engine/simulators/wired/topology/topology.h"
#include "tests/engine/simulators/wired/topology/random_network.h"

namespace parktwin::wired::topology {
namespace {

/// Random parks whose links lie in cables, two or three ducts each.
Park park_with_ducts(std::uint32_t number) {
  Park park = random_park(number, {.nodes = 20, .links = 40, .enterprises = 8});
  const RandomSequence random(2023, 1, number);
  std::uint32_t draw = 0;
  std::vector<Duct> ducts(12);
  std::vector<Cable> cables(30);
  for (std::size_t i = 0; i < ducts.size(); ++i) ducts[i].id = numbered('D', i);
  for (std::size_t i = 0; i < cables.size(); ++i) {
    cables[i].id = numbered('C', i);
    for (std::uint32_t count = 2 + random.below(draw++, 2); count > 0; --count) cables[i].ducts.emplace_back(random.below(draw++, 12));
  }
  auto links = park.network_links->records();
  for (auto& link : links) {
    if (random.below(draw++, 4) > 0) link.cable = Id<Cable>(random.below(draw++, 30));
  }
  park.network_links = Part(Table(std::move(links)));
  park.ducts = Part(Table(std::move(ducts)));
  park.cables = Part(Table(std::move(cables)));
  return park;
}

/// What the path's links come to is what the access says of it.
void expect_as_accessed(const Park& park, const EnterpriseAccess& access, const LayeredPath& path) {
  ASSERT_EQ(path.enterprise, access.enterprise);
  ASSERT_EQ(path.nodes.size(), path.links.size() + 1);
  EXPECT_EQ(static_cast<std::int32_t>(path.links.size()), access.hops);
  EXPECT_EQ(path.nodes.back(), access.node);
  EXPECT_EQ((*park.network_nodes)[path.nodes.front()].kind, NodeKind::core_router);
  double availability = (*park.network_nodes)[path.nodes.front()].availability;
  double down = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < path.links.size(); ++i) {
    const NetworkLink& link = (*park.network_links)[path.links[i]];
    const bool outwards = link.from == path.nodes[i];
    EXPECT_EQ(outwards ? link.from : link.to, path.nodes[i]);
    EXPECT_EQ(outwards ? link.to : link.from, path.nodes[i + 1]);
    availability = availability * link.availability * (*park.network_nodes)[path.nodes[i + 1]].availability;
    down = std::min(down, (outwards ? link.rate_down : link.rate_up).value());
  }
  EXPECT_EQ(availability, access.availability);
  EXPECT_TRUE(path.links.empty() || down == access.rate_down_mbps);
}

void expect_lower_layers(const Park& park, const LayeredPath& path) {
  std::vector<Id<Cable>> cables;
  std::vector<Id<Duct>> ducts;
  const auto once = [](auto& list, auto id) {
    if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
  };
  for (const auto link : path.links) {
    const Id<Cable> cable = (*park.network_links)[link].cable;
    if (!cable.valid()) continue;
    once(cables, cable);
    for (const auto duct : (*park.cables)[cable].ducts) once(ducts, duct);
  }
  EXPECT_EQ(path.cables, cables);
  EXPECT_EQ(path.ducts, ducts);
}

TEST(Layers, TraceTheWorkingPathOfEveryConnectedEnterpriseDownToItsDucts) {
  std::size_t with_ducts = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    SCOPED_TRACE("park " + std::to_string(number));
    const Park park = park_with_ducts(number);
    const Result result = topology::simulate(park, {});
    std::size_t next = 0;
    for (const EnterpriseAccess& access : result.enterprises) {
      if (!access.node.valid()) continue;
      ASSERT_LT(next, result.paths.size());
      expect_as_accessed(park, access, result.paths[next]);
      expect_lower_layers(park, result.paths[next]);
      with_ducts += result.paths[next].ducts.empty() ? 0 : 1;
      ++next;
    }
    EXPECT_EQ(next, result.paths.size());
  }
  EXPECT_GT(with_ducts, 100U);
}

TEST(Layers, TraceTheMostAvailablePathOfEveryReachedService) {
  std::size_t reached = 0;
  std::size_t cut_off = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    SCOPED_TRACE("park " + std::to_string(number));
    Park park = random_park(number, {.nodes = 7, .links = 9});
    std::vector<NetworkService> services(4);
    for (std::size_t i = 0; i < services.size(); ++i) {
      services[i].id = numbered('V', i);
      services[i].node = Id<NetworkNode>(i + 2);
    }
    park.network_services = Part(Table(std::move(services)));
    std::map<std::size_t, double> best;  // per node, over all paths
    for (const EnumeratedPath& path : all_paths(park)) best[path.end] = std::max(best[path.end], path.availability);
    const auto traced = topology::simulate(park, {}).service_paths;
    std::size_t next = 0;
    for (std::size_t i = 0; i < park.network_services->size(); ++i) {
      const Id<NetworkNode> node = park.network_services->records()[i].node;
      if (!best.contains(node.index())) continue;
      ASSERT_LT(next, traced.size());
      const LayeredPath& path = traced[next++];
      EXPECT_EQ(path.service, Id<NetworkService>(i));
      EXPECT_FALSE(path.enterprise.valid());
      EXPECT_EQ(path.nodes.back(), node);
      double availability = (*park.network_nodes)[path.nodes.front()].availability;
      for (std::size_t hop = 0; hop < path.links.size(); ++hop) {
        availability *= (*park.network_links)[path.links[hop]].availability * (*park.network_nodes)[path.nodes[hop + 1]].availability;
      }
      EXPECT_NEAR(availability, best.at(node.index()), 1e-12);
    }
    EXPECT_EQ(next, traced.size());
    reached += next;
    cut_off += 4 - next;
  }
  EXPECT_GT(reached, 50U);
  EXPECT_GT(cut_off, 20U);
}

TEST(Layers, OfACoreRouterIsItself) {
  std::vector<NetworkNode> nodes(1);
  nodes[0].id = "C";
  nodes[0].kind = NodeKind::core_router;
  Park park;
  park.network_nodes = Part(Table(std::move(nodes)));
  const auto paths = most_available_paths(working_graph(*park.network_nodes, *park.network_links), {});
  const LayeredPath path = trace(park, paths, Id<NetworkNode>(0));
  EXPECT_EQ(path.nodes.size(), 1U);
  EXPECT_TRUE(path.links.empty());
}

}  // namespace
}  // namespace parktwin::wired::topology
