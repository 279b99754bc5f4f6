#include "engine/simulators/wired/ipv6/rule_twins.h"

#include <gtest/gtest.h>

namespace parktwin::wired::ipv6 {
namespace {

NetworkNode node(const std::string& id, const std::string& ipv4, const std::string& ipv6) {
  NetworkNode result;
  result.id = id;
  result.ipv4_address = ipv4;
  result.ipv6_address = ipv6;
  return result;
}

AccessRule rule(IpFamily family, const std::string& source, const std::string& destination) {
  AccessRule result;
  result.node = Id<NetworkNode>(0);
  result.family = family;
  result.source = source;
  result.destination = destination;
  result.protocol = "tcp";
  result.ports = "443";
  return result;
}

/// Two servers and two cameras of both families, a printer with IPv4 alone.
Park park_with(std::vector<AccessRule> rules) {
  Park park;
  park.network_nodes = Part(Table(std::vector{
      node("server 1", "10.0.1.1", "2001:db8:0:1::1"), node("server 2", "10.0.1.2", "2001:db8:0:1::2"),
      node("camera 1", "10.0.2.1", "2001:db8:0:2::1"), node("camera 2", "10.0.2.2", "2001:db8:0:2::2"), node("printer", "10.0.3.1", "")}));
  for (std::size_t i = 0; i < rules.size(); ++i) rules[i].id = "R-" + std::to_string(i);
  park.access_rules = Part(Table(std::move(rules)));
  return park;
}

Parity parity_of(const AccessRule& ipv4, const AccessRule& ipv6) {
  const auto parities = rule_parities(park_with({ipv4, ipv6}));
  EXPECT_EQ(parities.size(), 1U);
  EXPECT_EQ(parities.at(0).rule, Id<AccessRule>(0));
  return parities.at(0).parity;
}

TEST(RuleTwins, TakeTheSameNodes) {
  const AccessRule cameras = rule(IpFamily::ipv4, "10.0.2.0/24", "10.0.1.1");
  EXPECT_EQ(parity_of(cameras, rule(IpFamily::ipv6, "2001:db8:0:2::/64", "2001:db8:0:1::1")), Parity::twin);
  EXPECT_EQ(parity_of(cameras, rule(IpFamily::ipv6, "2001:db8:0:2::/64", "2001:db8:0:1::/64")), Parity::no_twin);
  EXPECT_EQ(parity_of(cameras, rule(IpFamily::ipv6, "any", "2001:db8:0:1::1")), Parity::no_twin);
  EXPECT_EQ(parity_of(cameras, rule(IpFamily::ipv6, "2001:db8:0:2::1", "2001:db8:0:1::1")), Parity::no_twin);
  EXPECT_EQ(parity_of(rule(IpFamily::ipv4, "any", "0.0.0.0/0"), rule(IpFamily::ipv6, "::/0", "any")), Parity::twin);
  // A prefix of the printer and a camera: the printer has no IPv6 address that a twin could take.
  EXPECT_EQ(parity_of(rule(IpFamily::ipv4, "10.0.2.2/31", "any"), rule(IpFamily::ipv6, "2001:db8:0:2::2", "any")), Parity::twin);
}

TEST(RuleTwins, HaveTheSameNodeActionProtocolAndPorts) {
  const AccessRule ipv4 = rule(IpFamily::ipv4, "any", "any");
  AccessRule ipv6 = rule(IpFamily::ipv6, "any", "any");
  EXPECT_EQ(parity_of(ipv4, ipv6), Parity::twin);
  ipv6.action = RuleAction::deny;
  EXPECT_EQ(parity_of(ipv4, ipv6), Parity::no_twin);
  ipv6 = rule(IpFamily::ipv6, "any", "any");
  ipv6.node = Id<NetworkNode>(1);
  EXPECT_EQ(parity_of(ipv4, ipv6), Parity::no_twin);
  ipv6 = rule(IpFamily::ipv6, "any", "any");
  ipv6.protocol = "udp";
  EXPECT_EQ(parity_of(ipv4, ipv6), Parity::no_twin);
  ipv6 = rule(IpFamily::ipv6, "any", "any");
  ipv6.ports = "80";
  EXPECT_EQ(parity_of(ipv4, ipv6), Parity::no_twin);
}

TEST(RuleTwins, AreUnknownWhereAPrefixTakesNoNodeOfBothFamilies) {
  const AccessRule any = rule(IpFamily::ipv6, "any", "any");
  EXPECT_EQ(parity_of(rule(IpFamily::ipv4, "192.0.2.0/24", "any"), any), Parity::not_in_inventory);
  EXPECT_EQ(parity_of(rule(IpFamily::ipv4, "any", "10.0.3.1"), any), Parity::not_in_inventory);
  EXPECT_EQ(parity_of(rule(IpFamily::ipv4, "printers", "any"), any), Parity::not_in_inventory);
  EXPECT_TRUE(rule_parities(Park()).empty());
}

}  // namespace
}  // namespace parktwin::wired::ipv6
