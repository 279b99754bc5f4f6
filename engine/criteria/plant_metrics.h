#pragma once
// Whether the networks within a plant reach each other (N1-L2).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> plant_metrics();

}  // namespace parktwin::criteria
