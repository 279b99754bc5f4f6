#pragma once
// The periodic flows of a run that pass 5G: how many keep the reliability asked for, and the distribution of each one's delay in 5G.
#include <string>

#include "cli/session.h"
#include "engine/park/park.h"
#include "engine/simulators/wired/tsn/bridge/bridge.h"

namespace parktwin::cli {

/// Lines that end with a newline; empty when no flow passes 5G.
[[nodiscard]] std::string bridge_table(const wired::tsn::bridge::Result& result, const Park& park, const Session& session);

}  // namespace parktwin::cli
