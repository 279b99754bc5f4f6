#pragma once
// Networked scenarios, and enterprises that shared services serve (K1-Q5, K1-Q6, N2-Q2, S5-Q2).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> service_metrics();

}  // namespace parktwin::criteria
