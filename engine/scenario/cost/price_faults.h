#pragma once
// What is wrong with a price beside its figures' ranges: a change or field that does not exist, a measure that is no number.
#include <string>
#include <vector>

#include "engine/scenario/cost/price.h"

namespace parktwin::costs {

struct PriceFault {
  std::string field;
  std::string message;
};

[[nodiscard]] std::vector<PriceFault> faults_of(const Price& price);

}  // namespace parktwin::costs
