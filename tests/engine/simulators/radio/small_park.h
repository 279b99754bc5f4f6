#pragma once
// Parks of a few boxes and masts for the radio tests.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/simulators/radio/radio.h"

namespace parktwin::radio::test {

inline Polygon box(double west, double south, double width, double depth) {
  return {.outer = {{west, south}, {west + width, south}, {west + width, south + depth}, {west, south + depth}}, .holes = {}};
}

inline Building building(const std::string& id, const Polygon& footprint, double height_m, WallMaterial material = WallMaterial::concrete) {
  Building result;
  result.id = id;
  result.footprint = footprint;
  result.height = Metres(height_m);
  result.material = material;
  return result;
}

inline RadioSite site(const std::string& id, Point position, double height_m) {
  RadioSite result;
  result.id = id;
  result.position = position;
  result.height = Metres(height_m);
  return result;
}

inline RadioCell cell(const std::string& id, std::size_t site_index, double azimuth_deg) {
  RadioCell result;
  result.id = id;
  result.site = Id<RadioSite>(site_index);
  result.antenna = Id<Antenna>(0);
  result.azimuth = Degrees(azimuth_deg);
  return result;
}

inline Antenna antenna(const std::string& id) {
  Antenna result;
  result.id = id;
  return result;
}

/// What a park is made of, before it is immutable.
struct Draft {
  Polygon boundary = box(0.0, 0.0, 600.0, 400.0);
  Terrain terrain;
  std::vector<Building> buildings;
  std::vector<Tree> trees;
  std::vector<Antenna> antennas = {antenna("A-1")};
  std::vector<RadioSite> sites;
  std::vector<RadioCell> cells;
  std::vector<NetworkNode> nodes;

  [[nodiscard]] Park park() const {
    Park result;
    Site place;
    place.name = "test";
    if (!boundary.outer.empty()) place.boundary.polygons = {boundary};
    result.site = Part<Site>(place);
    result.terrain = Part<Terrain>(terrain);
    result.buildings = Part<Table<Building>>(Table<Building>(buildings));
    result.trees = Part<Table<Tree>>(Table<Tree>(trees));
    result.antennas = Part<Table<Antenna>>(Table<Antenna>(antennas));
    result.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>(sites));
    result.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>(cells));
    result.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
    return result;
  }
};

/// 600 m × 400 m with four buildings, a macro site and a low one.
inline Draft two_site_draft() {
  Draft draft;
  draft.buildings = {building("B-1", box(200.0, 100.0, 60.0, 40.0), 30.0),
                     building("B-2", box(300.0, 200.0, 90.0, 60.0), 12.0, WallMaterial::standard_glass),
                     building("B-3", box(450.0, 90.0, 50.0, 100.0), 20.0, WallMaterial::coated_glass),
                     building("B-4", box(60.0, 280.0, 80.0, 80.0), 9.0, WallMaterial::metal)};
  draft.sites = {site("S-1", {151.0, 203.0}, 25.0), site("S-2", {420.7, 300.2}, 10.0)};
  draft.cells = {cell("C-1", 0, 0.0), cell("C-2", 0, 120.0), cell("C-3", 0, 240.0), cell("C-4", 1, 90.0), cell("C-5", 1, 270.0)};
  draft.cells[1].electrical_downtilt = Degrees(2.0);
  draft.cells[2].mechanical_downtilt = Degrees(4.0);
  draft.cells[4].load = 0.9;
  return draft;
}

/// The same in all directions, 0 dBi.
inline Antenna isotropic_antenna(const std::string& id) {
  Antenna result = antenna(id);
  result.omnidirectional = true;
  result.measured_gain = Decibel(0.0);
  result.horizontal_cut_db.assign(cut_values, 0.0);
  result.vertical_cut_db.assign(cut_values, 0.0);
  return result;
}

/// A flat dome under a hall's roof: 5 dBi all around, weaker straight down.
inline Antenna ceiling_antenna(const std::string& id) {
  Antenna result = antenna(id);
  result.omnidirectional = true;
  result.element_gain = Decibel(5.0);
  result.vertical_beamwidth = Degrees(90.0);
  result.front_to_back = Decibel(12.0);
  result.rows = 1;
  return result;
}

inline RadioSite site_inside(const std::string& id, std::size_t building_index, Point position, double height_m) {
  RadioSite result = site(id, position, height_m);
  result.building = Id<Building>(building_index);
  result.inside = true;
  return result;
}

/// A cell of 23 dBm with the second antenna type.
inline RadioCell small_cell(const std::string& id, std::size_t site_index) {
  RadioCell result = cell(id, site_index, 0.0);
  result.antenna = Id<Antenna>(1);
  result.electrical_downtilt = Degrees(0.0);
  result.transmit_power = Dbm(23.0);
  return result;
}

inline NetworkNode access_point(const std::string& id, Point position) {
  NetworkNode result;
  result.id = id;
  result.kind = NodeKind::wifi_access_point;
  result.position = position;
  return result;
}

/// 600 m × 400 m with a factory hall of sheet metal, 100 m × 60 m and 12 m high, an office 30 m east of it, and a cell in the hall, whose
/// antenna hangs 8 m above the floor at the centre of a map cell.
inline Draft hall_draft() {
  Draft draft;
  draft.buildings = {building("B-HALL", box(200.0, 150.0, 100.0, 60.0), 12.0, WallMaterial::metal),
                     building("B-OFFICE", box(330.0, 160.0, 40.0, 40.0), 15.0)};
  draft.buildings[0].use = BuildingUse::factory;
  draft.buildings[1].use = BuildingUse::office;
  draft.antennas.push_back(isotropic_antenna("A-2"));
  draft.sites = {site_inside("S-IN", 0, {231.0, 181.0}, 8.0)};
  draft.cells = {small_cell("C-IN", 0)};
  return draft;
}

inline Result simulated(const Park& park, const Options& options = {}, std::uint64_t seed = 1) {
  const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
  Progress progress;
  return simulate(park, options, connected, seed, progress);
}

}  // namespace parktwin::radio::test
