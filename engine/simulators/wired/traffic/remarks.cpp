#include "engine/simulators/wired/traffic/remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace parktwin::wired::traffic {
namespace {

constexpr std::size_t most_named = 5;

/// Cut off, so that a share below 100 % never reads 100 %.
std::string percent(double share) { return fmt::format("{:.2f} %", std::floor(share * 1e4 + 1e-9) / 1e2); }

std::string name_of_node(const Park& park, Id<NetworkNode> node) {
  const NetworkNode& record = (*park.network_nodes)[node];
  return record.name.empty() ? record.id : fmt::format("{} ({})", record.name, record.id);
}

void remark_on_bottlenecks(const Park& park, const Options& options, Result& result) {
  for (std::size_t i = 0; i < std::min(result.bottlenecks.size(), most_named); ++i) {
    const Bottleneck& bottleneck = result.bottlenecks[i];
    const NetworkLink& link = (*park.network_links)[bottleneck.link];
    std::string classes;
    for (const Crossing& crossing : result.crossings) {
      if (crossing.link != bottleneck.link || crossing.way != bottleneck.way) continue;
      classes += fmt::format("{}{} {:.0f}", classes.empty() ? "" : ", ", name_of(crossing.source), crossing.load_mbit_s);
    }
    result.notes.push_back(
        {NoteKind::warning, "link " + link.id,
         fmt::format(
             "Bottleneck {} between {} and {}: {:.0f} Mbit/s want to cross {:.0f} Mbit/s, {:.0f} above {:.0f} % ({}); {} enterprises; "
             "other paths have room for {:.0f} Mbit/s.",
             name_of(bottleneck.way), name_of_node(park, link.from), name_of_node(park, link.to), bottleneck.load_mbit_s,
             bottleneck.rate_mbit_s, bottleneck.over_mbit_s, options.bottleneck_utilisation * 100.0, classes, bottleneck.enterprises.size(),
             bottleneck.relief_mbit_s)});
  }
  if (result.bottlenecks.size() > most_named) {
    result.notes.push_back({NoteKind::warning, "traffic", fmt::format("{} more bottlenecks.", result.bottlenecks.size() - most_named)});
  }
}

void remark_on_time(Result& result) {
  std::string shares;
  for (const ClassFigures& figures : result.classes) {
    if (!(figures.samples_per_s > 0.0)) continue;
    shares += fmt::format("{}{} {} (99 % within {:.3g} ms, target {:.0f} ms)", shares.empty() ? "" : ", ", name_of(figures.source),
                          percent(figures.on_time_per_s / figures.samples_per_s), figures.p99_ms, figures.target_ms);
  }
  if (!shares.empty()) result.notes.push_back({NoteKind::information, "traffic", "Samples on time: " + shares + "."});
}

void remark_on_cells(const Park& park, Result& result) {
  std::vector<CellLoad> over;
  for (const CellLoad& load : result.cells) {
    if (load.up_utilisation > 1.0 || load.down_utilisation > 1.0) over.push_back(load);
  }
  std::stable_sort(over.begin(), over.end(), [](const CellLoad& a, const CellLoad& b) {
    return std::max(a.up_utilisation, a.down_utilisation) > std::max(b.up_utilisation, b.down_utilisation);
  });
  for (std::size_t i = 0; i < std::min(over.size(), most_named); ++i) {
    result.notes.push_back({NoteKind::warning, "radio cell " + (*park.radio_cells)[over[i].cell].id,
                            fmt::format("Its connected assets need {:.0f} % of its uplink time and {:.0f} % of its free downlink time.",
                                        over[i].up_utilisation * 100.0, over[i].down_utilisation * 100.0)});
  }
  if (over.size() > most_named) {
    result.notes.push_back({NoteKind::warning, "traffic", fmt::format("{} more radio cells are overloaded.", over.size() - most_named)});
  }
}

void remark_on_siting(const Park& park, Result& result) {
  const Siting& siting = result.siting;
  if (siting.state == SitingState::not_asked) return;
  const bool all = result.binding_flows.empty();
  std::string text = fmt::format(
      "{} of {} latency-critical flows are on time with the edge servers there are. Fewest sites that serve all {} in time: {} of {} "
      "candidates",
      siting.met_today, siting.critical_flows, all ? "of them" : "that can be served", siting.sites, siting.candidates);
  text += siting.sites == siting.lower_bound ? "." : fmt::format(" found, at least {}.", siting.lower_bound);
  if (!all) text += fmt::format(" {} flows are not on time from any site.", result.binding_flows.size());
  result.notes.push_back({siting.state == SitingState::impossible ? NoteKind::warning : NoteKind::information, "edge servers", text});
  std::set<std::string> named;  // connected assets on several radio cells are several flows
  for (const BindingFlow& flow : result.binding_flows) {
    const std::string who = flow.assets.valid() ? (*park.connected_assets)[flow.assets].id : std::string(name_of(flow.source));
    if (named.size() == most_named || !named.insert(who).second) continue;
    result.notes.push_back(
        {NoteKind::warning, "flow of " + who,
         flow.best_site.valid()
             ? fmt::format("{} takes {:.3g} ms to the best site {}, of that {:.3g} ms before the wired network; target {:.3g} ms ({}).",
                           name_of(flow.source), flow.best_ms, name_of_node(park, flow.best_site), flow.access_ms, flow.target_ms,
                           name_of(flow.state))
             : fmt::format("{} reaches no site ({}).", name_of(flow.source), name_of(flow.state))});
  }
}

void remark_on_what_is_left_out(const Park& park, Result& result) {
  for (const auto& scenario : *park.networked_scenarios) {
    const bool known = scenario.kind == ScenarioKind::security || scenario.kind == ScenarioKind::environment ||
                       scenario.kind == ScenarioKind::energy || scenario.kind == ScenarioKind::pipe_gallery;
    if (known || !scenario.deployed) continue;
    result.notes.push_back({NoteKind::information, "networked scenario " + scenario.id, "No traffic of its own is modelled for it."});
  }
  if (result.flows.empty()) return;
  result.notes.push_back({NoteKind::assumption, "traffic",
                          "Rates, sample sizes and targets per source class are those of the program unless the scenario or the inventory "
                          "gives others; their origin stands in the table of classes. Rates are means of the busy hour."});
}

}  // namespace

void add_remarks(const Park& park, const Options& options, Result& result) {
  remark_on_bottlenecks(park, options, result);
  remark_on_time(result);
  remark_on_cells(park, result);
  remark_on_siting(park, result);
  remark_on_what_is_left_out(park, result);
}

}  // namespace parktwin::wired::traffic
