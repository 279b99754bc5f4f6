#pragma once
// Metrics of shared resources: of what a clause names, how much is shared in operation and works: the pool keeps its agreement on service,
// or sharing costs less than everyone for himself.
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> pooling_metrics();

}  // namespace parktwin::criteria
