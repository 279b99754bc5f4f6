#include "engine/simulators/wired/ipv6/audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "engine/simulators/wired/ipv6/transition.h"

namespace parktwin::wired::ipv6 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// core C with a server S behind the firewall F, all dual stack, one service.
struct Site {
  std::vector<NetworkNode> nodes{3};
  std::vector<NetworkLink> links{2};
  std::vector<NetworkService> services{1};
  std::vector<AccessRule> rules;
  std::vector<AddressPrefix> prefixes;

  Site() {
    const std::vector<std::pair<std::string, NodeKind>> kinds = {
        {"C", NodeKind::core_router}, {"F", NodeKind::firewall}, {"S", NodeKind::server}};
    for (std::size_t i = 0; i < 3; ++i) {
      nodes[i].id = kinds[i].first;
      nodes[i].kind = kinds[i].second;
      nodes[i].ipv4_address = "10.0.0." + std::to_string(i + 1);
      nodes[i].ipv6_address = "2001:db8::" + std::to_string(i + 1);
    }
    for (std::size_t i = 0; i < 2; ++i) {
      links[i].id = "L" + std::to_string(i);
      links[i].from = Id<NetworkNode>(i);
      links[i].to = Id<NetworkNode>(i + 1);
    }
    services[0].id = "V";
    services[0].node = Id<NetworkNode>(2);
  }

  [[nodiscard]] Audit audit() const {
    Park park;
    park.network_nodes = Part(Table(nodes));
    park.network_links = Part(Table(links));
    park.network_services = Part(Table(services));
    park.access_rules = Part(Table(rules));
    park.address_prefixes = Part(Table(prefixes));
    const auto layers = network::layered_network(park);
    const NativeNetwork network(park, layers, false);
    const Outcome native = network.outcome({false, false, false});
    return audit_inventory(park, native, translated_services(park, network, native));
  }
  [[nodiscard]] TopicCount topic(AuditTopic wanted) const {
    const Audit found = audit();
    for (const auto& count : found.topics) {
      if (count.topic == wanted) return count;
    }
    ADD_FAILURE() << "a topic is missing";
    return {};
  }
};

std::vector<std::string> texts(const Audit& audit, AuditTopic topic) {
  std::vector<std::string> found;
  for (const auto& finding : audit.findings) {
    if (finding.topic == topic) found.push_back(finding.id + ": " + finding.text);
  }
  return found;
}

void expect_count(const TopicCount& count, AuditState state, std::int32_t examined, std::int32_t findings, std::int32_t unknown) {
  EXPECT_EQ(name_of(count.state), name_of(state)) << name_of(count.topic);
  EXPECT_EQ(count.examined, examined) << name_of(count.topic);
  EXPECT_EQ(count.findings, findings) << name_of(count.topic);
  EXPECT_EQ(count.not_in_inventory, unknown) << name_of(count.topic);
}

TEST(Audit, SaysWhatIsNotInTheInventory) {
  const Site site;
  const Audit audit = site.audit();
  EXPECT_EQ(audit.topics.size(), names_of(AuditTopic{}).size());
  expect_count(site.topic(AuditTopic::aaaa_records), AuditState::not_in_inventory, 0, 0, 1);
  expect_count(site.topic(AuditTopic::ipv4_literals), AuditState::not_in_inventory, 0, 0, 1);
  expect_count(site.topic(AuditTopic::access_rules), AuditState::not_in_inventory, 0, 0, 1);
  expect_count(site.topic(AuditTopic::prefix_overlaps), AuditState::not_in_inventory, 0, 0, 0);
  expect_count(site.topic(AuditTopic::prefix_sizes), AuditState::not_in_inventory, 0, 0, 0);
  expect_count(site.topic(AuditTopic::router_functions), AuditState::not_in_inventory, 0, 0, 2);
  expect_count(site.topic(AuditTopic::translation), AuditState::clean, 1, 0, 0);
  expect_count(site.topic(AuditTopic::unique_local), AuditState::clean, 1, 0, 0);
  EXPECT_THAT(audit.findings, IsEmpty());
  ASSERT_EQ(audit.notes.size(), 1U);
  EXPECT_EQ(audit.notes[0].text,
            "Not in the inventory: aaaa_records, ipv4_literals, access_rules, prefix_overlaps, prefix_sizes, router_functions.");
}

TEST(Audit, EmptyParksAreNeverClean) {
  const Audit audit = audit_inventory(Park(), Outcome(), {});
  for (const auto& count : audit.topics) EXPECT_EQ(count.state, AuditState::not_in_inventory) << name_of(count.topic);
}

