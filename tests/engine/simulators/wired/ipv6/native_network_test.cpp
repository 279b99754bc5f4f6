#include "engine/simulators/wired/ipv6/native_network.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/ipv6/random_stack.h"

namespace parktwin::wired::ipv6 {
namespace {

std::int32_t working_by_outcome(const NativeNetwork& network, const Outcome& outcome) {
  std::int32_t working = 0;
  for (std::size_t i = 0; i < outcome.nodes.size(); ++i) working += network.counts(i) && !outcome.nodes[i] ? 1 : 0;
  for (const auto& failure : outcome.links) working += failure ? 0 : 1;
  for (const auto& failure : outcome.services) working += failure ? 0 : 1;
  return working;
}

// A node taken as upgraded works as one that is.
TEST(NativeNetwork, UpgradesEqualAnUpgradedPark) {
  int changed = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    const Park park = random_stack(number);
    const auto layers = network::layered_network(park);
    const NativeNetwork network(park, layers, true);
    const std::vector<bool> none(park.network_nodes->size(), false);
    EXPECT_EQ(network.working(none), working_by_outcome(network, network.outcome(none)));
    for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
      std::vector<bool> upgraded = none;
      upgraded[i] = true;
      const Park other = upgraded_park(park, i);
      const auto wanted_layers = network::layered_network(other);
      const NativeNetwork wanted(other, wanted_layers, true);
      const Outcome expected = wanted.outcome(none);
      const Outcome found = network.outcome(upgraded);
      EXPECT_EQ(found.reached, expected.reached);
      EXPECT_EQ(found.nodes, expected.nodes);
      EXPECT_EQ(found.links, expected.links);
      EXPECT_EQ(found.services, expected.services);
      EXPECT_EQ(network.working(upgraded), working_by_outcome(wanted, expected));
      const bool useful = network.working(upgraded) != network.working(none);
      const bool splitter = park.network_nodes->records()[i].kind == NodeKind::splitter;
      EXPECT_TRUE(splitter ? !network.can_be_upgraded(i) : network.can_be_upgraded(i) || !useful);
      changed += useful ? 1 : 0;
    }
  }
  EXPECT_GT(changed, 300);
}

TEST(NativeNetwork, AddressesOthersCannotUseAreNone) {
  NetworkNode node;
  for (const std::string text : {"", "fe80::1", "::1", "192.0.2.1", "router"}) {
    node.ipv6_address = text;
    EXPECT_FALSE(usable_ipv6_address(node)) << text;
  }
  node.ipv6_address = "2001:db8::1/64";
  EXPECT_EQ(usable_ipv6_address(node), parse_ip_address("2001:db8::1"));
  node.ipv4_address = "169.254.0.1";
  EXPECT_FALSE(usable_ipv4_address(node));
  node.ipv4_address = "10.0.0.1/8";
  EXPECT_EQ(usable_ipv4_address(node), parse_ip_address("10.0.0.1"));
}

}  // namespace
}  // namespace parktwin::wired::ipv6
