#include "engine/simulators/energy/energy.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "engine/simulators/energy/balance.h"
#include "engine/simulators/energy/carbon_positions.h"
#include "engine/simulators/energy/emissions.h"
#include "engine/simulators/energy/energy_flows.h"
#include "engine/simulators/energy/flexible_loads.h"
#include "engine/simulators/energy/measures.h"
#include "engine/simulators/energy/purchase.h"
#include "engine/simulators/energy/shared_bill.h"
#include "engine/simulators/energy/sizing.h"
#include "engine/simulators/energy/storage_control.h"
#include "engine/simulators/energy/thermal_year.h"
#include "engine/simulators/energy/trade_off.h"
#include "engine/simulators/energy/typical_days.h"

namespace parktwin::energy {
namespace {

constexpr std::size_t quarters_per_hour = 4;

generation::Assumptions assumptions_of(const Options& options) {
  generation::Assumptions assumptions;
  assumptions.pv.soiling = options.pv_soiling;
  assumptions.pv.modules_to_inverter = options.pv_modules_to_inverter;
  assumptions.wind.hub_height_m = options.wind_hub_height.value();
  assumptions.power_to_heat = options.plant_power_to_heat;
  assumptions.heat_led = options.plant_control == PlantControl::heat_led;
  return assumptions;
}

double mwh(const std::vector<double>& kw) { return std::accumulate(kw.begin(), kw.end(), 0.0) * loads::step_h * 1e-3; }

/// All that a year is made of, in the order in which it comes about.
class Year {
 public:
  Year(const Park& park, const Options& options, const Tables& tables) : park_(park), options_(options), tables_(tables) {}

  Result simulate(const std::vector<loads::EquipmentLoad>& equipment) {
    result_.year = options_.year;
    days_ = loads::working_days(options_.year);
    if (!park_.weather->empty()) weather_ = weather::quarter_hours(*park_.weather, options_.year);
    const std::span<const double> temperature = weather_ ? std::span<const double>(weather_->temperature_c) : std::span<const double>{};
    loads_ = loads::loads(park_, days_, temperature, equipment);
    // Communication equipment alone is no year of the park.
    const bool any = std::any_of(loads_.consumers.begin(), loads_.consumers.end(),
                                 [](const loads::Consumer& consumer) { return consumer.load.valid() || consumer.enterprise.valid(); });
    if (!any && park_.generators->empty()) {
      result_.reason = "the inventory has neither electrical loads nor generators, nor do its enterprises have electricity";
      return std::move(result_);
    }
    result_.meters = apply_meters(park_, options_.year, tables_.meters, loads_);
    generation_ = generation::generation(park_, weather_ ? &*weather_ : nullptr, loads_.heat_kw, assumptions_of(options_));
    purchase_ = purchase(tables_, options_.year, days_, temperature);
    grid_.year.reason = "not solved yet";  // so everything counts as served
    charge_vehicles(days_);
    control_storages();
    add_thermal_loads(park_, storages_, loads_);
    grid_ = solve_grid(grid_inputs());
    sum_up();
    look_closer();
    return std::move(result_);
  }

 private:
  [[nodiscard]] YearParts parts() const { return {park_, loads_, generation_, storages_.kw, grid_}; }

  [[nodiscard]] GridInputs grid_inputs() const {
    return {
        park_, loads_, generation_.per_rated, storages_.kw, options_.infeed_voltage_pu, options_.pv_reactive == PvReactive::voltage_droop};
  }

  /// Controlled vehicles avoid dear hours, and take what the park generates beyond its load.
  void charge_vehicles(const loads::WorkingDays& days) {
    if (park_.charging_stations->empty()) return;
    const Series wanted = series_of(parts());
    std::vector<double> pressure(wanted.load_kw);
    for (std::size_t i = 0; i < pressure.size(); ++i) {
      const double net_kw = wanted.load_kw[i] - (wanted.pv_kw[i] + (wanted.wind_kw[i] + wanted.plant_kw[i]));
      pressure[i] = net_kw;
      if (purchase_.prices) pressure[i] = net_kw > 0.0 ? purchase_.prices->cny_per_kwh[i] : 0.0;
    }
    auto charging = charge(park_, days, pressure);
    result_.charging = charging.stations;
    add_charging(park_, std::move(charging), loads_);
  }

