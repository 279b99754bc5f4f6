#include "engine/simulators/wired/tsn/ethernet.h"

#include <algorithm>
#include <cmath>

#include "engine/simulators/wired/tsn/residence.h"

namespace parktwin::wired::tsn {
namespace {

/// A group index of about 1.47 in fibre (ITU-T G.652) and a like velocity in cable; the speed of light in air.
constexpr double guided_ns_per_m = 4.9;
constexpr double air_ns_per_m = 3.336;

Nanoseconds propagation_of(const Park& park, const NetworkLink& link, bool outwards) {
  const double per_m = link.medium == LinkMedium::radio ? air_ns_per_m : guided_ns_per_m;
  const Nanoseconds flight = std::llround(per_m * link.length.value());
  if (link.medium != LinkMedium::radio || !link.radio_cell.valid()) return flight;
  return flight + residence_ns((*park.radio_cells)[link.radio_cell], outwards).most_ns;
}

}  // namespace

bool forwards(NodeKind kind, TsnClass traffic_class) {
  if (kind == NodeKind::tsn_switch) return true;
  return traffic_class == TsnClass::strict_priority && (kind == NodeKind::access_switch || kind == NodeKind::aggregation_switch);
}

std::string outage_of(const Park& park, const NetworkLink& link) {
  if (!link.operational) return "link " + link.id + " is out of service";
  for (const Id<NetworkNode> end : {link.from, link.to}) {
    if (!(*park.network_nodes)[end].operational) return "node " + (*park.network_nodes)[end].id + " is out of service";
  }
  const bool is_ethernet = link.medium == LinkMedium::fibre || link.medium == LinkMedium::copper || link.medium == LinkMedium::radio;
  if (!is_ethernet) return "link " + link.id + " is no Ethernet link (" + std::string(name_of(link.medium)) + ")";
  if (!(link.rate_down.value() > 0.0) || !(link.rate_up.value() > 0.0)) return "link " + link.id + " has no rate";
  return {};
}

Ethernet ethernet_of(const Park& park) {
  Ethernet made;
  made.leaving.resize(park.network_nodes->size());
  for (const NetworkNode& node : *park.network_nodes) made.network.forwarding_ns.push_back(node.forwarding_delay_ns);
  for (const NetworkLink& link : *park.network_links) {
    const bool works = link.from != link.to && outage_of(park, link).empty();
    for (const bool outwards : {true, false}) {
      const Id<NetworkNode> from = outwards ? link.from : link.to;
      const Id<NetworkNode> to = outwards ? link.to : link.from;
      const double rate_mbps = outwards ? link.rate_down.value() : link.rate_up.value();
      if (works) made.leaving[from.index()].push_back(made.network.links.size());
      made.network.links.push_back({from.index(), to.index(), works ? std::max<std::int64_t>(1, std::llround(rate_mbps * 1e6)) : 1,
                                    works ? propagation_of(park, link, outwards) : 0});
      made.vlans.push_back(link.vlans);
    }
  }
  return made;
}

}  // namespace parktwin::wired::tsn
