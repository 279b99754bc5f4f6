#include "importers/recipe/presets.h"

#include <map>

#include "importers/recipe/network_presets.h"

namespace parktwin::importers {
namespace {

// Keys and values as the OpenStreetMap wiki defines them (Key:building, Key:building:levels, Key:highway, Key:landuse); a storey is taken
// as 3.2 m where only levels are mapped, and that is marked as a guess. Road widths by class are guesses as well.
constexpr const char* buildings = R"(
layer: multipolygons
where: building IS NOT NULL AND building <> 'no'
fields:
  id: {first: [{field: osm_id, prefix: OSM-r}, {field: osm_way_id, prefix: OSM-w}]}
  name: name
  name_zh: "name:zh"
  use:
    field: building
    lookup: {industrial: factory, manufacture: factory, factory: factory, warehouse: warehouse, hangar: warehouse, office: office, commercial: office,
             retail: office, apartments: residential, house: residential, residential: residential, detached: residential, terrace: residential,
             dormitory: residential, school: public_service, hospital: public_service, public: public_service, civic: public_service,
             university: research, service: utility, transformer_tower: utility, garage: parking, garages: parking, parking: parking,
             storage_tank: tank, silo: tank, data_center: data_centre}
    otherwise: {when: [{if: {field: man_made, one_of: [storage_tank, silo]}, then: {constant: tank}}], otherwise: {constant: other}}
  height_m: {first: [{field: height, unit: m}, {field: "building:height", unit: m}, {field: "building:levels", times: 3.2, guess: true}]}
  floors: "building:levels"
  material: {field: "building:material", lookup: {brick: brick, concrete: concrete, metal: metal, steel: metal, glass: standard_glass}}
)";
// Simple 3D Buildings of the wiki: parts cover the whole outline and stand for it, so their source comes before that of the outlines, which
// fill what they lack. Outlines of parts are lines to GDAL.
constexpr const char* building_parts = R"(
layer: lines
only: {first: ["building:part"], present: true}
fields:
  id: {field: osm_id, prefix: OSM-p}
  name: name
  height_m: {first: [{field: height, unit: m}, {field: "building:height", unit: m}, {field: "building:levels", times: 3.2, guess: true}]}
  floors: "building:levels"
  material: {field: "building:material", lookup: {brick: brick, concrete: concrete, metal: metal, steel: metal, glass: standard_glass}}
)";
// Parts with courtyards, or drawn of several ways, are relations (type=multipolygon): areas to GDAL, as are parts whose ways carry another
// key of areas. What is a building as well comes with the outlines.
constexpr const char* relation_parts = R"(
layer: multipolygons
where: building IS NULL OR building = 'no'
only: {first: ["building:part"], present: true}
fields:
  id: {first: [{field: osm_id, prefix: OSM-r}, {field: osm_way_id, prefix: OSM-p}]}
  name: name
  height_m: {first: [{field: height, unit: m}, {field: "building:height", unit: m}, {field: "building:levels", times: 3.2, guess: true}]}
  floors: "building:levels"
  material: {field: "building:material", lookup: {brick: brick, concrete: concrete, metal: metal, steel: metal, glass: standard_glass}}
)";
constexpr const char* roads = R"(
layer: lines
where: highway IN ('motorway','motorway_link','trunk','trunk_link','primary','primary_link','secondary','tertiary','unclassified','residential','service','living_street')
fields:
  id: {field: osm_id, prefix: OSM-w}
  name: name
  name_zh: "name:zh"
  class:
    field: highway
    lookup: {motorway: motorway, motorway_link: motorway, trunk: motorway, trunk_link: motorway, primary: arterial, primary_link: arterial,
             secondary: arterial, tertiary: local, unclassified: local, residential: local, service: local, living_street: local}
  width_m:
    first:
      - {field: width, unit: m}
      - {field: lanes, times: 3.5, guess: true}
      - {field: highway, guess: true, lookup: {motorway: 25, trunk: 20, primary: 14, secondary: 12, tertiary: 10, service: 5}, otherwise: {constant: 7}}
)";
constexpr const char* zones = R"(
layer: multipolygons
where: leisure IN ('park','garden','pitch') OR landuse IN ('grass','forest','recreation_ground','basin','reservoir') OR amenity = 'parking' OR natural IN ('water','wood')
fields:
  id: {first: [{field: osm_id, prefix: OSM-r}, {field: osm_way_id, prefix: OSM-w}]}
  name: name
  name_zh: "name:zh"
  kind:
    when:
      - {if: {field: natural, equals: water}, then: {constant: water}}
      - {if: {field: landuse, one_of: [basin, reservoir]}, then: {constant: water}}
      - {if: {field: amenity, equals: parking}, then: {constant: car_park}}
    otherwise: {constant: green}
)";
constexpr const char* parcels = R"(
layer: multipolygons
where: landuse IN ('industrial','commercial','retail')
fields:
  id: {first: [{field: osm_id, prefix: OSM-r}, {field: osm_way_id, prefix: OSM-w}]}
  land_use: landuse
)";
constexpr const char* trees = R"(
layer: points
only: {field: natural, equals: tree}
fields:
  id: {field: osm_id, prefix: OSM-n}
  height_m: {field: height, unit: m}
  crown_diameter_m: {field: diameter_crown, unit: m}
)";

