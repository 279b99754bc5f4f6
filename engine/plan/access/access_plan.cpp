#include "engine/plan/access/access_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "engine/park/pon_standards.h"
#include "engine/plan/access/access_graph.h"
#include "engine/plan/fibre/fibre_text.h"
#include "engine/plan/radio/equipment.h"
#include "engine/plan/radio/unit_addresses.h"
#include "engine/simulators/wired/optical/splitter_sites.h"

namespace parktwin::plan {
namespace {

constexpr double port_mbps = 10000.0;
constexpr double unit_mbps = 1000.0;                   // unless the enterprise needs more
constexpr double patch_m = 10.0;                       // within a building
constexpr double availability_at_no_length = 0.99999;  // as the links of the reference park
constexpr double unavailability_per_m = 2e-8;

std::string quoted(const std::string& id) { return "\"" + id + "\""; }

std::string node_text(const std::string& id, const std::string& name, const char* kind, Point at, const std::string& more) {
  return fmt::format("  - add_network_node: {{id: {}, name: {}, kind: {}, position: [{}, {}]{}}}\n", quoted(id), quoted(name), kind, at.x,
                     at.y, more);
}

std::string link_text(const std::string& id, const std::string& from, const std::string& to, const char* medium, double mbps,
                      double length_m, const std::string& cable) {
  return fmt::format(
      "  - add_network_link: {{id: {}, from: {}, to: {}, medium: {}, rate_down_mbps: {}, rate_up_mbps: {}, length_m: {:.2f}, availability: "
      "{:.7f}{}}}\n",
      quoted(id), quoted(from), quoted(to), medium, mbps, mbps, length_m, availability_at_no_length - unavailability_per_m * length_m,
      cable.empty() ? "" : ", cable: " + quoted(cable));
}

/// Of a splitter with its feeder's connection, and of a line terminal with its link, whatever they are connected to.
AccessPrices prices_of(const Park& park, const Pricing& pricing) {
  const std::string text = node_text("priced terminal", "", "optical_line_terminal", {}, "") +
                           node_text("priced host", "", "aggregation_switch", {}, "") +
                           node_text("priced splitter", "", "splitter", {}, "") +
                           link_text("priced uplink", "priced host", "priced terminal", "fibre", port_mbps, patch_m, "") +
                           link_text("priced feeder", "priced terminal", "priced splitter", "passive_optical", port_mbps, patch_m, "");
  const auto values = price_changes(park, text, pricing).of_record;
  const auto of = [&values](const char* id) {
    const auto found = values.find(id);
    return found == values.end() ? 0.0 : found->second;
  };
  return {fibre_prices(park, pricing), of("priced splitter") + of("priced feeder"), of("priced terminal") + of("priced uplink")};
}

/// The narrowest range of loss among the terminals that may feed: what fits it fits them all. New terminals are of the usual class.
LossRange common_range(const Park& park) {
  const NetworkNode usual;
  LossRange range = *loss_range(usual.pon_standard, usual.pon_class);
  for (const NetworkNode& node : *park.network_nodes) {
    if (node.kind != NodeKind::optical_line_terminal || !node.operational) continue;
    const auto own = loss_range(node.pon_standard, node.pon_class);
    if (!own) continue;
    range.least = std::max(range.least, own->least);
    range.most = std::min(range.most, own->most);
  }
  return range;
}

void set_light(const Park& park, const wired::optical::Options& optical, SplitterProblem& problem) {
  const LossRange range = common_range(park);
  problem.fibre_db_per_km = optical.fibre_db_per_km;
  problem.link_db = wired::optical::usual_link_db(optical);
  problem.least_db = range.least.value();
  problem.most_db = (range.most - optical.margin).value();
  problem.reach_m = pon_reach.value();
  for (const auto& kind : wired::optical::kinds_of_splitters()) {
    if (!kind.two()) problem.kinds.push_back(kind);
  }
}

class Writer {
 public:
  Writer(const Park& park, const Newcomers& newcomers, const SplitterProblem& problem, AccessGraph& graph)
      : park_(park),
        newcomers_(newcomers),
        problem_(problem),
        graph_(graph),
        ids_(park),
        addresses_(park, NodeKind::optical_network_unit) {}

  void add(const SplitterTree& tree, ProposedAccess& proposed) {
    ProposedSplitter splitter;
    terminal_of(tree, splitter);
    splitter.splitter = ids_.node(++nodes_);
    splitter.ratio = tree.ways;
    const Point at = graph_.place(tree.vertex);
    splitter.x_m = at.x;
    splitter.y_m = at.y;
    splitter.feeder_m = graph_.metres(tree.feeder);
    devices_ += node_text(splitter.splitter, fmt::format("Planned splitter {}", splitter.splitter), "splitter", at,
                          fmt::format(", splitter_ratio: {}, availability: 0.99999", tree.ways));
    join(splitter.terminal, splitter.splitter, tree.feeder, problem_.trench.root, port_mbps);
    double longest_m = 0.0;
    for (std::size_t i = 0; i < tree.units.size(); ++i) {
      const double drop_m = graph_.metres(tree.drops[i]);
      splitter.drops_m += drop_m;
      longest_m = std::max(longest_m, splitter.feeder_m + drop_m);
      add_unit(newcomers_.found[tree.units[i]], tree, i, splitter);
    }
    const double splitting_db = splitter_loss(tree.ways)->value();
    splitter.loss_db = splitting_db + 2.0 * problem_.link_db + longest_m / 1000.0 * problem_.fibre_db_per_km;
    splitter.spare_db = problem_.most_db - splitter.loss_db;
    proposed.splitters.push_back(std::move(splitter));
  }

