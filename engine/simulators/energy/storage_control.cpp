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
  std::vector<double> load_, generation_, buy_, sell_;
  std::vector<std::int32_t> month_;
};

const std::vector<double>* flow(const dispatch::Result& result, const std::string& name) {
  for (const auto& each : result.flows) {
    if (each.name == name) return &each.kw;
  }
  return nullptr;
}

}  // namespace

StorageSchedule schedule_storages(const StorageInputs& inputs) {
  StorageSchedule schedule;
  const auto& storages = *inputs.park.storages;
  const bool any = std::any_of(storages.begin(), storages.end(), works);
  if (!any || inputs.control == StorageControl::idle) return schedule;
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
  schedule.kw.resize(storages.size());
  for (std::size_t s = 0; s < storages.size(); ++s) {
    const std::string& id = storages[Id<Storage>(s)].id;
    const auto* charge = flow(result, "charging of " + id);
    const auto* discharge = flow(result, "discharging of " + id);
    if (charge == nullptr || discharge == nullptr) continue;
    for (std::size_t i = 0; i < charge->size(); ++i) schedule.kw[s].insert(schedule.kw[s].end(), by, (*discharge)[i] - (*charge)[i]);
  }
  return schedule;
}

}  // namespace parktwin::energy
