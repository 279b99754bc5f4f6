#include "importers/synthetic/energy_uses.h"

#include <algorithm>
#include <cmath>

#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double charger_share_of_transformer = 0.08;  ///< so that no transformer leaves its rating
constexpr std::int32_t employees_per_charger = 40;
constexpr double workplace_kw = 7.0;
constexpr double public_kw = 22.0;
constexpr double depot_kw = 20.0;

double rated_kva_below(Id<Bus> low, const PowerTables& power) {
  double kva = 0.0;
  for (const auto& unit : power.transformers) kva += unit.low == low ? 1000.0 * unit.rated_power.value() : 0.0;
  return kva;
}

class Stations {
 public:
  Stations(const Draft& draft, const PowerTables& power) : draft_(draft), power_(power) {}

  std::vector<ChargingStation> build() {
    for (std::size_t e = 0; e < draft_.enterprises.size(); ++e) at_enterprise(e);
    std::size_t number = 0;
    for (std::size_t z = 0; z < draft_.zones.size(); ++z) {
      if (draft_.zones[z].kind == ZoneKind::car_park) at_car_park(z, number++);
    }
    return std::move(stations_);
  }

 private:
  /// As many chargers as the transformers above the bus spare.
  [[nodiscard]] std::int32_t most_chargers(Id<Bus> bus, double charger_kw) const {
    return static_cast<std::int32_t>(charger_share_of_transformer * rated_kva_below(bus, power_) / charger_kw);
  }

  void add(ChargingStation station, Id<Bus> bus, std::int32_t wanted, double charger_kw) {
    station.chargers = std::min(wanted, most_chargers(bus, charger_kw));
    if (station.chargers < 1) return;
    station.id = numbered("EV", stations_.size() + 1);
    station.bus = bus;
    station.position = power_.buses[bus.index()].position;
    station.charger_power = Kilowatts(charger_kw);
    stations_.push_back(std::move(station));
  }

  void at_enterprise(std::size_t e) {
    const Enterprise& enterprise = draft_.enterprises[e];
    const Id<Bus> bus = power_.supply_of_lot[draft_.lot_of_enterprise[e]];
    Draws draws(draft_.options.seed, Topic::charging, e);
    const bool depot = enterprise.sector == Sector::logistics;
    if (!bus.valid() || !draws.chance(depot ? 0.6 : 0.25)) return;
    ChargingStation station;
    station.name = enterprise.name + (depot ? " depot" : " car park");
    station.enterprise = Id<Enterprise>(e);
    station.use = depot ? ChargingUse::depot : ChargingUse::workplace;
    station.controlled = draws.chance(0.5);
    station.energy_per_session = KilowattHours(depot ? 90.0 : 18.0);
    const std::int32_t wanted = depot ? 4 : std::clamp(enterprise.employees / employees_per_charger, 2, 20);
    station.sessions_per_day = std::min(wanted, most_chargers(bus, depot ? depot_kw : workplace_kw));
    add(std::move(station), bus, wanted, depot ? depot_kw : workplace_kw);
  }

  void at_car_park(std::size_t z, std::size_t number) {
    const auto& polygons = draft_.zones[z].shape.polygons;
    if (polygons.empty() || number >= 6) return;
    const Point place = polygons.front().outer.front();
    Id<Bus> nearest;
    for (const auto bus : power_.supply_of_lot) {
      if (!bus.valid() || most_chargers(bus, public_kw) < 1) continue;
      const auto away = [&](Id<Bus> id) { return distance(power_.buses[id.index()].position, place); };
      if (!nearest.valid() || away(bus) < away(nearest)) nearest = bus;
    }
    if (!nearest.valid()) return;
    ChargingStation station;
    station.name = draft_.zones[z].name;
    station.use = ChargingUse::public_place;
    station.energy_per_session = KilowattHours(25.0);
    const std::int32_t wanted = 4;
    station.sessions_per_day = 5.0 * std::min(wanted, most_chargers(nearest, public_kw));
    add(std::move(station), nearest, wanted, public_kw);
  }

  const Draft& draft_;
  const PowerTables& power_;
  std::vector<ChargingStation> stations_;
};

/// Cold of a sector that takes it from the network, over its electricity.
double cold_share(Sector sector) {
  switch (sector) {
    case Sector::electronics:
      return 0.25;
    case Sector::pharmaceuticals:
    case Sector::food:
      return 0.35;
    case Sector::software:
    case Sector::research:
      return 0.2;
    default:
      return 0.0;
  }
}

std::vector<ColdDemand> cold_demands(const Draft& draft) {
  std::vector<ColdDemand> demands;
  for (std::size_t e = 0; e < draft.enterprises.size(); ++e) {
    const Enterprise& enterprise = draft.enterprises[e];
    const double share = cold_share(enterprise.sector);
    if (share == 0.0 || !enterprise.yearly_electricity || !Draws(draft.options.seed, Topic::cold, e).chance(0.3)) continue;
    ColdDemand demand;
    demand.id = numbered("CD", demands.size() + 1);
    demand.enterprise = Id<Enterprise>(e);
    demand.yearly_cold = MegawattHours(std::round(share * enterprise.yearly_electricity->value()));
    demands.push_back(std::move(demand));
  }
  return demands;
}

