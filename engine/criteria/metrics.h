#pragma once
// All metrics a pack can name, from one file per topic.
#include <string_view>
#include <vector>

#include "engine/criteria/measurement.h"
#include "engine/criteria/pack.h"
#include "engine/run/run_extent.h"

namespace parktwin::criteria {

/// In a fixed order, names unique.
[[nodiscard]] const std::vector<Metric>& metrics();

/// Null when there is no metric of that name.
[[nodiscard]] const Metric* find_metric(std::string_view name);

/// How far a run has to go for everything that the pack measures. Precondition: its metrics are known.
[[nodiscard]] RunExtent extent_of(const Pack& pack);

}  // namespace parktwin::criteria
