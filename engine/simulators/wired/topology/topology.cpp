#include "engine/simulators/wired/topology/topology.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/simulators/wired/topology/graph.h"
#include "engine/simulators/wired/topology/paths.h"

namespace parktwin::wired::topology {
namespace {

using Widest = std::vector<std::optional<Need>>;

/// A path without links has no smallest rate; what is reported then is the fastest working port of the core router.
Need reported_rates(const Graph& graph, std::size_t node, Need rates) {
  if (std::isfinite(rates.down_mbps)) return rates;
  Need fastest;
  for (const Arc& arc : graph.arcs_of(node)) {
    fastest.down_mbps = std::max(fastest.down_mbps, arc.rate_down_mbps);
    fastest.up_mbps = std::max(fastest.up_mbps, arc.rate_up_mbps);
  }
  return fastest;
}

/// Enterprises that ask for the same rates are answered by one search over the network.
struct Request {
  std::size_t enterprise;
  std::vector<std::uint32_t> nodes;  ///< candidates, ascending
};
using Requests = std::map<Need, std::vector<Request>>;

/// The candidate with the most available path, then the fewest links, then the first in the table; false when none is reached.
bool take_best(const Graph& graph, const std::vector<std::optional<Path>>& paths, const Request& request, EnterpriseAccess& access) {
  const Path* best = nullptr;
  for (const std::uint32_t node : request.nodes) {
    if (!paths[node]) continue;
    const Path& path = *paths[node];
    if (best && (path.availability < best->availability || (path.availability == best->availability && path.hops >= best->hops))) continue;
    best = &path;
    access.node = Id<NetworkNode>(node);
  }
  if (!best) return false;
  const Need rates = reported_rates(graph, access.node.index(), {best->rate_down_mbps, best->rate_up_mbps});
  access.rate_down_mbps = rates.down_mbps;
  access.rate_up_mbps = rates.up_mbps;
  access.availability = best->availability;
  access.hops = best->hops;
  return true;
}

/// Those of the nodes that have the widest path.
std::pair<Need, std::vector<std::uint32_t>> widest_of(const Widest& widest, const std::vector<std::uint32_t>& nodes) {
  std::optional<Need> most;
  for (const std::uint32_t node : nodes) {
    if (widest[node] && (!most || *most < *widest[node])) most = widest[node];
  }
  std::vector<std::uint32_t> chosen;
  std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(chosen), [&](std::uint32_t node) { return widest[node] == most; });
  return {*most, std::move(chosen)};
}

std::vector<EnterpriseAccess> enterprise_accesses(const Park& park, const Options& options, const network::LayeredNetwork& network,
                                                  const Widest& widest, std::vector<LayeredPath>& traced) {
  const auto& enterprises = park.enterprises->records();
  const Graph& graph = network.working;
  const network::Rows& nodes = network.nodes_of_enterprise;
  std::vector<EnterpriseAccess> accesses(enterprises.size());
  Requests requests;
  for (std::size_t i = 0; i < enterprises.size(); ++i) {
    accesses[i].enterprise = Id<Enterprise>(i);
    if (nodes[i].empty()) continue;
    const bool reached = std::any_of(nodes[i].begin(), nodes[i].end(), [&](std::uint32_t node) { return widest[node].has_value(); });
    accesses[i].state = reached ? AccessState::rate_too_low : AccessState::no_path;
    if (reached)
      requests[{enterprises[i].required_down.value(), enterprises[i].required_up.value()}].push_back(
          {i, {nodes[i].begin(), nodes[i].end()}});
  }
  const auto keep_path = [&](const std::vector<std::optional<Path>>& paths, const EnterpriseAccess& access) {
    traced.push_back(trace(park, paths, access.node));
    traced.back().enterprise = access.enterprise;
  };
  Requests short_of_rate;
  for (const auto& [need, group] : requests) {
    const auto paths = most_available_paths(graph, need);
    for (const Request& request : group) {
      EnterpriseAccess& access = accesses[request.enterprise];
      if (take_best(graph, paths, request, access)) {
        keep_path(paths, access);
        const bool available = access.availability >= enterprises[request.enterprise].required_availability;
        access.state = available || !options.check_availability ? AccessState::served : AccessState::availability_too_low;
      } else {
        const auto [rates, best_nodes] = widest_of(widest, request.nodes);
        short_of_rate[rates].push_back({request.enterprise, best_nodes});
      }
    }
  }
  for (const auto& [rates, group] : short_of_rate) {
    const auto paths = most_available_paths(graph, rates);
    for (const Request& request : group) {
      const bool found = take_best(graph, paths, request, accesses[request.enterprise]);
      PARKTWIN_CHECK(found, "the widest path cannot be found again");
      keep_path(paths, accesses[request.enterprise]);
    }
  }
  std::sort(traced.begin(), traced.end(), [](const LayeredPath& a, const LayeredPath& b) { return a.enterprise < b.enterprise; });
  return accesses;
}

std::vector<NodeReach> node_reaches(const Graph& graph, const Widest& widest) {
  std::vector<NodeReach> reaches(graph.size());
  for (std::size_t i = 0; i < graph.size(); ++i) {
    reaches[i].node = Id<NetworkNode>(i);
    if (!widest[i]) continue;
    const Need rates = reported_rates(graph, i, *widest[i]);
    reaches[i].reachable = true;
    reaches[i].rate_down_mbps = rates.down_mbps;
    reaches[i].rate_up_mbps = rates.up_mbps;
  }
  return reaches;
}

bool reached_at(const Widest& widest, Id<NetworkNode> node, MegabitsPerSecond rate) {
  return widest[node.index()] && widest[node.index()]->down_mbps >= rate.value();
}

std::vector<ZoneAccess> zone_accesses(const Park& park, const Options& options, const Widest& widest) {
  std::vector<std::int8_t> state(park.zones->size(), -1);  // -1: no access node, 0: not served, 1: served
  for (std::size_t i = 0; i < widest.size(); ++i) {
    const Id<Zone> zone = park.network_nodes->records()[i].zone;
    if (!zone.valid()) continue;
    const std::int8_t served = reached_at(widest, Id<NetworkNode>(i), options.zone_rate) ? 1 : 0;
    state[zone.index()] = std::max(state[zone.index()], served);
  }
  std::vector<ZoneAccess> accesses;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state[i] >= 0 && park.zones->records()[i].is_public) accesses.push_back({Id<Zone>(i), state[i] == 1});
  }
  return accesses;
}

