#pragma once
// The grid over many time steps, such as the 35,040 quarter-hours of a year: powers are the grid's own times profiles. Extremes of voltage
// and loading with their step, steps outside the limits, energy lost per branch, losses and supply per step; voltages themselves only of
// the buses asked for. Islands without generators that hold a voltage are swept eight steps at once (sweep_kernel.h); others, and lanes
// whose sweep does not settle, go to Newton's method. The answer is the same for any number of threads.
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/simulators/energy/grid/newton.h"
#include "engine/simulators/energy/grid/power_flow.h"
#include "engine/simulators/energy/grid/sweep_kernel.h"

namespace parktwin::energy::grid {

/// Factors of each profile at each step, one profile after the other.
struct Profiles {
  std::size_t steps = 0;
  std::vector<double> factors;
  ProfileUse use;
};

struct TimeSeriesOptions {
  double step_hours = 0.25;
  SweepOptions sweep;
  NewtonOptions newton;
  std::vector<std::size_t> voltage_buses;  ///< whose voltages are kept
};

struct BusExtremes {
  bool dead = true;
  double lowest_pu = std::numeric_limits<double>::quiet_NaN();  ///< not a number: no step was solved
  double highest_pu = std::numeric_limits<double>::quiet_NaN();
  std::uint32_t lowest_step = 0;  ///< the first of them
  std::uint32_t highest_step = 0;
  std::uint32_t steps_below = 0;  ///< the tightest limits of buses that closed switches join
  std::uint32_t steps_above = 0;
};

struct BranchExtremes {
  double highest_loading = 0.0;
  std::uint32_t highest_step = 0;
  std::uint32_t steps_over = 0;
  double loss_wh = 0.0;
};

/// An island that had no solution at a step.
struct StepFailure {
  std::uint32_t step = 0;
  std::size_t bus = 0;  ///< with the greatest mismatch
  double mismatch_w = 0.0;
};

struct TimeSeries {
  std::vector<BusExtremes> buses;
  std::vector<BranchExtremes> branches;  ///< lines, then transformers
  // Per step, over all solved islands.
  std::vector<double> loss_w;    ///< in branches and shunts
  std::vector<double> supply_w;  ///< by sources and grid-forming generators
  std::vector<double> supply_var;
  std::vector<StepFailure> failures;  ///< by step
  // Of voltage_buses, all steps of the first, then of the next; not a number where not solved.
  std::vector<double> voltage_re_pu;
  std::vector<double> voltage_im_pu;
  std::size_t swept_steps = 0;   ///< island steps solved by sweeps
  std::size_t newton_steps = 0;  ///< and by Newton's method
  double sweeps_per_block = 0.0;
};

/// Preconditions: faults(grid) is empty; factors are finite and as many as profiles × steps.
[[nodiscard]] TimeSeries time_series(const Grid& grid, const Profiles& profiles, const TimeSeriesOptions& options = {});

}  // namespace parktwin::energy::grid
