#pragma once
// The periodic flows of a run in short: how many meet their bounds, the ones with least room as a table, and what is in the way of the
// rest.
#include <string>

#include "cli/session.h"
#include "engine/park/park.h"
#include "engine/simulators/wired/tsn/tsn.h"

namespace parktwin::cli {

/// Lines that end with a newline; empty when there are no flows.
[[nodiscard]] std::string flow_table(const wired::tsn::Result& result, const Park& park, const Session& session);

}  // namespace parktwin::cli