  [[nodiscard]] const FibrePlan& fibre() const { return fibre_; }

  [[nodiscard]] std::string text() const {
    const FibreIds ids = ids_.fibre();
    std::string text;
    for (std::size_t i = 0; i < fibre_.ducts.size(); ++i) text += duct_text(fibre_.ducts[i], i + 1, ids);
    for (std::size_t i = 0; i < fibre_.cables.size(); ++i) text += cable_text(park_, fibre_.cables[i], i + 1, ids);
    return text + devices_;
  }

 private:
  void terminal_of(const SplitterTree& tree, ProposedSplitter& splitter) {
    const Id<NetworkNode> source = graph_.source(tree);
    const NetworkNode& node = (*park_.network_nodes)[source];
    splitter.terminal = node.id;
    if (node.kind == NodeKind::optical_line_terminal) return;
    splitter.terminal_bought = true;
    const auto [place, is_new] = bought_.emplace(source.index(), "");
    if (is_new) {
      place->second = ids_.node(++nodes_);
      const std::string building = node.building.valid() ? ", building: " + quoted((*park_.buildings)[node.building].id) : "";
      devices_ += node_text(place->second, fmt::format("Planned line terminal {}", place->second), "optical_line_terminal",
                            to_centimetres(node.position), building);
      devices_ += link_text(ids_.link(++links_), node.id, place->second, "fibre", port_mbps, patch_m, "");
    }
    splitter.terminal = place->second;
  }

  void join(const std::string& from, const std::string& to, const std::vector<std::uint32_t>& edges, std::uint32_t start, double mbps) {
    const double metres = graph_.metres(edges);
    std::string cable;
    if (metres > 0.0) {
      static_cast<void>(graph_.lay(edges, start, fibre_));
      cable = ids_.cable(fibre_.cables.size());
    }
    devices_ += link_text(ids_.link(++links_), from, to, "passive_optical", mbps, metres > 0.0 ? metres : patch_m, cable);
  }

  void add_unit(const Newcomer& newcomer, const SplitterTree& tree, std::size_t unit, ProposedSplitter& splitter) {
    const Enterprise& enterprise = (*park_.enterprises)[newcomer.enterprise];
    const std::string id = ids_.node(++nodes_);
    std::string more = ", availability: 0.9997, enterprise: " + quoted(enterprise.id);
    if (newcomer.building.valid()) more += ", building: " + quoted((*park_.buildings)[newcomer.building].id);
    if (const std::string address = addresses_.next(); !address.empty()) more += ", ipv6_address: " + quoted(address);
    devices_ += node_text(id, enterprise.name + " access", "optical_network_unit", newcomer.position, more);
    const double needed = std::max(enterprise.required_down.value(), enterprise.required_up.value());
    join(splitter.splitter, id, tree.drops[unit], tree.vertex, needed > unit_mbps ? port_mbps : unit_mbps);
    splitter.enterprises.push_back(enterprise.id);
  }

  const Park& park_;
  const Newcomers& newcomers_;
  const SplitterProblem& problem_;
  AccessGraph& graph_;
  PlannedIds ids_;
  UnitAddresses addresses_;
  std::map<std::size_t, std::string> bought_;
  FibrePlan fibre_;
  std::string devices_;
  std::size_t nodes_ = 0;
  std::size_t links_ = 0;
};

}  // namespace

AccessPlan plan_access(const Park& park, const Newcomers& newcomers, const wired::optical::Options& optical, const Pricing& pricing) {
  AccessPlan plan;
  const auto leave_out = [&](Id<Enterprise> enterprise, const char* why) {
    plan.proposed.left_out.push_back((*park.enterprises)[enterprise].id + ": " + why);
  };
  for (const auto enterprise : newcomers.nowhere) leave_out(enterprise, "neither building nor parcel");
  if (newcomers.found.empty()) return plan;
  const AccessPrices prices = prices_of(park, pricing);
  AccessGraph graph(park, newcomers, prices);
  if (!graph.possible()) {
    for (const Newcomer& newcomer : newcomers.found) leave_out(newcomer.enterprise, "no line terminal, router or switch to begin at");
    return plan;
  }
  SplitterProblem problem = graph.problem();
  set_light(park, optical, problem);
  const SplitterTrees trees = plan_splitters(problem);
  for (const std::uint32_t unit : trees.unlit)
    leave_out(newcomers.found[unit].enterprise, "no way, or no splitter gives it the right light");
  Writer writer(park, newcomers, problem, graph);
  for (const SplitterTree& tree : trees.trees) writer.add(tree, plan.proposed);
  if (trees.trees.empty()) return plan;
  plan.changes = writer.text();
  plan.priced = price_changes(park, plan.changes, pricing);
  plan.proposed.trench_m = writer.fibre().trench_m;
  plan.proposed.cable_m = writer.fibre().cable_m;
  plan.proposed.cable_in_standing_ducts_m = writer.fibre().in_standing_ducts_m;
  plan.proposed.capital_cny = plan.priced.capital_cny;
  plan.proposed.present_value_cny = plan.priced.present_value_cny;
  plan.proposed.lower_bound_cny = plan.priced.present_value_cny - (trees.cost - trees.bound);
  return plan;
}

}  // namespace parktwin::plan
