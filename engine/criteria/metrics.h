#pragma once
// All metrics a pack can name, from one file per topic.
#include <string_view>
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

/// In a fixed order, names unique.
[[nodiscard]] const std::vector<Metric>& metrics();

/// Null when there is no metric of that name.
[[nodiscard]] const Metric* find_metric(std::string_view name);

}  // namespace parktwin::criteria
