#pragma once
// Samples of industrial, environmental and resource figures that reach their destination in time.
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> traffic_metrics();

}  // namespace parktwin::criteria
