#include "engine/park/address_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

NetworkNode node(const std::string& id, const std::string& ipv4, const std::string& ipv6) {
  NetworkNode result;
  result.id = id;
  result.ipv4_address = ipv4;
  result.ipv6_address = ipv6;
  return result;
}

AddressPrefix prefix(const std::string& id, const std::string& text, Id<AddressPrefix> parent = {}) {
  AddressPrefix result;
  result.id = id;
  result.prefix = text;
  result.parent = parent;
  return result;
}

AccessRule rule(const std::string& id, IpFamily family, const std::string& source, const std::string& destination) {
  return {id, Id<NetworkNode>(0), family, RuleAction::permit, source, destination, "tcp", "443"};
}

std::vector<std::string> lines(const Park& park) {
  std::vector<std::string> found;
  for (const auto& fault : address_faults(park)) {
    found.push_back(std::string(fault.table) + " " + fault.record + ", " + std::string(fault.field) + ": " + fault.message);
  }
  return found;
}

Park park_of(std::vector<NetworkNode> nodes, std::vector<AddressPrefix> prefixes = {}) {
  Park park;
  park.network_nodes = Part(Table(std::move(nodes)));
  park.address_prefixes = Part(Table(std::move(prefixes)));
  return park;
}

TEST(AddressFaults, NoneInASoundInventory) {
  EXPECT_THAT(lines(Park()), IsEmpty());
  const Park park =
      park_of({node("N-1", "10.0.0.1", "2001:db8::1/64"), node("N-2", "10.0.0.2/24", "2001:db8::2"), node("N-3", "", "")},
              {prefix("A-1", "10.0.0.0/8"), prefix("A-2", "2001:db8::/32"), prefix("A-3", "2001:db8::/48", Id<AddressPrefix>(1))});
  EXPECT_THAT(lines(park), IsEmpty());
}

TEST(AddressFaults, MalformedAddresses) {
  EXPECT_THAT(
      lines(park_of({node("N-1", "10.0.0", "2001:db8"), node("N-2", "2001:db8::1", "10.0.0.1"), node("N-3", "10.0.0.1/33", "::1/x")})),
      ElementsAre("network_nodes N-1, ipv4_address: found \"10.0.0\", expected an IPv4 address such as 192.0.2.1",
                  "network_nodes N-1, ipv6_address: found \"2001:db8\", expected an IPv6 address such as 2001:db8::1",
                  "network_nodes N-2, ipv4_address: found \"2001:db8::1\", expected an IPv4 address such as 192.0.2.1",
                  "network_nodes N-2, ipv6_address: found \"10.0.0.1\", expected an IPv6 address such as 2001:db8::1",
                  "network_nodes N-3, ipv4_address: found \"10.0.0.1/33\", expected an IPv4 address such as 192.0.2.1",
                  "network_nodes N-3, ipv6_address: found \"::1/x\", expected an IPv6 address such as 2001:db8::1"));
}

TEST(AddressFaults, TheSameAddressInAnyForm) {
  EXPECT_THAT(
      lines(park_of({node("N-1", "10.0.0.1", "2001:db8::1"), node("N-2", "10.0.0.1/8", "2001:DB8:0:0:0:0:0:1/64"),
                     node("N-3", "169.254.0.1", "fe80::1"), node("N-4", "169.254.0.1", "fe80::1")})),
      ElementsAre("network_nodes N-2, ipv4_address: found 10.0.0.1/8, the address of N-1 too, expected one of its own",
                  "network_nodes N-2, ipv6_address: found 2001:DB8:0:0:0:0:0:1/64, the address of N-1 too, expected one of its own"));
}

TEST(AddressFaults, AddressesOutsideEveryPrefixOfTheirFamily) {
  const std::vector<NetworkNode> nodes = {node("N-1", "10.9.0.1", "2001:db8:1::1"), node("N-2", "192.168.0.1", "2001:db9::1"),
                                          node("N-3", "", "fe80::1")};
  const std::string ipv6 =
      "network_nodes N-2, ipv6_address: found 2001:db9::1, expected an address in one of the IPv6 prefixes of "
      "address_prefixes";
  const std::string ipv4 =
      "network_nodes N-2, ipv4_address: found 192.168.0.1, expected an address in one of the IPv4 prefixes of "
      "address_prefixes";
  EXPECT_THAT(lines(park_of(nodes)), IsEmpty());
  EXPECT_THAT(lines(park_of(nodes, {prefix("A-1", "2001:db8::/32")})), ElementsAre(ipv6));
  EXPECT_THAT(lines(park_of(nodes, {prefix("A-1", "2001:db8:1::/48"), prefix("A-2", "10.0.0.0/8"), prefix("A-3", "2001:db8::/32"),
                                    prefix("A-4", "10.9.0.0/16", Id<AddressPrefix>(1))})),
              ElementsAre(ipv4, ipv6));
}

