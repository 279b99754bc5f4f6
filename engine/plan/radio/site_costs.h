#pragma once
// What each planned site costs with its cells and its fibre: net present value of likely outlay and running cost, by the price table.
#include <string>
#include <vector>

#include "engine/plan/radio/equipment.h"
#include "engine/scenario/cost/price.h"
#include "engine/scenario/cost_options.h"

namespace parktwin::plan {

struct SiteCosts {
  std::vector<double> present_value_cny;  ///< per site
  std::vector<std::string> unpriced;      ///< kinds of change that no price is for
};

[[nodiscard]] SiteCosts site_costs(const Park& park, const std::vector<PlannedSite>& sites, const PlannedIds& ids,
                                   const PlanOptions& options, const std::vector<costs::Price>& prices, const CostOptions& costs,
                                   const std::string& assessed_on);

}  // namespace parktwin::plan
