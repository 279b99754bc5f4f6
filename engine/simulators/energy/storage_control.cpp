#include "engine/simulators/energy/storage_control.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/simulators/energy/dispatch/dispatch.h"
#include "engine/simulators/energy/loads/sector_profile.h"

namespace parktwin::energy {
namespace {

constexpr std::size_t quarters = 4;

/// Means of so many steps each.
std::vector<double> coarsened(std::span<const double> values, std::size_t by) {
  std::vector<double> means;
  for (std::size_t i = 0; i + by <= values.size(); i += by) {
    means.push_back(
        std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(i), values.begin() + static_cast<std::ptrdiff_t>(i + by), 0.0) /
        static_cast<double>(by));
  }
  return means;
}

constexpr const char* outside_heat = "heat from outside";
constexpr const char* missing_cold = "missing cold";
constexpr double last_resort_cny_per_kwh = 100.0;  ///< dearer than any unit
constexpr double last_resort_kw = 1e7;

bool is_store(const ThermalUnit& unit) { return unit.kind == ThermalUnitKind::heat_store || unit.kind == ThermalUnitKind::cold_store; }
bool is_cold(const ThermalUnit& unit) { return unit.kind == ThermalUnitKind::chiller || unit.kind == ThermalUnitKind::cold_store; }
bool works(const ThermalUnit& unit) {
  return unit.operational && unit.rated_power.value() > 0.0 && unit.efficiency > 0.0 && (!is_store(unit) || unit.capacity.value() > 0.0);
}

bool works(const Storage& storage) {
  return storage.capacity.value() > 0.0 && storage.rated_power.value() > 0.0 && storage.round_trip_efficiency > 0.0;
}

/// The park as a hub; keeps the series it refers to.
class ParkHub {
 public:
  ParkHub(const StorageInputs& in, std::size_t by)
      : load_(coarsened(in.load_kw, by)), generation_(coarsened(in.generation_kw, by)), sell_(load_.size(), in.feed_in_cny_per_kwh) {
    if (in.prices != nullptr) {
      buy_ = coarsened(in.prices->cny_per_kwh, by);
      for (std::size_t i = 0; i < in.prices->month.size(); i += by) month_.push_back(in.prices->month[i]);
    } else {
      buy_.assign(load_.size(), 1.0);
      std::fill(sell_.begin(), sell_.end(), 0.0);
    }
    hub.name = "park";
    hub.steps = load_.size();
    hub.step_h = loads::step_h * static_cast<double>(by);
    hub.demand_kw[static_cast<std::size_t>(dispatch::Carrier::electricity)] = load_;
    hub.grid.most_export_kw = dispatch::unlimited;
    hub.grid.buy_cny_per_kwh = buy_;
    hub.grid.sell_cny_per_kwh = sell_;
    hub.grid.demand_charge_cny_per_kw = in.demand_cny_per_kw_month;
    hub.grid.billing_period = month_;
    dispatch::Renewable generation;
    generation.name = "generation";
    generation.installed_kw = 1.0;
    generation.per_kw = generation_;
    hub.renewables.push_back(std::move(generation));
    add_thermal(in, by);
    if (in.control == StorageControl::idle) return;
    for (const auto& storage : *in.park.storages) {
      if (!works(storage)) continue;
      const double rate = storage.rated_power.value() / storage.capacity.value();
      const double one_way = std::sqrt(storage.round_trip_efficiency);
      dispatch::Store store;
      store.name = storage.id;
      store.capacity_kwh = storage.capacity.value();
      store.charge_rate_per_h = store.discharge_rate_per_h = rate;
      store.charge_efficiency = store.discharge_efficiency = one_way;
      hub.stores.push_back(std::move(store));
    }
  }
  ParkHub(const ParkHub&) = delete;
  ParkHub& operator=(const ParkHub&) = delete;

  dispatch::Hub hub;

 private:
  void add_thermal(const StorageInputs& in, std::size_t by) {
    hub.gas.cny_per_kwh = in.gas_cny_per_kwh;
    heat_ = coarsened(in.heat_kw, by);
    cold_ = coarsened(in.cold_kw, by);
    hub.demand_kw[static_cast<std::size_t>(dispatch::Carrier::heat)] = heat_;
    hub.demand_kw[static_cast<std::size_t>(dispatch::Carrier::cold)] = cold_;
    for (const auto& unit : *in.park.thermal_units) {
      if (!works(unit)) continue;
      const bool cold = is_cold(unit);
      if ((cold ? cold_ : heat_).empty()) continue;
      const double kw = unit.rated_power.value();
      if (is_store(unit)) {
        if (in.control != StorageControl::idle) hub.stores.push_back(store_of(unit));
      } else if (unit.kind == ThermalUnitKind::boiler) {
        hub.converters.push_back(dispatch::gas_boiler(unit.id, kw, unit.efficiency));
      } else if (cold) {
        hub.converters.push_back(dispatch::chiller(unit.id, kw / unit.efficiency, unit.efficiency));
      } else {
        hub.converters.push_back(dispatch::heat_pump(unit.id, kw / unit.efficiency, unit.efficiency));
      }
    }
    if (!heat_.empty()) add_last_resort(outside_heat, dispatch::Carrier::heat);
    if (!cold_.empty()) add_last_resort(missing_cold, dispatch::Carrier::cold);
  }