  [[nodiscard]] bool free_plants() const { return options_.plant_control == PlantControl::dispatched && rated_plants_kw(park_) > 0.0; }

  [[nodiscard]] CarbonPrice carbon_price() const {
    if (!tables_.factors) return {};
    const auto* factor = carbon::market_factor(*tables_.factors, options_.carbon);
    return {options_.carbon_cny_per_t, factor != nullptr ? factor->kg_per_kwh : 0.0, fuel_kg_per_kwh("natural gas")};
  }

  [[nodiscard]] GreenTerms green_terms() const {
    return {options_.green_premium_cny_per_kwh, options_.green_power_share, options_.green_power_mwh};
  }

  /// The park as the hub sees it, over series kept here.
  [[nodiscard]] HubInputs hub_inputs() const {
    HubInputs inputs{park_, hub_load_kw_, hub_generation_kw_, purchase_.prices ? &*purchase_.prices : nullptr};
    inputs.demand_cny_per_kw_month = tables_.tariff ? tables_.tariff->demand_cny_per_kw_month : 0.0;
    inputs.feed_in_cny_per_kwh = options_.feed_in_cny_per_kwh;
    inputs.control = options_.storage_control;
    inputs.heat_kw = needs_.heat_kw;
    inputs.cold_kw = needs_.cold_kw;
    inputs.gas_cny_per_kwh = options_.gas_cny_per_kwh;
    inputs.flexible = flexible_.groups;
    if (free_plants()) {
      inputs.plants = {rated_plants_kw(park_), options_.plant_power_to_heat, options_.plant_efficiency, options_.plant_least_load,
                       tables_.factors ? fuel_kg_per_kwh(options_.plant_fuel) : 0.0};
    }
    inputs.carbon = carbon_price();
    inputs.green = green_terms();
    return inputs;
  }

  void control_storages() {
    const Series wanted = series_of(parts());
    hub_load_kw_ = wanted.load_kw;
    hub_generation_kw_ = wanted.pv_kw;
    for (std::size_t i = 0; i < hub_generation_kw_.size(); ++i) {
      hub_generation_kw_[i] += wanted.wind_kw[i] + (free_plants() ? 0.0 : wanted.plant_kw[i]);
    }
    needs_ = thermal_needs(park_, loads_, generation_, free_plants());
    flexible_ = flexible_loads(park_, loads_);
    storages_ = schedule_storages(hub_inputs());
    if (!storages_.failure.empty())
      note(NoteKind::warning, "storages", "All storages stand idle: there is no schedule (" + storages_.failure + ").");
    if (!options_.trade_off_cny_per_t.empty()) {
      if (tables_.factors) {
        result_.trade_off = trade_off(hub_inputs(), options_.trade_off_cny_per_t, quarters_per_hour);
      } else {
        result_.trade_off.reason = "no emission factors are given";
      }
    }
    const HubInputs hub = hub_inputs();
    const auto assumptions = assumptions_of(options_);
    result_.sizing = size_units({hub, options_.sizing, weather_ ? &*weather_ : nullptr, assumptions.pv, options_.abatement.discount_rate},
                                quarters_per_hour);
    run_free_plants(park_, storages_, generation_);
    follow_schedule(flexible_, storages_.flexible_kw, loads_);
  }

