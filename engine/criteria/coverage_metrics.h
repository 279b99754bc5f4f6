#pragma once
// How much ground is covered: public ground with any service, the park and its parcels with 5G (K1-Q2, K1-Q3).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> coverage_metrics();

}  // namespace parktwin::criteria
