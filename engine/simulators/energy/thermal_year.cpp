#include "engine/simulators/energy/thermal_year.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/simulators/energy/closed_balance.h"

namespace parktwin::energy {
namespace {

constexpr std::size_t steps = loads::steps_per_year;
constexpr double mwh_per_kw_step = loads::step_h * 1e-3;

double sum(const std::vector<double>& kw) { return std::accumulate(kw.begin(), kw.end(), 0.0); }
double mwh(const std::vector<double>& kw) { return sum(kw) * mwh_per_kw_step; }

bool is_store(ThermalUnitKind kind) { return kind == ThermalUnitKind::heat_store || kind == ThermalUnitKind::cold_store; }
bool is_cold(ThermalUnitKind kind) { return kind == ThermalUnitKind::chiller || kind == ThermalUnitKind::cold_store; }
bool runs_on_electricity(ThermalUnitKind kind) { return kind == ThermalUnitKind::heat_pump || kind == ThermalUnitKind::chiller; }

bool is_plant(const Generator& unit) { return unit.kind == GeneratorKind::combined_heat_power && unit.operational; }

bool any_unit(const Park& park, bool cold) {
  return std::any_of(park.thermal_units->begin(), park.thermal_units->end(),
                     [&](const ThermalUnit& unit) { return unit.operational && !is_store(unit.kind) && is_cold(unit.kind) == cold; });
}

/// Sums of one network and the largest error of a step.
class Network {
 public:
  Network(ThermalCarrier carrier, const std::vector<double>& demand_kw, const std::vector<double>* plants_kw) : over_(steps, 0.0) {
    balance_.carrier = carrier;
    balance_.demand_mwh = mwh(demand_kw);
    add(demand_kw, -1.0);
    if (plants_kw == nullptr) return;
    balance_.plants_mwh = mwh(*plants_kw);
    add(*plants_kw, 1.0);
  }
  void unit(const std::vector<double>& kw) {
    balance_.units_mwh += mwh(kw);
    add(kw, 1.0);
  }
  void store(const std::vector<double>& kw) {
    balance_.store_loss_mwh -= mwh(kw);
    add(kw, 1.0);
  }
  /// Without a schedule, everything that is wanted beyond the plants.
  void outside(const std::vector<double>& kw) {
    balance_.outside_mwh = kw.empty() ? -sum(over_) * mwh_per_kw_step : mwh(kw);
    if (kw.empty()) over_.assign(steps, 0.0);
    add(kw, 1.0);
  }
  [[nodiscard]] CarrierBalance take() {
    const double used_mwh = std::max(balance_.demand_mwh, balance_.plants_mwh);
    const double open_share = check_closed(name_of(balance_.carrier), over_, 1e3 * used_mwh);
    if (balance_.demand_mwh > 0.0) balance_.greatest_imbalance = open_share * used_mwh / balance_.demand_mwh;
    return balance_;
  }

