#pragma once
// An energy hub as the dispatch sees it: what is demanded per step, what there is to meet it, and what everything costs. Series are spans
// over values the caller keeps, one per step; an empty one says that there is none. Powers are means over the step in kW, energy in kWh,
// money in CNY, emissions in kg of CO2.
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/programme/linear_programme.h"

namespace parktwin::energy::dispatch {

using programme::Basis;
using programme::LinearProgramme;
using programme::Outcome;
using programme::Solution;
using programme::unlimited;

using Series = std::span<const double>;

enum class Carrier { electricity, heat, cold };
constexpr std::size_t carrier_count = 3;

constexpr auto names_of(Carrier) {
  return std::to_array<EnumName<Carrier>>({{Carrier::electricity, "electricity"}, {Carrier::heat, "heat"}, {Carrier::cold, "cold"}});
}

struct GridConnection {
  double most_import_kw = unlimited;
  double most_export_kw = 0.0;
  Series buy_cny_per_kwh;
  Series sell_cny_per_kwh;
  double demand_charge_cny_per_kw = 0.0;         ///< of the greatest import of each billing period
  std::span<const std::int32_t> billing_period;  ///< per step, from 0 without gaps, never falling; empty: all steps are one
  Series import_kg_per_kwh;                      ///< emission factor of the grid
};

struct Gas {
  double cny_per_kwh = 0.3;  ///< of net calorific value
  double kg_per_kwh = 0.2;
};

/// PV or wind: what is not used is curtailed. More of it can be bought where most_added_kw says so.
struct Renewable {
  std::string name;
  double installed_kw = 0.0;
  Series per_kw;  ///< kW available per installed kW
  double most_added_kw = 0.0;
  double annuity_cny_per_kw = 0.0;  ///< a year
};

/// Battery, heat store or cold store. Powers follow from the capacity, so that it can be sized by one number.
struct Store {
  std::string name;
  Carrier carrier = Carrier::electricity;
  double capacity_kwh = 0.0;
  double charge_rate_per_h = 0.5;  ///< greatest charging power over capacity
  double discharge_rate_per_h = 0.5;
  double charge_efficiency = 0.95;
  double discharge_efficiency = 0.95;
  double loss_per_h = 0.0;  ///< share of what is stored
  double least_share = 0.0;
  double wear_cny_per_kwh = 0.0;        ///< of what is discharged
  std::optional<double> initial_share;  ///< none: the end of the last step is the start of the first
  double most_added_kwh = 0.0;
  double annuity_cny_per_kwh = 0.0;  ///< a year
};

enum class Input { gas, electricity, heat };

/// Turns an input into up to three outputs in fixed proportion: CHP, boiler, heat pump, chiller.
struct Converter {
  std::string name;
  Input input = Input::gas;
  double most_input_kw = 0.0;
  std::array<double, carrier_count> output = {};  ///< per unit of input, in the order of Carrier
  Series performance;                             ///< factor of the outputs over time; empty: 1
  double maintenance_cny_per_kwh = 0.0;           ///< of input
  double least_load = 0.0;  ///< share of most_input_kw below which it is off; heeded where units are switched and under rules
  double start_cny = 0.0;   ///< per start; heeded where units are switched
  std::optional<Gas> fuel = std::nullopt;  ///< of an input of gas, where it is not the hub's
};

[[nodiscard]] Converter combined_heat_and_power(std::string name, double electric_kw, double electric_efficiency, double heat_efficiency);
[[nodiscard]] Converter gas_boiler(std::string name, double heat_kw, double efficiency);
[[nodiscard]] Converter heat_pump(std::string name, double input_kw, double coefficient_of_performance, Series performance = {});
[[nodiscard]] Converter chiller(std::string name, double input_kw, double energy_efficiency_ratio, Series performance = {});
[[nodiscard]] Converter absorption_chiller(std::string name, double heat_kw, double coefficient_of_performance);

/// A demand each part of which may be met up to delay_h later or advance_h earlier (first come, first served).
struct FlexibleLoad {
  std::string name;
  Carrier carrier = Carrier::electricity;
  Series demand_kw;
  double delay_h = 0.0;
  double advance_h = 0.0;
  double most_kw = unlimited;
};

struct InterruptibleLoad {
  std::string name;
  Carrier carrier = Carrier::electricity;
  Series demand_kw;
  double share = 0.0;  ///< of the demand that may be interrupted
  double cny_per_kwh = 0.0;
  double most_kwh = unlimited;  ///< over all steps
};

/// Import bought with green certificates, without emissions under the market-based method.
struct GreenPower {
  bool offered = false;
  double premium_cny_per_kwh = 0.0;
  double least_share = 0.0;  ///< of all import
};

struct Hub {
  std::string name;
  std::size_t steps = 0;
  double step_h = 1.0;
  std::array<Series, carrier_count> demand_kw;  ///< that can neither be moved nor interrupted
  GridConnection grid;
  Gas gas;
  std::vector<Renewable> renewables;
  std::vector<Store> stores;
  std::vector<Converter> converters;
  std::vector<FlexibleLoad> flexible;
  std::vector<InterruptibleLoad> interruptible;
  GreenPower green;
  double most_rejected_heat_kw = 0.0;  ///< by coolers
};

constexpr double year_h = 8760.0;

/// The yearly payment that repays an investment of 1 over the years, with interest.
[[nodiscard]] double annuity_factor(double interest, double years);

[[nodiscard]] inline const Gas& fuel_of(const Hub& hub, const Converter& unit) { return unit.fuel ? *unit.fuel : hub.gas; }

/// The value of a series at a step, `absent` where there is none.
[[nodiscard]] inline double at(Series series, std::size_t step, double absent = 0.0) { return series.empty() ? absent : series[step]; }
[[nodiscard]] inline std::size_t period_of(const GridConnection& grid, std::size_t step) {
  return grid.billing_period.empty() ? 0 : static_cast<std::size_t>(grid.billing_period[step]);
}
/// Whether anything of the hub demands, makes, stores or uses it.
[[nodiscard]] bool has(const Hub& hub, Carrier carrier);

/// What makes the hub meaningless, each as one sentence, e.g. "store battery: charge_efficiency 1.2 is not in (0, 1]".
[[nodiscard]] std::vector<std::string> faults(const Hub& hub);

}  // namespace parktwin::energy::dispatch
