#pragma once
// The loads of cells that interfere with each other: a loaded cell disturbs its neighbours' users, who then need more resources and load
// their own cells more. Load of cell c = Σ over its users of demand / rate(SINR), SINR = own power / (noise + Σ load·power of the others),
// where a cell disturbs with at most load 1. Siomina and Yuan, Analysis of Cell Load Coupling for LTE Network Planning and Optimization,
// IEEE Trans. Wireless Commun. 11(6), 2012: for rates like log(1 + SINR) a standard interference function (Yates 1995), thus at most one
// solution. Iterated from empty cells the loads only rise, to that solution or, for a rate with steps, to the lowest one.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace parktwin::radio::link {

struct CoupledUser {
  std::size_t cell = 0;  ///< serving
  double demand_mbit_s = 0.0;
  double noise_mw = 0.0;  ///< in the bandwidth the powers are given in
};

/// Rate in Mbit/s with all of a serving cell's resources at a SINR (a ratio, not dB). Must not fall with SINR; may be 0 below a limit.
using RateAtSinr = std::function<double(std::size_t cell, double sinr)>;

struct LoadCouplingOptions {
  double tolerance = 1e-6;  ///< largest change of a load in the last iteration
  std::int32_t most_iterations = 500;
};

struct CoupledLoads {
  /// Needed, per cell: above 1 where the cell is overloaded, infinite where a user with demand is out of reach.
  std::vector<double> load;
  std::vector<std::size_t> overloaded;  ///< cells, ascending
  bool converged = false;               ///< otherwise the loads are too low
  std::int32_t iterations = 0;
  double last_change = 0.0;  ///< of loads counted up to 1
};

/// `power_mw` holds what each user receives from each cell at full load, [user·cells + cell]; powers coupled from other carriers included.
/// Preconditions: one row per user, serving cells exist, noise positive, powers and demands not negative.
[[nodiscard]] CoupledLoads coupled_loads(std::size_t cells, std::span<const CoupledUser> users, std::span<const double> power_mw,
                                         const RateAtSinr& rate_mbit_s, const LoadCouplingOptions& options = {});

}  // namespace parktwin::radio::link
