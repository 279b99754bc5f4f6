#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/core/describe.h"
#include "engine/park/park.h"
#include "importers/park_folder/park_file.h"
#include "importers/park_folder/park_folder.h"

namespace parktwin::importers {
namespace {

using Json = nlohmann::json;

TEST(ParkSchema, HasTheKeysTheReaderTakes) {
  const Json schema = Json::parse(park_schema());
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  const Json& properties = schema["properties"];
  EXPECT_EQ(properties.size(), park_file_keys.size());
  for (const auto key : park_file_keys) EXPECT_TRUE(properties.contains(std::string(key))) << key;
  EXPECT_EQ(schema["required"], Json::array({"site", "boundary"}));
  EXPECT_EQ(schema["additionalProperties"], false);
}

TEST(ParkSchema, HasEveryTableAndItsFieldsButNoGeometry) {
  const Json layers = Json::parse(park_schema())["properties"]["layers"]["properties"];
  std::size_t tables = 0;
  const Park park;
  describe(
      [&]<class P>(const Field& field, const P&) {
        if constexpr (RecordTable<typename P::Content>) {
          ++tables;
          EXPECT_TRUE(layers.contains(std::string(field.name))) << field.name;
        }
      },
      park);
  EXPECT_EQ(layers.size(), tables);
  const Json& building = layers["buildings"]["properties"];
  for (const auto key : mapping_keys) EXPECT_TRUE(building.contains(std::string(key))) << key;
  EXPECT_TRUE(building["fields"]["properties"].contains("height_m"));
  EXPECT_FALSE(building["fields"]["properties"].contains("footprint"));
  EXPECT_EQ(building["defaults"]["properties"]["height_m"]["maximum"], 600.0);
  EXPECT_EQ(building["values"]["properties"]["use"]["additionalProperties"]["enum"].size(), names_of(BuildingUse{}).size());
}

TEST(ParkSchema, NamesTheUsualHeightRules) {
  const Json rules = Json::parse(park_schema())["properties"]["height_rules"]["properties"];
  EXPECT_EQ(rules["warehouse"]["properties"]["storey_m"]["default"], 10.0);
  EXPECT_EQ(rules["residential"]["properties"]["floors"]["default"], 11);
}

}  // namespace
}  // namespace parktwin::importers
