#pragma once
// What changes cost that a plan is about to make: the text of a scenario's changes, applied and billed by the price table.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/scenario/cost/account.h"
#include "engine/scenario/cost/price.h"
#include "engine/scenario/cost_options.h"

namespace parktwin::plan {

struct Pricing {
  const std::vector<costs::Price>& prices;
  const CostOptions& costs;
  std::int32_t base_year = 0;
};

struct PricedChanges {
  costs::Bill bill;
  double present_value_cny = 0.0;           ///< likely
  double capital_cny = 0.0;                 ///< likely, not discounted
  std::map<std::string, double> of_record;  ///< present value by id
  std::map<std::string, double> capital_of_record;
  std::set<std::string> unpriced;  ///< kinds of change that no price is for
};

/// `changes`: items of a list, as in a scenario file, all made in the first year; may be empty. Precondition: they fit the park.
[[nodiscard]] PricedChanges price_changes(const Park& park, const std::string& changes, const Pricing& pricing);

/// The park after such changes.
[[nodiscard]] Park park_after(const Park& park, const std::string& changes);

}  // namespace parktwin::plan