  /// What flexible loads save against running as planned, and what green power adds to the bill.
  void settle_bill() {
    result_.bill = bill_of(tables_, purchase_, park_, options_.feed_in_cny_per_kwh, result_.series.import_kw, result_.series.storage_kw);
    result_.flexibility = flexibility_of(park_, flexible_, storages_.flexible_kw);
    if (!storages_.flexible_kw.empty() && result_.bill.reason.empty()) {
      auto planned_kw = result_.series.import_kw;
      const auto beyond = beyond_plan(flexible_, storages_.flexible_kw);
      for (std::size_t i = 0; i < planned_kw.size(); ++i) planned_kw[i] -= beyond[i];
      const Bill planned = bill_of(tables_, purchase_, park_, options_.feed_in_cny_per_kwh, planned_kw, {});
      const auto net = [](const Bill& bill) { return bill.total_cny - bill.feed_in_cny; };
      result_.flexibility.saving_cny = net(planned) - net(result_.bill) - result_.flexibility.paid_cny;
    }
    const auto carbon = carbon_price();
    result_.green_power = green_power(green_terms(), result_.balance.import_mwh, carbon.cny_per_t, carbon.grid_kg_per_kwh);
    if (!result_.bill.reason.empty() || !purchase_.prices) return;
    const double premium = add_premium(green_terms(), result_.green_power, *purchase_.prices, result_.series.import_kw, result_.bill.lines);
    result_.bill.total_cny += premium;
    result_.bill.idle_cny += premium;
  }

  void sum_up() {
    result_.series = series_of(parts());
    result_.balance = balance_of(parts(), result_.series);
    result_.months = months_of(result_.series);
    result_.peak_causes = peak_causes_of(parts(), result_.series);
    result_.enterprises = enterprises_of(parts());
    result_.generators = generators_of(parts());
    result_.storages = storages_of(parts());
    result_.heat_and_cold =
        heat_and_cold_of({park_, loads_, generation_, storages_, options_.plant_efficiency, options_.plant_fuel == "natural gas"});
    settle_bill();
    account();
    answer();
    for (const auto* notes : std::initializer_list<const std::vector<Note>*>{&loads_.notes, &generation_.notes}) {
      result_.notes.insert(result_.notes.end(), notes->begin(), notes->end());
    }
    note_grid();
  }

  /// What is asked of the solved year beyond its figures.
  void look_closer() {
    const GridInputs inputs = grid_inputs();
    const auto emission = emission_kg_per_h();
    result_.alarms = alarms_of({inputs, grid_.year, tables_.meters, options_.alarm_deviations, emission, options_.emission_limit_kg_per_h});
    if (!options_.grid_study) {
      result_.grid_study.reason = "the option grid_study is off";
    } else if (!grid_.year.reason.empty()) {
      result_.grid_study.reason = "no power flow was solved: " + grid_.year.reason;
    } else {
      result_.grid_study =
          study_grid(inputs, result_.series.import_kw, {options_.infeed_short_circuit_mva, options_.infeed_least_short_circuit_mva});
    }
    result_.grid = std::move(grid_.year);
  }

  /// 0 for a fuel without a factor.
  [[nodiscard]] double fuel_kg_per_kwh(const std::string& fuel) const {
    const auto* factor = tables_.factors->find_fuel(fuel);
    const auto t_per_unit = factor != nullptr ? carbon::co2_t_per_unit(*factor) : std::nullopt;
    return t_per_unit ? *t_per_unit / factor->ncv_gj * 3.6 : 0.0;  // t/GJ · 0.0036 GJ/kWh · 1000 kg/t
  }

  [[nodiscard]] double boiler_t() const {
    if (!tables_.factors) return 0.0;
    double gas_mwh = 0.0;
    for (const auto& unit : result_.heat_and_cold.units) gas_mwh += unit.gas_mwh;
    return gas_mwh * fuel_kg_per_kwh("natural gas");  // kg/kWh is t/MWh
  }

