#pragma once
// Heat and cold of the park's networks: what makes and stores them, and who takes cold. Heat that enterprises take is a field of theirs;
// cold that an enterprise makes for itself is part of its electricity.
#include <array>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "engine/core/units.h"

namespace parktwin {

struct Bus;
struct Enterprise;

enum class ThermalUnitKind { boiler, heat_pump, chiller, heat_store, cold_store };

constexpr auto names_of(ThermalUnitKind) {
  return std::to_array<EnumName<ThermalUnitKind>>({{ThermalUnitKind::boiler, "boiler"},
                                                   {ThermalUnitKind::heat_pump, "heat_pump"},
                                                   {ThermalUnitKind::chiller, "chiller"},
                                                   {ThermalUnitKind::heat_store, "heat_store"},
                                                   {ThermalUnitKind::cold_store, "cold_store"}});
}

/// At the park's network of heat or of cold.
struct ThermalUnit {
  std::string id;
  std::string name;
  ThermalUnitKind kind = ThermalUnitKind::boiler;
  Id<Bus> bus;              ///< of heat pumps and chillers
  Kilowatts rated_power;    ///< of heat or cold, stores in either direction
  double efficiency = 0.9;  ///< heat or cold over gas or electricity; of stores out over in
  KilowattHours capacity;   ///< of stores
  bool operational = true;
};

template <class Visitor, DescribedAs<ThermalUnit> Self>
void describe(Visitor&& visit, Self& unit) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, unit.id);
  visit(Field{"name", "", "name"}, unit.name);
  visit(Field{.name = "kind", .unit = "", .meaning = "boiler (gas), heat_pump, chiller, heat_store or cold_store", .required = true},
        unit.kind);
  visit(Field{"bus", "", "bus that heat pumps and chillers hang on"}, unit.bus);
  visit(Field{"rated_power_kw", "kW", "greatest heat or cold, of stores in either direction", 0, 1e7}, unit.rated_power);
  visit(Field{"efficiency", "1", "heat or cold over gas or electricity; of stores out over in", 0.01, 20}, unit.efficiency);
  visit(Field{"capacity_kwh", "kWh", "heat or cold that a store holds", 0, 1e9}, unit.capacity);
  visit(Field{"operational", "", "in service"}, unit.operational);
}

struct ColdDemand {
  std::string id;
  Id<Enterprise> enterprise;
  MegawattHours yearly_cold;
};

template <class Visitor, DescribedAs<ColdDemand> Self>
void describe(Visitor&& visit, Self& demand) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, demand.id);
  visit(Field{.name = "enterprise", .unit = "", .meaning = "who takes it", .required = true}, demand.enterprise);
  visit(Field{"yearly_cold_mwh", "MWh", "cold per year", 0, 1e7}, demand.yearly_cold);
}

}  // namespace parktwin
