#include "engine/simulators/energy/sizing.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/simulators/energy/carbon/abatement.h"
#include "engine/simulators/energy/dispatch/dispatch.h"

namespace parktwin::energy {
namespace {

constexpr double kwh_per_mwh = 1e3;
constexpr double kg_per_t = 1e3;
constexpr double whole = 1.0 - 1e-9;

/// Without what the price of carbon adds, and without what keeps heat from outside and missing cold the last resort.
double cost_cny(const dispatch::Result& result) {
  const auto& costs = result.costs;
  return costs.import_cny + costs.feed_in_cny + costs.demand_charge_cny + costs.gas_cny + costs.starts_cny + costs.interruptions_cny +
         costs.annuities_cny;
}

double carbon_t(const dispatch::Result& result) { return (result.import_kg + result.gas_kg) / kg_per_t; }

double import_mwh(const dispatch::Result& result) {
  double kw = 0.0;
  for (const auto& flow : result.flows) {
    if (flow.name != "import") continue;
    for (const double value : flow.kw) kw += value;
  }
  return kw * result.step_h / kwh_per_mwh;
}

HubInputs planned(HubInputs inputs) {
  inputs.control = StorageControl::perfect_foresight;
  return inputs;
}

/// The hub with what may be built; the series of PV stay here.
class SizedHub {
 public:
  SizedHub(const SizingInputs& in, std::size_t by) : in_(in), park_(planned(in.hub), by) {
    series_.reserve(in.units.size());
    for (std::size_t i = 0; i < in.units.size(); ++i) {
      const SizedUnit& unit = in.units[i];
      made_.units.emplace_back();
      made_.units.back().name = unit.name;
      made_.units.back().kind = unit.kind;
      if (unit.kind == SizedKind::photovoltaic) {
        add_field(unit, hub_name(i), by, made_.units.back());
      } else {
        add_store(unit, hub_name(i), made_.units.back());
      }
    }
  }

  Sizing size() {
    dispatch::Options options;
    options.carbon_cny_per_t = in_.hub.carbon.cny_per_t;
    options.switched_units = true;
    dispatch::Hub built = park_.hub;
    for (auto& unit : park_.hub.renewables) unit.most_added_kw = 0.0;
    for (auto& unit : park_.hub.stores) unit.most_added_kwh = 0.0;
    const auto before = dispatch::dispatch(park_.hub, options);
    const auto after = dispatch::dispatch(built, options);
    if (before.flows.empty() || after.flows.empty()) {
      made_.reason = before.flows.empty() ? before.reason : after.reason;
      return std::move(made_);
    }
    made_.cost_before_cny = cost_cny(before);
    made_.cost_after_cny = cost_cny(after);
    made_.carbon_before_t = carbon_t(before);
    made_.carbon_after_t = carbon_t(after);
    made_.import_before_mwh = import_mwh(before);
    made_.import_after_mwh = import_mwh(after);
    for (std::size_t i = 0; i < in_.units.size(); ++i) take(in_.units[i], hub_name(i), after, made_.units[i]);
    return std::move(made_);
  }

 private:
  [[nodiscard]] double yearly_cny(const SizedUnit& unit) const {
    return unit.capital_cny_per_unit * carbon::annuity_factor(in_.discount_rate, unit.life_years) + unit.operating_cny_per_unit;
  }

  /// Names need not differ, places do.
  static std::string hub_name(std::size_t place) { return "to be built " + std::to_string(place); }

  void add_field(const SizedUnit& unit, std::string name, std::size_t by, SizedFigures& figures) {
    Generator field;
    field.rated_power = Kilowatts(1.0);
    field.tilt = Degrees(unit.tilt_deg);
    field.azimuth = Degrees(unit.azimuth_deg);
    field.building = in_.hub.park.buildings->find(unit.building);
    if (in_.weather == nullptr) figures.reason = "the park has no weather";
    if (!unit.building.empty() && !field.building.valid()) figures.reason = "the park has no building " + unit.building;
    if (!figures.reason.empty()) return;
    const auto& kept = series_.emplace_back(coarsened(generation::pv_series(in_.hub.park, field, *in_.weather, in_.pv), by));
    dispatch::Renewable sun;
    sun.name = std::move(name);
    sun.per_kw = kept;
    sun.most_added_kw = unit.most;
    sun.annuity_cny_per_kw = yearly_cny(unit);
    park_.hub.renewables.push_back(std::move(sun));
  }

  void add_store(const SizedUnit& unit, std::string name, SizedFigures& figures) {
    const bool heat = unit.kind == SizedKind::heat_store;
    if (heat && in_.hub.heat_kw.empty()) {
      figures.reason = "no unit of the park makes heat that could be stored";
      return;
    }
    dispatch::Store store;
    store.name = std::move(name);
    store.carrier = heat ? dispatch::Carrier::heat : dispatch::Carrier::electricity;
    store.charge_rate_per_h = store.discharge_rate_per_h = 1.0 / unit.duration_h;
    const double round_trip = heat ? ThermalUnit{}.efficiency : Storage{}.round_trip_efficiency;
    store.charge_efficiency = store.discharge_efficiency = std::sqrt(std::min(1.0, round_trip));
    store.most_added_kwh = unit.most;
    store.annuity_cny_per_kwh = yearly_cny(unit);
    park_.hub.stores.push_back(std::move(store));
  }

  void take(const SizedUnit& unit, const std::string& name, const dispatch::Result& result, SizedFigures& figures) const {
    for (const auto& addition : result.additions) {
      if (addition.name == name) figures.built = addition.size;
    }
    figures.at_most = unit.most > 0.0 && figures.built >= whole * unit.most;
    figures.capital_cny = figures.built * unit.capital_cny_per_unit;
    figures.cny_per_year = figures.built * yearly_cny(unit);
  }

  const SizingInputs& in_;
  ParkHub park_;
  std::vector<std::vector<double>> series_;
  Sizing made_;
};

}  // namespace

Sizing size_units(const SizingInputs& inputs, std::size_t by) {
  if (inputs.units.empty()) return {};
  return SizedHub(inputs, by).size();
}

}  // namespace parktwin::energy
