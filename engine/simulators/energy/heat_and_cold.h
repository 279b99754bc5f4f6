#pragma once
// The year of the park's heat, cold and gas: what enterprises take, what heat and power plants, boilers, heat pumps and chillers make, what
// stores hold, and how each balance closes.
#include <array>
#include <string>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::energy {

enum class ThermalCarrier { heat, cold, gas };

constexpr auto names_of(ThermalCarrier) {
  return std::to_array<EnumName<ThermalCarrier>>(
      {{ThermalCarrier::heat, "heat"}, {ThermalCarrier::cold, "cold"}, {ThermalCarrier::gas, "gas"}});
}

/// demand + converted + store loss = plants + units + outside, in every step.
struct CarrierBalance {
  ThermalCarrier carrier = ThermalCarrier::heat;
  double demand_mwh = 0.0;
  double converted_mwh = 0.0;
  double store_loss_mwh = 0.0;
  double plants_mwh = 0.0;
  double units_mwh = 0.0;
  double outside_mwh = 0.0;
  double greatest_imbalance = 0.0;
};

template <class Visitor, DescribedAs<CarrierBalance> Self>
void describe(Visitor&& visit, Self& balance) {
  visit(Field{"carrier", "", "heat, cold or gas"}, balance.carrier);
  visit(Field{"demand_mwh", "MWh", "taken by enterprises"}, balance.demand_mwh);
  visit(Field{"converted_mwh", "MWh", "gas turned into heat or electricity by plants and boilers"}, balance.converted_mwh);
  visit(Field{"store_loss_mwh", "MWh", "lost in stores"}, balance.store_loss_mwh);
  visit(Field{"plants_mwh", "MWh", "made by heat and power plants"}, balance.plants_mwh);
  visit(Field{"units_mwh", "MWh", "made by boilers, heat pumps or chillers"}, balance.units_mwh);
  visit(Field{"outside_mwh", "MWh", "bought, or of cold not served"}, balance.outside_mwh);
  visit(Field{"greatest_imbalance", "1", "largest error of a step's balance over the year's use"}, balance.greatest_imbalance);
}

struct ThermalUnitFigures {
  Id<ThermalUnit> unit;
  double output_mwh = 0.0;  ///< of stores: discharged
  double electricity_mwh = 0.0;
  double gas_mwh = 0.0;
  double charged_mwh = 0.0;
  double full_load_h = 0.0;
  double peak_kw = 0.0;
};

template <class Visitor, DescribedAs<ThermalUnitFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"unit", "", "boiler, heat pump, chiller or store"}, figures.unit);
  visit(Field{"output_mwh", "MWh", "heat or cold made, of stores discharged"}, figures.output_mwh);
  visit(Field{"electricity_mwh", "MWh", "electricity used"}, figures.electricity_mwh);
  visit(Field{"gas_mwh", "MWh", "gas used"}, figures.gas_mwh);
  visit(Field{"charged_mwh", "MWh", "charged into a store"}, figures.charged_mwh);
  visit(Field{"full_load_h", "h", "output over the rated power"}, figures.full_load_h);
  visit(Field{"peak_kw", "kW", "greatest output"}, figures.peak_kw);
}

struct HeatAndCold {
  std::string reason;  ///< why units and stores stand idle although there are some; empty: they do not
  std::vector<CarrierBalance> balances;
  std::vector<ThermalUnitFigures> units;
};

template <class Visitor, DescribedAs<HeatAndCold> Self>
void describe(Visitor&& visit, Self& year) {
  visit(Field{"reason", "", "why units and stores stand idle"}, year.reason);
  visit(Field{"balances", "", "of heat, cold and gas"}, year.balances);
  visit(Field{"units", "", "by boiler, heat pump, chiller and store"}, year.units);
}

}  // namespace parktwin::energy
