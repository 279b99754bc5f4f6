#pragma once
// Which of the seven elements of a park network's design the model shows: architecture, deployment, access, interconnection, operation,
// security, services (K1-L2). Whether the design book describes them is for its document in the evidence register to show.
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> design_metrics();

}  // namespace parktwin::criteria
