#pragma once
// One moment of the grid: voltage of every bus, current, loading and losses of every line and transformer, what leaves the limits, and
// which islands are dead or have no solution, each as a value with its place. Balanced, steady state.
#include <complex>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/simulators/energy/grid/newton.h"

namespace parktwin::energy::grid {

enum class BusState { solved, dead, unsolved };  ///< dead: no source or grid-forming generator reaches it

struct BusResult {
  BusState state = BusState::dead;
  double voltage_pu = std::numeric_limits<double>::quiet_NaN();
  double angle_rad = std::numeric_limits<double>::quiet_NaN();
};

/// Of a line or transformer; powers flow in at each end.
struct BranchResult {
  Complex from_va = 0.0;
  Complex to_va = 0.0;
  double from_a = 0.0;
  double to_a = 0.0;
  double loading = 0.0;  ///< share of the rated current at the fuller end; 0 without a limit
  double loss_w = 0.0;
};

enum class Limit { voltage_low, voltage_high, loading };

struct Violation {
  Limit limit = Limit::voltage_low;
  std::size_t place = 0;  ///< bus, or branch: a line, or lines.size() + a transformer
  double value = 0.0;     ///< per-unit voltage or share of the rated current
};

/// An island without a solution.
struct Unsolved {
  std::size_t bus = 0;  ///< with the greatest mismatch
  double mismatch_w = 0.0;
  std::uint32_t iterations = 0;
};

struct PowerFlow {
  std::vector<BusResult> buses;
  std::vector<BranchResult> branches;  ///< lines, then transformers; 0 where not solved
  std::vector<Complex> source_va;      ///< per source, what it feeds in; sources at one place share evenly
  std::vector<Complex> generator_va;   ///< shares its bus in proportion to its range; as slack with what was needed
  std::vector<Complex> inverter_va;
  std::vector<std::size_t> at_reactive_limit;  ///< buses whose generators could not hold the voltage
  std::vector<Violation> violations;
  std::vector<Unsolved> unsolved;
  double loss_w = 0.0;  ///< of branches
  std::uint32_t iterations = 0;

  [[nodiscard]] bool solved() const { return unsolved.empty(); }
};

/// Preconditions: faults(grid) is empty; the network was compiled from the grid with these connections, powers may differ.
/// `start`: voltages per node, if any, else those of the grid without load.
[[nodiscard]] PowerFlow power_flow(const Grid& grid, const Network& network, const NewtonOptions& options = {},
                                   const std::vector<Complex>& start = {});
[[nodiscard]] PowerFlow power_flow(const Grid& grid, const NewtonOptions& options = {});

/// Limits left by the buses and branches given.
[[nodiscard]] std::vector<Violation> violations_of(const Grid& grid, const std::vector<BusResult>& buses,
                                                   const std::vector<BranchResult>& branches);

}  // namespace parktwin::energy::grid
