#pragma once
// A small map of random levels over random zones, parcels and buildings that overlap, without any simulation behind it; and whose ground a
// cell is, found by asking every shape.
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/park/ground_holders.h"
#include "engine/simulators/radio/answers/map_view.h"

namespace parktwin::radio::answers::test {

inline constexpr float no_level = std::numeric_limits<float>::quiet_NaN();

inline Polygon box(double west, double south, double width, double depth) {
  return {.outer = {{west, south}, {west + width, south}, {west + width, south + depth}, {west, south + depth}}, .holes = {}};
}

struct HandMadeMap {
  Park park;
  Grid<std::uint8_t> place;
  Grid<float> rsrp_dbm;
  Grid<float> sinr_db;
  Grid<std::uint16_t> best_server;
  Grid<std::uint8_t> line_of_sight;
  std::vector<std::int32_t> building;

  [[nodiscard]] MapView view() const { return {place, rsrp_dbm, sinr_db, best_server, line_of_sight}; }
  [[nodiscard]] GroundHolders holders() const { return {park, place.frame, building}; }
  [[nodiscard]] Point centre(std::size_t cell) const {
    const auto columns = static_cast<std::size_t>(place.frame.columns);
    return place.frame.centre(static_cast<std::int32_t>(cell % columns), static_cast<std::int32_t>(cell / columns));
  }
  [[nodiscard]] double cell_area_m2() const { return place.frame.cell_size * place.frame.cell_size; }

  void fill(const GridFrame& frame) {
    place = Grid<std::uint8_t>(frame, outdoors);
    rsrp_dbm = Grid<float>(frame, -80.0F);
    sinr_db = Grid<float>(frame, 10.0F);
    best_server = Grid<std::uint16_t>(frame, 0);
    line_of_sight = Grid<std::uint8_t>(frame, 1);
    building.assign(frame.size(), held_by_none);
  }
  void put_buildings() {
    for (std::size_t cell = 0; cell < building.size(); ++cell) {
      for (std::size_t i = 0; i < park.buildings->size(); ++i) {
        if (!contains(park.buildings->records()[i].footprint, centre(cell))) continue;
        building[cell] = static_cast<std::int32_t>(i);
        place.values[cell] = indoors;
        break;
      }
    }
  }
};

template <class Record>
std::int32_t first_holder(const Table<Record>& table, Point at) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (contains(table.records()[i].shape, at)) return static_cast<std::int32_t>(i);
  }
  return held_by_none;
}

inline HandMadeMap random_map(std::uint32_t number) {
  const RandomSequence random(417, 0, number);
  std::uint32_t draw = 0;
  const auto some_box = [&](double largest) {
    const double west = random.uniform(draw++, -12.0, 60.0);
    const double south = random.uniform(draw++, 0.0, 55.0);
    const double width = random.uniform(draw++, 5.0, largest);
    return box(west, south, width, random.uniform(draw++, 5.0, largest));
  };
  std::vector<Enterprise> enterprises(3);
  std::vector<Zone> zones(5);
  std::vector<Parcel> parcels(5);
  std::vector<Building> buildings(6);
  for (std::size_t i = 0; i < enterprises.size(); ++i) enterprises[i].id = "E-" + std::to_string(i);
  for (std::size_t i = 0; i < zones.size(); ++i) {
    zones[i].id = "Z-" + std::to_string(i);
    zones[i].kind = i == 1 ? ZoneKind::water : ZoneKind::square;
    zones[i].is_public = i != 2;
    zones[i].shape.polygons = {some_box(30.0)};
  }
  for (std::size_t i = 0; i < parcels.size(); ++i) {
    parcels[i].id = "P-" + std::to_string(i);
    if (i < 4) parcels[i].enterprise = Id<Enterprise>(i % 3);
    parcels[i].shape.polygons = {some_box(40.0)};
  }
  for (std::size_t i = 0; i < buildings.size(); ++i) {
    buildings[i].id = "B-" + std::to_string(i);
    buildings[i].is_public = i == 3;
    if (i < 3) buildings[i].enterprise = Id<Enterprise>(i);
    buildings[i].floors = static_cast<std::int32_t>(i) + 1;
    buildings[i].height = Metres(random.uniform(draw++, 4.0, 60.0));
    buildings[i].height_assumed = i == 4;
    buildings[i].footprint = some_box(20.0);
  }
  HandMadeMap map;
  map.park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(enterprises)));
  map.park.zones = Part<Table<Zone>>(Table<Zone>(std::move(zones)));
  map.park.parcels = Part<Table<Parcel>>(Table<Parcel>(std::move(parcels)));
  map.park.buildings = Part<Table<Building>>(Table<Building>(std::move(buildings)));
  map.fill({.origin = {-10.0, 4.0}, .cell_size = 0.5, .columns = 150, .rows = 140});
  map.put_buildings();
  for (std::size_t cell = 0; cell < map.building.size(); ++cell) {
    if (map.centre(cell).x > 58.0) map.place.values[cell] = outside_park;
    const bool reached = random.uniform(draw++) < 0.9;
    map.best_server.values[cell] = reached ? static_cast<std::uint16_t>(random.below(draw++, 3)) : nobody;
    map.rsrp_dbm.values[cell] = reached ? static_cast<float>(random.uniform(draw++, -125.0, -75.0)) : no_level;
    map.sinr_db.values[cell] = reached ? static_cast<float>(random.uniform(draw++, -15.0, 20.0)) : no_level;
    map.line_of_sight.values[cell] = reached ? static_cast<std::uint8_t>(random.below(draw++, 2)) : 0;
  }
  return map;
}

}  // namespace parktwin::radio::answers::test
