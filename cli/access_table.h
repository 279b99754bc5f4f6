#pragma once
// Planned fibre access as text: splitters, who hangs below them, their light, and how far from the cheapest the plan can be.
#include <string>

#include "cli/session.h"
#include "engine/plan/access/proposed_access.h"

namespace parktwin::cli {

/// Empty where no splitter is planned and nobody is left out.
[[nodiscard]] std::string access_table(const plan::ProposedAccess& access, const Session& session);

}  // namespace parktwin::cli