// Key:power, Key:voltage, Key:telecom, Key:communication and Tag:tower:type=communication of the wiki. Which end of a power line is which
// bus is found by place (power_lines.cpp). Kinds of telecom nodes are guesses: the tags say what stands there, not which device.
// Outlines with nothing but power=substation are lines to GDAL; other layers of a map are further sources with `layer`.
constexpr const char* buses = R"(
layer: lines
only: {field: power, one_of: [substation, sub_station, station]}
fields:
  id: {field: osm_id, prefix: OSM-w}
  name: name
  nominal_kv: {field: voltage, unit: V}
)";
constexpr const char* power_lines = R"(
layer: lines
only: {field: power, one_of: [line, minor_line, cable]}
fields:
  id: {field: osm_id, prefix: OSM-w}
)";
constexpr const char* radio_sites = R"(
layer: points
only: {field: "tower:type", equals: communication}
fields:
  id: {field: osm_id, prefix: OSM-n}
  name: name
  name_zh: "name:zh"
  height_m: {field: height, unit: m}
)";
constexpr const char* network_nodes = R"(
layer: points
only: {field: telecom, one_of: [exchange, data_center, connection_point, distribution_point, service_device]}
fields:
  id: {field: osm_id, prefix: OSM-n}
  name: name
  kind:
    field: telecom
    guess: true
    lookup: {exchange: optical_line_terminal, data_center: edge_server, connection_point: splitter, distribution_point: splitter,
             service_device: access_switch}
)";
constexpr const char* ducts = R"(
layer: lines
only: {first: [communication, telecom], one_of: [line, cable]}
fields:
  id: {field: osm_id, prefix: OSM-w}
)";
// Columns of importers/city_model: attribute names are those of CityGML 2.0 and CityJSON.
constexpr const char* city_buildings = R"(
only: {field: type, one_of: [Building, BuildingPart]}
fields:
  id: id
  name: name
  height_m: {first: [measuredHeight, height]}
  floors: storeysAboveGround
)";
constexpr const char* city_zones = R"(
only: {field: type, one_of: [WaterBody, PlantCover]}
fields:
  id: id
  name: name
  kind: {field: type, lookup: {WaterBody: water, PlantCover: green}}
)";
constexpr const char* city_trees = R"(
only: {field: type, equals: SolitaryVegetationObject}
fields:
  id: id
  height_m: {first: ["attributes.height", height]}
  crown_diameter_m: crownDiameter
)";

}  // namespace

std::optional<std::string> preset_text(const std::string& preset, const std::string& table) {
  if (preset != "osm" && preset != "osm_parts" && preset != "osm_relation_parts" && preset != "city_model")
    return network_preset_text(preset, table);
  static const std::map<std::pair<std::string, std::string>, const char*> texts{
      {{"osm", "buildings"}, buildings},
      {{"osm_parts", "buildings"}, building_parts},
      {{"osm_relation_parts", "buildings"}, relation_parts},
      {{"osm", "roads"}, roads},
      {{"osm", "zones"}, zones},
      {{"osm", "parcels"}, parcels},
      {{"osm", "trees"}, trees},
      {{"osm", "buses"}, buses},
      {{"osm", "power_lines"}, power_lines},
      {{"osm", "radio_sites"}, radio_sites},
      {{"osm", "network_nodes"}, network_nodes},
      {{"osm", "ducts"}, ducts},
      {{"city_model", "buildings"}, city_buildings},
      {{"city_model", "zones"}, city_zones},
      {{"city_model", "trees"}, city_trees},
  };
  const auto found = texts.find({preset, table});
  if (found == texts.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> known_presets() {
  auto known = known_network_presets();
  known.insert(known.begin(), "osm_relation_parts for buildings");
  known.insert(known.begin(), "osm_parts for buildings");
  known.insert(known.begin(), "osm for buildings, roads, zones, parcels or trees");
  return known;
}

}  // namespace parktwin::importers
