#include <algorithm>

#include "viz/report/page_tables.h"

namespace parktwin::viz::report {
namespace {

using energy::EnergyFlows;
using energy::FlowLink;

/// A name as a word of the page, which translates it.
std::string coded(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

bool leaves(const EnergyFlows& flows, const std::string& name) {
  return std::any_of(flows.links.begin(), flows.links.end(), [&](const FlowLink& link) { return link.from == name; });
}

/// Machines of one kind under one name: a park has dozens of charging stations.
std::string kind_of_node(const EnergyFlows& flows, const std::string& name) {
  if (name.starts_with("charging ")) return "charging";
  if (name.starts_with("unit ")) return leaves(flows, name) ? "heat_units" : "cooling_units";
  if (name.ends_with(" losses")) return "losses";
  return coded(name);
}

/// Sums of equal ends, in the order in which they first appear.
class Sums {
 public:
  void add(const std::string& from, const std::string& to, double mwh, double t) {
    if (from == to) return;
    auto found = std::find_if(links_.begin(), links_.end(), [&](const FlowLink& link) { return link.from == from && link.to == to; });
    if (found == links_.end()) found = links_.insert(links_.end(), FlowLink{from, to, 0.0, 0.0});
    found->mwh += mwh;
    found->t += t;
  }
  [[nodiscard]] const std::vector<FlowLink>& links() const { return links_; }

 private:
  std::vector<FlowLink> links_;
};

constexpr double smallest_share = 0.005;

/// What gives or takes less than half a percent of everything and hands nothing on is one of many small sources or uses.
std::string shown_name(const std::vector<FlowLink>& links, const std::string& name, double all_mwh) {
  double in = 0.0;
  double out = 0.0;
  for (const FlowLink& link : links) {
    if (link.to == name) in += link.mwh;
    if (link.from == name) out += link.mwh;
  }
  if (out <= 0.0 && in < smallest_share * all_mwh) return "small_uses";
  return in <= 0.0 && out < smallest_share * all_mwh ? "small_sources" : name;
}

double primary_mwh(const std::vector<FlowLink>& links) {
  double sum = 0.0;
  for (const FlowLink& link : links) {
    const bool handed_on = std::any_of(links.begin(), links.end(), [&](const FlowLink& other) { return other.to == link.from; });
    if (!handed_on) sum += link.mwh;
  }
  return sum;
}

}  // namespace

Json energy_flow_table(const storage::SavedRun& run) {
  TableJson table(
      "energy_flows", {"Where energy flows", "能流"},
      {"Energy of the year between sources, carriers and uses; machines of one kind together, uses below half a percent of all as "
       "small uses. CO2 by the location-based account.",
       "全年各能源、载体与用途之间的能量；同类设备合并，不足总量 0.5 % 的来源与用途分别合并。二氧化碳按位置法。"},
      {{"from", CellKind::word, {"From", "来自"}},
       {"to", CellKind::word, {"To", "去向"}},
       {"mwh", CellKind::number, {"Energy", "能量"}, "MWh"},
       {"t", CellKind::number, {"CO2", "二氧化碳"}, "t"}});
  const EnergyFlows& flows = run.results.energy.flows;
  Sums kinds;
  for (const FlowLink& link : flows.links) kinds.add(kind_of_node(flows, link.from), kind_of_node(flows, link.to), link.mwh, link.t);
  const double all_mwh = primary_mwh(kinds.links());
  Sums shown;
  for (const FlowLink& link : kinds.links()) {
    shown.add(shown_name(kinds.links(), link.from, all_mwh), shown_name(kinds.links(), link.to, all_mwh), link.mwh, link.t);
  }
  for (const FlowLink& link : shown.links()) table.add({link.from, link.to, rounded(link.mwh, 1), rounded(link.t, 1)});
  return table.take();
}

}  // namespace parktwin::viz::report
