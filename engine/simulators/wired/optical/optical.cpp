#include "engine/simulators/wired/optical/optical.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/park/pon_standards.h"
#include "engine/simulators/wired/optical/mending.h"
#include "engine/simulators/wired/optical/pon_routes.h"

namespace parktwin::wired::optical {
namespace {

struct RouteLoss {
  double length_m = 0.0;
  std::int32_t split = 1;
  double loss_db = 0.0;
};

RouteLoss loss_of(const Park& park, const Options& options, const PonRoute& route) {
  RouteLoss sum;
  for (const Id<NetworkLink> id : route.links) {
    const NetworkLink& link = (*park.network_links)[id];
    sum.length_m += link.length.value();
    sum.loss_db += link.splices * options.splice_loss.value() + link.connectors * options.connector_loss.value();
    const NetworkNode& above = (*park.network_nodes)[link.from];
    if (above.kind != NodeKind::splitter) continue;
    const auto splitter = splitter_loss(above.splitter_ratio);
    PARKTWIN_CHECK(splitter.has_value(), "a park is validated before it is simulated: splitter ratio");
    sum.split *= above.splitter_ratio;
    sum.loss_db += splitter->value();
  }
  sum.loss_db += sum.length_m / 1000.0 * options.fibre_db_per_km;
  return sum;
}

PonProtection protection_of(const std::vector<PonRoute>& routes) {
  if (routes.size() < 2) return PonProtection::none;
  const bool apart = std::any_of(routes.begin(), routes.end(), [&](const PonRoute& route) { return route.links[0] != routes[0].links[0]; });
  return apart ? PonProtection::type_c : PonProtection::type_b;
}

UnitBudget budget_of(const Park& park, const Options& options, Id<NetworkNode> unit, const std::vector<PonRoute>& routes) {
  UnitBudget budget;
  budget.unit = unit;
  budget.protection = protection_of(routes);
  if (routes.empty()) {
    budget.mend = "A passive route in service to a line terminal.";
    return budget;
  }
  const PonRoute* working = &routes.front();
  RouteLoss least = loss_of(park, options, *working);
  for (const PonRoute& route : routes) {
    const RouteLoss loss = loss_of(park, options, route);
    if (loss.loss_db >= least.loss_db) continue;
    least = loss;
    working = &route;
  }
  budget.terminal = working->terminal;
  budget.length_m = least.length_m;
  budget.split = least.split;
  budget.loss_db = least.loss_db;
  const NetworkNode& terminal = (*park.network_nodes)[working->terminal];
  const auto range = loss_range(terminal.pon_standard, terminal.pon_class);
  PARKTWIN_CHECK(range.has_value(), "a park is validated before it is simulated: class of a line terminal");
  budget.least_db = range->least.value();
  budget.most_db = range->most.value();
  if (const auto powers = downstream_powers(terminal.pon_standard, terminal.pon_class)) {
    budget.received_least_dbm = powers->launch_least.value() - least.loss_db;
    budget.received_most_dbm = powers->launch_most.value() - least.loss_db;
  }
  const double over = least.loss_db + options.margin.value() - budget.most_db;
  const double under = budget.least_db - least.loss_db;
  budget.state = over > 0.0 ? BudgetState::too_weak : under > 0.0 ? BudgetState::too_strong : BudgetState::met;
  budget.short_by_db = std::max({over, under, 0.0});
  if (budget.state != BudgetState::met) budget.mend = mending(park, options, *working, budget);
  return budget;
}

bool at_passive_link(const Park& park, Id<NetworkNode> unit) {
  return std::any_of(park.network_links->begin(), park.network_links->end(),
                     [&](const NetworkLink& link) { return link.medium == LinkMedium::passive_optical && link.to == unit; });
}

void add_notes(const Park& park, Result& result) {
  for (const auto& entry : names_of(BudgetState{})) {
    if (entry.value == BudgetState::met) continue;
    const auto fails = [&](const UnitBudget& budget) { return budget.state == entry.value; };
    const auto count = std::count_if(result.units.begin(), result.units.end(), fails);
    if (count == 0) continue;
    const auto worst = std::max_element(result.units.begin(), result.units.end(), [&](const UnitBudget& a, const UnitBudget& b) {
      return (fails(a) ? a.short_by_db : -1.0) < (fails(b) ? b.short_by_db : -1.0);
    });
    const std::string& id = (*park.network_nodes)[worst->unit].id;
    const std::string missed = entry.value == BudgetState::no_route
                                   ? fmt::format("no passive route in service to a line terminal, {} first.", id)
                                   : fmt::format("{} for the class, {} most, by {:.1f} dB. {}",
                                                 entry.value == BudgetState::too_weak ? "too little light" : "too much light", id,
                                                 worst->short_by_db, worst->mend);
    result.notes.push_back(
        {NoteKind::warning, "optical network units", fmt::format("{} of {} have {}", count, result.units.size(), missed)});
  }
}

}  // namespace

Result simulate(const Park& park, const Options& options) {
  const PonTree tree(park);
  Result result;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const Id<NetworkNode> unit(i);
    const NetworkNode& node = (*park.network_nodes)[unit];
    if (node.kind != NodeKind::optical_network_unit || !at_passive_link(park, unit)) continue;
    result.units.push_back(budget_of(park, options, unit, tree.routes(unit)));
  }
  add_notes(park, result);
  return result;
}

}  // namespace parktwin::wired::optical
