#include "engine/simulators/energy/dispatch/hub.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace parktwin::energy::dispatch {
namespace {

Converter converter(std::string name, Input input, double most_input_kw, std::array<double, carrier_count> output) {
  Converter made;
  made.name = std::move(name);
  made.input = input;
  made.most_input_kw = most_input_kw;
  made.output = output;
  return made;
}

class Faults {
 public:
  explicit Faults(const Hub& hub) : hub_(hub) {}

  void add(std::string text) { found_.push_back(std::move(text)); }
  void series(const std::string& place, Series values, bool may_be_negative = false) {
    if (values.empty()) return;
    if (values.size() != hub_.steps) {
      add(fmt::format("{}: {} values for {} steps", place, values.size(), hub_.steps));
      return;
    }
    for (std::size_t step = 0; step < values.size(); ++step) {
      if (std::isfinite(values[step]) && (may_be_negative || values[step] >= 0.0)) continue;
      add(fmt::format("{}: {} at step {}, expected {}", place, values[step], step,
                      may_be_negative ? "a finite number" : "a finite number of at least 0"));
      return;
    }
  }
  void at_least_0(const std::string& place, double value) {
    if (!(value >= 0.0)) add(fmt::format("{} {} is not at least 0", place, value));
  }
  void share(const std::string& place, double value) {
    if (!(value >= 0.0 && value <= 1.0)) add(fmt::format("{} {} is not in [0, 1]", place, value));
  }
  void efficiency(const std::string& place, double value) {
    if (!(value > 0.0 && value <= 1.0)) add(fmt::format("{} {} is not in (0, 1]", place, value));
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(found_); }

 private:
  const Hub& hub_;
  std::vector<std::string> found_;
};

void check_grid(const Hub& hub, Faults& faults) {
  const auto& grid = hub.grid;
  faults.at_least_0("grid: most_import_kw", grid.most_import_kw);
  faults.at_least_0("grid: most_export_kw", grid.most_export_kw);
  faults.at_least_0("grid: demand_charge_cny_per_kw", grid.demand_charge_cny_per_kw);
  faults.series("grid: buy_cny_per_kwh", grid.buy_cny_per_kwh, true);
  faults.series("grid: sell_cny_per_kwh", grid.sell_cny_per_kwh, true);
  faults.series("grid: import_kg_per_kwh", grid.import_kg_per_kwh);
  const auto& periods = grid.billing_period;
  if (!periods.empty() && periods.size() != hub.steps) {
    faults.add(fmt::format("grid: billing_period: {} values for {} steps", periods.size(), hub.steps));
    return;
  }
  std::int32_t before = 0;
  for (std::size_t step = 0; step < periods.size(); ++step) {
    const bool follows = step == 0 ? periods[step] == 0 : periods[step] == before || periods[step] == before + 1;
    if (!follows) {
      faults.add(fmt::format("grid: billing_period {} at step {} does not follow {}", periods[step], step, before));
      return;
    }
    before = periods[step];
  }
}

void check_stores(const Hub& hub, Faults& faults) {
  for (const auto& store : hub.stores) {
    const auto place = fmt::format("store {}: ", store.name);
    faults.at_least_0(place + "capacity_kwh", store.capacity_kwh);
    faults.at_least_0(place + "charge_rate_per_h", store.charge_rate_per_h);
    faults.at_least_0(place + "discharge_rate_per_h", store.discharge_rate_per_h);
    faults.efficiency(place + "charge_efficiency", store.charge_efficiency);
    faults.efficiency(place + "discharge_efficiency", store.discharge_efficiency);
    faults.share(place + "loss_per_h over a step", store.loss_per_h * hub.step_h);
    faults.share(place + "least_share", store.least_share);
    faults.at_least_0(place + "wear_cny_per_kwh", store.wear_cny_per_kwh);
    faults.at_least_0(place + "most_added_kwh", store.most_added_kwh);
    faults.at_least_0(place + "annuity_cny_per_kwh", store.annuity_cny_per_kwh);
    if (!store.initial_share) continue;
    faults.share(place + "initial_share", *store.initial_share);
    if (*store.initial_share < store.least_share) faults.add(place + "initial_share is below least_share");
  }
}

void check_units(const Hub& hub, Faults& faults) {
  for (const auto& renewable : hub.renewables) {
    const auto place = fmt::format("renewable {}: ", renewable.name);
    faults.at_least_0(place + "installed_kw", renewable.installed_kw);
    faults.at_least_0(place + "most_added_kw", renewable.most_added_kw);
    faults.at_least_0(place + "annuity_cny_per_kw", renewable.annuity_cny_per_kw);
    faults.series(place + "per_kw", renewable.per_kw);
  }
  for (const auto& unit : hub.converters) {
    const auto place = fmt::format("converter {}: ", unit.name);
    faults.at_least_0(place + "most_input_kw", unit.most_input_kw);
    for (const double output : unit.output) faults.at_least_0(place + "output", output);
    faults.series(place + "performance", unit.performance);
    faults.at_least_0(place + "maintenance_cny_per_kwh", unit.maintenance_cny_per_kwh);
    faults.share(place + "least_load", unit.least_load);
    faults.at_least_0(place + "start_cny", unit.start_cny);
  }
  for (const auto& load : hub.flexible) {
    const auto place = fmt::format("flexible load {}: ", load.name);
    faults.series(place + "demand_kw", load.demand_kw);
    faults.at_least_0(place + "delay_h", load.delay_h);
    faults.at_least_0(place + "advance_h", load.advance_h);
    faults.at_least_0(place + "most_kw", load.most_kw);
  }
  for (const auto& load : hub.interruptible) {
    const auto place = fmt::format("interruptible load {}: ", load.name);
    faults.series(place + "demand_kw", load.demand_kw);
    faults.share(place + "share", load.share);
    faults.at_least_0(place + "cny_per_kwh", load.cny_per_kwh);
    faults.at_least_0(place + "most_kwh", load.most_kwh);
  }
}

}  // namespace

