#pragma once
// Power flow of eight time steps at once by current injection: I = (S / V)* at the free nodes, V = A⁻¹ (I_source + I) by the factors of a
// matrix that never changes, until the voltages stand still; then the power that the admittance matrix itself asks for at every node is
// held against what is fed in there, and a lane beyond the tolerance is not solved. A contraction as long as loads stay well below the
// short-circuit power (Bolognani and Zampieri, IEEE Transactions on Power Systems 31(1), 2016, doi:10.1109/TPWRS.2015.2395452); where it is
// none, lanes say so. And what such steps add to the extremes, counts and sums of a run.
#include <cstdint>
#include <vector>

#include "engine/simulators/energy/grid/lanes.h"
#include "engine/simulators/energy/grid/sweep_plan.h"

namespace parktwin::energy::grid {

/// One block of eight steps, per place; the last places, of slacks, stay constant.
struct SweepBlock {
  explicit SweepBlock(const SweepPlan& plan);
  std::vector<Lanes> voltage_re, voltage_im;
  std::vector<Lanes> active, reactive;  ///< fed in, without reactive power by voltage
  std::vector<Lanes> reactive_now;
  std::vector<Lanes> current_re, current_im;
  std::vector<Lanes> inverter_active;  ///< per inverter
  std::vector<Lanes> inverter_most;    ///< reactive power beside it, negative where it does not follow the voltage
};

struct SweepOptions {
  double tolerance_pu =
      1e-8;  ///< root of the sum of squares of the last change of voltages; power's error at a node, per unit or of its power
  std::uint32_t most_iterations = 40;
};

struct SweepOutcome {
  std::uint32_t iterations = 0;
  std::uint32_t converged = 0;  ///< bit per lane: stands still and every node's power is right
};

[[nodiscard]] SweepOutcome sweep(const SweepPlan& plan, const SweepOptions& options, SweepBlock& block);

/// Lanes (a bit each) whose voltages satisfy |S − V (Y V)*| ≤ tolerance · (1 + |S|) at every free node, S of `reactive_now`, with the slope
/// of inverters' Q(V) beside the 1, and 64 roundings of the row.
[[nodiscard]] std::uint32_t balanced_lanes(const SweepPlan& plan, double tolerance_pu, const SweepBlock& block);

/// Reactive power fed in at the block's present voltages.
void update_reactive(const SweepPlan& plan, SweepBlock& block);

/// Extremes and counts so far, lane by lane.
struct SweepRecord {
  SweepRecord(const SweepPlan& plan, std::vector<double> least_pu, std::vector<double> most_pu);
  std::vector<double> least_square, most_square;  ///< limits per place
  std::vector<Lanes> lowest, highest;             ///< squares of voltages
  std::vector<IntegerLanes> lowest_step, highest_step;
  std::vector<IntegerLanes> below, above;
  std::vector<Lanes> fullest;  ///< squares of loadings, per branch
  std::vector<IntegerLanes> fullest_step;
  std::vector<IntegerLanes> over;
  std::vector<Lanes> loss;
  Lanes step_loss{}, step_source_re{}, step_source_im{};  ///< of the last block
};

/// Adds the block whose first step is `first_step`; lanes without their bit in `valid` count for nothing.
void record_block(const SweepPlan& plan, const SweepBlock& block, std::int64_t first_step, std::uint32_t valid, SweepRecord& record);

}  // namespace parktwin::energy::grid
