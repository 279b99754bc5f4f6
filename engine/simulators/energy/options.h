#pragma once
// Options of the energy year, and the tables that come from outside the park: tariff, emission factors and meters, read by importers.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/units.h"
#include "engine/simulators/energy/carbon/carbon.h"
#include "engine/simulators/energy/metering.h"
#include "engine/simulators/energy/planning_options.h"
#include "engine/simulators/energy/tariff/tariff.h"

namespace parktwin::energy {

/// How the reactive power of PV follows: not at all, or a droop by voltage as grid codes draw it.
enum class PvReactive { none, voltage_droop };

constexpr auto names_of(PvReactive) {
  return std::to_array<EnumName<PvReactive>>({{PvReactive::none, "none"}, {PvReactive::voltage_droop, "voltage_droop"}});
}

enum class StorageControl { idle, rule_based, perfect_foresight, rolling_forecast };

constexpr auto names_of(StorageControl) {
  return std::to_array<EnumName<StorageControl>>({{StorageControl::idle, "idle"},
                                                  {StorageControl::rule_based, "rule_based"},
                                                  {StorageControl::perfect_foresight, "perfect_foresight"},
                                                  {StorageControl::rolling_forecast, "rolling_forecast"}});
}

/// Heat and power plants follow the demand for heat, or run when the park's hub is cheapest.
enum class PlantControl { heat_led, dispatched };

constexpr auto names_of(PlantControl) {
  return std::to_array<EnumName<PlantControl>>({{PlantControl::heat_led, "heat_led"}, {PlantControl::dispatched, "dispatched"}});
}

struct Options {
  std::int32_t year = 2025;
  double infeed_voltage_pu = 1.0;
  double pv_soiling = 0.02;
  double pv_modules_to_inverter = 1.2;
  PvReactive pv_reactive = PvReactive::none;
  Metres wind_hub_height = Metres(80.0);
  double plant_power_to_heat = 0.3;
  double plant_efficiency = 0.85;
  std::string plant_fuel = "natural gas";
  StorageControl storage_control = StorageControl::rule_based;
  double feed_in_cny_per_kwh = 0.35;
  carbon::Options carbon;
  double green_power_mwh = 0.0;
  std::vector<DeclaredEmission> declared_emissions;
  AbatementOptions abatement;
  CarbonMarketOptions carbon_market;
  bool grid_study = true;
  double infeed_short_circuit_mva = 2000.0;
  double infeed_least_short_circuit_mva = 1000.0;
  double gas_cny_per_kwh = 0.35;
  double alarm_deviations = 6.0;
  std::optional<double> emission_limit_kg_per_h;
  PlantControl plant_control = PlantControl::heat_led;
  double plant_least_load = 0.3;
  double carbon_cny_per_t = 0.0;
  double green_power_share = 0.0;
  double green_premium_cny_per_kwh = 0.02;
  std::vector<double> trade_off_cny_per_t;
  std::vector<SizedUnit> sizing;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"year", "", "calendar year of weekdays, holidays, sun and bill", 2000, 2100}, options.year);
  visit(Field{"infeed_voltage_pu", "1", "voltage that the grid above holds at the park's infeed, of nominal", 0.8, 1.2},
        options.infeed_voltage_pu);
  visit(Field{"pv_soiling", "1", "share of light that dirt on PV modules takes", 0, 0.9}, options.pv_soiling);
  visit(Field{"pv_modules_to_inverter", "1", "rated power of PV modules over that of their inverter", 0.5, 3},
        options.pv_modules_to_inverter);
  visit(Field{"pv_reactive", "", "reactive power of PV: none, or voltage_droop"}, options.pv_reactive);
  visit(Field{"wind_hub_height_m", "m", "hub height of wind turbines", 10, 300}, options.wind_hub_height);
  visit(Field{"plant_power_to_heat", "1", "electricity over heat of heat and power plants", 0.01, 3}, options.plant_power_to_heat);
  visit(Field{"plant_efficiency", "1", "electricity and heat over fuel of heat and power plants", 0.1, 1}, options.plant_efficiency);
  visit(Field{"plant_fuel", "", "fuel of heat and power plants, as the table of emission factors names it"}, options.plant_fuel);
  visit(Field{"storage_control", "",
              "idle, rule_based, perfect_foresight (by hours) or rolling_forecast (day by day, as the last week was); also of flexible "
              "loads and "
              "units of heat and cold"},
        options.storage_control);
  visit(Field{"feed_in_cny_per_kwh", "CNY/kWh", "paid for electricity fed into the grid above", 0, 10}, options.feed_in_cny_per_kwh);
  visit(Field{"carbon", "", "which emission factors are used"}, options.carbon);
  visit(Field{"green_power_mwh", "MWh", "electricity bought with green certificates in the year, at most what is drawn", 0, 1e9},
        options.green_power_mwh);
  visit(Field{"declared_emissions", "", "emissions of processes and of the value chain, which the inventory does not hold"},
        options.declared_emissions);
  visit(Field{"abatement", "", "measures against emissions"}, options.abatement);
  visit(Field{"carbon_market", "", "allowances and their price"}, options.carbon_market);
  visit(Field{"grid_study", "", "hosting capacity, outages of feeders and short-circuit currents"}, options.grid_study);
  visit(Field{"infeed_short_circuit_mva", "MVA", "greatest short-circuit power of the grid above at the infeed", 1, 1e5},
        options.infeed_short_circuit_mva);
  visit(Field{"infeed_least_short_circuit_mva", "MVA", "smallest short-circuit power there", 1, 1e5},
        options.infeed_least_short_circuit_mva);
  visit(Field{"gas_cny_per_kwh", "CNY/kWh", "price of gas, by which units of heat are chosen", 0, 10}, options.gas_cny_per_kwh);
  visit(Field{"alarm_deviations", "1", "robust standard deviations from the expected that make metered consumption abnormal", 0.1, 100},
        options.alarm_deviations);
  visit(
      Field{"emission_limit_kg_per_h", "kg/h", "CO2 of bought electricity and plants above which an alarm is raised; empty: none", 0, 1e9},
      options.emission_limit_kg_per_h);
  visit(Field{"plant_control", "", "heat_led, or dispatched: plants run when that is cheapest, as boilers, heat pumps and storages do"},
        options.plant_control);
  visit(Field{"plant_least_load", "1", "share of their rating below which dispatched plants are off", 0, 1}, options.plant_least_load);
  visit(Field{"carbon_cny_per_t", "CNY/t", "price of a tonne of CO2, market-based, that the hub's decisions count beside the bill", 0, 1e4},
        options.carbon_cny_per_t);
  visit(Field{"green_power_share", "1", "least share of what is drawn that is bought with green certificates", 0, 1},
        options.green_power_share);
  visit(Field{"green_premium_cny_per_kwh", "CNY/kWh", "paid for green power beyond its price, with tax (assumption)", 0, 10},
        options.green_premium_cny_per_kwh);
  visit(Field{"trade_off_cny_per_t", "CNY/t", "prices of a tonne at which cost and carbon of the year are told; empty: no curve", 0, 1e4},
        options.trade_off_cny_per_t);
  visit(Field{"sizing", "", "what may be built, sized by the year with perfect foresight so that all costs less"}, options.sizing);
}

/// What is bought at which price and what it emits; none: no bill, no carbon account.
struct Tables {
  std::optional<tariff::Tariff> tariff;
  std::optional<carbon::Factors> factors;
  std::vector<MeteredSeries> meters;  ///< in place of profiles
};

}  // namespace parktwin::energy
