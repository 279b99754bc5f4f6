#pragma once
// Metrics of business processes that run on identifiers (N2-L4): which of their steps' records are found, which processes are traced as a
// whole.
#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> process_metrics();

}  // namespace parktwin::criteria
