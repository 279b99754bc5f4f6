#pragma once
// How much more generation each bus takes, alone, before some voltage or loading leaves its limits: bisection over power flows, since
// voltage and loading rise with what is fed in once the grid's own load is met. Violations that stand without it are not counted against a
// bus unless it makes them worse.
#include <optional>
#include <vector>

#include "engine/simulators/energy/grid/power_flow.h"

namespace parktwin::energy::grid {

struct HostingOptions {
  double most_w = 50e6;  ///< nothing above is tried
  double resolution_w = 1e3;
  double reactive_ratio = 0.0;  ///< Q / P of the new generation
  NewtonOptions newton;
  std::vector<std::size_t> buses;  ///< to look at; empty: all
};

struct HostingCapacity {
  std::size_t bus = 0;
  bool live = false;               ///< false: the bus has no supply or no solution, and the capacity says nothing
  double active_w = 0.0;           ///< the most that was found to fit
  std::optional<Violation> limit;  ///< what stops more; none: most_w fits, or beyond it there is no solution
  bool no_solution = false;        ///< more has no power flow
};

/// Precondition: faults(grid) is empty.
[[nodiscard]] std::vector<HostingCapacity> hosting_capacity(const Grid& grid, const HostingOptions& options = {});

}  // namespace parktwin::energy::grid
