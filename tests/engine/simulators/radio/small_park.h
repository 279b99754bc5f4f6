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

inline Result simulated(const Park& park, const Options& options = {}, std::uint64_t seed = 1) {
  const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
  Progress progress;
  return simulate(park, options, connected, seed, progress);
}

}  // namespace parktwin::radio::test