Converter combined_heat_and_power(std::string name, double electric_kw, double electric_efficiency, double heat_efficiency) {
  return converter(std::move(name), Input::gas, electric_kw / electric_efficiency, {electric_efficiency, heat_efficiency, 0.0});
}

Converter gas_boiler(std::string name, double heat_kw, double efficiency) {
  return converter(std::move(name), Input::gas, heat_kw / efficiency, {0.0, efficiency, 0.0});
}

Converter heat_pump(std::string name, double input_kw, double coefficient_of_performance, Series performance) {
  auto made = converter(std::move(name), Input::electricity, input_kw, {0.0, coefficient_of_performance, 0.0});
  made.performance = performance;
  return made;
}

Converter chiller(std::string name, double input_kw, double energy_efficiency_ratio, Series performance) {
  auto made = converter(std::move(name), Input::electricity, input_kw, {0.0, 0.0, energy_efficiency_ratio});
  made.performance = performance;
  return made;
}

Converter absorption_chiller(std::string name, double heat_kw, double coefficient_of_performance) {
  return converter(std::move(name), Input::heat, heat_kw, {0.0, 0.0, coefficient_of_performance});
}

double annuity_factor(double interest, double years) {
  if (interest == 0.0) return 1.0 / years;
  return interest / (1.0 - std::pow(1.0 + interest, -years));
}

bool has(const Hub& hub, Carrier carrier) {
  const auto place = static_cast<std::size_t>(carrier);
  if (carrier == Carrier::electricity || !hub.demand_kw[place].empty()) return true;
  const auto carries = [&](const auto& unit) { return unit.carrier == carrier; };
  const auto converts = [&](const Converter& unit) {
    return unit.output[place] > 0.0 || (carrier == Carrier::heat && unit.input == Input::heat);
  };
  return std::any_of(hub.stores.begin(), hub.stores.end(), carries) || std::any_of(hub.flexible.begin(), hub.flexible.end(), carries) ||
         std::any_of(hub.interruptible.begin(), hub.interruptible.end(), carries) ||
         std::any_of(hub.converters.begin(), hub.converters.end(), converts);
}

std::vector<std::string> faults(const Hub& hub) {
  Faults found(hub);
  if (hub.steps == 0) found.add("steps is 0");
  if (!(hub.step_h > 0.0 && hub.step_h <= 24.0)) found.add(fmt::format("step_h {} is not in (0, 24]", hub.step_h));
  for (std::size_t carrier = 0; carrier < carrier_count; ++carrier) {
    found.series(fmt::format("demand of {}", name_of(static_cast<Carrier>(carrier))), hub.demand_kw[carrier]);
  }
  check_grid(hub, found);
  found.at_least_0("gas: cny_per_kwh", hub.gas.cny_per_kwh);
  found.at_least_0("gas: kg_per_kwh", hub.gas.kg_per_kwh);
  check_units(hub, found);
  check_stores(hub, found);
  found.at_least_0("green power: premium_cny_per_kwh", hub.green.premium_cny_per_kwh);
  found.share("green power: least_share", hub.green.least_share);
  if (!hub.green.offered && hub.green.least_share > 0.0) found.add("green power: least_share is above 0 and none is offered");
  found.at_least_0("most_rejected_heat_kw", hub.most_rejected_heat_kw);
  return found.take();
}

}  // namespace parktwin::energy::dispatch
