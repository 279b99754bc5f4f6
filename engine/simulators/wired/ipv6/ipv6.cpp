#include "engine/simulators/wired/ipv6/ipv6.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/simulators/wired/ipv6/address.h"

namespace parktwin::wired::ipv6 {
namespace {

/// Passive and layer-2 kinds do their work without an address of their own. Radio units and Wi-Fi access points carry users' traffic in IP
/// tunnels and need one.
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

std::optional<Address> usable_address(const NetworkNode& node) {
  const auto address = parse_address(node.ipv6_address);
  return address && is_reachable_unicast(*address) ? address : std::nullopt;
}

/// Nodes that the core reaches over IPv6 links, passing only nodes that pass IPv6. A core router that does not pass IPv6 is no way out.
std::vector<bool> reached_over_ipv6(const network::LayeredNetwork& network) {
  std::vector<bool> reached(network.graph.size(), false);
  std::vector<std::uint32_t> open;
  const auto reach = [&](std::uint32_t node) {
    if (node == network.root || reached[node]) return;
    reached[node] = true;
    if (network.passes_ipv6[node]) open.push_back(node);
  };
  for (const std::uint32_t source : network.working.sources) {
    if (network.passes_ipv6[source]) reach(source);
  }
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    for (const network::Incidence& incidence : network.graph.incidences_of(node)) {
      if (network.carries_ipv6[incidence.edge]) reach(incidence.node);
    }
  }
  return reached;
}

/// With an address a node works when it can be reached there; without one its only work is to pass IPv6.
std::optional<Failure> node_failure(const NetworkNode& node, bool reached) {
  if (!node.operational) return Failure::out_of_service;
  const bool addressed = usable_address(node).has_value();
  if (!addressed && !works_without_address(node.kind)) return Failure::no_ipv6_address;
  if (!addressed && !node.ipv6_forwarding) return Failure::not_configured;
  if (!reached) return node.kind == NodeKind::core_router && !node.ipv6_forwarding ? Failure::not_configured : Failure::not_reachable;
  return std::nullopt;
}

std::optional<Failure> link_failure(const NetworkLink& link, bool both_ends_reached) {
  if (!link.operational) return Failure::out_of_service;
  if (!link.ipv6) return Failure::not_configured;
  if (!both_ends_reached) return Failure::not_reachable;
  return std::nullopt;
}

std::optional<Failure> service_failure(const NetworkService& service, const NetworkNode& node, std::optional<Failure> of_node) {
  if (of_node == Failure::out_of_service) return of_node;
  if (!service.ipv6) return Failure::not_configured;
  if (!usable_address(node)) return Failure::no_ipv6_address;
  return of_node;
}

/// One note per address that is written wrongly or twice; one for layer-2 devices whose management is lost with IPv4.
std::vector<Note> notes_on(const Table<NetworkNode>& nodes) {
  std::vector<Note> notes;
  std::map<Address, std::string> owners;
  std::size_t managed_over_ipv4 = 0;
  bool core = false;
  for (const auto& node : nodes) {
    core = core || (node.kind == NodeKind::core_router && node.operational && node.ipv6_forwarding);
    if (works_without_address(node.kind) && !node.ipv4_address.empty() && node.ipv6_address.empty()) ++managed_over_ipv4;
    if (node.ipv6_address.empty()) continue;
    const auto address = usable_address(node);
    if (!address) {
      notes.push_back({NoteKind::warning, "network node " + node.id,
                       "Its IPv6 address '" + node.ipv6_address + "' is no unicast address others can reach; it counts as none."});
    } else if (const auto [owner, first] = owners.emplace(*address, node.id); !first) {
      notes.push_back({NoteKind::warning, "network node " + node.id, "It has the same IPv6 address as " + owner->second + "."});
    }
  }
  if (managed_over_ipv4 > 0) {
    notes.push_back({NoteKind::information, "network nodes",
                     "Layer-2 nodes that keep passing traffic but lose their management address with IPv4: " +
                         std::to_string(managed_over_ipv4) + "."});
  }
  if (!core) notes.push_back({NoteKind::warning, "network nodes", "No core router in service passes IPv6, so nothing works without IPv4."});
  return notes;
}

}  // namespace

Result simulate(const Park& park, const Options& options) { return simulate(park, network::layered_network(park), options); }

Result simulate(const Park& park, const network::LayeredNetwork& network, const Options& options) {
  const auto& nodes = *park.network_nodes;
  const auto reached = reached_over_ipv6(network);
  Result result;
  const auto count = [&result](Element element, const std::string& id, std::optional<Failure> failure, std::int32_t& all,
                               std::int32_t& working) {
    ++all;
    if (failure) {
      result.failing.push_back({element, id, *failure});
    } else {
      ++working;
    }
  };
  std::vector<std::optional<Failure>> of_node;
  for (const auto& node : nodes) {
    of_node.push_back(node_failure(node, reached[of_node.size()]));
    const bool has_ipv4 = !node.ipv4_address.empty();
    if (has_ipv4 && usable_address(node)) ++result.dual_stack_nodes;
    const bool counts = has_ipv4 || !node.ipv6_address.empty() || options.count_passive_nodes;
    if (counts) count(Element::node, node.id, of_node.back(), result.nodes, result.nodes_working);
  }
  for (const auto& link : *park.network_links) {
    const bool ends = reached[link.from.index()] && reached[link.to.index()];
    count(Element::link, link.id, link_failure(link, ends), result.links, result.links_working);
  }
  for (const auto& service : *park.network_services) {
    const auto failure = service_failure(service, nodes[service.node], of_node[service.node.index()]);
    count(Element::service, service.id, failure, result.services, result.services_working);
  }
  result.notes = notes_on(nodes);
  return result;
}

}  // namespace parktwin::wired::ipv6
