#include "importers/recipe/source_schema.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

TEST(SourceSchema, NamesKeysAndTables) {
  const auto schema = sources_schema();
  const auto& keys = schema["items"]["properties"];
  for (const char* key : {"table", "file", "layer", "where", "crs", "encoding", "preset", "fields", "x", "y", "only"})
    EXPECT_TRUE(keys.contains(key)) << key;
  const auto& tables = keys["table"]["enum"];
  EXPECT_NE(std::find(tables.begin(), tables.end(), "buildings"), tables.end());
  EXPECT_EQ(std::find(tables.begin(), tables.end(), "terrain"), tables.end());
  EXPECT_TRUE(missing_schema()["properties"].contains("height_rules"));
}

}  // namespace
}  // namespace parktwin::importers
