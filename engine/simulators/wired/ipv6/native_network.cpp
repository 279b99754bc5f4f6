#include "engine/simulators/wired/ipv6/native_network.h"

#include <algorithm>

#include "engine/simulators/wired/ipv6/rule_twins.h"
#include "engine/simulators/wired/ipv6/service_names.h"

namespace parktwin::wired::ipv6 {

bool works_without_address(NodeKind kind) {
  switch (kind) {
    case NodeKind::splitter:
    case NodeKind::aggregation_switch:
    case NodeKind::access_switch:
    case NodeKind::tsn_switch:
    case NodeKind::optical_line_terminal:
    case NodeKind::optical_network_unit:
      return true;
    default:
      return false;
  }
}

std::optional<IpAddress> usable_ipv6_address(const NetworkNode& node) {
  const auto address = parse_interface_address(node.ipv6_address);
  return address && is_reachable_unicast(*address) ? address : std::nullopt;
}

std::optional<IpAddress> usable_ipv4_address(const NetworkNode& node) {
  const auto address = parse_interface_address(node.ipv4_address);
  return address && address->family == IpFamily::ipv4 && !is_link_local(*address) ? address : std::nullopt;
}

NativeNetwork::NativeNetwork(const Park& park, bool count_passive_nodes)
    : nodes_(*park.network_nodes),
      links_(*park.network_links),
      services_(*park.network_services),
      neighbours_(nodes_.size()),
      lacks_twins_(nodes_.size(), false) {
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const NetworkLink& link = links_.records()[i];
    neighbours_[link.from.index()].push_back({link.to.index(), i});
    neighbours_[link.to.index()].push_back({link.from.index(), i});
  }
  for (const NetworkNode& node : nodes_) {
    counts_.push_back(!node.ipv4_address.empty() || !node.ipv6_address.empty() || count_passive_nodes);
    addressed_.push_back(usable_ipv6_address(node).has_value());
  }
  for (const RuleParity& parity : rule_parities(park)) {
    if (parity.parity == Parity::no_twin) lacks_twins_[(*park.access_rules)[parity.rule].node.index()] = true;
  }
  for (const NetworkService& service : services_) named_over_ipv4_.push_back(lacks_aaaa_record(service) || !ipv4_literals(service).empty());
}

bool NativeNetwork::passes(std::size_t node, const std::vector<bool>& upgraded) const {
  return upgraded[node] || nodes_.records()[node].ipv6_forwarding;
}

bool NativeNetwork::has_address(std::size_t node, const std::vector<bool>& upgraded) const { return upgraded[node] || addressed_[node]; }

bool NativeNetwork::is_configured(const NetworkLink& link, const std::vector<bool>& upgraded) const {
  return link.ipv6 || upgraded[link.from.index()] || upgraded[link.to.index()];
}

std::vector<bool> NativeNetwork::reached(const std::vector<bool>& upgraded) const {
  std::vector<bool> reached(nodes_.size(), false);
  std::vector<std::size_t> open;
  const auto reach = [&](std::size_t node) {
    if (reached[node]) return;
    reached[node] = true;
    if (passes(node, upgraded)) open.push_back(node);
  };
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const NetworkNode& node = nodes_.records()[i];
    if (node.kind == NodeKind::core_router && node.operational && passes(i, upgraded)) reach(i);
  }
  while (!open.empty()) {
    const std::size_t node = open.back();
    open.pop_back();
    for (const Neighbour& next : neighbours_[node]) {
      const NetworkLink& link = links_.records()[next.link];
      if (link.operational && nodes_.records()[next.node].operational && is_configured(link, upgraded)) reach(next.node);
    }
  }
  return reached;
}

