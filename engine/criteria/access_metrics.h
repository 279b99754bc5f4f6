#pragma once
// How enterprises are connected: by a working fixed access, or by 5G over their premises (K1-Q1).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> access_metrics();

}  // namespace parktwin::criteria