std::vector<SiteBackhaul> site_backhauls(const Park& park, const Options& options, const Widest& widest) {
  std::vector<SiteBackhaul> backhauls;
  for (const auto& site : *park.radio_sites) {
    backhauls.push_back({Id<RadioSite>(backhauls.size()), !site.backhaul.valid() || reached_at(widest, site.backhaul, options.radio_rate)});
  }
  return backhauls;
}

std::vector<LayeredPath> service_paths(const Park& park, const Graph& graph) {
  const auto paths = most_available_paths(graph, {});
  std::vector<LayeredPath> traced;
  for (std::size_t i = 0; i < park.network_services->size(); ++i) {
    const Id<NetworkNode> node = park.network_services->records()[i].node;
    if (!paths[node.index()]) continue;
    traced.push_back(trace(park, paths, node));
    traced.back().service = Id<NetworkService>(i);
  }
  return traced;
}

std::vector<Note> notes_on(const Park& park, const Graph& graph) {
  std::vector<Note> notes;
  if (graph.sources.empty()) {
    notes.push_back({NoteKind::warning, "network nodes", "No core router is in service, so nothing reaches the core."});
  }
  const auto assumed =
      std::count_if(park.radio_sites->begin(), park.radio_sites->end(), [](const RadioSite& site) { return !site.backhaul.valid(); });
  if (assumed > 0) {
    notes.push_back(
        {NoteKind::assumption, "radio sites", "Radio sites without a backhaul node, taken as connected: " + std::to_string(assumed) + "."});
  }
  return notes;
}

}  // namespace

Result simulate(const Park& park, const Options& options) { return simulate(park, network::layered_network(park), options); }

Result simulate(const Park& park, const network::LayeredNetwork& network, const Options& options) {
  const Graph& graph = network.working;
  const Widest widest = widest_paths(graph);
  Result result;
  result.enterprises = enterprise_accesses(park, options, network, widest, result.paths);
  result.nodes = node_reaches(graph, widest);
  result.zones = zone_accesses(park, options, widest);
  result.sites = site_backhauls(park, options, widest);
  result.notes = notes_on(park, graph);
  result.service_paths = service_paths(park, graph);
  return result;
}

}  // namespace parktwin::wired::topology
