#pragma once
// A stretch of consecutive time steps of one island, block by block: loads the powers of eight steps, sweeps, hands lanes that do not
// settle to Newton's method, and records. Starts from the unloaded grid, so a stretch does not depend on the one before.
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/simulators/energy/grid/time_series.h"

namespace parktwin::energy::grid {

/// What is the same for all stretches of an island. Refers to its arguments as long as it lives.
struct IslandSteps {
  const Grid& grid;
  const Network& network;
  std::size_t island = 0;
  const Profiles& profiles;
  const TimeSeriesOptions& options;
  SweepPlan plan;
  std::vector<double> least_pu;  ///< limits per place
  std::vector<double> most_pu;
  std::vector<std::uint32_t> kept_place;  ///< of options.voltage_buses; nowhere: in another island
};

/// Limits and places from the plan.
[[nodiscard]] IslandSteps island_steps(const Grid& grid, const Network& network, std::size_t island, const Profiles& profiles,
                                       const TimeSeriesOptions& options);

class StepChunk {
 public:
  /// Per step columns of `series` are added to, voltages written.
  StepChunk(const IslandSteps& steps, TimeSeries& series);

  void run(std::size_t first_step, std::size_t last_step);

  SweepRecord record;
  std::vector<StepFailure> failures;
  std::size_t swept_steps = 0;
  std::size_t newton_steps = 0;
  std::size_t sweeps = 0;
  std::size_t blocks = 0;

 private:
  void load(std::size_t first_step);
  void load_inverters();
  void settle_by_newton(std::size_t first_step, std::uint32_t lanes, std::uint32_t& solved);
  [[nodiscard]] Injection injection_of_lane(std::size_t lane) const;
  void write(std::size_t first_step, std::uint32_t valid);
  void restart(std::size_t lane);

  const IslandSteps& steps_;
  TimeSeries& series_;
  SweepBlock block_;
  std::vector<Lanes> factors_;
  std::unique_ptr<NewtonSolver> newton_;
  std::vector<Complex> voltage_;  ///< per node, Newton's
};

}  // namespace parktwin::energy::grid
