#pragma once
// What photovoltaics and battery may be built, and where they hang on the grid: the largest roofs that carry no modules yet, each at the
// nearest load of its enterprise or else the nearest bus of at most 20 kV; one battery where one stands already, else at the largest load.
#include <vector>

#include "engine/park/park.h"
#include "engine/scenario/joint_plan_options.h"

namespace parktwin::plan {

/// Rated power is the most that fits, in whole kilowatts; largest first.
[[nodiscard]] std::vector<Generator> free_roofs(const Park& park, const EnergyPlanOptions& limits);

/// Of that capacity; without a bus where the park has none.
[[nodiscard]] Storage battery_of(const Park& park, double capacity_kwh, const EnergyPlanOptions& limits);

}  // namespace parktwin::plan
