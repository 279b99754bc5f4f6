#pragma once
// Three-phase short-circuit currents at every bus after IEC 60909-0: the equivalent voltage source c U_n / √3 at the fault behind the
// grid's impedances, without loads, shunts and line capacitances. Sources by their short-circuit power, transformers with the correction
// factor K_T = 0.95 c_max / (1 + 0.6 x_T) for the greatest current only (IEC 60909-0:2016, 6.3.3), taps and phase shifts as rated; lines at
// 20 °C for the greatest current and at the temperature at the end of the fault for the smallest. Machines and inverters contribute nothing
// here: their currents must be added where they matter.
#include <limits>
#include <vector>

#include "engine/simulators/energy/grid/network.h"

namespace parktwin::energy::grid {

struct ShortCircuitOptions {
  double low_voltage_most = 1.05;   ///< c_max up to 1 kV where the voltage tolerance is +6 %; 1.10 where it is +10 %
  double low_voltage_least = 0.95;  ///< c_min up to 1 kV
  double end_temperature_c = 80.0;  ///< of conductors at the end of the fault
};

struct ShortCircuit {
  bool fed = false;        ///< false: no source with a known short-circuit power reaches the bus
  double initial_a = 0.0;  ///< I″_k
  double peak_a = 0.0;     ///< i_p = κ √2 I″_k, κ = 1.02 + 0.98 exp(−3 R/X); 1.15 κ within rings (method B), at most 1.8 or 2.0
  double power_va = 0.0;   ///< S″_k = √3 U_n I″_k
  Complex impedance_ohm = 0.0;  ///< Z_k at the bus's voltage
};

struct ShortCircuits {
  std::vector<ShortCircuit> most;  ///< per bus
  std::vector<ShortCircuit> least;
};

/// Precondition: faults(grid) is empty.
[[nodiscard]] ShortCircuits short_circuits(const Grid& grid, const ShortCircuitOptions& options = {});

}  // namespace parktwin::energy::grid
