#pragma once
// What measures against emissions cost where the scenario gives no price of its own: the price table's items for PV plants and batteries.
#include <vector>

#include "engine/scenario/cost/price.h"
#include "engine/simulators/energy/planning_options.h"

namespace parktwin::costs {

/// Likely figures. Measures of other kinds, and those the table has no item for, stay as they are.
void complete_prices(std::vector<energy::Measure>& measures, const std::vector<Price>& prices);

}  // namespace parktwin::costs
