#include "engine/simulators/energy/park_hub.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "engine/simulators/energy/dispatch/hub_programme.h"
#include "engine/simulators/energy/loads/sector_profile.h"

namespace parktwin::energy {
namespace {

constexpr double last_resort_cny_per_kwh = 100.0;  ///< dearer than any unit
constexpr double last_resort_kw = 1e7;

bool works(const ThermalUnit& unit) {
  return unit.operational && unit.rated_power.value() > 0.0 && unit.efficiency > 0.0 && (!is_store(unit) || unit.capacity.value() > 0.0);
}

dispatch::Store store_of(const ThermalUnit& unit) {
  dispatch::Store store;
  store.name = unit.id;
  store.carrier = is_cold(unit) ? dispatch::Carrier::cold : dispatch::Carrier::heat;
  store.capacity_kwh = unit.capacity.value();
  store.charge_rate_per_h = store.discharge_rate_per_h = unit.rated_power.value() / unit.capacity.value();
  store.charge_efficiency = store.discharge_efficiency = std::sqrt(unit.efficiency);
  return store;
}

dispatch::Store store_of(const Storage& storage) {
  dispatch::Store store;
  store.name = storage.id;
  store.capacity_kwh = storage.capacity.value();
  store.charge_rate_per_h = store.discharge_rate_per_h = storage.rated_power.value() / storage.capacity.value();
  store.charge_efficiency = store.discharge_efficiency = std::sqrt(storage.round_trip_efficiency);
  return store;
}

}  // namespace

std::vector<double> coarsened(std::span<const double> values, std::size_t by) {
  std::vector<double> means;
  means.reserve(values.size() / by);
  for (std::size_t i = 0; i + by <= values.size(); i += by) {
    means.push_back(
        std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(i), values.begin() + static_cast<std::ptrdiff_t>(i + by), 0.0) /
        static_cast<double>(by));
  }
  return means;
}

bool is_store(const ThermalUnit& unit) { return unit.kind == ThermalUnitKind::heat_store || unit.kind == ThermalUnitKind::cold_store; }
bool is_cold(const ThermalUnit& unit) { return unit.kind == ThermalUnitKind::chiller || unit.kind == ThermalUnitKind::cold_store; }

bool works(const Storage& storage) {
  return storage.capacity.value() > 0.0 && storage.rated_power.value() > 0.0 && storage.round_trip_efficiency > 0.0;
}

bool is_planned(StorageControl control) {
  return control == StorageControl::perfect_foresight || control == StorageControl::rolling_forecast;
}

ParkHub::ParkHub(const HubInputs& in, std::size_t by) : load_(coarsened(in.load_kw, by)), generation_(coarsened(in.generation_kw, by)) {
  hub.name = "park";
  joins_ = is_planned(in.control);
  storages.resize(in.park.storages->size());
  units.resize(in.park.thermal_units->size());
  hub.steps = load_.size();
  hub.step_h = loads::step_h * static_cast<double>(by);
  add_prices(in, by);
  add_flexible(in, by);
  hub.demand_kw[static_cast<std::size_t>(dispatch::Carrier::electricity)] = load_;
  dispatch::Renewable generation;
  generation.name = "generation";
  generation.installed_kw = 1.0;
  generation.per_kw = generation_;
  hub.renewables.push_back(std::move(generation));
  add_thermal(in, by);
  for (std::size_t s = 0; s < storages.size() && in.control != StorageControl::idle; ++s) {
    const Storage& storage = (*in.park.storages)[Id<Storage>(s)];
    if (works(storage)) add(store_of(storage), storages[s]);
  }
  share_out();
}

/// `share` holds the size until share_out().
void ParkHub::add(dispatch::Store store, HubMember& member) {
  const auto same = [&](const dispatch::Store& other) {
    return other.carrier == store.carrier && other.charge_rate_per_h == store.charge_rate_per_h &&
           other.charge_efficiency == store.charge_efficiency;
  };
  member = {store.name, store.capacity_kwh};
  const auto found = joins_ ? std::find_if(hub.stores.begin(), hub.stores.end(), same) : hub.stores.end();
  if (found == hub.stores.end()) {
    hub.stores.push_back(std::move(store));
  } else {
    member.name = found->name;
    found->capacity_kwh += store.capacity_kwh;
  }
}

void ParkHub::add(dispatch::Converter unit, HubMember& member) {
  const auto same = [&](const dispatch::Converter& other) {
    return other.input == unit.input && other.output == unit.output && !dispatch::is_switched(other) && !other.fuel;
  };
  member = {unit.name, unit.most_input_kw};
  const auto found = joins_ ? std::find_if(hub.converters.begin(), hub.converters.end(), same) : hub.converters.end();
  if (found == hub.converters.end()) {
    hub.converters.push_back(std::move(unit));
  } else {
    member.name = found->name;
    found->most_input_kw += unit.most_input_kw;
  }
}

