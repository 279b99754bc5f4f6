#include "engine/simulators/wired/traffic/traffic.h"

#include <fmt/format.h>

#include "engine/simulators/wired/traffic/bottlenecks.h"
#include "engine/simulators/wired/traffic/remarks.h"
#include "engine/simulators/wired/traffic/siting.h"

namespace parktwin::wired::traffic {
namespace {

std::vector<LinkLoad> link_loads(const Network& network, const Loads& loads) {
  const auto utilisation = [&](std::size_t arc) {
    const double rate = network.arcs[arc].rate_mbit_s;
    return rate > 0.0 ? loads.total_mbit_s[arc] / rate : 0.0;
  };
  std::vector<LinkLoad> rows;
  for (std::size_t i = 0; 2 * i < network.arcs.size(); ++i) {
    rows.push_back(
        {Id<NetworkLink>(i), loads.total_mbit_s[2 * i], loads.total_mbit_s[2 * i + 1], utilisation(2 * i), utilisation(2 * i + 1)});
  }
  return rows;
}

}  // namespace

Result simulate(const Park& park, const Options& options, const RadioAccess& radio, const std::vector<HostedWorkload>& hosted,
                const Carried& carried) {
  PARKTWIN_CHECK(radio.cells.empty() || radio.cells.size() == park.radio_cells->size(), "one state per radio cell");
  Result result;
  const auto all_profiles = profiles(options.classes);
  const Network network = network_of(park, options);
  const Targets targets = targets_of(park, network, all_profiles);
  result.flows = flows_of(park, options, all_profiles, targets, radio, hosted, result.notes);
  if (carried) std::erase_if(result.flows, [&carried](const Flow& flow) { return !carried(flow); });
  Carriage carriage{network, all_profiles, targets, options, radio, cell_queues(result.flows, all_profiles, radio, options), {}, {}};
  carriage.loads = loads_of(network, streams_of(result.flows, targets, carriage.cells, network.size()));
  carriage.waits = waits_of(network, carriage.loads, all_profiles, options);
  const auto delays = complete(result.flows, carriage);
  result.classes = class_figures(result.flows, delays, all_profiles);
  for (const ClassFigures& figures : result.classes) {
    if (!collects(figures.source)) continue;
    result.samples_per_s += figures.samples_per_s;
    result.samples_on_time_per_s += figures.on_time_per_s;
  }
  result.links = link_loads(network, carriage.loads);
  auto found = overloads(result.flows, carriage);
  result.bottlenecks = std::move(found.bottlenecks);
  result.crossings = std::move(found.crossings);
  for (const CellLoad& load : carriage.cells.loads) {
    if (load.up_mbit_s > 0.0 || load.down_mbit_s > 0.0) result.cells.push_back(load);
  }
  auto plan = site_edge_servers(park, result.flows, carriage);
  result.siting = plan.siting;
  result.edge_sites = std::move(plan.sites);
  result.binding_flows = std::move(plan.binding);
  if (!carriage.loads.settled) {
    result.notes.push_back(
        {NoteKind::warning, "traffic", "What overloaded links pass on did not settle; loads behind them are near the truth only."});
  }
  for (std::size_t source = 0; source < class_count; ++source) {
    if (targets.missing[source].empty() || !(result.classes[source].samples_per_s > 0.0)) continue;
    result.notes.push_back({NoteKind::assumption, fmt::format("source class {}", name_of(static_cast<SourceClass>(source))),
                            fmt::format("There is no {} in service; its samples go to a cloud beyond the core.", targets.missing[source])});
  }
  add_remarks(park, options, result);
  return result;
}

}  // namespace parktwin::wired::traffic
