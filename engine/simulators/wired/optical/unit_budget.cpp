#include "engine/simulators/wired/optical/unit_budget.h"

#include <algorithm>

#include "engine/park/pon_standards.h"
#include "engine/simulators/wired/optical/fibre_length.h"
#include "engine/simulators/wired/optical/mending.h"

namespace parktwin::wired::optical {

RouteLoss loss_of(const Park& park, const Options& options, const PonRoute& route) {
  RouteLoss sum;
  for (const Id<NetworkLink> id : route.links) {
    const NetworkLink& link = (*park.network_links)[id];
    sum.length_m += fibre_length(park, link).metres;
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

UnitBudget budget_along(const Park& park, const Options& options, Id<NetworkNode> unit, const PonRoute& route) {
  const RouteLoss route_loss = loss_of(park, options, route);
  UnitBudget budget;
  budget.unit = unit;
  budget.terminal = route.terminal;
  budget.length_m = route_loss.length_m;
  budget.split = route_loss.split;
  budget.loss_db = route_loss.loss_db;
  const NetworkNode& terminal = (*park.network_nodes)[route.terminal];
  const auto range = loss_range(terminal.pon_standard, terminal.pon_class);
  PARKTWIN_CHECK(range.has_value(), "a park is validated before it is simulated: class of a line terminal");
  budget.least_db = range->least.value();
  budget.most_db = range->most.value();
  if (const auto powers = downstream_powers(terminal.pon_standard, terminal.pon_class)) {
    budget.received_least_dbm = powers->launch_least.value() - budget.loss_db;
    budget.received_most_dbm = powers->launch_most.value() - budget.loss_db;
  }
  const double over = budget.loss_db + options.margin.value() - budget.most_db;
  const double under = budget.least_db - budget.loss_db;
  budget.state = over > 0.0 ? BudgetState::too_weak : under > 0.0 ? BudgetState::too_strong : BudgetState::met;
  budget.short_by_db = std::max({over, under, 0.0});
  if (budget.state != BudgetState::met) budget.mend = mending(park, options, route, budget);
  return budget;
}

std::size_t working_route(const Park& park, const Options& options, const std::vector<PonRoute>& routes) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < routes.size(); ++i) {
    if (loss_of(park, options, routes[i]).loss_db < loss_of(park, options, routes[best]).loss_db) best = i;
  }
  return best;
}

PonProtection protection_of(const std::vector<PonRoute>& routes) {
  if (routes.size() < 2) return PonProtection::none;
  const bool apart = std::any_of(routes.begin(), routes.end(), [&](const PonRoute& route) { return route.links[0] != routes[0].links[0]; });
  return apart ? PonProtection::type_c : PonProtection::type_b;
}

}  // namespace parktwin::wired::optical
