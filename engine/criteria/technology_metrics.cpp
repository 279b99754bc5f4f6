#include "engine/criteria/technology_metrics.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

namespace parktwin::criteria {
namespace {

struct Presence {
  std::string name;
  bool present = false;
};

bool reaches_core(const Facts& facts, NodeKind kind) {
  return std::any_of(facts.results.wired.topology.nodes.begin(), facts.results.wired.topology.nodes.end(),
                     [&](const auto& reach) { return reach.reachable && (*facts.park.network_nodes)[reach.node].kind == kind; });
}

bool offered(const Facts& facts, SharedServiceKind kind) {
  return std::any_of(facts.park.shared_services->begin(), facts.park.shared_services->end(),
                     [&](const SharedService& service) { return service.kind == kind && service.deployed; });
}

bool any_5g_on_air(const Facts& facts) {
  return std::any_of(facts.results.radio.cells.begin(), facts.results.radio.cells.end(), [&](const auto& figures) {
    return figures.on_air && (*facts.park.radio_cells)[figures.cell].access == RadioAccess::nr;
  });
}

Measurement present_of(std::initializer_list<Presence> presences) {
  Measurement measurement;
  measurement.whole = static_cast<double>(presences.size());
  for (const auto& presence : presences) {
    if (presence.present) {
      measurement.part += 1.0;
    } else {
      measurement.where.push_back(presence.name + ": not found in operation");
    }
  }
  return measurement;
}

Measurement technologies(const Facts& facts, const Rule&) {
  const bool optical = reaches_core(facts, NodeKind::optical_line_terminal) && reaches_core(facts, NodeKind::optical_network_unit);
  return present_of({{"5G", any_5g_on_air(facts)},
                     {"time-sensitive networking", reaches_core(facts, NodeKind::tsn_switch)},
                     {"edge computing", reaches_core(facts, NodeKind::edge_server)},
                     {"IPv6", facts.results.wired.ipv6.nodes_working > 0},
                     {"industrial optical network", optical}});
}

Measurement infrastructures(const Facts& facts, const Rule&) {
  return present_of({{"park network", reaches_core(facts, NodeKind::core_router)},
                     {"platform", offered(facts, SharedServiceKind::platform)},
                     {"identifier resolution", offered(facts, SharedServiceKind::identifier_node)},
                     {"security operations", offered(facts, SharedServiceKind::security_operations)}});
}

}  // namespace

std::vector<Metric> technology_metrics() {
  return {{"technologies.in_operation", MetricKind::count, Origin::counted, {}, technologies},
          {"infrastructures.in_operation", MetricKind::count, Origin::counted, {}, infrastructures}};
}

}  // namespace parktwin::criteria
