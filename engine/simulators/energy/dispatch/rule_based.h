#pragma once
// Control by rules, the baseline a dispatch is held against: units run in a fixed order of what a kWh costs at the time, PV and wind first;
// batteries take what is over, charge from the grid where the price is in the cheapest quarter and serve the load where it is in the
// dearest; stores of heat and cold likewise, where units that run on electricity fill them; loads are moved and interrupted by
// load_rules.h; nothing is added, green power is bought as its share demands.
#include <string>

#include "engine/simulators/energy/dispatch/plan.h"

namespace parktwin::energy::dispatch {

struct RuleBased {
  Plan plan;
  std::string failure;  ///< which demand stays unmet first; empty: none
};

[[nodiscard]] RuleBased rule_based(const Hub& hub);

}  // namespace parktwin::energy::dispatch
