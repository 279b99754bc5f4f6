#pragma once
// What a plan is asked for.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/criteria/pack.h"
#include "engine/park/park.h"
#include "engine/scenario/cost/price.h"
#include "engine/scenario/scenario.h"

namespace parktwin::plan {

struct Question {
  const Park& park;          ///< after the changes of the scenario
  const Scenario& scenario;  ///< options, plan, costs and seed count
  const criteria::Pack& pack;
  const std::vector<costs::Price>& prices;
  std::string assessed_on;                       ///< YYYY-MM-DD; its year is the base year of costs that name none
  std::string based_on;                          ///< path that the proposed scenario gives for the one it extends
  std::optional<double> yearly_budget_cny = {};  ///< outlay of a year at most; none: all is built at once
  std::optional<std::int32_t> first_year = {};   ///< in which that budget is spent; none: the year of the assessment
  bool access = false;                           ///< also plan fibre for the enterprises that lack an access
};

}  // namespace parktwin::plan
