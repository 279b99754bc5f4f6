#pragma once
// What a retrofit of the network brings the enterprises whose networks it touches (N3-L1): lower cost, better quality, higher efficiency,
// by a template that several enterprises have, at nobody's expense.
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> retrofit_metrics();

}  // namespace parktwin::criteria
