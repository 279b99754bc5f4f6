#pragma once
// The voltages of one island at one moment: Newton-Raphson on power mismatches in polar coordinates (Tinney and Hart, IEEE Transactions on
// PAS-86(11), 1967, doi:10.1109/TPAS.1967.291823) with relative steps of magnitude, steps halved while they make things worse. The pattern
// stays the same when a held node runs out of reactive power and when an inverter follows Q(V), so one symbolic factorisation serves a
// year. No solution is an outcome with the place of the greatest mismatch.
#include <cstdint>
#include <vector>

#include "engine/simulators/energy/grid/network.h"
#include "engine/simulators/energy/grid/sparse_lu.h"

namespace parktwin::energy::grid {

struct NodeInverter {
  std::uint32_t node = nowhere;
  double rated_pu = 0.0;
  double active_pu = 0.0;
  const InverterControl* control = nullptr;
};

/// What is fed in at one moment, in per unit, generation positive. Refers to the grid's inverter controls.
struct Injection {
  std::vector<Complex> power;  ///< per node, without the inverters
  std::vector<NodeInverter> inverters;
};

/// The grid's own powers.
[[nodiscard]] Injection injection_of(const Grid& grid, const Network& network);

struct NewtonOptions {
  double tolerance_pu = 1e-9;          ///< of power
  std::uint32_t most_iterations = 40;  ///< after each change of what stands at a reactive limit
  bool reactive_limits = true;         ///< false: generators hold their voltages whatever it takes
};

struct NewtonOutcome {
  bool converged = false;
  std::uint32_t iterations = 0;
  double greatest_mismatch_pu = 0.0;
  std::uint32_t worst_node = nowhere;
  std::vector<std::uint32_t> at_limit;  ///< held nodes that could not hold their voltage
};

class NewtonSolver {
 public:
  /// Refers to the network as long as it lives. Precondition: the island is live.
  NewtonSolver(const Network& network, std::size_t island);

  /// `voltage`: of all nodes of the network, those of the island are the start and then the solution.
  [[nodiscard]] NewtonOutcome solve(const Injection& injection, const NewtonOptions& options, std::vector<Complex>& voltage);

 private:
  enum class Role : std::uint8_t { slack, held, free, at_least, at_most };
  struct Mismatch {
    double greatest = 0.0;
    std::uint32_t node = nowhere;
  };
  [[nodiscard]] Mismatch mismatch(const Injection& injection, const std::vector<Complex>& voltage);
  void fill(const std::vector<Complex>& voltage);
  void fill_held_rows(std::uint32_t local);
  [[nodiscard]] bool iterate(const Injection& injection, const NewtonOptions& options, std::vector<Complex>& voltage,
                             NewtonOutcome& outcome);
  [[nodiscard]] bool apply_limits(std::vector<Complex>& voltage);
  [[nodiscard]] Complex held_voltage(std::uint32_t local, Complex direction) const;

  const Network& network_;
  const Island& island_;
  double rounding_pu_ = 0.0;
  std::vector<Role> role_;
  std::vector<std::uint32_t> held_of_;  ///< place in island_.held
  std::vector<std::uint8_t> returns_;   ///< how often a node went back to holding
  std::vector<Complex> calculated_;
  std::vector<Complex> specified_;
  std::vector<double> reactive_slope_;
  std::vector<double> right_side_;
  std::vector<int> row_begin_;
  std::vector<double> values_;
  SparseLu lu_;
};

}  // namespace parktwin::energy::grid
