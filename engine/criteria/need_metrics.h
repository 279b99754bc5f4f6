#pragma once
// Scenarios and new modes that get what they need: networked scenarios of the park (K1-Q5), 5G scenarios of factories (N1-Q2), new modes
// (K2-L2).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> need_metrics();

}  // namespace parktwin::criteria
