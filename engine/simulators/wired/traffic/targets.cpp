#include <algorithm>
#include <map>
#include <utility>

#include "engine/simulators/wired/traffic/demand.h"

namespace parktwin::wired::traffic {
namespace {

using Sinks = std::vector<std::uint32_t>;

Sinks edge_servers(const Park& park) {
  Sinks sinks;
  for (std::uint32_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (node.operational && node.kind == NodeKind::edge_server) sinks.push_back(i);
  }
  return sinks;
}

Sinks service_nodes(const Park& park, const std::string& only) {
  Sinks sinks;
  for (const auto& service : *park.network_services) {
    if ((only.empty() || service.id == only) && (*park.network_nodes)[service.node].operational) {
      sinks.push_back(static_cast<std::uint32_t>(service.node.index()));
    }
  }
  std::sort(sinks.begin(), sinks.end());
  sinks.erase(std::unique(sinks.begin(), sinks.end()), sinks.end());
  return sinks;
}

Sinks data_centres(const Park& park) {
  Sinks sinks;
  for (const auto& centre : *park.data_centres) {
    if (centre.operational && centre.node.valid() && (*park.network_nodes)[centre.node].operational)
      sinks.push_back(static_cast<std::uint32_t>(centre.node.index()));
  }
  std::sort(sinks.begin(), sinks.end());
  sinks.erase(std::unique(sinks.begin(), sinks.end()), sinks.end());
  return sinks;
}

Sinks wanted(const Park& park, const Network& network, const Profile& profile) {
  if (!profile.service.empty()) return service_nodes(park, profile.service);
  switch (profile.destination) {
    case Destination::edge:
      return edge_servers(park);
    case Destination::service:
      return service_nodes(park, {});
    case Destination::data_centre:
      return data_centres(park);
    case Destination::core:
      break;
  }
  return network.sources;
}

}  // namespace

Targets targets_of(const Park& park, const Network& network, const std::vector<Profile>& profiles) {
  Targets targets;
  std::map<std::pair<Sinks, bool>, std::size_t> known;
  for (const Profile& profile : profiles) {
    Sinks sinks = wanted(park, network, profile);
    bool beyond_core = profile.service.empty() && profile.destination == Destination::core;
    std::string missing;
    if (sinks.empty() && !beyond_core) {
      missing = !profile.service.empty()                          ? "network service " + profile.service
                : profile.destination == Destination::data_centre ? "data centre with a network node"
                                                                  : std::string(name_of(profile.destination)) + " server";
      sinks = network.sources;
      beyond_core = true;
    }
    const auto [place, added] = known.emplace(std::pair(sinks, beyond_core), targets.all.size());
    if (added) targets.all.push_back({sinks, route_to(network, sinks), beyond_core});
    targets.of_class.push_back(place->second);
    targets.missing.push_back(std::move(missing));
  }
  return targets;
}

}  // namespace parktwin::wired::traffic
