#pragma once
// What a run's year of energy says about flexible loads, green power, cost against carbon and sizes: the lines of `info`.
#include <string>

#include "cli/session.h"
#include "engine/park/park.h"
#include "engine/simulators/energy/result.h"

namespace parktwin::cli {

/// Empty where nothing is flexible, green or asked for.
[[nodiscard]] std::string dispatch_table(const energy::Result& result, const Park& park, const Session& session);

}  // namespace parktwin::cli
