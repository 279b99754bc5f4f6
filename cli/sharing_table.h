#pragma once
// Identifier resolution and shared resources of a saved run, as lines for a reader.
#include <string>

#include "cli/session.h"
#include "engine/simulators/services/services.h"

namespace parktwin::cli {

/// Empty when the park has neither.
[[nodiscard]] std::string sharing_table(const services::Result& result, const Park& park, const Session& session);

}  // namespace parktwin::cli