/// With an address a node works when it can be reached there; without one its only work is to pass IPv6.
std::optional<Failure> NativeNetwork::of_node(std::size_t index, bool reached, const std::vector<bool>& upgraded) const {
  const NetworkNode& node = nodes_.records()[index];
  if (!node.operational) return Failure::out_of_service;
  const bool addressed = has_address(index, upgraded);
  if (!addressed && !works_without_address(node.kind)) return Failure::no_ipv6_address;
  if (!addressed && !passes(index, upgraded)) return Failure::not_configured;
  if (!reached) return node.kind == NodeKind::core_router && !passes(index, upgraded) ? Failure::not_configured : Failure::not_reachable;
  if (lacks_twins_[index] && !upgraded[index]) return Failure::rule_without_twin;
  return std::nullopt;
}

std::optional<Failure> NativeNetwork::of_service(const NetworkService& service, std::optional<Failure> of_node,
                                                 const std::vector<bool>& upgraded) const {
  const std::size_t node = service.node.index();
  if (of_node == Failure::out_of_service) return of_node;
  if (!service.ipv6 && !upgraded[node]) return Failure::not_configured;
  if (!has_address(node, upgraded)) return Failure::no_ipv6_address;
  if (of_node && of_node != Failure::rule_without_twin) return of_node;
  if (upgraded[node]) return std::nullopt;
  if (lacks_aaaa_record(service)) return Failure::no_aaaa_record;
  return ipv4_literals(service).empty() ? std::nullopt : std::optional(Failure::ipv4_literal);
}

Outcome NativeNetwork::outcome(const std::vector<bool>& upgraded) const {
  Outcome outcome{reached(upgraded), {}, {}, {}};
  for (std::size_t i = 0; i < nodes_.size(); ++i) outcome.nodes.push_back(of_node(i, outcome.reached[i], upgraded));
  for (const NetworkLink& link : links_) {
    const bool both = outcome.reached[link.from.index()] && outcome.reached[link.to.index()];
    outcome.links.push_back(!link.operational                ? std::optional(Failure::out_of_service)
                            : !is_configured(link, upgraded) ? std::optional(Failure::not_configured)
                            : !both                          ? std::optional(Failure::not_reachable)
                                                             : std::nullopt);
  }
  for (const NetworkService& service : services_) {
    outcome.services.push_back(of_service(service, outcome.nodes[service.node.index()], upgraded));
  }
  return outcome;
}

std::int32_t NativeNetwork::working(const std::vector<bool>& upgraded) const {
  const std::vector<bool> at = reached(upgraded);
  std::int32_t count = 0;
  for (std::size_t i = 0; i < nodes_.size(); ++i) count += counts_[i] && !of_node(i, at[i], upgraded) ? 1 : 0;
  for (const NetworkLink& link : links_) {
    count += link.operational && is_configured(link, upgraded) && at[link.from.index()] && at[link.to.index()] ? 1 : 0;
  }
  for (std::size_t i = 0; i < services_.size(); ++i) {
    const NetworkService& service = services_.records()[i];
    const std::size_t node = service.node.index();
    const bool offered = (service.ipv6 && !named_over_ipv4_[i]) || upgraded[node];
    const auto failure = of_node(node, at[node], upgraded);
    count += offered && has_address(node, upgraded) && (!failure || failure == Failure::rule_without_twin) ? 1 : 0;
  }
  return count;
}

bool NativeNetwork::can_be_upgraded(std::size_t index) const {
  const NetworkNode& node = nodes_.records()[index];
  if (node.kind == NodeKind::splitter) return false;  // glass: there is nothing to upgrade
  const bool needs_address = !addressed_[index] && !works_without_address(node.kind);
  if (needs_address || !node.ipv6_forwarding || lacks_twins_[index]) return true;
  const auto& around = neighbours_[index];
  if (std::any_of(around.begin(), around.end(), [this](const Neighbour& next) { return !links_.records()[next.link].ipv6; })) return true;
  for (std::size_t i = 0; i < services_.size(); ++i) {
    const NetworkService& service = services_.records()[i];
    if (service.node.index() == index && (!service.ipv6 || named_over_ipv4_[i] || !addressed_[index])) return true;
  }
  return false;
}

}  // namespace parktwin::wired::ipv6
