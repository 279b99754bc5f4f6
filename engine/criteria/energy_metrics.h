#pragma once
// Metrics of the year of energy: how much electricity is metered, whether storages are dispatched to advantage, whether the carbon account
// is complete, whether generation without fuel takes emissions away.
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> energy_metrics();

/// Why there is no year of energy; empty when there is one.
[[nodiscard]] Text energy_gap(const Facts& facts);

}  // namespace parktwin::criteria
