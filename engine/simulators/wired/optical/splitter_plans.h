#pragma once
// Where splitters should stand: for every line terminal with units that get too little or too much light, all of its units placed anew, and
// for the enterprises without any network device, how the nearest line terminal would light them (by a splitter with free ways that is
// there already, or by new ones). Least effort: fibre along the existing ducts, and 100 m for every new splitter; each unit has light in
// the range of the class, margin included.
#include <array>
#include <vector>

#include "engine/core/note.h"
#include "engine/simulators/wired/optical/memory.h"
#include "engine/simulators/wired/optical/unit_budget.h"

namespace parktwin::wired::optical {

enum class PlanReason { units_out_of_range, enterprises_without_access };

constexpr auto names_of(PlanReason) {
  return std::to_array<EnumName<PlanReason>>(
      {{PlanReason::units_out_of_range, "units_out_of_range"}, {PlanReason::enterprises_without_access, "enterprises_without_access"}});
}

/// One per line terminal and reason.
struct SplitterPlan {
  Id<NetworkNode> terminal;
  PlanReason reason = PlanReason::units_out_of_range;
  std::int32_t units = 0;     ///< to be lit
  std::int32_t left_out = 0;  ///< of them, no splitter of any size lights
  double fibre_m = 0.0;
  double fibre_now_m = 0.0;       ///< of the tree as it stands; 0 for new units
  double trench_m = 0.0;          ///< to be dug from the units to the ducts
  double effort_m = 0.0;          ///< fibre, and 100 m for every new splitter
  double least_possible_m = 0.0;  ///< of such effort
  bool exact = true;              ///< the plan takes the least effort there is
  double least_spare_db = 0.0;    ///< of the weakest unit below a new splitter, margin kept; 0 without one
};

template <class Visitor, DescribedAs<SplitterPlan> Self>
void describe(Visitor&& visit, Self& plan) {
  visit(Field{"terminal", "", "line terminal"}, plan.terminal);
  visit(Field{"reason", "", "units out of the range of the class, or enterprises without access"}, plan.reason);
  visit(Field{"units", "", "units to be lit"}, plan.units);
  visit(Field{"left_out", "", "of them, those that splitters of no size can light"}, plan.left_out);
  visit(Field{"fibre_m", "m", "fibre of the plan"}, plan.fibre_m);
  visit(Field{"fibre_now_m", "m", "fibre of the tree as it stands"}, plan.fibre_now_m);
  visit(Field{"trench_m", "m", "to be dug from the units to the nearest duct end"}, plan.trench_m);
  visit(Field{"effort_m", "m", "fibre, and 100 m for every new splitter"}, plan.effort_m);
  visit(Field{"least_possible_m", "m", "no plan takes less effort"}, plan.least_possible_m);
  visit(Field{"exact", "", "the plan takes the least effort there is"}, plan.exact);
  visit(Field{"least_spare_db", "dB", "spare light of the weakest unit below a new splitter, margin kept"}, plan.least_spare_db);
}

/// One per splitter of a plan, new or used as it is.
struct SplitterProposal {
  Id<NetworkNode> terminal;
  PlanReason reason = PlanReason::units_out_of_range;
  std::int32_t number = 1;   ///< within the plan
  std::int32_t fed_by = 0;   ///< number of the splitter of the first stage; 0: the line terminal
  Id<NetworkNode> existing;  ///< splitter to be used as it is; none: a new one
  std::int32_t splitter_ratio = 2;
  Point position;
  Id<Duct> duct;                       ///< at whose end it stands; none for an existing one
  std::vector<Id<NetworkNode>> units;  ///< lit from it
  std::vector<Id<Enterprise>> enterprises;
  double feeder_m = 0.0;  ///< fibre to what feeds it; 0 for an existing one
  double drops_m = 0.0;   ///< fibre to its units
};

template <class Visitor, DescribedAs<SplitterProposal> Self>
void describe(Visitor&& visit, Self& proposal) {
  visit(Field{"terminal", "", "line terminal of the plan"}, proposal.terminal);
  visit(Field{"reason", "", "as the plan"}, proposal.reason);
  visit(Field{"number", "", "within the plan"}, proposal.number);
  visit(Field{"fed_by", "", "number of the splitter that feeds it; 0: the line terminal"}, proposal.fed_by);
  visit(Field{"existing", "", "splitter with free ways that is used as it is; none: a new one"}, proposal.existing);
  visit(Field{"splitter_ratio", "", "ways out"}, proposal.splitter_ratio);
  visit(Field{"position", "", "where it stands"}, proposal.position);
  visit(Field{"duct", "", "duct at whose end it stands"}, proposal.duct);
  visit(Field{"units", "", "units lit from it"}, proposal.units);
  visit(Field{"enterprises", "", "enterprises lit from it that have no unit yet"}, proposal.enterprises);
  visit(Field{"feeder_m", "m", "fibre to what feeds it"}, proposal.feeder_m);
  visit(Field{"drops_m", "m", "fibre from it to its units"}, proposal.drops_m);
}

struct SplitterPlans {
  std::vector<SplitterPlan> plans;
  std::vector<SplitterProposal> proposals;
  std::vector<Note> notes;
};

/// Nothing in a park without ducts or line terminals in service.
/// `memory`: of an earlier call, so that what did not change is not searched again.
[[nodiscard]] SplitterPlans splitter_plans(const Park& park, const Options& options, const std::vector<UnitBudget>& budgets,
                                           Memory& memory);

}  // namespace parktwin::wired::optical
