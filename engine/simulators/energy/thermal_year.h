#pragma once
// Heat and cold between the parts of a year: what is left for boilers, heat pumps, chillers and stores once heat and power plants have run
// after the demand for heat, their electricity as consumers of the grid, and the balances of heat, cold and gas, summed from the flows of
// every step.
#include "engine/simulators/energy/generation/generation.h"
#include "engine/simulators/energy/heat_and_cold.h"
#include "engine/simulators/energy/loads/loads.h"
#include "engine/simulators/energy/storage_control.h"

namespace parktwin::energy {

/// Per quarter-hour; empty: no unit makes it, or nobody wants it.
struct ThermalNeeds {
  std::vector<double> heat_kw;
  std::vector<double> cold_kw;
};

[[nodiscard]] ThermalNeeds thermal_needs(const Park& park, const loads::Loads& loads, const generation::Generation& generation);

void add_thermal_loads(const Park& park, const StorageSchedule& schedule, loads::Loads& loads);

struct ThermalParts {
  const Park& park;
  const loads::Loads& loads;
  const generation::Generation& generation;
  const StorageSchedule& schedule;
  double plant_efficiency = 0.85;
  bool plants_burn_gas = true;
};

[[nodiscard]] HeatAndCold heat_and_cold_of(const ThermalParts& parts);

}  // namespace parktwin::energy
