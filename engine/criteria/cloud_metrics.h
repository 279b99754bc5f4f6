#pragma once
// Enterprises on a cloud (K1-Q4).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> cloud_metrics();

}  // namespace parktwin::criteria
