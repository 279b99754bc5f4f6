#include "importers/recipe/source_schema.h"

#include "engine/core/json_schema.h"
#include "engine/park/park.h"
#include "importers/recipe/presets.h"
#include "importers/recipe/recipe_file.h"
#include "importers/recipe/source_formats.h"

namespace parktwin::importers {
namespace {

using json_schema::Json;

Json described(Json schema, const char* description) {
  schema["description"] = description;
  return schema;
}

Json expression() {
  return described(Json{{"type", Json::array({"string", "object"})}},
                   "a column, or one of constant, field, first, join, when, with lookup, otherwise, unit, times, plus, prefix, guess");
}

}  // namespace

Json sources_schema() {
  Json tables = Json::array();
  const Park park;
  describe(
      [&]<class P>(const Field& field, const P&) {
        if constexpr (RecordTable<typename P::Content>) tables.push_back(field.name);
      },
      park);
  Json source = json_schema::schema_of<ForeignLayer>();
  Json& keys = source["properties"];
  keys["name"] = described(json_schema::text(), "how the report calls it");
  keys["table"] = described(Json{{"enum", tables}}, "table of the park it gives");
  keys["encoding"] = described(json_schema::text(), "of a CSV or Shapefile, such as GBK");
  Json presets = Json::array();
  for (const auto& preset : known_presets()) presets.push_back(preset.substr(0, preset.find(' ')));
  keys["preset"] = described(Json{{"enum", presets}}, "mapping that comes with the program");
  keys["format"] = described(Json{{"enum", foreign_formats()}}, "of a source GDAL does not know; a preset for it says it as well");
  keys["token_file"] = described(json_schema::text(), "file with the token of a NetBox or the password of a database");
  keys["fields"] = described(Json{{"type", "object"}, {"additionalProperties", expression()}}, "our field: expression");
  keys["x"] = described(expression(), "easting or longitude in columns");
  keys["y"] = described(expression(), "northing or latitude in columns");
  keys["x_end"] = described(expression(), "the other end of a straight line");
  keys["y_end"] = described(expression(), "the other end of a straight line");
  keys["distinct"] = described(Json{{"type", "boolean"}}, "rows with an id that stood before are the same record");
  keys["match"] = described(Json{{"type", "object"},
                                 {"properties", {{"name", expression()}, {"address", expression()}, {"parcel", expression()}}},
                                 {"additionalProperties", false}},
                            "of buildings and enterprises: by what they find each other");
  keys["only"] = described(Json{{"type", "object"}}, "test that a row has to pass");
  source["required"] = Json::array({"table", "file"});
  return described(json_schema::array_of(source), "tables from sources; of several for one table the earlier counts where they meet");
}

Json missing_schema() {
  Json keys = Json::object();
  keys["height_rules"] = described(Json{{"type", "object"}}, "use: storey_m and floors, for buildings without a height");
  keys["materials"] = described(Json{{"type", "object"}}, "use: material, for buildings without one");
  keys["sectors"] =
      described(json_schema::array_of(json_schema::schema_of<SectorMapping>()), "part of a name: sector, for enterprises without one");
  return described(json_schema::object(std::move(keys), {}), "what stands in where no source says it");
}

}  // namespace parktwin::importers
