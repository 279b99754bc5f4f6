#pragma once
// What the network of a park costs to operate in a year: every node, link, cable and duct at the operating cost that the price table gives
// for adding one, likely figures. What belongs to an enterprise is its nodes and the links that end at them, by its id; the rest is shared.
// A record without a price costs nothing here, before as after.
#include <map>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/scenario/cost/price.h"

namespace parktwin::retrofit {

struct YearlyCost {
  double all_cny = 0.0;
  std::map<std::string, double> by_enterprise_cny;
};

[[nodiscard]] YearlyCost yearly_cost(const Park& park, const std::vector<costs::Price>& prices);

}  // namespace parktwin::retrofit
