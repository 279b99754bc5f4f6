#pragma once
// Which changes a scenario makes itself, and which it inherits from those it is based on.
#include <cstdint>
#include <vector>

#include "engine/scenario/scenario.h"

namespace parktwin {

/// Changes in its own file, of phases up to that year.
[[nodiscard]] bool changes_itself(const Scenario& scenario, std::int32_t year);

/// All others of phases up to that year, in their order.
[[nodiscard]] std::vector<Change> inherited_changes(const Scenario& scenario, std::int32_t year);

}  // namespace parktwin
