#include "importers/synthetic/address_layout.h"

#include <gtest/gtest.h>

#include <map>

#include "engine/park/address_faults.h"
#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(AddressLayout, InventoryIsSound) { EXPECT_TRUE(address_faults(reference_park()).empty()); }

TEST(AddressLayout, EveryAddressLiesInASegment) {
  const Park& park = reference_park();
  for (const auto& node : *park.network_nodes) {
    if (node.ipv6_address.empty()) continue;
    int segments = 0;
    for (const auto& prefix : *park.address_prefixes) {
      const bool exact = prefix.kind == PrefixKind::segment && prefix.prefix.ends_with("/64");
      segments += exact && contains(parse_ip_prefix(prefix.prefix).value(), parse_ip_address(node.ipv6_address).value()) ? 1 : 0;
    }
    EXPECT_EQ(segments, 1) << node.id;
  }
}

TEST(AddressLayout, RecordsOfServicesAreTheirServers) {
  const Park& park = reference_park();
  int without_aaaa = 0;
  int unknown = 0;
  int literals = 0;
  for (const auto& service : *park.network_services) {
    const NetworkNode& server = (*park.network_nodes)[service.node];
    unknown += service.dns_name.empty() ? 1 : 0;
    if (service.dns_name.empty()) continue;
    EXPECT_EQ(service.a_record, server.ipv4_address);
    without_aaaa += service.aaaa_record.empty() ? 1 : 0;
    if (!service.aaaa_record.empty()) {
      EXPECT_EQ(service.aaaa_record, server.ipv6_address);
    }
    literals += service.endpoints.find(server.ipv4_address) != std::string::npos ? 1 : 0;
    EXPECT_EQ(service.endpoints.find('{'), std::string::npos);
  }
  EXPECT_EQ(without_aaaa, 2);
  EXPECT_EQ(unknown, 1);
  EXPECT_EQ(literals, 2);
}

TEST(AddressLayout, TheSecondFirewallLagsBehind) {
  const Park& park = reference_park();
  std::map<std::string, int> surplus;  // of IPv4 rules
  for (const auto& rule : *park.access_rules) surplus[(*park.network_nodes)[rule.node].id] += rule.family == IpFamily::ipv4 ? 1 : -1;
  EXPECT_EQ(surplus, (std::map<std::string, int>{{"N-FW-001", 1}, {"N-FW-002", 3}}));
}

}  // namespace
}  // namespace parktwin::importers::synthetic
