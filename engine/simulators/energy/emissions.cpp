#include "engine/simulators/energy/emissions.h"

#include <algorithm>

namespace parktwin::energy {
namespace {

constexpr double gj_per_mwh = 3.6;
constexpr const char* enterprise_gas = "natural gas";

/// In the unit of the fuel's factor; a fuel without one keeps its GJ, and the account names it.
double quantity(const carbon::Factors& factors, const std::string& fuel, double mwh) {
  const auto* factor = factors.find_fuel(fuel);
  const double gj = mwh * gj_per_mwh;
  return factor != nullptr && factor->ncv_gj > 0.0 ? gj / factor->ncv_gj : gj;
}

}  // namespace

carbon::Result carbon_account(const EmissionInputs& in, const carbon::Factors& factors, const carbon::Options& options) {
  carbon::Activities activities;
  const double bought_share = in.consumption_mwh > 0.0 ? in.import_mwh / in.consumption_mwh : 0.0;
  const double bought_heat = in.heat_mwh > 0.0 ? std::clamp(1.0 - in.plant_heat_mwh / in.heat_mwh, 0.0, 1.0) : 0.0;
  double shared_mwh = 0.0;
  for (const auto& figures : in.enterprises) {
    const Enterprise& enterprise = (*in.park.enterprises)[figures.enterprise];
    const carbon::User user = {enterprise.id, ""};
    const double bought_mwh = figures.consumption_mwh * bought_share;
    shared_mwh += bought_mwh;
    if (bought_mwh > 0.0) activities.electricity.push_back({user, bought_mwh * 1e3, 0.0, {}});
    if (enterprise.yearly_heat) activities.heat.push_back({user, enterprise.yearly_heat->value() * gj_per_mwh * bought_heat});
    if (enterprise.yearly_gas && enterprise.yearly_gas->value() > 0.0)
      activities.fuels.push_back({user, enterprise_gas, quantity(factors, enterprise_gas, enterprise.yearly_gas->value())});
  }
  activities.electricity.push_back({{}, std::max(0.0, in.import_mwh - shared_mwh) * 1e3, 0.0, {}});
  if (in.plant_mwh > 0.0) {
    const double fuel_mwh = (in.plant_mwh + in.plant_heat_mwh) / in.plant_efficiency;
    activities.fuels.push_back({{}, in.plant_fuel, quantity(factors, in.plant_fuel, fuel_mwh)});
  }
  return carbon::account(activities, factors, options);
}

}  // namespace parktwin::energy
