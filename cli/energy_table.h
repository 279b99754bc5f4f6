#pragma once
// The year of energy of a saved run, as lines for a reader: balance, peak, what left its limits, bill and carbon account.
#include <string>

#include "cli/session.h"
#include "engine/park/park.h"
#include "engine/simulators/energy/result.h"

namespace parktwin::cli {

/// Lines that end with a newline; empty when the run has no year of energy.
[[nodiscard]] std::string energy_table(const energy::Result& result, const Park& park, const Session& session);

}  // namespace parktwin::cli