  /// CO2 of electricity bought, by location, and of what plants and boilers burn; empty without factors.
  [[nodiscard]] std::vector<double> emission_kg_per_h() const {
    if (!options_.emission_limit_kg_per_h || !tables_.factors) return {};
    const double plants = fuel_kg_per_kwh(options_.plant_fuel) / options_.plant_efficiency;
    const double boilers = fuel_kg_per_kwh("natural gas");
    std::vector<double> emission(result_.series.import_kw.size());
    for (std::size_t i = 0; i < emission.size(); ++i) {
      emission[i] = std::max(0.0, result_.series.import_kw[i]) * result_.carbon.location_kg_per_kwh +
                    plants * (result_.series.plant_kw[i] + generation_.plant_heat_kw[i]);
    }
    for (std::size_t u = 0; u < storages_.unit_input_kw.size(); ++u) {
      if ((*park_.thermal_units)[Id<ThermalUnit>(u)].kind != ThermalUnitKind::boiler) continue;
      for (std::size_t i = 0; i < storages_.unit_input_kw[u].size(); ++i) emission[i] += boilers * storages_.unit_input_kw[u][i];
    }
    return emission;
  }

  void account() {
    if (!tables_.factors) {
      result_.carbon_reason = "no emission factors are given";
      return;
    }
    kg_per_kwh_ = quarter_hourly_factors(*tables_.factors, options_.carbon);
    if (kg_per_kwh_.empty() && !tables_.factors->hourly.empty()) {
      note(NoteKind::warning, "grid factor",
           fmt::format("The factors by hour have no year {} of {}: the factor of the year stands in.", options_.carbon.data_year,
                       options_.carbon.region));
    }
    std::vector<HourlyPurchase> by_hour;
    if (!kg_per_kwh_.empty()) by_hour = hourly_purchases(parts(), result_.series, kg_per_kwh_);
    EmissionInputs inputs = emission_inputs();
    inputs.by_hour = by_hour;
    result_.carbon = carbon_account(inputs, *tables_.factors, options_.carbon);
  }

  [[nodiscard]] EmissionInputs emission_inputs() const {
    const auto& balance = result_.balance;
    EmissionInputs inputs{park_,
                          balance.import_mwh,
                          balance.consumption_mwh,
                          result_.enterprises,
                          balance.plant_mwh,
                          mwh(generation_.plant_heat_kw),
                          mwh(loads_.heat_kw),
                          options_.plant_efficiency,
                          options_.plant_fuel};
    for (const auto& unit : result_.heat_and_cold.units) inputs.boiler_gas_mwh += unit.gas_mwh;
    for (const auto& each : result_.heat_and_cold.balances) {
      if (each.carrier == ThermalCarrier::heat) inputs.unit_heat_mwh = each.units_mwh - each.store_loss_mwh;
    }
    inputs.own_renewable_mwh = std::max(0.0, balance.pv_mwh + balance.wind_mwh - balance.export_mwh);
    inputs.green_mwh = result_.green_power.bought_mwh;
    inputs.declared = options_.declared_emissions;
    return inputs;
  }

  /// What follows from the sums.
  void answer() {
    const bool accounted = result_.carbon_reason.empty();
    for (const auto& line : result_.bill.lines) result_.months[static_cast<std::size_t>(line.month - 1)].bill_cny += line.amount_cny;
    if (accounted) add_monthly_carbon();
    result_.typical_days = typical_days(result_.series, days_);
    auto shared = share_bill(parts(), result_.series, purchase_, result_.bill);
    result_.enterprise_bills = std::move(shared.bills);
    result_.enterprise_bill_lines = std::move(shared.lines);
    result_.flows = energy_flows({parts(), result_.balance, mwh(generation_.plant_heat_kw), options_.plant_efficiency,
                                  accounted ? &result_.carbon : nullptr, options_.plant_fuel, &result_.heat_and_cold, boiler_t()});
    std::vector<double> bought_heat_kw(storages_.outside_heat_kw);
    if (bought_heat_kw.empty()) {
      bought_heat_kw = loads_.heat_kw;
      for (std::size_t i = 0; i < bought_heat_kw.size(); ++i) bought_heat_kw[i] -= generation_.plant_heat_kw[i];
    }
    const auto assumptions = assumptions_of(options_);
    result_.abatement_measures =
        evaluate_measures({park_, options_, tables_, purchase_, weather_ ? &*weather_ : nullptr, assumptions, result_.series,
                           emission_inputs(), bought_heat_kw, kg_per_kwh_, green_terms(), carbon_price().grid_kg_per_kwh});
    if (!accounted) return;
    auto market = carbon_positions(park_, result_.carbon, options_.carbon_market);
    result_.carbon_positions = std::move(market.positions);
    result_.notes.insert(result_.notes.end(), market.notes.begin(), market.notes.end());
  }

