#include "importers/recipe/presets.h"

#include <map>

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

}  // namespace

std::optional<std::string> preset_text(const std::string& preset, const std::string& table) {
  static const std::map<std::string, const char*> osm{
      {"buildings", buildings}, {"roads", roads}, {"zones", zones}, {"parcels", parcels}, {"trees", trees}};
  const auto found = osm.find(table);
  if (preset != "osm" || found == osm.end()) return std::nullopt;
  return found->second;
}

}  // namespace parktwin::importers