TEST(AddressFaults, PrefixesMalformedOrOutsideTheirParent) {
  EXPECT_THAT(lines(park_of({}, {prefix("A-1", "2001:db8::/48"), prefix("A-2", "2001:db8::1/48"),
                                 prefix("A-3", "2001:db8:1::/64", Id<AddressPrefix>(0)),
                                 prefix("A-4", "2001:db8::/48", Id<AddressPrefix>(0)), prefix("A-5", "10.0.0.0/8", Id<AddressPrefix>(0)),
                                 prefix("A-6", "ten"), prefix("A-7", "2001:db8::/56", Id<AddressPrefix>(0)), prefix("A-8", "10.1.0.0/8")})),
              ElementsAre("address_prefixes A-2, prefix: found 2001:db8::1/48, expected 2001:db8::/48: bits beyond the length are set",
                          "address_prefixes A-3, prefix: found 2001:db8:1::/64, expected a prefix inside its parent A-1 (2001:db8::/48)",
                          "address_prefixes A-4, prefix: found 2001:db8::/48, expected a prefix inside its parent A-1 (2001:db8::/48)",
                          "address_prefixes A-5, prefix: found 10.0.0.0/8, expected a prefix inside its parent A-1 (2001:db8::/48)",
                          "address_prefixes A-6, prefix: found \"ten\", expected a prefix such as 2001:db8::/48 or 192.0.2.0/24",
                          "address_prefixes A-8, prefix: found 10.1.0.0/8, expected 10.0.0.0/8: bits beyond the length are set"));
}

TEST(AddressFaults, NamesTranslationAndFunctions) {
  NetworkNode first = node("N-1", "", "");
  first.nat64_prefix = "64:ff9b::/96";
  first.ipv6_functions = "icmpv6 neighbour_discovery";
  NetworkNode second = node("N-2", "", "");
  second.nat64_prefix = "64:ff9b::/95";
  second.ipv6_functions = "icmpv6 telepathy";
  NetworkNode third = node("N-3", "", "");
  third.nat64_prefix = "10.0.0.0/8";
  Park park = park_of({first, second, third});
  NetworkService service;
  service.id = "S-1";
  service.node = Id<NetworkNode>(0);
  service.a_record = "10.0.0.1 10.0.0.300";
  service.aaaa_record = "2001:db8::1 10.0.0.1";
  park.network_services = Part(Table(std::vector{service}));
  EXPECT_THAT(lines(park),
              ElementsAre("network_nodes N-2, nat64_prefix: found 64:ff9b::/95, expected an IPv6 prefix of 32, 40, 48, 56, 64 or 96 bits",
                          "network_nodes N-2, ipv6_functions: found \"telepathy\", expected some of icmpv6, neighbour_discovery, "
                          "path_mtu_discovery, any_prefix_length",
                          "network_nodes N-3, nat64_prefix: found 10.0.0.0/8, expected an IPv6 prefix of 32, 40, 48, 56, 64 or 96 bits",
                          "network_services S-1, a_record: found \"10.0.0.300\", expected an IPv4 address such as 192.0.2.1",
                          "network_services S-1, aaaa_record: found \"10.0.0.1\", expected an IPv6 address such as 2001:db8::1"));
}

TEST(AddressFaults, RulesOfOneFamily) {
  Park park;
  park.access_rules =
      Part(Table(std::vector{rule("R-1", IpFamily::ipv4, "any", "10.0.0.0/8"), rule("R-2", IpFamily::ipv4, "2001:db8::/32", "any"),
                             rule("R-3", IpFamily::ipv6, "10.0.0.1", "printers"), rule("R-4", IpFamily::ipv6, "any", "2001:db8::1/64")}));
  EXPECT_THAT(lines(park),
              ElementsAre("access_rules R-2, source: found \"2001:db8::/32\", expected any, or an IPv4 address or prefix",
                          "access_rules R-3, source: found \"10.0.0.1\", expected any, or an IPv6 address or prefix",
                          "access_rules R-3, destination: found \"printers\", expected any, or an IPv6 address or prefix",
                          "access_rules R-4, destination: found 2001:db8::1/64, expected 2001:db8::/64: bits beyond the length are set"));
}

TEST(AddressFaults, ValidateReportsThemAllAtOnce) {
  Park park = park_of({node("N-1", "10.0.0.1", ""), node("N-2", "10.0.0.1", "")}, {prefix("A-1", "2001:db8::1/48")});
  Problems problems;
  validate(park, "park", problems);
  std::vector<std::string> places;
  for (const auto& problem : problems.list()) places.push_back(problem.place);
  EXPECT_THAT(places, IsSupersetOf({"address_prefixes A-1, field prefix", "network_nodes N-2, field ipv4_address"}));
}

}  // namespace
}  // namespace parktwin
