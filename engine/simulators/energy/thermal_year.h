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

/// Of free plants the whole demand for heat; they are one of the units.
[[nodiscard]] ThermalNeeds thermal_needs(const Park& park, const loads::Loads& loads, const generation::Generation& generation,
                                         bool free_plants = false);

/// All that turn heat and power out of fuel and are in service; none: nothing.
[[nodiscard]] double rated_plants_kw(const Park& park);

/// What the schedule makes of free plants, in place of what follows the demand for heat.
void run_free_plants(const Park& park, const StorageSchedule& schedule, generation::Generation& generation);

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
