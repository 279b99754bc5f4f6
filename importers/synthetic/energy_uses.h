#pragma once
// What the park's grids of electricity, heat and cold serve beyond plain loads: chargers at enterprises, car parks and depots; boilers and
// a heat store beside the heat and power plant, a heat pump, chillers with a cold store, the enterprises that take cold, and those of whose
// electricity a part can wait or be left. Every figure is an assumption of this project. Nothing here changes what was drawn before.
#include "importers/synthetic/power_layout.h"

namespace parktwin::importers::synthetic {

struct EnergyUses {
  std::vector<ChargingStation> stations;
  std::vector<ThermalUnit> units;
  std::vector<ColdDemand> cold;
  std::vector<LoadFlexibility> flexibility;
};

[[nodiscard]] EnergyUses build_energy_uses(const Draft& draft, const PowerTables& power);

}  // namespace parktwin::importers::synthetic
