#include "engine/simulators/wired/ipv6/native_network.h"

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

NativeNetwork::NativeNetwork(const Park& park, const network::LayeredNetwork& layers, bool count_passive_nodes)
    : nodes_(*park.network_nodes),
      services_(*park.network_services),
      layers_(layers),
      has_link_without_ipv6_(nodes_.size(), false),
      lacks_twins_(nodes_.size(), false) {
  for (const NetworkLink& link : *park.network_links) {
    const auto from = static_cast<std::uint32_t>(link.from.index());
    const auto to = static_cast<std::uint32_t>(link.to.index());
    links_.push_back({from, to, link.operational, link.ipv4, link.ipv6});
    if (!link.ipv6) has_link_without_ipv6_[from] = has_link_without_ipv6_[to] = true;
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const NetworkNode& node = nodes_.records()[i];
    counts_.push_back(!node.ipv4_address.empty() || !node.ipv6_address.empty() || count_passive_nodes);
    operational_.push_back(node.operational);
    addressed_.push_back(usable_ipv6_address(node).has_value());
    addressless_.push_back(works_without_address(node.kind));
    forwards_.push_back(node.ipv6_forwarding);
    if (node.kind == NodeKind::core_router && node.operational) cores_.push_back(i);
  }
  for (const RuleParity& parity : rule_parities(park)) {
    if (parity.parity == Parity::no_twin) lacks_twins_[(*park.access_rules)[parity.rule].node.index()] = true;
  }
  for (const NetworkService& service : services_) named_over_ipv4_.push_back(lacks_aaaa_record(service) || !ipv4_literals(service).empty());
}

bool NativeNetwork::passes(std::size_t node, const std::vector<bool>& upgraded) const { return upgraded[node] || forwards_[node]; }

bool NativeNetwork::has_address(std::size_t node, const std::vector<bool>& upgraded) const { return upgraded[node] || addressed_[node]; }

bool NativeNetwork::is_configured(const Link& link, const std::vector<bool>& upgraded) const {
  return link.ipv6 || upgraded[link.from] || upgraded[link.to];
}

std::vector<bool> NativeNetwork::reached(const std::vector<bool>& upgraded) const {
  std::vector<bool> reached(nodes_.size(), false);
  std::vector<std::size_t> open;
  const auto reach = [&](std::size_t node) {
    if (reached[node]) return;
    reached[node] = true;
    if (passes(node, upgraded)) open.push_back(node);
  };
  for (const std::size_t core : cores_) {
    if (passes(core, upgraded)) reach(core);
  }
  while (!open.empty()) {
    const std::size_t node = open.back();
    open.pop_back();
    for (const network::Incidence& next : layers_.graph.incidences_of(node)) {
      if (next.edge < layers_.fallible() && is_configured(links_[layers_.link_of[next.edge]], upgraded)) reach(next.node);
    }
  }
  return reached;
}

std::vector<bool> NativeNetwork::reached_over_ipv4(const std::vector<std::size_t>& starts) const {
  std::vector<bool> reached(nodes_.size(), false);
  std::vector<std::size_t> open = starts;
  for (const std::size_t start : starts) reached[start] = true;
  while (!open.empty()) {
    const std::size_t node = open.back();
    open.pop_back();
    for (const network::Incidence& next : layers_.graph.incidences_of(node)) {
      if (next.edge >= layers_.fallible() || !links_[layers_.link_of[next.edge]].ipv4 || reached[next.node]) continue;
      reached[next.node] = true;
      open.push_back(next.node);
    }
  }
  return reached;
}

/// With an address a node works when it can be reached there; without one its only work is to pass IPv6.
std::optional<Failure> NativeNetwork::of_node(std::size_t index, bool reached, const std::vector<bool>& upgraded) const {
  if (!operational_[index]) return Failure::out_of_service;
  const bool addressed = has_address(index, upgraded);
  if (!addressed && !addressless_[index]) return Failure::no_ipv6_address;
  if (!addressed && !passes(index, upgraded)) return Failure::not_configured;
  if (!reached) {
    const bool core = nodes_.records()[index].kind == NodeKind::core_router;
    return core && !passes(index, upgraded) ? Failure::not_configured : Failure::not_reachable;
  }
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
  for (const Link& link : links_) {
    const bool both = outcome.reached[link.from] && outcome.reached[link.to];
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
  for (const Link& link : links_) {
    count += link.operational && is_configured(link, upgraded) && at[link.from] && at[link.to] ? 1 : 0;
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
  const bool needs_address = !addressed_[index] && !addressless_[index];
  if (needs_address || !forwards_[index] || lacks_twins_[index] || has_link_without_ipv6_[index]) return true;
  for (std::size_t i = 0; i < services_.size(); ++i) {
    const NetworkService& service = services_.records()[i];
    if (service.node.index() == index && (!service.ipv6 || named_over_ipv4_[i] || !addressed_[index])) return true;
  }
  return false;
}

}  // namespace parktwin::wired::ipv6
