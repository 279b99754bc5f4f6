#pragma once
// Buildings: footprint, height, use and what their walls are made of.
#include <array>
#include <optional>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"
#include "engine/core/table.h"
#include "engine/core/units.h"

namespace parktwin {

struct Enterprise;
struct Parcel;

enum class BuildingUse { factory, warehouse, office, research, data_centre, residential, public_service, utility, parking, tank, other };

constexpr auto names_of(BuildingUse) {
  return std::to_array<EnumName<BuildingUse>>({{BuildingUse::factory, "factory"},
                                               {BuildingUse::warehouse, "warehouse"},
                                               {BuildingUse::office, "office"},
                                               {BuildingUse::research, "research"},
                                               {BuildingUse::data_centre, "data_centre"},
                                               {BuildingUse::residential, "residential"},
                                               {BuildingUse::public_service, "public_service"},
                                               {BuildingUse::utility, "utility"},
                                               {BuildingUse::parking, "parking"},
                                               {BuildingUse::tank, "tank"},
                                               {BuildingUse::other, "other"}});
}

/// What outer walls let through: material classes of building entry loss.
enum class WallMaterial { concrete, brick, metal, standard_glass, coated_glass };

constexpr auto names_of(WallMaterial) {
  return std::to_array<EnumName<WallMaterial>>({{WallMaterial::concrete, "concrete"},
                                                {WallMaterial::brick, "brick"},
                                                {WallMaterial::metal, "metal"},
                                                {WallMaterial::standard_glass, "standard_glass"},
                                                {WallMaterial::coated_glass, "coated_glass"}});
}

struct Building {
  std::string id;
  std::string name;
  std::string name_zh;
  BuildingUse use = BuildingUse::other;
  WallMaterial material = WallMaterial::concrete;
  Metres height = Metres(10.0);  ///< above ground, flat roof
  bool height_assumed = false;   ///< set by a rule, not measured
  std::int32_t floors = 1;
  bool is_public = false;  ///< shared building: its floor area counts as public area
  Id<Enterprise> enterprise;
  Id<Parcel> parcel;
  std::optional<std::int32_t> year_built;
  Polygon footprint;
  double clutter_density = 0.2;  ///< of a hall: share of the floor under machines and shelves
  Metres clutter_height = Metres(2.0);
  std::optional<Metres> clutter_size;  ///< width of one machine or shelf; none: 10 m, or 2 m from 40 % density
};

template <class Visitor, DescribedAs<Building> Self>
void describe(Visitor&& visit, Self& building) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, building.id);
  visit(Field{"name", "", "name in English"}, building.name);
  visit(Field{"name_zh", "", "name in Chinese"}, building.name_zh);
  visit(Field{"use", "", "what it is used for"}, building.use);
  visit(Field{"material", "", "material class of the outer walls"}, building.material);
  visit(Field{"height_m", "m", "height of the flat roof above ground", 1, 600}, building.height);
  visit(Field{"height_assumed", "", "height comes from a rule, not from a measurement"}, building.height_assumed);
  visit(Field{"floors", "", "storeys above ground", 1, 150}, building.floors);
  visit(Field{"public", "", "shared building, counts as public area"}, building.is_public);
  visit(Field{"enterprise", "", "enterprise that uses it"}, building.enterprise);
  visit(Field{"parcel", "", "parcel it stands on"}, building.parcel);
  visit(Field{"year_built", "", "year of completion", 1800, 2100}, building.year_built);
  visit(Field{.name = "footprint", .unit = "", .meaning = "outline on the ground, with holes", .required = true}, building.footprint);
  visit(rare_field({"clutter_density", "1", "share of a hall's floor under machines and shelves", 0, 0.95}), building.clutter_density);
  visit(rare_field({"clutter_height_m", "m", "height of a hall's machines and shelves", 0, 30}), building.clutter_height);
  visit(rare_field({"clutter_size_m", "m", "width of a hall's machines and shelves; empty: 10 m, or 2 m from 40 % density", 0.1, 50}),
        building.clutter_size);
}

}  // namespace parktwin