TEST(Audit, NamesAndLiterals) {
  Site site;
  NetworkService first = site.services[0];
  first.dns_name = "v.park.example";
  first.a_record = "10.0.0.3";
  first.aaaa_record = "2001:db8:0::3";
  first.endpoints = "v.park.example:80";
  site.services[0] = first;
  expect_count(site.topic(AuditTopic::aaaa_records), AuditState::clean, 1, 0, 0);
  expect_count(site.topic(AuditTopic::ipv4_literals), AuditState::clean, 1, 0, 0);
  site.services.resize(4, first);
  for (std::size_t i = 1; i < 4; ++i) site.services[i].id = "V" + std::to_string(i);
  site.services[1].aaaa_record.clear();
  site.services[1].endpoints = "10.0.0.3:80 10.0.0.3:81";
  site.services[2].a_record.clear();
  site.services[2].aaaa_record = "2001:db8::77";
  site.services[2].endpoints.clear();
  site.services[3].dns_name.clear();
  site.services[3].a_record.clear();
  site.services[3].aaaa_record.clear();
  const Audit audit = site.audit();
  EXPECT_THAT(texts(audit, AuditTopic::aaaa_records), ElementsAre("V1: v.park.example has an A record (10.0.0.3) and no AAAA record.",
                                                                  "V2: AAAA record 2001:db8::77 is the address of no node."));
  EXPECT_THAT(texts(audit, AuditTopic::ipv4_literals),
              ElementsAre("V1: Clients call it by the IPv4 literal 10.0.0.3:80.", "V1: Clients call it by the IPv4 literal 10.0.0.3:81."));
  expect_count(site.topic(AuditTopic::aaaa_records), AuditState::findings, 3, 2, 1);
  expect_count(site.topic(AuditTopic::ipv4_literals), AuditState::findings, 3, 1, 1);
  site.services[1] = site.services[2] = first;
  site.services[1].id = "V1";
  site.services[2].id = "V2";
  expect_count(site.topic(AuditTopic::aaaa_records), AuditState::partly_known, 3, 0, 1);
}

TEST(Audit, TranslationNeedsATranslatorInTheInventory) {
  Site site;
  site.services[0].ipv6 = false;
  expect_count(site.topic(AuditTopic::translation), AuditState::not_in_inventory, 0, 0, 1);
  site.nodes[1].nat64_prefix = "64:ff9b::/96";
  expect_count(site.topic(AuditTopic::translation), AuditState::findings, 1, 1, 0);
  EXPECT_THAT(texts(site.audit(), AuditTopic::translation), ElementsAre("V: Over IPv6 it works by translation alone (not_configured)."));
}

TEST(Audit, RulesWithoutTwin) {
  Site site;
  AccessRule rule{"R-1", Id<NetworkNode>(1), IpFamily::ipv4, RuleAction::deny, "any", "10.0.0.3", "tcp", "22"};
  site.rules = {rule};
  EXPECT_THAT(texts(site.audit(), AuditTopic::access_rules), ElementsAre("R-1: On F: deny tcp any to 10.0.0.3 has no IPv6 twin."));
  rule.id = "R-2";
  rule.family = IpFamily::ipv6;
  rule.destination = "2001:db8::3";
  site.rules.push_back(rule);
  expect_count(site.topic(AuditTopic::access_rules), AuditState::clean, 1, 0, 0);
  rule.id = "R-3";
  rule.family = IpFamily::ipv4;
  rule.destination = "192.0.2.0/24";
  site.rules.push_back(rule);
  expect_count(site.topic(AuditTopic::access_rules), AuditState::partly_known, 1, 0, 1);
}

TEST(Audit, FunctionsOfRouters) {
  Site site;
  site.nodes[0].ipv6_functions = "icmpv6 neighbour_discovery any_prefix_length path_mtu_discovery";
  expect_count(site.topic(AuditTopic::router_functions), AuditState::partly_known, 1, 0, 1);
  site.nodes[1].ipv6_functions = "icmpv6 neighbour_discovery";
  EXPECT_THAT(texts(site.audit(), AuditTopic::router_functions),
              ElementsAre("F: path_mtu_discovery is not among what it supports; RFC 8504 says a router should have it.",
                          "F: any_prefix_length is not among what it supports; RFC 8504 says a router must have it."));
  expect_count(site.topic(AuditTopic::router_functions), AuditState::findings, 2, 1, 0);
}

TEST(Audit, Prefixes) {
  Site site;
  site.prefixes = {{"A", "", "2001:db8::/32", PrefixKind::park, {}, {}},
                   {"B", "", "2001:db8::/112", PrefixKind::segment, {}, {}},
                   {"C", "", "fd00::/48", PrefixKind::park, {}, {}}};
  expect_count(site.topic(AuditTopic::prefix_overlaps), AuditState::findings, 3, 1, 0);
  expect_count(site.topic(AuditTopic::prefix_sizes), AuditState::findings, 1, 1, 0);
  expect_count(site.topic(AuditTopic::unique_local), AuditState::findings, 2, 1, 0);
  const Audit audit = site.audit();
  EXPECT_EQ(audit.notes.at(0).text, "Records with findings: prefix_overlaps 1, prefix_sizes 1, unique_local 1.");
}

}  // namespace
}  // namespace parktwin::wired::ipv6
