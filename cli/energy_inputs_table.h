#pragma once
// What a run's year of energy says about meters and alarms, the grid beyond its year, charging, heat and cold: the lines of `info`.
#include <string>

#include "cli/session.h"
#include "engine/park/park.h"
#include "engine/simulators/energy/result.h"

namespace parktwin::cli {

/// Empty where there is nothing of it.
[[nodiscard]] std::string energy_inputs_table(const energy::Result& result, const Park& park, const Session& session);

}  // namespace parktwin::cli
