#include "engine/simulators/wired/ipv6/ipv6.h"

#include <map>
#include <optional>

#include "engine/simulators/wired/ipv6/memory.h"
#include "engine/simulators/wired/ipv6/native_network.h"

namespace parktwin::wired::ipv6 {
namespace {

/// One note per address that is written wrongly or twice; one for layer-2 devices whose management is lost with IPv4.
std::vector<Note> notes_on(const Table<NetworkNode>& nodes) {
  std::vector<Note> notes;
  std::map<IpAddress, std::string> owners;
  std::size_t managed_over_ipv4 = 0;
  bool core = false;
  for (const auto& node : nodes) {
    core = core || (node.kind == NodeKind::core_router && node.operational && node.ipv6_forwarding);
    if (works_without_address(node.kind) && !node.ipv4_address.empty() && node.ipv6_address.empty()) ++managed_over_ipv4;
    if (node.ipv6_address.empty()) continue;
    const auto address = usable_ipv6_address(node);
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

void count_elements(const Park& park, const NativeNetwork& network, const Outcome& outcome, Result& result) {
  const auto count = [&result](Element element, const std::string& id, std::optional<Failure> failure, std::int32_t& all,
                               std::int32_t& working) {
    ++all;
    if (failure) {
      result.failing.push_back({element, id, *failure});
    } else {
      ++working;
    }
  };
  for (std::size_t i = 0; i < outcome.nodes.size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (!node.ipv4_address.empty() && usable_ipv6_address(node)) ++result.dual_stack_nodes;
    if (network.counts(i)) count(Element::node, node.id, outcome.nodes[i], result.nodes, result.nodes_working);
  }
  for (std::size_t i = 0; i < outcome.links.size(); ++i) {
    count(Element::link, park.network_links->records()[i].id, outcome.links[i], result.links, result.links_working);
  }
  for (std::size_t i = 0; i < outcome.services.size(); ++i) {
    count(Element::service, park.network_services->records()[i].id, outcome.services[i], result.services, result.services_working);
  }
}

}  // namespace

Result simulate(const Park& park, const Options& options, std::uint64_t seed) {
  Memory nothing;
  return simulate(park, network::layered_network(park), options, seed, nothing);
}

Result simulate(const Park& park, const network::LayeredNetwork& layers, const Options& options, std::uint64_t seed, Memory& memory) {
  const NativeNetwork network(park, layers, options.count_passive_nodes);
  const Outcome outcome = network.outcome(std::vector<bool>(park.network_nodes->size(), false));
  Result result;
  count_elements(park, network, outcome, result);
  result.blocking = blocking_nodes(park, network, options.blocking_nodes_listed, options.upgrade_sets_tried);
  result.audit = audit_inventory(park, outcome, translated_services(park, network, outcome));
  result.transition = transition_phases(park, network, outcome);
  result.addressing_plan = memory.addressing_plan(park, options.park_prefix, seed);
  result.notes = notes_on(*park.network_nodes);
  return result;
}

}  // namespace parktwin::wired::ipv6
