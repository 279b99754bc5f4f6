#pragma once
// What works without IPv4 (K1-I1).
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> ipv6_metrics();

}  // namespace parktwin::criteria
