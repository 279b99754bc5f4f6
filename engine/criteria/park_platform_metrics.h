#pragma once
// Metrics of what a park's platform holds for its management (K3-L2): map of industries, profiles, advice to newcomers, course of projects.
#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> park_platform_metrics();

}  // namespace parktwin::criteria
