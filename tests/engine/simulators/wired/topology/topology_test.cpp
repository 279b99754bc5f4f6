#include "engine/simulators/wired/topology/topology.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/engine/simulators/wired/topology/random_network.h"

namespace parktwin::wired::topology {
namespace {

/// core C – aggregation A – access B (enterprise E0, zone Z0), every link 1000/400 Mbit/s.
struct Chain {
  std::vector<Enterprise> enterprises{1};
  std::vector<Zone> zones{1};
  std::vector<NetworkNode> nodes{3};
  std::vector<NetworkLink> links{2};
  std::vector<RadioSite> sites{2};

  Chain() {
    enterprises[0].id = "E0";
    zones[0].id = "Z0";
    const std::vector<std::string> names = {"C", "A", "B"};
    for (std::size_t i = 0; i < 3; ++i) {
      nodes[i].id = names[i];
      nodes[i].availability = 0.9999;
    }
    nodes[0].kind = NodeKind::core_router;
    nodes[2].enterprise = Id<Enterprise>(0);
    nodes[2].zone = Id<Zone>(0);
    for (std::size_t i = 0; i < 2; ++i) {
      links[i].id = numbered('L', i);
      links[i].from = Id<NetworkNode>(i);
      links[i].to = Id<NetworkNode>(i + 1);
      links[i].rate_up = MegabitsPerSecond(400.0);
      sites[i].id = numbered('S', i);
    }
    sites[0].backhaul = Id<NetworkNode>(2);
  }

