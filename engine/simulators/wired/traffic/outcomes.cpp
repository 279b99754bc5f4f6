#include "engine/simulators/wired/traffic/outcomes.h"

#include <algorithm>
#include <array>

#include "engine/simulators/wired/traffic/bearer_delay.h"

namespace parktwin::wired::traffic {
namespace {

bool gets_in(const Flow& flow) { return flow.node.valid(); }

FlowState state_of(const Flow& flow, const CellService& cell, bool reaches, double percentile) {
  if (flow.on_time_share >= percentile) return FlowState::on_time;
  if (!reaches) return FlowState::no_path;
  if (cell.passed_up < percentile) return FlowState::cell_overloaded;
  return flow.delivered_share < percentile ? FlowState::link_overloaded : FlowState::late;
}

}  // namespace

std::vector<Stream> streams_of(const std::vector<Flow>& flows, const Targets& targets, const CellQueues& cells, std::size_t nodes) {
  std::vector<Stream> streams(class_count);
  for (std::size_t source = 0; source < class_count; ++source) {
    streams[source] = {static_cast<SourceClass>(source), &targets.all[targets.of_class[source]].route, std::vector<double>(nodes, 0.0),
                       std::vector<double>(nodes, 0.0)};
  }
  std::array<bool, class_count> used{};
  for (const Flow& flow : flows) {
    if (!gets_in(flow)) continue;
    Stream& stream = streams[static_cast<std::size_t>(flow.source)];
    stream.up_mbit_s[flow.node.index()] += flow.up_mbit_s * cells.service_of(flow).passed_up;
    stream.down_mbit_s[flow.node.index()] += flow.down_mbit_s;
    used[static_cast<std::size_t>(flow.source)] = true;
  }
  std::erase_if(streams, [&](const Stream& stream) { return !used[static_cast<std::size_t>(stream.source)]; });
  return streams;
}

Delay access_delay(const Flow& flow, const Carriage& carriage) {
  if (!flow.cell.valid()) return bearer_delay(flow.bearer, carriage.options, {}, {}, 0.0);
  const CellState& cell = carriage.radio.cells[flow.cell.index()];
  const CellService service = carriage.cells.service_of(flow);
  const double bits = wire_bits(carriage.profiles[static_cast<std::size_t>(flow.source)].sample_bytes);
  const double alone_s = bits * 1e-6 / flow.radio_up_mbit_s;
  Moments random = service.wait;
  random.variance_s2 += service.scatter_s * alone_s;
  return bearer_delay(flow.bearer, carriage.options, cell, random, alone_s * service.stretch);
}

std::vector<Delay> complete(std::vector<Flow>& flows, const Carriage& carriage) {
  const auto& [network, profiles, targets, options, radio, cells, loads, waits] = carriage;
  std::vector<std::vector<double>> up;
  std::vector<std::vector<double>> down;
  for (const Target& target : targets.all) {
    up.push_back(delivered_up(network, target.route, loads.passed));
    down.push_back(delivered_down(network, target.route, loads.passed));
  }
  std::vector<std::vector<Delay>> path(class_count);
  std::vector<Delay> delays(flows.size());
  for (std::size_t i = 0; i < flows.size(); ++i) {
    Flow& flow = flows[i];
    if (!gets_in(flow)) continue;
    const auto source = static_cast<std::size_t>(flow.source);
    const std::size_t to = targets.of_class[source];
    const Target& target = targets.all[to];
    const std::size_t node = flow.node.index();
    const bool reaches = target.route.reaches(node);
    flow.hops = reaches ? static_cast<std::int32_t>(target.route.cost[node].hops) : 0;
    const CellService cell = cells.service_of(flow);
    flow.delivered_share = cell.passed_up * up[to][node];
    flow.down_delivered_share = cell.passed_down * down[to][node];
    if (reaches && flow.delivered_share > 0.0) {
      if (path[source].empty()) path[source] = path_delays(network, target.route, waits, profiles[source].sample_bytes);
      delays[i] = access_delay(flow, carriage);
      delays[i] += path[source][node];
      if (target.beyond_core) delays[i].fixed_s += options.cloud_delay_ms * 1e-3;
      flow.on_time_share = flow.delivered_share * share_within(delays[i], profiles[source].target_ms * 1e-3);
      flow.mean_ms = delays[i].mean_s() * 1e3;
      flow.percentile_ms = percentile_s(delays[i], options.percentile) * 1e3;
    }
    flow.state = state_of(flow, cell, reaches, options.percentile);
  }
  return delays;
}

}  // namespace parktwin::wired::traffic
