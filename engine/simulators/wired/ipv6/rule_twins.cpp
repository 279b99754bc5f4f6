#include "engine/simulators/wired/ipv6/rule_twins.h"

#include <algorithm>
#include <optional>
#include <string>

namespace parktwin::wired::ipv6 {
namespace {

/// Nodes with an address of each family.
struct DualNode {
  IpAddress ipv4;
  IpAddress ipv6;
};

std::vector<DualNode> dual_nodes(const Park& park) {
  std::vector<DualNode> found;
  for (const NetworkNode& node : *park.network_nodes) {
    const auto ipv4 = parse_interface_address(node.ipv4_address);
    const auto ipv6 = parse_interface_address(node.ipv6_address);
    if (ipv4 && ipv6 && ipv4->family == IpFamily::ipv4 && is_reachable_unicast(*ipv6)) found.push_back({*ipv4, *ipv6});
  }
  return found;
}

/// What one end of a rule takes.
struct Taken {
  bool any = false;
  std::vector<bool> nodes;  ///< by position in the list of dual nodes

  friend bool operator==(const Taken&, const Taken&) = default;
  [[nodiscard]] bool known() const { return any || std::find(nodes.begin(), nodes.end(), true) != nodes.end(); }
};

Taken taken(const std::string& text, const std::vector<DualNode>& nodes) {
  if (text == "any") return {true, {}};
  Taken result{false, std::vector<bool>(nodes.size(), false)};
  auto prefix = parse_ip_prefix(text);
  if (const auto single = parse_ip_address(text)) prefix = IpPrefix{*single, address_bits(single->family)};
  if (!prefix) return result;
  if (prefix->length == 0) return {true, {}};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    result.nodes[i] = contains(*prefix, prefix->family() == IpFamily::ipv4 ? nodes[i].ipv4 : nodes[i].ipv6);
  }
  return result;
}

struct TakenByRule {
  const AccessRule* rule = nullptr;
  Taken source;
  Taken destination;
};

bool are_twins(const TakenByRule& a, const TakenByRule& b) {
  return a.rule->node == b.rule->node && a.rule->action == b.rule->action && a.rule->protocol == b.rule->protocol &&
         a.rule->ports == b.rule->ports && a.source == b.source && a.destination == b.destination;
}

}  // namespace

std::vector<RuleParity> rule_parities(const Park& park) {
  const std::vector<DualNode> nodes = dual_nodes(park);
  std::vector<TakenByRule> ipv6_rules;
  for (const AccessRule& rule : *park.access_rules) {
    if (rule.family == IpFamily::ipv6) ipv6_rules.push_back({&rule, taken(rule.source, nodes), taken(rule.destination, nodes)});
  }
  std::vector<RuleParity> parities;
  for (std::size_t i = 0; i < park.access_rules->size(); ++i) {
    const AccessRule& rule = park.access_rules->records()[i];
    if (rule.family != IpFamily::ipv4) continue;
    const TakenByRule wanted{&rule, taken(rule.source, nodes), taken(rule.destination, nodes)};
    const bool known = wanted.source.known() && wanted.destination.known();
    const bool found =
        std::any_of(ipv6_rules.begin(), ipv6_rules.end(), [&](const TakenByRule& other) { return are_twins(wanted, other); });
    parities.push_back({Id<AccessRule>(i), !known ? Parity::not_in_inventory : found ? Parity::twin : Parity::no_twin});
  }
  return parities;
}

}  // namespace parktwin::wired::ipv6