void ParkHub::share_out() {
  std::map<std::string, double> size;
  for (const auto& store : hub.stores) size[store.name] = store.capacity_kwh;
  for (const auto& unit : hub.converters) size[unit.name] = unit.most_input_kw;
  for (auto* members : {&storages, &units}) {
    for (auto& member : *members) member.share = member.name.empty() ? 0.0 : member.share / size[member.name];
  }
}

/// With one factor for all hours green power is worth its premium always or never, so it is part of the price and of the factor.
void ParkHub::add_prices(const HubInputs& in, std::size_t by) {
  sell_.assign(load_.size(), in.prices != nullptr ? in.feed_in_cny_per_kwh : 0.0);
  if (in.prices != nullptr) {
    buy_ = coarsened(in.prices->cny_per_kwh, by);
    for (std::size_t i = 0; i < in.prices->month.size(); i += by) month_.push_back(in.prices->month[i]);
  } else {
    buy_.assign(load_.size(), 1.0);
  }
  const double green = green_share(in.green, in.carbon.cny_per_t, in.carbon.grid_kg_per_kwh);
  for (double& price : buy_) price += green * in.green.premium_cny_per_kwh;
  kg_.assign(load_.size(), (1.0 - green) * in.carbon.grid_kg_per_kwh);
  hub.grid.most_export_kw = dispatch::unlimited;
  hub.grid.buy_cny_per_kwh = buy_;
  hub.grid.sell_cny_per_kwh = sell_;
  hub.grid.demand_charge_cny_per_kw = in.demand_cny_per_kw_month;
  hub.grid.billing_period = month_;
  hub.grid.import_kg_per_kwh = kg_;
  hub.gas.cny_per_kwh = in.gas_cny_per_kwh;
  hub.gas.kg_per_kwh = in.carbon.gas_kg_per_kwh;
}

void ParkHub::add_flexible(const HubInputs& in, std::size_t by) {
  if (in.control == StorageControl::idle) return;
  flexible_.reserve(in.flexible.size());
  for (const auto& group : in.flexible) {
    const auto& demand = flexible_.emplace_back(coarsened(group.demand_kw, by));
    for (std::size_t i = 0; i < load_.size(); ++i) load_[i] = std::max(0.0, load_[i] - demand[i]);
    if (group.interruptible) {
      hub.interruptible.push_back({group.name, dispatch::Carrier::electricity, demand, 1.0, group.cny_per_kwh, group.most_kwh});
    } else {
      hub.flexible.push_back({group.name, dispatch::Carrier::electricity, demand, group.delay_h, group.advance_h, group.most_kw});
    }
  }
}

void ParkHub::add_thermal(const HubInputs& in, std::size_t by) {
  heat_ = coarsened(in.heat_kw, by);
  cold_ = coarsened(in.cold_kw, by);
  hub.demand_kw[static_cast<std::size_t>(dispatch::Carrier::heat)] = heat_;
  hub.demand_kw[static_cast<std::size_t>(dispatch::Carrier::cold)] = cold_;
  if (in.plants && !heat_.empty()) add_plants(*in.plants);
  for (std::size_t u = 0; u < units.size(); ++u) {
    const ThermalUnit& unit = (*in.park.thermal_units)[Id<ThermalUnit>(u)];
    if (!works(unit)) continue;
    const bool cold = is_cold(unit);
    if ((cold ? cold_ : heat_).empty()) continue;
    const double kw = unit.rated_power.value();
    if (is_store(unit)) {
      if (in.control != StorageControl::idle) add(store_of(unit), units[u]);
    } else if (unit.kind == ThermalUnitKind::boiler) {
      add(dispatch::gas_boiler(unit.id, kw, unit.efficiency), units[u]);
    } else if (cold) {
      add(dispatch::chiller(unit.id, kw / unit.efficiency, unit.efficiency), units[u]);
    } else {
      add(dispatch::heat_pump(unit.id, kw / unit.efficiency, unit.efficiency), units[u]);
    }
  }
  if (!heat_.empty()) add_last_resort(outside_heat, dispatch::Carrier::heat);
  if (!cold_.empty()) add_last_resort(missing_cold, dispatch::Carrier::cold);
}

void ParkHub::add_plants(const FreePlants& plants) {
  const double electric = plants.efficiency * plants.power_to_heat / (1.0 + plants.power_to_heat);
  auto unit = dispatch::combined_heat_and_power(plants_together, plants.rated_kw, electric, plants.efficiency - electric);
  unit.least_load = plants.least_load;
  unit.fuel = dispatch::Gas{hub.gas.cny_per_kwh, plants.fuel_kg_per_kwh};
  hub.converters.push_back(std::move(unit));
}

void ParkHub::add_last_resort(const char* name, dispatch::Carrier carrier) {
  dispatch::Converter outside;
  outside.name = name;
  outside.fuel = dispatch::Gas{0.0, 0.0};
  outside.most_input_kw = last_resort_kw;
  outside.output[static_cast<std::size_t>(carrier)] = 1.0;
  outside.maintenance_cny_per_kwh = last_resort_cny_per_kwh;
  hub.converters.push_back(std::move(outside));
}

}  // namespace parktwin::energy
