#pragma once
// The periodic flows of a run in short: how many meet their bounds, the ones with least room as a table, and what is in the way of the
// rest.
#include <string>

#include "cli/session.h"
#include "engine/park/park.h"
#include "engine/simulators/wired/tsn/bridge/bridge.h"
#include "engine/simulators/wired/tsn/tsn.h"

namespace parktwin::cli {

/// Lines that end with a newline; empty when there are no flows. A flow that a 5G system on its way makes late counts as not met.
[[nodiscard]] std::string flow_table(const wired::tsn::Result& result, const wired::tsn::bridge::Result& bridges, const Park& park,
                                     const Session& session);

}  // namespace parktwin::cli
