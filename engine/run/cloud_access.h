#pragma once
// What cloud adoption needs to know of the wired result: how well each enterprise's access meets its need, 0 to 1. A rate that is too low
// counts with its share of the need, an availability that is too low with allowed over expected downtime; no path is 0.
#include "engine/park/park.h"
#include "engine/simulators/cloud/adoption/drivers.h"
#include "engine/simulators/wired/topology/topology.h"

namespace parktwin {

/// Empty when the result has not every enterprise of the park.
[[nodiscard]] cloud::adoption::AccessQuality cloud_access(const Park& park, const wired::topology::Result& topology);

}  // namespace parktwin
