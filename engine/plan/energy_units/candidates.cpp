#include "engine/plan/energy_units/candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/geometry.h"

namespace parktwin::plan {
namespace {

constexpr double highest_medium_voltage_kv = 20.0;
constexpr double least_roof_kw = 5.0;

Id<Bus> bus_of(const Park& park, const Building& building) {
  const Point place = centroid(building.footprint);
  Id<Bus> nearest;
  double away = std::numeric_limits<double>::infinity();
  const auto look_at = [&](Id<Bus> bus) {
    const double distance_m = distance((*park.buses)[bus].position, place);
    if (distance_m >= away) return;
    away = distance_m;
    nearest = bus;
  };
  for (const auto& load : *park.power_loads) {
    if (building.enterprise.valid() && load.enterprise == building.enterprise && load.bus.valid()) look_at(load.bus);
  }
  if (nearest.valid()) return nearest;
  for (std::size_t i = 0; i < park.buses->size(); ++i) {
    if ((*park.buses)[Id<Bus>(i)].nominal_voltage.value() <= highest_medium_voltage_kv) look_at(Id<Bus>(i));
  }
  return nearest;
}

template <class T>
std::string free_id(const Table<T>& table, const char* kind, std::size_t& number) {
  std::string id;
  do {
    id = fmt::format("{}-PLAN-{}", kind, number++);
  } while (table.find(id).valid());
  return id;
}

}  // namespace

std::vector<Generator> free_roofs(const Park& park, const EnergyPlanOptions& limits) {
  std::vector<std::uint8_t> carries(park.buildings->size(), 0);
  for (const auto& generator : *park.generators) {
    if (generator.building.valid()) carries[generator.building.index()] = 1;
  }
  std::vector<Generator> roofs;
  for (std::size_t i = 0; i < park.buildings->size(); ++i) {
    const Building& building = (*park.buildings)[Id<Building>(i)];
    if (carries[i] != 0 || building.use == BuildingUse::tank) continue;
    Generator roof;
    roof.building = Id<Building>(i);
    roof.rated_power = Kilowatts(std::floor(area(building.footprint) * limits.roof_share * limits.module_kw_per_m2));
    if (roof.rated_power.value() < least_roof_kw) continue;
    roof.bus = bus_of(park, building);
    if (roof.bus.valid()) roofs.push_back(roof);
  }
  std::stable_sort(roofs.begin(), roofs.end(), [](const auto& a, const auto& b) { return a.rated_power.value() > b.rated_power.value(); });
  if (roofs.size() > static_cast<std::size_t>(limits.most_roofs)) roofs.resize(static_cast<std::size_t>(limits.most_roofs));
  std::size_t number = 1;
  for (auto& roof : roofs) roof.id = free_id(*park.generators, "PV", number);
  return roofs;
}

Storage battery_of(const Park& park, double capacity_kwh, const EnergyPlanOptions& limits) {
  Storage battery;
  std::size_t number = 1;
  battery.id = free_id(*park.storages, "BAT", number);
  battery.capacity = KilowattHours(capacity_kwh);
  battery.rated_power = Kilowatts(capacity_kwh / limits.battery_duration_h);
  for (const auto& standing : *park.storages) {
    if (standing.bus.valid()) {
      battery.bus = standing.bus;
      return battery;
    }
  }
  double largest = -1.0;
  for (const auto& load : *park.power_loads) {
    if (!load.bus.valid() || load.peak_power.value() <= largest) continue;
    largest = load.peak_power.value();
    battery.bus = load.bus;
  }
  return battery;
}

}  // namespace parktwin::plan
