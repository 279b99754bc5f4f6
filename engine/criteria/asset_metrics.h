#pragma once
// 5G among the wireless bearers of connected production elements (N1-Q1).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> asset_metrics();

}  // namespace parktwin::criteria
