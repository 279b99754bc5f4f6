#pragma once
// The forecast of cloud adoption and the data centres of a saved run, as lines for a reader.
#include <string>

#include "cli/session.h"
#include "engine/simulators/cloud/cloud.h"

namespace parktwin::cli {

/// Empty when the park has neither enterprises nor data centres.
[[nodiscard]] std::string adoption_table(const cloud::Result& result, const Park& park, const Session& session);

}  // namespace parktwin::cli