  void add_monthly_carbon() {
    for (std::size_t i = 0; i < result_.series.import_kw.size(); ++i) {
      const double kg = kg_per_kwh_.empty() ? result_.carbon.location_kg_per_kwh : kg_per_kwh_[i];
      const double kwh = std::max(0.0, result_.series.import_kw[i]) * loads::step_h;
      result_.months[loads::month_of_day(i / loads::steps_per_day)].location_t += kwh * kg * 1e-3;
    }
  }

  void note(NoteKind kind, std::string place, std::string text) { result_.notes.push_back({kind, std::move(place), std::move(text)}); }

  /// Such buses are right but slow.
  void note_held_buses() {
    for (std::size_t g = 0; g < park_.generators->size(); ++g) {
      const Generator& plant = (*park_.generators)[Id<Generator>(g)];
      const bool turns = plant.kind != GeneratorKind::photovoltaic && plant.kind != GeneratorKind::wind;
      if (!turns || !plant.bus.valid() || generation_.per_rated[g].empty() || (*park_.buses)[plant.bus].kind != BusKind::pv) continue;
      note(NoteKind::information, "bus " + (*park_.buses)[plant.bus].id,
           plant.id +
               " holds its voltage, so every quarter-hour is solved by Newton's method, which takes many times as long; as a bus of "
               "kind pq it would feed in without reactive power and be swept.");
    }
  }

  void note_grid() {
    const auto& year = grid_.year;
    if (!year.reason.empty()) {
      note(NoteKind::warning, "grid", "No power flow was solved, so the balance has no losses: " + year.reason + ".");
      return;
    }
    if (!year.unsolved.empty()) {
      const auto& first = year.unsolved.front();
      note(
          NoteKind::warning, "bus " + (*park_.buses)[first.bus].id,
          fmt::format("The power flow has no solution in {} cases, first at {} with {:.0f} kW of mismatch: a load beyond what the grid can "
                      "carry; those quarter-hours count without losses.",
                      year.unsolved.size(), first.at, first.mismatch_kw));
    }
    note_held_buses();
    std::size_t dead = 0;
    for (const auto& bus : year.buses) dead += bus.supplied ? 0 : 1;
    if (dead > 0) note(NoteKind::warning, "grid", fmt::format("{} buses have no supply; what hangs on them is not served.", dead));
    note(NoteKind::assumption, "grid",
         "Taps stay as recorded and transformers have no no-load losses here: the inventory does not record them.");
  }

  const Park& park_;
  const Options& options_;
  const Tables& tables_;
  std::optional<weather::QuarterHours> weather_;
  loads::WorkingDays days_;
  loads::Loads loads_;
  generation::Generation generation_;
  Purchase purchase_;
  ThermalNeeds needs_;
  FlexibleLoads flexible_;
  std::vector<double> hub_load_kw_;
  std::vector<double> hub_generation_kw_;
  StorageSchedule storages_;
  std::vector<double> kg_per_kwh_;  ///< location-based, by quarter-hour; empty: the factor of the year
  SolvedGrid grid_;
  Result result_;
};

}  // namespace

Result simulate(const Park& park, const Options& options, const Tables& tables, const std::vector<loads::EquipmentLoad>& equipment) {
  return Year(park, options, tables).simulate(equipment);
}

}  // namespace parktwin::energy
