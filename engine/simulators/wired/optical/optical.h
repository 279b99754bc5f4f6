#pragma once
// Whether light arrives: power budgets of optical network units along their real route (unit_budget.h), of point-to-point links
// (point_to_point.h), of the ways that protect a unit (protection.h); which plants produce over passive optical networks (plants.h); where
// splitters should stand (splitter_plans.h). Wavelength dependence within a band, reflections and ageing beyond the margin are left out.
#include "engine/simulators/wired/optical/plants.h"
#include "engine/simulators/wired/optical/point_to_point.h"
#include "engine/simulators/wired/optical/protection.h"
#include "engine/simulators/wired/optical/splitter_plans.h"

namespace parktwin::wired::optical {

struct Result {
  std::vector<UnitBudget> units;  ///< one per optical network unit at a passive link, in the order of the node table
  std::vector<Note> notes;
  std::vector<LinkBudget> links;
  std::vector<UnitProtection> protections;  ///< one per unit with two ways
  std::vector<PlantNetwork> plants;
  std::vector<SplitterPlan> splitter_plans;
  std::vector<SplitterProposal> splitter_proposals;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"units", "", "power budget per optical network unit"}, result.units);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
  visit(Field{"links", "", "power budget per point-to-point fibre"}, result.links);
  visit(Field{"protections", "", "second way per optical network unit that has one"}, result.protections);
  visit(Field{"plants", "", "production networks on passive optical networks, per plant"}, result.plants);
  visit(Field{"splitter_plans", "", "line terminals whose splitters should be placed anew, or that could light more"},
        result.splitter_plans);
  visit(Field{"splitter_proposals", "", "splitters of these plans"}, result.splitter_proposals);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options);
/// The same with what an earlier one left.
[[nodiscard]] Result simulate(const Park& park, const Options& options, Memory& memory);

}  // namespace parktwin::wired::optical
