#pragma once
// What traffic needs to know of the park's data centres: how much of each enterprise's workloads of today they host, and what they send
// back. Today's use of clouds is that of the registry; no forecast and no result of the network changes it, so that traffic waits for
// neither.
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/cloud/cloud.h"
#include "engine/simulators/wired/traffic/traffic.h"

namespace parktwin {

/// None without a data centre in operation at a node in operation: then everything goes to a cloud beyond the core.
[[nodiscard]] std::vector<wired::traffic::HostedWorkload> hosted_workloads(const Park& park, const cloud::Options& options);

}  // namespace parktwin
