#pragma once
// Metrics of the year of energy: how much electricity is metered, whether storages are dispatched to advantage, whether the carbon account
// is complete, whether generation without fuel takes emissions away.
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> energy_metrics();

}  // namespace parktwin::criteria