 private:
  void add(const std::vector<double>& kw, double factor) {
    for (std::size_t i = 0; i < kw.size(); ++i) over_[i] += factor * kw[i];
  }
  CarrierBalance balance_;
  std::vector<double> over_;
};

ThermalUnitFigures figures_of(const Park& park, Id<ThermalUnit> id, const StorageSchedule& schedule) {
  const ThermalUnit& unit = (*park.thermal_units)[id];
  ThermalUnitFigures figures;
  figures.unit = id;
  if (id.index() >= schedule.unit_kw.size()) return figures;
  for (const double kw : schedule.unit_kw[id.index()]) {
    (kw > 0.0 ? figures.output_mwh : figures.charged_mwh) += std::abs(kw) * mwh_per_kw_step;
    figures.peak_kw = std::max(figures.peak_kw, kw);
  }
  const double input_mwh = mwh(schedule.unit_input_kw[id.index()]);
  (runs_on_electricity(unit.kind) ? figures.electricity_mwh : figures.gas_mwh) = input_mwh;
  if (unit.rated_power.value() > 0.0) figures.full_load_h = figures.output_mwh * 1e3 / unit.rated_power.value();
  return figures;
}

/// What the plants burn in each step.
std::vector<double> plants_gas_kw(const ThermalParts& parts) {
  std::vector<double> kw(parts.plants_burn_gas ? parts.generation.plant_heat_kw : std::vector<double>{});
  for (std::size_t g = 0; !kw.empty() && g < parts.park.generators->size(); ++g) {
    const Generator& plant = (*parts.park.generators)[Id<Generator>(g)];
    const auto& share = parts.generation.per_rated[g];
    if (plant.kind != GeneratorKind::combined_heat_power || share.empty()) continue;
    for (std::size_t i = 0; i < kw.size(); ++i) kw[i] += share[i] * plant.rated_power.value();
  }
  for (double& each : kw) each /= parts.plant_efficiency;
  return kw;
}

/// Bought is what burners take in; it is held against the heat they give.
CarrierBalance gas_balance(const ThermalParts& parts, const HeatAndCold& year) {
  CarrierBalance gas;
  gas.carrier = ThermalCarrier::gas;
  for (const auto& enterprise : *parts.park.enterprises) {
    if (enterprise.yearly_gas) gas.demand_mwh += enterprise.yearly_gas->value();
  }
  for (const auto& unit : year.units) gas.converted_mwh += unit.gas_mwh;
  const double even_kw = gas.demand_mwh / (static_cast<double>(steps) * mwh_per_kw_step);
  std::vector<double> bought(steps, even_kw);
  std::vector<double> burnt(steps, even_kw);
  const auto plants_kw = plants_gas_kw(parts);
  for (std::size_t i = 0; i < plants_kw.size(); ++i) {
    bought[i] += plants_kw[i];
    burnt[i] += plants_kw[i];
  }
  gas.converted_mwh += mwh(plants_kw);
  for (std::size_t u = 0; u < parts.schedule.unit_input_kw.size(); ++u) {
    const ThermalUnit& unit = (*parts.park.thermal_units)[Id<ThermalUnit>(u)];
    const auto& input = parts.schedule.unit_input_kw[u];
    if (unit.kind != ThermalUnitKind::boiler) continue;
    for (std::size_t i = 0; i < input.size(); ++i) {
      bought[i] += input[i];
      burnt[i] += parts.schedule.unit_kw[u][i] / unit.efficiency;
    }
  }
  gas.outside_mwh = mwh(bought);
  for (std::size_t i = 0; i < steps; ++i) bought[i] -= burnt[i];
  gas.greatest_imbalance = check_closed(name_of(gas.carrier), bought, 1e3 * (gas.demand_mwh + gas.converted_mwh));
  return gas;
}

}  // namespace

double rated_plants_kw(const Park& park) {
  double kw = 0.0;
  for (const auto& plant : *park.generators) kw += is_plant(plant) ? plant.rated_power.value() : 0.0;
  return kw;
}

void run_free_plants(const Park& park, const StorageSchedule& schedule, generation::Generation& generation) {
  if (schedule.plant_kw.empty()) return;
  const double rated_kw = rated_plants_kw(park);
  std::vector<double> share(schedule.plant_kw);
  for (double& value : share) value /= rated_kw;
  for (std::size_t g = 0; g < park.generators->size(); ++g) {
    if (is_plant((*park.generators)[Id<Generator>(g)])) generation.per_rated[g] = share;
  }
  generation.plant_heat_kw = schedule.plant_heat_kw;
}

ThermalNeeds thermal_needs(const Park& park, const loads::Loads& loads, const generation::Generation& generation, bool free_plants) {
  ThermalNeeds needs;
  if ((free_plants || any_unit(park, false)) && sum(loads.heat_kw) > 0.0) {
    needs.heat_kw = loads.heat_kw;
    for (std::size_t i = 0; !free_plants && i < needs.heat_kw.size(); ++i) {
      needs.heat_kw[i] = std::max(0.0, needs.heat_kw[i] - generation.plant_heat_kw[i]);
    }
  }
  if (any_unit(park, true) && sum(loads.cold_kw) > 0.0) needs.cold_kw = loads.cold_kw;
  return needs;
}

void add_thermal_loads(const Park& park, const StorageSchedule& schedule, loads::Loads& loads) {
  constexpr double motor_reactive_ratio = 0.4;  // cos φ of 0.93, assumption
  for (std::size_t u = 0; u < schedule.unit_input_kw.size(); ++u) {
    const ThermalUnit& unit = (*park.thermal_units)[Id<ThermalUnit>(u)];
    const auto& input = schedule.unit_input_kw[u];
    const double mean_kw = input.empty() ? 0.0 : sum(input) / static_cast<double>(input.size());
    if (!runs_on_electricity(unit.kind) || !(mean_kw > 0.0)) continue;
    std::vector<double> profile = input;
    for (double& value : profile) value /= mean_kw;
    loads.consumers.push_back({{}, {}, unit.bus, static_cast<std::uint32_t>(loads.profiles.size()), mean_kw, motor_reactive_ratio, false});
    loads.profiles.push_back(std::move(profile));
    loads.profile_names.push_back("unit " + unit.id);
  }
}

HeatAndCold heat_and_cold_of(const ThermalParts& parts) {
  HeatAndCold year;
  const auto& units = *parts.park.thermal_units;
  if (units.size() > 0 && parts.schedule.unit_kw.empty())
    year.reason = parts.schedule.failure.empty() ? "nobody wants their heat or cold" : parts.schedule.failure;
  for (std::size_t u = 0; u < units.size(); ++u) year.units.push_back(figures_of(parts.park, Id<ThermalUnit>(u), parts.schedule));
  Network heat(ThermalCarrier::heat, parts.loads.heat_kw, &parts.generation.plant_heat_kw);
  Network cold(ThermalCarrier::cold, parts.loads.cold_kw, nullptr);
  for (std::size_t u = 0; u < parts.schedule.unit_kw.size(); ++u) {
    const ThermalUnitKind kind = units[Id<ThermalUnit>(u)].kind;
    auto& network = is_cold(kind) ? cold : heat;
    is_store(kind) ? network.store(parts.schedule.unit_kw[u]) : network.unit(parts.schedule.unit_kw[u]);
  }
  heat.outside(parts.schedule.outside_heat_kw);
  cold.outside(parts.schedule.missing_cold_kw);
  for (const auto& balance : {heat.take(), cold.take(), gas_balance(parts, year)}) {
    if (balance.demand_mwh + balance.converted_mwh > 0.0) year.balances.push_back(balance);
  }
  return year;
}

}  // namespace parktwin::energy
