#pragma once
// The park's carbon account from its year of energy: bought electricity shared over enterprises by consumption, losses with it; gas of
// enterprises and fuel of heat and power plants by calorific value; heat that the plants do not make counts as bought. An enterprise's part
// is shared over its buildings by floor area. With factors by hour, what is bought in a quarter-hour is shared by what is consumed in it.
// Processes and the value chain are what the planner declares.
#include <span>

#include "engine/simulators/energy/balance.h"
#include "engine/simulators/energy/planning_options.h"
#include "engine/simulators/energy/result.h"

namespace parktwin::energy {

/// What is bought in the hours of a year and what it emits.
struct HourlyPurchase {
  double kwh = 0.0;
  double kg = 0.0;
};

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
  double pumped_heat_mwh = 0.0;    ///< heat of heat pumps, which is not bought
  double own_renewable_mwh = 0.0;  ///< sun and wind used in the park
  double green_mwh = 0.0;          ///< bought with certificates, at most what is drawn
  std::span<const DeclaredEmission> declared = {};
  std::span<const HourlyPurchase> by_hour = {};  ///< by enterprise, and last what the park as a whole buys; empty: by the year
  double unit_heat_mwh = 0.0;                    ///< made by boilers and heat pumps
  double boiler_gas_mwh = 0.0;                   ///< burnt for it
};

[[nodiscard]] carbon::Result carbon_account(const EmissionInputs& inputs, const carbon::Factors& factors, const carbon::Options& options);

/// Of the region and year in every quarter-hour; empty where the table has none.
[[nodiscard]] std::vector<double> quarter_hourly_factors(const carbon::Factors& factors, const carbon::Options& options);

/// What is drawn in a quarter-hour is shared by what is consumed in it; the rest, losses among it, is the park's as a whole.
[[nodiscard]] std::vector<HourlyPurchase> hourly_purchases(const YearParts& parts, const Series& series,
                                                           std::span<const double> kg_per_kwh);

}  // namespace parktwin::energy
