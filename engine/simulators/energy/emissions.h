#pragma once
// The park's carbon account from its year of energy: bought electricity shared over enterprises by consumption, losses with it; gas of
// enterprises and fuel of heat and power plants by calorific value; heat that the plants do not make counts as bought. Processes and the
// value chain are not in the inventory and left out.
#include "engine/simulators/energy/result.h"

namespace parktwin::energy {

struct EmissionInputs {
  const Park& park;
  double import_mwh = 0.0;
  double consumption_mwh = 0.0;
  const std::vector<EnterpriseEnergy>& enterprises;
  double plant_mwh = 0.0;
  double plant_heat_mwh = 0.0;
  double heat_mwh = 0.0;  ///< demand of all enterprises
  double plant_efficiency = 0.85;
  std::string plant_fuel;
};

[[nodiscard]] carbon::Result carbon_account(const EmissionInputs& inputs, const carbon::Factors& factors, const carbon::Options& options);

}  // namespace parktwin::energy
