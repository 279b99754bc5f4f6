#include "engine/simulators/wired/optical/optical.h"

#include <fmt/format.h>

#include <algorithm>

namespace parktwin::wired::optical {
namespace {

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
  Memory nothing;
  return simulate(park, options, nothing);
}

Result simulate(const Park& park, const Options& options, Memory& memory) {
  const PonTree tree(park);
  Result result;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const Id<NetworkNode> unit(i);
    const NetworkNode& node = (*park.network_nodes)[unit];
    if (node.kind != NodeKind::optical_network_unit || !at_passive_link(park, unit)) continue;
    const auto routes = tree.routes(unit);
    if (routes.empty()) {
      UnitBudget& dark = result.units.emplace_back();
      dark.unit = unit;
      dark.mend = "A passive route in service to a line terminal.";
      continue;
    }
    result.units.push_back(budget_along(park, options, unit, routes[working_route(park, options, routes)]));
    result.units.back().protection = protection_of(routes);
    if (routes.size() > 1) result.protections.push_back(protection_along(park, options, unit, routes));
  }
  add_notes(park, result);
  const auto append = [&](const std::vector<Note>& notes) { result.notes.insert(result.notes.end(), notes.begin(), notes.end()); };
  result.links = link_budgets(park, options);
  append(notes_on(park, result.links));
  append(notes_on(park, result.protections, result.units.size()));
  result.plants = plant_networks(park, result.units, result.protections);
  append(notes_on(result.plants));
  SplitterPlans plans = splitter_plans(park, options, result.units, memory);
  result.splitter_plans = std::move(plans.plans);
  result.splitter_proposals = std::move(plans.proposals);
  append(plans.notes);
  return result;
}

}  // namespace parktwin::wired::optical
