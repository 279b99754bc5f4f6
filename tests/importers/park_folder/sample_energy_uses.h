#pragma once
// One charging station, one store of cold and one demand for it, one enterprise with flexible loads, with fields that are not the customary
// ones.
#include "engine/park/park.h"

namespace parktwin::importers::testing {

inline void add_energy_uses(Park& park) {
  ChargingStation depot;
  depot.id = "EV-1";
  depot.name = "Depot, north";
  depot.position = {12.5, 30.25};
  depot.bus = Id<Bus>(1);
  depot.enterprise = Id<Enterprise>(0);
  depot.use = ChargingUse::depot;
  depot.chargers = 6;
  depot.charger_power = Kilowatts(60);
  depot.sessions_per_day = 4.5;
  depot.controlled = true;
  park.charging_stations = Part(Table<ChargingStation>({depot}));
  ThermalUnit tank;
  tank.id = "CS-1";
  tank.name = "Tank";
  tank.kind = ThermalUnitKind::cold_store;
  tank.bus = Id<Bus>(1);
  tank.rated_power = Kilowatts(500);
  tank.capacity = KilowattHours(3000);
  tank.operational = false;
  park.thermal_units = Part(Table<ThermalUnit>({tank}));
  park.cold_demands = Part(Table<ColdDemand>({{"CD-1", Id<Enterprise>(1), MegawattHours(120.5)}}));
  park.load_flexibility = Part(Table<LoadFlexibility>({{"LF-1", Id<Enterprise>(1), 0.25, 6.0, 1.5, 2.0, 0.125, 1.75, 40.0}}));
}

}  // namespace parktwin::importers::testing
