#pragma once
// Enterprises on a cloud (K1-Q4), today and as the adoption forecast expects them at its horizon; the public data centre
// (K1-L5).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> cloud_metrics();

}  // namespace parktwin::criteria