/// Batches of furnaces and dyeing, pumps and mills, cold rooms that hold their temperature; nothing where work is bound to people.
LoadFlexibility flexibility_of(Sector sector) {
  LoadFlexibility load;
  const auto set = [&load](double shiftable, double delay_h, double advance_h, double interruptible, double cny_per_kwh) {
    load.shiftable_share = shiftable;
    load.delay_h = delay_h;
    load.advance_h = advance_h;
    load.peak_factor = 1.5;
    load.interruptible_share = interruptible;
    load.interruption_cny_per_kwh = cny_per_kwh;
    load.interruption_h = 60.0;
  };
  if (sector == Sector::metal_products) set(0.15, 8.0, 0.0, 0.1, 1.5);
  if (sector == Sector::new_materials) set(0.1, 8.0, 0.0, 0.15, 1.5);
  if (sector == Sector::food) set(0.2, 4.0, 4.0, 0.0, 0.0);
  if (sector == Sector::textiles) set(0.15, 6.0, 0.0, 0.1, 2.0);
  return load;
}

/// Of those whose electricity is worth a contract.
std::vector<LoadFlexibility> load_flexibility(const Draft& draft) {
  constexpr double least_mwh = 2000.0;
  std::vector<LoadFlexibility> loads;
  for (std::size_t e = 0; e < draft.enterprises.size(); ++e) {
    const Enterprise& enterprise = draft.enterprises[e];
    LoadFlexibility load = flexibility_of(enterprise.sector);
    if (load.shiftable_share == 0.0 || !enterprise.yearly_electricity || enterprise.yearly_electricity->value() < least_mwh) continue;
    load.id = numbered("LF", loads.size() + 1);
    load.enterprise = Id<Enterprise>(e);
    loads.push_back(std::move(load));
  }
  return loads;
}

ThermalUnit unit_of(const char* id, const char* name, ThermalUnitKind kind, double kw, double efficiency, double kwh = 0.0) {
  ThermalUnit unit;
  unit.id = id;
  unit.name = name;
  unit.kind = kind;
  unit.rated_power = Kilowatts(rounded(kw, 10.0));
  unit.efficiency = efficiency;
  unit.capacity = KilowattHours(rounded(kwh, 10.0));
  return unit;
}

std::vector<ThermalUnit> thermal_units(const Draft& draft, const PowerTables& power, const std::vector<ColdDemand>& cold) {
  double heat_kw = 0.0;
  double cold_kw = 0.0;
  for (const auto& enterprise : draft.enterprises) {
    if (enterprise.yearly_heat) heat_kw += enterprise.yearly_heat->value() / 8.76;
  }
  for (const auto& demand : cold) cold_kw += demand.yearly_cold.value() / 8.76;
  std::vector<ThermalUnit> units;
  const Id<Bus> bus = power.busbars.front();
  if (heat_kw > 0.0) {
    units.push_back(unit_of("BO-1", "Gas boiler 1", ThermalUnitKind::boiler, 0.6 * heat_kw, 0.92));
    units.push_back(unit_of("BO-2", "Gas boiler 2", ThermalUnitKind::boiler, 0.6 * heat_kw, 0.92));
    units.push_back(unit_of("HP-1", "Heat pump at the sewage works", ThermalUnitKind::heat_pump, 0.05 * heat_kw, 3.2));
    units.push_back(unit_of("HS-1", "Hot water tank", ThermalUnitKind::heat_store, 0.1 * heat_kw, 0.95, 0.6 * heat_kw));
  }
  if (cold_kw > 0.0) {
    units.push_back(unit_of("CH-1", "Chiller 1", ThermalUnitKind::chiller, 2.5 * cold_kw, 5.2));
    units.push_back(unit_of("CH-2", "Chiller 2", ThermalUnitKind::chiller, 2.5 * cold_kw, 5.2));
    units.push_back(unit_of("CS-1", "Chilled water tank", ThermalUnitKind::cold_store, 1.0 * cold_kw, 0.92, 6.0 * cold_kw));
  }
  for (auto& unit : units) {
    if (unit.kind == ThermalUnitKind::heat_pump || unit.kind == ThermalUnitKind::chiller) unit.bus = bus;
  }
  return units;
}

}  // namespace

EnergyUses build_energy_uses(const Draft& draft, const PowerTables& power) {
  EnergyUses uses;
  uses.stations = Stations(draft, power).build();
  uses.cold = cold_demands(draft);
  uses.flexibility = load_flexibility(draft);
  if (!power.busbars.empty()) uses.units = thermal_units(draft, power, uses.cold);
  return uses;
}

}  // namespace parktwin::importers::synthetic
