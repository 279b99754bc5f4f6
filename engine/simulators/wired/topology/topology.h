#pragma once
// Who is connected: which nodes, enterprises, public zones and radio sites reach the core over working links, at which rate and
// availability. A path serves a need when every link on it has the rate; among those the most available path is taken (Dijkstra on
// −ln availability). Traffic of others is not taken into account here.
#include <array>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/wired/network/layered_network.h"
#include "engine/simulators/wired/topology/layers.h"

namespace parktwin::wired::topology {

struct Options {
  MegabitsPerSecond zone_rate = MegabitsPerSecond(50.0);     ///< what a public zone's access needs downstream
  MegabitsPerSecond radio_rate = MegabitsPerSecond(1000.0);  ///< what a radio site's backhaul needs downstream
  bool check_availability = true;                            ///< an access must also meet the enterprise's availability
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"zone_rate_mbps", "Mbit/s", "downstream rate a public zone's access needs", 0, 1e6}, options.zone_rate);
  visit(Field{"radio_rate_mbps", "Mbit/s", "downstream rate a radio site's backhaul needs", 0, 1e6}, options.radio_rate);
  visit(Field{"check_availability", "", "an access must also meet the enterprise's availability"}, options.check_availability);
}

enum class AccessState { served, no_access_node, no_path, rate_too_low, availability_too_low };

constexpr auto names_of(AccessState) {
  return std::to_array<EnumName<AccessState>>({{AccessState::served, "served"},
                                               {AccessState::no_access_node, "no_access_node"},
                                               {AccessState::no_path, "no_path"},
                                               {AccessState::rate_too_low, "rate_too_low"},
                                               {AccessState::availability_too_low, "availability_too_low"}});
}

/// The best access of one enterprise, over all its nodes.
struct EnterpriseAccess {
  Id<Enterprise> enterprise;
  AccessState state = AccessState::no_access_node;
  Id<NetworkNode> node;         ///< access node of that path; none if there is none
  double rate_down_mbps = 0.0;  ///< smallest link rate on the path taken; on the widest path when the need is not met
  double rate_up_mbps = 0.0;
  double availability = 0.0;  ///< product over the path's links and nodes
  std::int32_t hops = 0;
};

template <class Visitor, DescribedAs<EnterpriseAccess> Self>
void describe(Visitor&& visit, Self& access) {
  visit(Field{"enterprise", "", "enterprise"}, access.enterprise);
  visit(Field{"state", "", "served, or why not"}, access.state);
  visit(Field{"node", "", "its access node"}, access.node);
  visit(Field{"rate_down_mbps", "Mbit/s", "smallest rate on the path, outwards"}, access.rate_down_mbps);
  visit(Field{"rate_up_mbps", "Mbit/s", "smallest rate on the path, inwards"}, access.rate_up_mbps);
  visit(Field{"availability", "1", "product over the path"}, access.availability);
  visit(Field{"hops", "", "links on the path"}, access.hops);
}

struct NodeReach {
  Id<NetworkNode> node;
  bool reachable = false;       ///< from any operational core router over operational links and nodes
  double rate_down_mbps = 0.0;  ///< on the widest path
  double rate_up_mbps = 0.0;
};

template <class Visitor, DescribedAs<NodeReach> Self>
void describe(Visitor&& visit, Self& reach) {
  visit(Field{"node", "", "node"}, reach.node);
  visit(Field{"reachable", "", "reaches the core over working links"}, reach.reachable);
  visit(Field{"rate_down_mbps", "Mbit/s", "rate of the widest path, outwards"}, reach.rate_down_mbps);
  visit(Field{"rate_up_mbps", "Mbit/s", "rate of the widest path, inwards"}, reach.rate_up_mbps);
}

/// A public zone with at least one access node of its own.
struct ZoneAccess {
  Id<Zone> zone;
  bool served = false;  ///< some access node of the zone reaches the core at zone_rate
};

template <class Visitor, DescribedAs<ZoneAccess> Self>
void describe(Visitor&& visit, Self& access) {
  visit(Field{"zone", "", "public zone"}, access.zone);
  visit(Field{"served", "", "an access node of the zone reaches the core at the zone rate"}, access.served);
}

struct SiteBackhaul {
  Id<RadioSite> site;
  bool connected = false;  ///< its backhaul node reaches the core at radio_rate; true when no backhaul node is given
};

template <class Visitor, DescribedAs<SiteBackhaul> Self>
void describe(Visitor&& visit, Self& backhaul) {
  visit(Field{"site", "", "radio site"}, backhaul.site);
  visit(Field{"connected", "", "its backhaul works at the radio rate"}, backhaul.connected);
}

/// One row per enterprise, node, public zone and radio site, each in the order of its table.
struct Result {
  std::vector<EnterpriseAccess> enterprises;
  std::vector<NodeReach> nodes;
  std::vector<ZoneAccess> zones;
  std::vector<SiteBackhaul> sites;
  std::vector<Note> notes;
  std::vector<LayeredPath> paths;          ///< of the enterprises that reach the core, down to the ducts
  std::vector<LayeredPath> service_paths;  ///< of the network services that do; the most available ones, whatever their rate
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"enterprises", "", "access per enterprise"}, result.enterprises);
  visit(Field{"nodes", "", "reach per node"}, result.nodes);
  visit(Field{"zones", "", "access per public zone"}, result.zones);
  visit(Field{"sites", "", "backhaul per radio site"}, result.sites);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
  visit(Field{"paths", "", "working path per connected enterprise, down to the ducts"}, result.paths);
  visit(Field{"service_paths", "", "working path per connected network service, down to the ducts"}, result.service_paths);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options);
/// The same with a network that is compiled already.
[[nodiscard]] Result simulate(const Park& park, const network::LayeredNetwork& network, const Options& options);

}  // namespace parktwin::wired::topology
