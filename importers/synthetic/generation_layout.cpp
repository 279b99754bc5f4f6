#include <algorithm>
#include <cmath>

#include "importers/synthetic/draws.h"
#include "importers/synthetic/power_layout.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double pv_kw_per_km2 = 40000.0 / 12.0;
constexpr double pv_kw_per_usable_m2 = 0.150;
constexpr double least_roof_m2 = 1500.0;
constexpr double battery_kw_per_km2 = 10000.0 / 12.0;
constexpr double battery_hours = 2.0;
constexpr double plant_kw_per_km2 = 25000.0 / 12.0;

/// Larger fields have a transformer of their own and feed the ring; smaller ones feed the low-voltage bus where its transformers carry
/// them. 400 kW: the usual border between 380 V and 10 kV for distributed PV in China (State Grid's typical connections), an assumption.
constexpr double most_low_voltage_kw = 400.0;
Id<Bus> bus_for(Kilowatts rated, Id<Bus> low, const PowerTables& tables) {
  double carried_kw = 0.0;
  Id<Bus> high = low;
  for (const Transformer& unit : tables.transformers) {
    if (unit.low != low) continue;
    carried_kw += 1000.0 * unit.rated_power.value();
    high = unit.high;
  }
  return rated.value() <= std::min(most_low_voltage_kw, carried_kw) ? low : high;
}

void add_roofs(const Draft& draft, PowerTables& tables) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t b = 0; b < draft.buildings.size(); ++b) {
    const Building& building = draft.buildings[b];
    const bool hall = building.use == BuildingUse::factory || building.use == BuildingUse::warehouse;
    if (hall && building.enterprise.valid() && area(building.footprint) >= least_roof_m2) {
      order.emplace_back(Draws(draft.options.seed, Topic::generation, b).unit(), b);
    }
  }
  std::sort(order.begin(), order.end());
  double wanted_kw = pv_kw_per_km2 * draft.options.area_km2;
  for (const auto& [rank, b] : order) {
    if (wanted_kw <= 0.0) break;
    const Building& building = draft.buildings[b];
    Draws draws(draft.options.seed, Topic::generation, 100000 + b);
    Generator roof;
    roof.id = numbered("PV", tables.generators.size() + 1);
    roof.name = building.name + " roof";
    roof.kind = GeneratorKind::photovoltaic;
    roof.building = Id<Building>(b);
    roof.rated_power = Kilowatts(rounded(area(building.footprint) * draws.between(0.55, 0.72) * pv_kw_per_usable_m2, 5.0));
    roof.bus = bus_for(roof.rated_power, tables.supply_of_lot[draft.building_plans[b].lot], tables);
    roof.tilt = Degrees(draws.whole(6, 12));
    roof.azimuth = Degrees(draft.frame.azimuth(180.0));
    wanted_kw -= roof.rated_power.value();
    tables.generators.push_back(std::move(roof));
  }
}

}  // namespace

void add_generation(const Draft& draft, PowerTables& tables) {
  add_roofs(draft, tables);
  const double area_km2 = draft.options.area_km2;
  for (std::size_t b = 0; b < draft.buildings.size(); ++b) {
    if (draft.lots()[draft.building_plans[b].lot].use != LotUse::heat_power) continue;
    for (std::size_t unit = 0; unit < 2; ++unit) {
      Generator turbine;
      turbine.id = numbered("CHP", unit + 1);
      turbine.name = "Back-pressure turbine " + std::to_string(unit + 1);
      turbine.kind = GeneratorKind::combined_heat_power;
      turbine.bus = tables.busbars[unit % tables.busbars.size()];
      turbine.building = Id<Building>(b);
      turbine.rated_power = Kilowatts(rounded(0.5 * plant_kw_per_km2 * area_km2, 10.0));
      tables.generators.push_back(std::move(turbine));
    }
    break;
  }
  for (std::size_t unit = 0; unit < 2; ++unit) {
    const double power_kw = rounded(0.5 * battery_kw_per_km2 * area_km2, 10.0);
    tables.storages.push_back({numbered("BAT", unit + 1), tables.busbars[unit % tables.busbars.size()],
                               KilowattHours(battery_hours * power_kw), Kilowatts(power_kw), 0.88});
  }
}

void supply_nodes(const Draft& draft, const PowerTables& tables, std::vector<NetworkNode>& nodes) {
  std::vector<std::pair<Point, Id<Bus>>> supplies;
  for (const auto bus : tables.supply_of_lot) {
    if (bus.valid()) supplies.emplace_back(tables.buses[bus.index()].position, bus);
  }
  for (auto& node : nodes) {
    if (node.kind == NodeKind::splitter || supplies.empty()) continue;
    if (node.enterprise.valid() && tables.supply_of_lot[draft.lot_of_enterprise[node.enterprise.index()]].valid()) {
      node.bus = tables.supply_of_lot[draft.lot_of_enterprise[node.enterprise.index()]];
      continue;
    }
    const auto best = std::min_element(supplies.begin(), supplies.end(), [&](const auto& a, const auto& b) {
      return distance(a.first, node.position) < distance(b.first, node.position);
    });
    node.bus = best->second;
  }
}

}  // namespace parktwin::importers::synthetic
