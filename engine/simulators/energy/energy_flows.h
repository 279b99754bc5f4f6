#pragma once
// Where energy and carbon of a year flow, as the nodes and links of a Sankey diagram: grid, sun, wind, fuels and bought heat through plants
// and carriers to sectors, losses and what is fed in. What flows into a carrier or plant flows out of it. Carbon follows the location-based
// account: each carrier and plant hands it on in proportion to its energy, losses of conversion carry none.
#include "engine/simulators/energy/balance.h"

namespace parktwin::energy {

struct FlowInputs {
  const YearParts& parts;
  const Balance& balance;
  double plant_heat_mwh = 0.0;
  double plant_efficiency = 0.85;
  const carbon::Result* account = nullptr;  ///< null: no carbon
  std::string plant_fuel;
  const HeatAndCold* heat_and_cold = nullptr;  ///< null: no boilers, heat pumps, stores
  double boiler_t = 0.0;                       ///< carbon of the gas that boilers burn
};

[[nodiscard]] EnergyFlows energy_flows(const FlowInputs& inputs);

}  // namespace parktwin::energy