  static dispatch::Store store_of(const ThermalUnit& unit) {
    dispatch::Store store;
    store.name = unit.id;
    store.carrier = is_cold(unit) ? dispatch::Carrier::cold : dispatch::Carrier::heat;
    store.capacity_kwh = unit.capacity.value();
    store.charge_rate_per_h = store.discharge_rate_per_h = unit.rated_power.value() / unit.capacity.value();
    store.charge_efficiency = store.discharge_efficiency = std::sqrt(unit.efficiency);
    return store;
  }

  void add_last_resort(const char* name, dispatch::Carrier carrier) {
    dispatch::Converter outside;
    outside.name = name;
    outside.most_input_kw = last_resort_kw;
    outside.output[static_cast<std::size_t>(carrier)] = 1.0;
    outside.maintenance_cny_per_kwh = last_resort_cny_per_kwh;
    hub.converters.push_back(std::move(outside));
  }

  std::vector<double> load_, generation_, buy_, sell_, heat_, cold_;
  std::vector<std::int32_t> month_;
};

const std::vector<double>* flow(const dispatch::Result& result, const std::string& name) {
  for (const auto& each : result.flows) {
    if (each.name == name) return &each.kw;
  }
  return nullptr;
}

/// Empty: the hub has no such flow.
std::vector<double> in_quarters(const dispatch::Result& result, const std::string& name, std::size_t by) {
  std::vector<double> kw;
  const auto* found = flow(result, name);
  if (found == nullptr) return kw;
  for (const double value : *found) kw.insert(kw.end(), by, value);
  return kw;
}

/// Discharged, negative: charged.
std::vector<double> stored(const dispatch::Result& result, const std::string& id, std::size_t by) {
  auto kw = in_quarters(result, "discharging of " + id, by);
  const auto charge = in_quarters(result, "charging of " + id, by);
  for (std::size_t i = 0; i < charge.size(); ++i) kw[i] -= charge[i];
  return kw;
}

/// Within an hour all flows of a network rise and fall with what is wanted of it, so that every quarter closes.
std::vector<double> courses(std::span<const double> kw, std::size_t by) {
  const auto means = coarsened(kw, by);
  std::vector<double> course(kw.size(), 1.0);
  for (std::size_t i = 0; i < kw.size(); ++i) {
    if (means[i / by] > 0.0) course[i] = kw[i] / means[i / by];
  }
  return course;
}

void follow_quarters(const StorageInputs& inputs, std::size_t by, StorageSchedule& schedule) {
  const auto heat = courses(inputs.heat_kw, by);
  const auto cold = courses(inputs.cold_kw, by);
  const auto follow = [](std::vector<double>& kw, const std::vector<double>& course) {
    for (std::size_t i = 0; i < kw.size(); ++i) kw[i] *= course[i];
  };
  for (std::size_t u = 0; u < schedule.unit_kw.size(); ++u) {
    const auto& course = is_cold((*inputs.park.thermal_units)[Id<ThermalUnit>(u)]) ? cold : heat;
    follow(schedule.unit_kw[u], course);
    follow(schedule.unit_input_kw[u], course);
  }
  follow(schedule.outside_heat_kw, heat);
  follow(schedule.missing_cold_kw, cold);
}

}  // namespace

StorageSchedule schedule_storages(const StorageInputs& inputs) {
  StorageSchedule schedule;
  const auto& storages = *inputs.park.storages;
  const bool any = inputs.control != StorageControl::idle &&
                   std::any_of(storages.begin(), storages.end(), [](const Storage& storage) { return works(storage); });
  const bool thermal = !inputs.heat_kw.empty() || !inputs.cold_kw.empty();
  if (!any && !thermal) return schedule;
  const bool ahead = inputs.control == StorageControl::perfect_foresight;
  const std::size_t by = ahead ? quarters : 1;
  const ParkHub park(inputs, by);
  dispatch::Options options;
  options.method = ahead ? dispatch::Method::perfect_foresight : dispatch::Method::rule_based;
  const auto result = dispatch::dispatch(park.hub, options);
  if (result.flows.empty()) {
    schedule.failure = result.reason;
    return schedule;
  }
  if (any) schedule.kw.resize(storages.size());
  for (std::size_t s = 0; s < schedule.kw.size(); ++s) schedule.kw[s] = stored(result, storages[Id<Storage>(s)].id, by);
  if (!thermal) return schedule;
  const auto& units = *inputs.park.thermal_units;
  schedule.unit_kw.resize(units.size());
  schedule.unit_input_kw.resize(units.size());
  for (std::size_t u = 0; u < units.size(); ++u) {
    const ThermalUnit& unit = units[Id<ThermalUnit>(u)];
    schedule.unit_kw[u] = is_store(unit) ? stored(result, unit.id, by) : in_quarters(result, unit.id, by);
    if (is_store(unit)) continue;
    schedule.unit_input_kw[u] = schedule.unit_kw[u];
    for (double& kw : schedule.unit_input_kw[u]) kw /= unit.efficiency;
  }
  schedule.outside_heat_kw = in_quarters(result, outside_heat, by);
  schedule.missing_cold_kw = in_quarters(result, missing_cold, by);
  if (by > 1) follow_quarters(inputs, by, schedule);
  return schedule;
}

}  // namespace parktwin::energy
