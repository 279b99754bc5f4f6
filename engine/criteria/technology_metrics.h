#pragma once
// Which network technologies and infrastructures are present and working, and whether deterministic flows meet their bounds (K1-L3, K2-L1).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> technology_metrics();

}  // namespace parktwin::criteria
