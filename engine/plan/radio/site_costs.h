#pragma once
// What each planned site costs with its cells and its link, without fibre: net present value of likely outlay and running cost, by the
// price table.
#include <map>
#include <string>
#include <vector>

#include "engine/plan/pricing/pricing.h"
#include "engine/plan/radio/equipment.h"

namespace parktwin::plan {

/// Of the records of one site, in a priced list of changes.
[[nodiscard]] double value_of_site(const std::map<std::string, double>& of_record, const PlannedIds& ids, std::size_t number);

/// Per site.
[[nodiscard]] std::vector<double> site_costs(const Park& park, const std::vector<PlannedSite>& sites, const PlannedIds& ids,
                                             const PlanOptions& options, const Pricing& pricing);

}  // namespace parktwin::plan
