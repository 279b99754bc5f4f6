#pragma once
// Hosting capacity of every bus, as hosting_capacity.h asks for it, in a fraction of the time: the voltages behind each trial come from
// sweeps over the factored admittance matrix (free_nodes.h), begun at the last trial's, and the power at which the first limit is reached
// is found by false position between brackets. Islands with machines that hold a voltage, and trials whose sweeps do not settle, go to
// Newton's method. The answer differs from bisection by at most the resolution where it is unique.
#include <vector>

#include "engine/simulators/energy/grid/hosting_capacity.h"

namespace parktwin::energy::grid {

/// Precondition: faults(grid) is empty.
[[nodiscard]] std::vector<HostingCapacity> hosting_by_sweeps(const Grid& grid, const HostingOptions& options = {});

}  // namespace parktwin::energy::grid
