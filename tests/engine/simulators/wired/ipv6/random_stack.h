#pragma once
// Small random parks in which everything that an IPv6 audit looks at is sometimes there and sometimes not.
#include <string>
#include <utility>
#include <vector>

#include "tests/engine/simulators/wired/topology/random_network.h"

namespace parktwin::wired::ipv6 {

inline Park random_stack(std::uint32_t number) {
  Park park = topology::random_park(number, {.nodes = 8, .links = 12});
  const RandomSequence random(6, 6, number);
  std::uint32_t draw = 0;
  auto nodes = park.network_nodes->records();
  const std::vector<NodeKind> kinds = {NodeKind::splitter, NodeKind::access_switch, NodeKind::server, NodeKind::firewall};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind != NodeKind::core_router) nodes[i].kind = kinds[random.below(draw++, 4)];
    if (random.below(draw++, 4) > 0) nodes[i].ipv6_address = "2001:db8::1:" + std::to_string(i);
    if (random.below(draw++, 2) > 0) nodes[i].ipv4_address = "192.0.2." + std::to_string(i);
    nodes[i].ipv6_forwarding = random.below(draw++, 5) > 0;
    if (random.below(draw++, 4) == 0) nodes[i].nat64_prefix = "64:ff9b::/96";
  }
  auto links = park.network_links->records();
  for (auto& link : links) {
    link.ipv6 = random.below(draw++, 6) > 0;
    link.ipv4 = random.below(draw++, 6) > 0;
  }
  std::vector<NetworkService> services(6);
  for (std::size_t i = 0; i < services.size(); ++i) {
    services[i].id = topology::numbered('V', i);
    services[i].node = Id<NetworkNode>(random.below(draw++, 8));
    services[i].ipv6 = random.below(draw++, 4) > 0;
    services[i].ipv4 = random.below(draw++, 4) > 0;
    if (random.below(draw++, 2) > 0) services[i].a_record = "192.0.2.200";
    if (random.below(draw++, 2) > 0) services[i].aaaa_record = "2001:db8::1:200";
    if (random.below(draw++, 3) == 0) services[i].endpoints = random.below(draw++, 2) > 0 ? "192.0.2.200:80" : "park.example:80";
  }
  std::vector<AccessRule> rules;
  for (const std::size_t i : {2U, 3U, 4U}) {
    if (random.below(draw++, 2) == 0) continue;
    AccessRule rule;
    rule.id = topology::numbered('R', rules.size());
    rule.node = Id<NetworkNode>(i);
    rules.push_back(rule);
    rule.id = topology::numbered('R', rules.size());
    rule.family = IpFamily::ipv6;
    if (random.below(draw++, 2) > 0) rules.push_back(rule);
  }
  park.access_rules = Part(Table(std::move(rules)));
  park.network_nodes = Part(Table(std::move(nodes)));
  park.network_links = Part(Table(std::move(links)));
  park.network_services = Part(Table(std::move(services)));
  return park;
}

/// The park with the node upgraded: an address, IPv6 through it and on its links, its services by name, its rules in both families.
inline Park upgraded_park(const Park& park, std::size_t node) {
  Park result = park;
  auto nodes = park.network_nodes->records();
  nodes[node].ipv6_forwarding = true;
  if (nodes[node].ipv6_address.empty()) nodes[node].ipv6_address = "2001:db8:2::" + std::to_string(node + 1);
  auto links = park.network_links->records();
  for (auto& link : links) link.ipv6 = link.ipv6 || link.from.index() == node || link.to.index() == node;
  auto services = park.network_services->records();
  for (auto& service : services) {
    if (service.node.index() != node) continue;
    service.ipv6 = true;
    service.aaaa_record = "2001:db8::1:200";
    service.endpoints = "park.example:80";
  }
  std::vector<AccessRule> rules;
  for (const AccessRule& rule : *park.access_rules) {
    if (rule.node.index() != node) rules.push_back(rule);
  }
  result.network_nodes = Part(Table(std::move(nodes)));
  result.network_links = Part(Table(std::move(links)));
  result.network_services = Part(Table(std::move(services)));
  result.access_rules = Part(Table(std::move(rules)));
  return result;
}

}  // namespace parktwin::wired::ipv6
