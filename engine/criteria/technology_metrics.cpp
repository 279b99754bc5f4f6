#include "engine/criteria/technology_metrics.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

struct Presence {
  Text name;
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
  const Text reason = {"not found in operation", "未见投入运行"};
  Measurement measurement;
  measurement.whole = static_cast<double>(presences.size());
  for (const auto& presence : presences) {
    if (presence.present) {
      measurement.part += 1.0;
    } else {
      measurement.where.push_back(named(presence.name, reason));
    }
  }
  return measurement;
}

/// A plant's production behind an optical network unit that has enough light and reaches the core.
bool production_on_optical(const Facts& facts) {
  const auto& plants = facts.results.wired.optical.plants;
  const auto& nodes = facts.results.wired.topology.nodes;
  return std::any_of(plants.begin(), plants.end(), [&](const auto& plant) {
    return plant.on_optical > 0 && std::any_of(plant.units.begin(), plant.units.end(), [&](Id<NetworkNode> unit) {
             return std::any_of(nodes.begin(), nodes.end(), [&](const auto& reach) { return reach.node == unit && reach.reachable; });
           });
  });
}

Measurement technologies(const Facts& facts, const Rule&) {
  const bool optical = production_on_optical(facts);
  return present_of({{{"5G", "5G"}, any_5g_on_air(facts)},
                     {{"time-sensitive networking", "时间敏感网络"}, reaches_core(facts, NodeKind::tsn_switch)},
                     {{"edge computing", "边缘计算"}, reaches_core(facts, NodeKind::edge_server)},
                     {{"IPv6", "IPv6"}, facts.results.wired.ipv6.nodes_working > 0},
                     {{"industrial optical network", "工业光网"}, optical}});
}

Measurement infrastructures(const Facts& facts, const Rule&) {
  return present_of({{{"park network", "园区网络"}, reaches_core(facts, NodeKind::core_router)},
                     {{"platform", "平台"}, offered(facts, SharedServiceKind::platform)},
                     {{"identifier resolution", "标识解析"}, offered(facts, SharedServiceKind::identifier_node)},
                     {{"security operations", "安全运营"}, offered(facts, SharedServiceKind::security_operations)}});
}

}  // namespace

std::vector<Metric> technology_metrics() {
  return {{"technologies.in_operation", MetricKind::count, Origin::counted, {}, technologies},
          {"infrastructures.in_operation", MetricKind::count, Origin::counted, {}, infrastructures}};
}

}  // namespace parktwin::criteria
