#include "engine/criteria/technology_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
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

using wired::tsn::FlowFigures;
using wired::tsn::FlowState;

const Text no_flows = {"the park has no deterministic flows (tsn_flows), so that nothing shows whether they arrive in time",
                       "园区未登记确定性流（tsn_flows），无法判断其是否按时到达"};

Text reason(const FlowFigures& figures) {
  const double beyond_us = static_cast<double>(figures.excess_ns) * 1e-3;
  switch (figures.state) {
    case FlowState::met:
      return {"met", "满足"};
    case FlowState::late:
      return {fmt::format("bound {:.3f} us beyond its deadline", beyond_us), fmt::format("时延上界超出时限 {:.3f} 微秒", beyond_us)};
    case FlowState::jitter_too_large:
      return {fmt::format("jitter {:.3f} us beyond what is allowed", beyond_us), fmt::format("抖动超出允许值 {:.3f} 微秒", beyond_us)};
    case FlowState::unbounded:
      return {"no bound: a port on its path is overloaded", "无时延上界：路径上某端口过载"};
    case FlowState::not_scheduled:
      return {"no place in the gate schedule", "未能排入门控调度表"};
    case FlowState::not_redundant:
      return {"no second path without a common link or switch", "没有互不相交的第二条路径"};
    case FlowState::over_reserved:
      return {"more than a link on its path may reserve", "超出路径上链路的可预留带宽"};
    case FlowState::no_path:
      return {"no working path for its class", "没有适用于其类别的可用路径"};
  }
  return {"unknown", "未知"};
}

using wired::tsn::bridge::BridgedFlow;
using wired::tsn::bridge::BridgeState;

/// The path over 5G that fails, where no other path of the flow is left; null when there is none.
const BridgedFlow* failing_bridge(const Facts& facts, const FlowFigures& figures) {
  const BridgedFlow* failing = nullptr;
  int left = figures.second_path.empty() ? 1 : 2;
  for (const BridgedFlow& bridged : facts.results.bridges.flows) {
    if (bridged.flow != figures.flow || bridged.state == BridgeState::met) continue;
    failing = &bridged;
    --left;
  }
  return left > 0 ? nullptr : failing;
}

bool is_met(const Facts& facts, const FlowFigures& figures) {
  return figures.state == FlowState::met && failing_bridge(facts, figures) == nullptr;
}

Text reason(const Facts& facts, const BridgedFlow& bridged) {
  switch (bridged.state) {
    case BridgeState::no_radio:
      return {"no 5G cell serves its device", "其终端处无5G小区服务"};
    case BridgeState::saturated:
      return {"the 5G cell of its device has no slots left", "其终端所在5G小区已无空闲时隙"};
    default:
      break;
  }
  const double asked = 100.0 * facts.results.bridges.reliability;
  const double on_time = std::floor(bridged.on_time_share * 1e7) * 1e-5;
  return {fmt::format("over 5G {:.5f} % of frames in time, {:.5f} % asked for", on_time, asked),
          fmt::format("经5G按时到达{:.5f}%，要求{:.5f}%", on_time, asked)};
}

/// Flows that miss, the furthest beyond their deadline after those that are not carried at all.
std::vector<Text> failing_flows(const Facts& facts) {
  std::vector<Shortfall> shortfalls;
  for (const auto& figures : facts.results.wired.tsn.flows) {
    if (is_met(facts, figures)) continue;
    const double size = figures.excess_ns > 0 ? static_cast<double>(figures.excess_ns) : 1e18;
    const Text why = figures.state != FlowState::met ? reason(figures) : reason(facts, *failing_bridge(facts, figures));
    shortfalls.push_back({size, named(label((*facts.park.tsn_flows)[figures.flow]), why)});
  }
  return largest_first(std::move(shortfalls));
}

Measurement flows_met(const Facts& facts, const Rule&) {
  const auto& flows = facts.results.wired.tsn.flows;
  const auto met = std::count_if(flows.begin(), flows.end(), [&](const auto& figures) { return is_met(facts, figures); });
  Measurement measurement = share(static_cast<double>(met), static_cast<double>(flows.size()), no_flows);
  if (measurement.measured()) measurement.where = failing_flows(facts);
  return measurement;
}

Measurement technologies(const Facts& facts, const Rule&) {
  const bool optical = production_on_optical(facts);
  return present_of({{{"5G", "5G"}, any_5g_on_air(facts)},
                     {{"time-sensitive networking", "时间敏感网络"}, reaches_core(facts, NodeKind::tsn_switch)},
                     {{"edge computing", "边缘计算"}, reaches_core(facts, NodeKind::edge_server)},
                     {{"IPv6", "IPv6"}, facts.results.wired.ipv6.nodes_working > 0},
                     {{"industrial optical network", "工业光网"}, optical}});
}

/// The five together: time-sensitive networking is in use only where all deterministic flows of the park meet their bounds.
Measurement combined(const Facts& facts, const Rule& rule) {
  const Measurement flows = flows_met(facts, rule);
  if (!flows.measured()) return flows;
  Measurement measurement = technologies(facts, rule);
  if (flows.where.empty()) return measurement;
  if (reaches_core(facts, NodeKind::tsn_switch)) measurement.part -= 1.0;
  measurement.where.push_back(
      {fmt::format("time-sensitive networking: {} of {} deterministic flows meet their bound", flows.part, flows.whole),
       fmt::format("时间敏感网络：{}/{} 条确定性流满足时延上界", flows.part, flows.whole)});
  measurement.where.insert(measurement.where.end(), flows.where.begin(), flows.where.end());
  return measurement;
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
          {"technologies.combined", MetricKind::count, Origin::simulated, {}, combined},
          {"tsn.flows_met", MetricKind::share, Origin::simulated, {}, flows_met},
          {"infrastructures.in_operation", MetricKind::count, Origin::counted, {}, infrastructures}};
}

}  // namespace parktwin::criteria
