#include "engine/simulators/energy/storage_control.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/simulators/energy/dispatch/dispatch.h"

namespace parktwin::energy {
namespace {

using dispatch::Carrier;

constexpr std::size_t quarters = 4;
constexpr double noticeable_kw = 1e-6;  ///< what is less is rounding of the programme

/// Empty: the hub has no such flow.
std::vector<double> in_quarters(const dispatch::Result& result, const std::string& name, std::size_t by, Carrier carrier) {
  std::vector<double> kw;
  for (const auto& each : result.flows) {
    if (each.name != name || each.carrier != carrier) continue;
    kw.reserve(each.kw.size() * by);
    for (const double value : each.kw) kw.insert(kw.end(), by, value);
    break;
  }
  return kw;
}

std::vector<double> made(const dispatch::Result& result, const HubMember& member, std::size_t by, Carrier carrier) {
  auto kw = in_quarters(result, member.name, by, carrier);
  if (member.share != 1.0) {
    for (double& value : kw) value *= member.share;
  }
  return kw;
}

/// Discharged, negative: charged.
std::vector<double> stored(const dispatch::Result& result, const HubMember& member, std::size_t by, Carrier carrier) {
  auto kw = made(result, {"discharging of " + member.name, member.share}, by, carrier);
  const auto charge = made(result, {"charging of " + member.name, member.share}, by, carrier);
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

void follow(std::vector<double>& kw, const std::vector<double>& course) {
  for (std::size_t i = 0; i < kw.size(); ++i) kw[i] *= course[i];
}

void follow_quarters(const HubInputs& inputs, std::size_t by, StorageSchedule& schedule) {
  const auto heat = courses(inputs.heat_kw, by);
  const auto cold = courses(inputs.cold_kw, by);
  for (std::size_t u = 0; u < schedule.unit_kw.size(); ++u) {
    const auto& course = is_cold((*inputs.park.thermal_units)[Id<ThermalUnit>(u)]) ? cold : heat;
    follow(schedule.unit_kw[u], course);
    follow(schedule.unit_input_kw[u], course);
  }
  for (auto* kw : {&schedule.outside_heat_kw, &schedule.plant_kw, &schedule.plant_heat_kw}) follow(*kw, heat);
  follow(schedule.missing_cold_kw, cold);
}

/// Within an hour at their rating plants cannot follow the demand above it; boilers with power to spare make that heat, or it is bought.
void keep_rating(const HubInputs& inputs, StorageSchedule& schedule) {
  const auto& units = *inputs.park.thermal_units;
  for (std::size_t i = 0; i < schedule.plant_kw.size(); ++i) {
    if (schedule.plant_kw[i] <= inputs.plants->rated_kw) continue;
    const double kept = inputs.plants->rated_kw / schedule.plant_kw[i];
    double lacking = (1.0 - kept) * schedule.plant_heat_kw[i];
    schedule.plant_kw[i] = inputs.plants->rated_kw;
    schedule.plant_heat_kw[i] *= kept;
    for (std::size_t u = 0; u < units.size(); ++u) {
      const ThermalUnit& unit = units[Id<ThermalUnit>(u)];
      if (unit.kind != ThermalUnitKind::boiler || schedule.unit_kw[u].empty()) continue;
      const double more = std::clamp(unit.rated_power.value() - schedule.unit_kw[u][i], 0.0, lacking);
      schedule.unit_kw[u][i] += more;
      schedule.unit_input_kw[u][i] += more / unit.efficiency;
      lacking -= more;
    }
    schedule.outside_heat_kw[i] += lacking;
  }
}

void read_thermal(const HubInputs& inputs, const ParkHub& park, const dispatch::Result& result, std::size_t by, StorageSchedule& schedule) {
  const auto& units = *inputs.park.thermal_units;
  schedule.unit_kw.resize(units.size());
  schedule.unit_input_kw.resize(units.size());
  for (std::size_t u = 0; u < units.size(); ++u) {
    const ThermalUnit& unit = units[Id<ThermalUnit>(u)];
    const Carrier carrier = is_cold(unit) ? Carrier::cold : Carrier::heat;
    schedule.unit_kw[u] = is_store(unit) ? stored(result, park.units[u], by, carrier) : made(result, park.units[u], by, carrier);
    if (is_store(unit)) continue;
    schedule.unit_input_kw[u] = schedule.unit_kw[u];
    for (double& kw : schedule.unit_input_kw[u]) kw /= unit.efficiency;
  }
  schedule.outside_heat_kw = in_quarters(result, outside_heat, by, Carrier::heat);
  schedule.missing_cold_kw = in_quarters(result, missing_cold, by, Carrier::cold);
  if (inputs.plants) {
    schedule.plant_kw = in_quarters(result, plants_together, by, Carrier::electricity);
    schedule.plant_heat_kw = in_quarters(result, plants_together, by, Carrier::heat);
  }
  if (by > 1) follow_quarters(inputs, by, schedule);
  if (inputs.plants) keep_rating(inputs, schedule);
}

/// Moved loads keep the year's energy to rounding; interrupted ones never draw more than planned.
void read_flexible(const HubInputs& inputs, const dispatch::Result& result, std::size_t by, StorageSchedule& schedule) {
  for (const auto& group : inputs.flexible) {
    auto& used = schedule.flexible_kw.emplace_back(in_quarters(result, group.name, by, Carrier::electricity));
    follow(used, courses(group.demand_kw, by));
    if (group.interruptible) {
      for (std::size_t i = 0; i < used.size(); ++i) {
        const double planned = group.demand_kw[i];
        used[i] = planned - used[i] > noticeable_kw ? std::max(0.0, used[i]) : planned;
      }
      continue;
    }
    for (double& kw : used) kw = std::max(0.0, kw);
    const double planned = std::accumulate(group.demand_kw.begin(), group.demand_kw.end(), 0.0);
    const double drawn = std::accumulate(used.begin(), used.end(), 0.0);
    if (!(drawn > 0.0)) continue;
    for (double& kw : used) kw *= planned / drawn;
  }
}

dispatch::Method method_of(StorageControl control) {
  switch (control) {
    case StorageControl::perfect_foresight:
      return dispatch::Method::perfect_foresight;
    case StorageControl::rolling_forecast:
      return dispatch::Method::rolling;
    case StorageControl::idle:
    case StorageControl::rule_based:
      break;
  }
  return dispatch::Method::rule_based;
}

}  // namespace

StorageSchedule schedule_storages(const HubInputs& inputs) {
  StorageSchedule schedule;
  const auto& storages = *inputs.park.storages;
  const bool any = inputs.control != StorageControl::idle &&
                   std::any_of(storages.begin(), storages.end(), [](const Storage& storage) { return works(storage); });
  const bool thermal = !inputs.heat_kw.empty() || !inputs.cold_kw.empty();
  const bool planned = is_planned(inputs.control);
  const bool flexible = inputs.control != StorageControl::idle && !inputs.flexible.empty();
  if (!any && !thermal && !flexible) return schedule;
  const std::size_t by = planned ? quarters : 1;
  const ParkHub park(inputs, by);
  dispatch::Options options;
  options.method = method_of(inputs.control);
  options.forecast = dispatch::Forecast::last_week;
  options.carbon_cny_per_t = inputs.carbon.cny_per_t;
  options.switched_units = true;
  const auto result = dispatch::dispatch(park.hub, options);
  if (result.flows.empty()) {
    schedule.failure = result.reason;
    return schedule;
  }
  if (any) schedule.kw.resize(storages.size());
  for (std::size_t s = 0; s < schedule.kw.size(); ++s) schedule.kw[s] = stored(result, park.storages[s], by, Carrier::electricity);
  if (flexible) read_flexible(inputs, result, by, schedule);
  if (thermal) read_thermal(inputs, park, result, by, schedule);
  return schedule;
}

}  // namespace parktwin::energy