  [[nodiscard]] Result simulate(const Options& options = {}) const {
    Park park;
    park.enterprises = Part(Table(enterprises));
    park.zones = Part(Table(zones));
    park.network_nodes = Part(Table(nodes));
    park.network_links = Part(Table(links));
    park.radio_sites = Part(Table(sites));
    return topology::simulate(park, options);
  }
};

TEST(Topology, ServesAnEnterpriseOverAChain) {
  const Result result = Chain().simulate();
  const auto& access = result.enterprises.at(0);
  EXPECT_EQ(access.state, AccessState::served);
  EXPECT_EQ(access.node, Id<NetworkNode>(2));
  EXPECT_EQ(access.rate_down_mbps, 1000.0);
  EXPECT_EQ(access.rate_up_mbps, 400.0);
  EXPECT_EQ(access.hops, 2);
  EXPECT_NEAR(access.availability, 0.9999 * 0.9999 * 0.9999 * 0.9999 * 0.9999, 1e-15);
  EXPECT_TRUE(result.zones.at(0).served);
  EXPECT_TRUE(result.sites.at(0).connected);
  EXPECT_TRUE(result.sites.at(1).connected);
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_EQ(result.notes[0].kind, NoteKind::assumption);
}

TEST(Topology, TurnsTheRatesRoundOnALinkEnteredAtItsFarEnd) {
  Chain chain;
  std::swap(chain.links[1].from, chain.links[1].to);
  const auto access = chain.simulate().enterprises.at(0);
  EXPECT_EQ(access.rate_down_mbps, 400.0);
  EXPECT_EQ(access.rate_up_mbps, 400.0);
}

TEST(Topology, SaysWhyAnEnterpriseIsNotServed) {
  Chain chain;
  chain.nodes[2].enterprise = {};
  EXPECT_EQ(chain.simulate().enterprises.at(0).state, AccessState::no_access_node);

  chain = Chain();
  chain.links[0].operational = false;
  EXPECT_EQ(chain.simulate().enterprises.at(0).state, AccessState::no_path);
  EXPECT_FALSE(chain.simulate().enterprises.at(0).node.valid());

  chain = Chain();
  chain.nodes[2].operational = false;
  EXPECT_EQ(chain.simulate().enterprises.at(0).state, AccessState::no_path);

  chain = Chain();
  chain.enterprises[0].required_up = MegabitsPerSecond(401.0);
  const auto slow = chain.simulate().enterprises.at(0);
  EXPECT_EQ(slow.state, AccessState::rate_too_low);
  EXPECT_EQ(slow.node, Id<NetworkNode>(2));
  EXPECT_EQ(slow.rate_down_mbps, 1000.0);
  EXPECT_EQ(slow.rate_up_mbps, 400.0);
  EXPECT_EQ(slow.hops, 2);

  chain = Chain();
  chain.enterprises[0].required_availability = 0.9996;
  EXPECT_EQ(chain.simulate().enterprises.at(0).state, AccessState::availability_too_low);
  EXPECT_EQ(chain.simulate({.check_availability = false}).enterprises.at(0).state, AccessState::served);
}

TEST(Topology, ServesAnEnterpriseRightAtTheCoreWithTheCoresFastestPort) {
  Chain chain;
  chain.nodes[0].enterprise = Id<Enterprise>(0);
  const Result result = chain.simulate();
  EXPECT_EQ(result.enterprises.at(0).node, Id<NetworkNode>(0));
  EXPECT_EQ(result.enterprises.at(0).hops, 0);
  EXPECT_EQ(result.enterprises.at(0).availability, 0.9999);
  EXPECT_EQ(result.nodes.at(0).rate_down_mbps, 1000.0);
  EXPECT_EQ(result.nodes.at(0).rate_up_mbps, 400.0);
}

TEST(Topology, AsksZonesAndRadioSitesForTheirRates) {
  const Chain chain;
  EXPECT_TRUE(chain.simulate({.zone_rate = MegabitsPerSecond(1000.0)}).zones.at(0).served);
  EXPECT_FALSE(chain.simulate({.zone_rate = MegabitsPerSecond(1000.5)}).zones.at(0).served);
  EXPECT_TRUE(chain.simulate({.radio_rate = MegabitsPerSecond(1000.0)}).sites.at(0).connected);
  EXPECT_FALSE(chain.simulate({.radio_rate = MegabitsPerSecond(1000.5)}).sites.at(0).connected);
}

TEST(Topology, ListsOnlyPublicZonesThatHaveAnAccessNode) {
  Chain chain;
  chain.zones.resize(3);
  chain.zones[1].id = "Z1";
  chain.zones[2].id = "Z2";
  chain.zones[2].is_public = false;
  chain.nodes[1].zone = Id<Zone>(2);
  const Result result = chain.simulate();
  ASSERT_EQ(result.zones.size(), 1U);
  EXPECT_EQ(result.zones[0].zone, Id<Zone>(0));
}

TEST(Topology, WarnsWhenThereIsNoCoreRouter) {
  Chain chain;
  chain.nodes[0].operational = false;
  const Result result = chain.simulate();
  for (const auto& reach : result.nodes) EXPECT_FALSE(reach.reachable);
  EXPECT_FALSE(result.zones.at(0).served);
  EXPECT_FALSE(result.sites.at(0).connected);
  EXPECT_EQ(result.notes.at(0).kind, NoteKind::warning);
  const Result of_nothing = topology::simulate(Park(), {});
  EXPECT_TRUE(of_nothing.enterprises.empty());
  EXPECT_EQ(of_nothing.notes.at(0).kind, NoteKind::warning);
}

/// What the face says about one enterprise, read off the list of all paths.
void expect_as_enumerated(const Park& park, const std::vector<EnumeratedPath>& paths, const EnterpriseAccess& access) {
  const Enterprise& enterprise = (*park.enterprises)[access.enterprise];
  bool has_node = false;
  const EnumeratedPath* widest = nullptr;
  const EnumeratedPath* best = nullptr;
  for (const auto& node : *park.network_nodes) has_node = has_node || node.enterprise == access.enterprise;
  for (const auto& path : paths) {
    if (park.network_nodes->records()[path.end].enterprise != access.enterprise) continue;
    const auto width = [](const EnumeratedPath& p) { return std::tuple(p.down, p.up, p.availability); };
    if (!widest || width(path) > width(*widest)) widest = &path;
    const bool fast = path.down >= enterprise.required_down.value() && path.up >= enterprise.required_up.value();
    if (fast && (!best || path.availability > best->availability)) best = &path;
  }
  const bool available = best && best->availability >= enterprise.required_availability;
  const AccessState expected = !has_node   ? AccessState::no_access_node
                               : !widest   ? AccessState::no_path
                               : !best     ? AccessState::rate_too_low
                               : available ? AccessState::served
                                           : AccessState::availability_too_low;
  EXPECT_EQ(name_of(access.state), name_of(expected));
  const EnumeratedPath* taken = best ? best : widest;
  ASSERT_EQ(access.node.valid(), taken != nullptr);
  if (!taken) return;
  EXPECT_EQ(access.node.index(), taken->end);
  EXPECT_EQ(access.hops, taken->hops);
  EXPECT_NEAR(access.availability, taken->availability, 1e-14);
  if (taken->hops == 0) return;
  EXPECT_EQ(access.rate_down_mbps, taken->down);
  EXPECT_EQ(access.rate_up_mbps, taken->up);
}

TEST(Topology, EqualsEnumerationOfAllPathsOfSmallParks) {
  std::map<AccessState, int> seen;
  for (std::uint32_t number = 0; number < 400; ++number) {
    SCOPED_TRACE("park " + std::to_string(number));
    const Park park = random_park(number, {});
    const auto paths = all_paths(park);
    const Result result = topology::simulate(park, {});
    ASSERT_EQ(result.enterprises.size(), park.enterprises->size());
    for (const auto& access : result.enterprises) {
      ++seen[access.state];
      expect_as_enumerated(park, paths, access);
    }
    for (const auto& zone : result.zones) {
      const bool served = std::any_of(paths.begin(), paths.end(), [&](const EnumeratedPath& path) {
        return park.network_nodes->records()[path.end].zone == zone.zone && path.down >= Options().zone_rate.value();
      });
      EXPECT_EQ(zone.served, served);
    }
  }
  for (const auto& state : names_of(AccessState{})) EXPECT_GT(seen[state.value], 20) << state.name;
}

}  // namespace
}  // namespace parktwin::wired::topology
