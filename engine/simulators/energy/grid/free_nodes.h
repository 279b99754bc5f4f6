#pragma once
// An island seen from the nodes whose voltages no source holds: their admittance matrix factored, and the currents the sources drive into
// them, so that A V = I_source + I_injected. Without injections it gives the voltages of the unloaded grid, with every tap and phase shift:
// where Newton's method starts and where the sweeps over time do.
#include <vector>

#include "engine/simulators/energy/grid/admittance_factors.h"
#include "engine/simulators/energy/grid/network.h"

namespace parktwin::energy::grid {

struct FreeNodes {
  std::vector<std::uint32_t> nodes;  ///< node of each row
  std::vector<std::uint32_t> row;    ///< of node − island.first; nowhere: a slack
  std::vector<Complex> source_current;
  AdmittanceFactors factors;
};

/// Precondition: the island is live.
[[nodiscard]] FreeNodes free_nodes(const Network& network, std::size_t island);

/// Sets the island's voltages to those without load; to the slack's where that system is singular.
void set_unloaded(const Network& network, std::size_t island, std::vector<Complex>& voltage);
void set_unloaded(const Network& network, std::size_t island, const FreeNodes& free, std::vector<Complex>& voltage);

}  // namespace parktwin::energy::grid
