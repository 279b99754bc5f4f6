#include "engine/core/json_schema.h"
#include "engine/park/park.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/park_folder/park_file.h"
#include "importers/park_folder/park_folder.h"

namespace parktwin::importers {
namespace {

using json_schema::Json;

Json scalar() { return {{"type", Json::array({"string", "number", "boolean"})}}; }

Json described(Json schema, const char* description) {
  schema["description"] = description;
  return schema;
}

/// Fields, defaults and values of a layer of records of type T.
template <class T>
Json section_schema() {
  Json columns = Json::object();
  Json defaults = Json::object();
  Json values = Json::object();
  const T record{};
  describe(
      [&]<class M>(const Field& field, const M& member) {
        if constexpr (!GeometryMember<M>) {
          const std::string name(field.name);
          const std::string meaning(field.meaning);
          columns[name] = described(json_schema::text(), meaning.c_str());
          Json ours = scalar();
          if constexpr (!ReferenceMember<M> && !Vector<M>) ours = json_schema::detail::schema_of_value(member, field);
          defaults[name] = ours;
          values[name] = {{"type", "object"}, {"additionalProperties", ours}};
        }
      },
      record);
  Json schema = json_schema::schema_of<LayerSource>();
  Json& properties = schema["properties"];
  properties["fields"] = described(json_schema::object(std::move(columns), {}),
                                   "our field: their column; a field that is not named here has a column of its own name");
  properties["defaults"] = described(json_schema::object(std::move(defaults), {}), "our field: value where theirs is missing");
  properties["values"] = described(json_schema::object(std::move(values), {}), "our field: their value: our value");
  return schema;
}

Json layers_schema() {
  Json layers = Json::object();
  const Park park;
  describe(
      [&layers]<class P>(const Field& field, const P&) {
        if constexpr (RecordTable<typename P::Content>) {
          layers[std::string(field.name)] = described(section_schema<typename P::Content::Record>(), std::string(field.meaning).c_str());
        }
      },
      park);
  layers["zones"]["description"] = "public areas and water; where zones overlap, the first in the layer counts";
  return json_schema::object(std::move(layers), {});
}

Json site_schema() {
  Json schema = json_schema::schema_of<Site>(json_schema::Form::whole, {"boundary"});
  for (const char* name : {"origin_easting_m", "origin_northing_m", "origin_longitude_deg", "origin_latitude_deg"})
    schema["properties"][name].erase("default");
  return schema;
}

Json height_rules_schema() {
  Json rules = Json::object();
  HeightRules usual = usual_height_rules();
  for (const auto& entry : names_of(BuildingUse{})) {
    const HeightRule& rule = rule_for(usual, entry.value);
    Json schema = json_schema::schema_of<HeightRule>();
    describe(
        [&schema](const Field& field, const auto& member) {
          schema["properties"][std::string(field.name)]["default"] = json_schema::detail::default_of(member);
        },
        rule);
    rules[std::string(entry.name)] = std::move(schema);
  }
  return json_schema::object(std::move(rules), {});
}

}  // namespace

std::string park_schema() {
  Json properties = Json::object();
  properties["site"] = described(site_schema(), "name and place; without an origin it is the south-west of the boundary, to full 100 m");
  properties["boundary"] =
      described(json_schema::schema_of<LayerSource>(), "area that counts as the park: all areas of this layer together");
  properties["terrain"] = described(json_schema::schema_of<TerrainSection>(), "ground elevation; left out: flat at 0 m");
  properties["weather"] = described(json_schema::schema_of<WeatherSection>(), "a typical year of weather, hourly; left out: none");
  properties["height_rules"] = described(height_rules_schema(), "storeys by use, for buildings without a height");
  properties["layers"] = described(layers_schema(), "where each table of the park lives; a table that is left out is empty");
  const Json body = json_schema::object(std::move(properties), {"site", "boundary"});
  return json_schema::document("parktwin park.yaml", "A park as a folder: which file holds which part, and which foreign field means what.",
                               body)
             .dump(2) +
         "\n";
}

}  // namespace parktwin::importers
