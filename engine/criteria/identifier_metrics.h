#pragma once
// Metrics of identifier resolution: what the secondary nodes answer in a day, whom they serve along the chain, in which modes, and what of
// their registrations the top node knows.
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> identifier_metrics();

}  // namespace parktwin::criteria
