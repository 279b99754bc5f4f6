#pragma once
// Metric of the four infrastructures of a park (K2-L1): network, platform, identifiers, security, in operation and joined with each other.
#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> infrastructure_metrics();

}  // namespace parktwin::criteria
