#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(SchemaCommand, EveryKindIsADraft2020Schema) {
  for (const char* kind : {"park", "scenario", "recipe", "criteria"}) {
    const auto outcome = call({"schema", kind});
    ASSERT_EQ(outcome.code, 0) << kind;
    const auto schema = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema") << kind;
    EXPECT_EQ(schema["type"], "object") << kind;
    EXPECT_FALSE(schema["properties"].empty()) << kind;
  }
}

TEST(SchemaCommand, UnknownKindIsWrongUsage) { EXPECT_EQ(call({"schema", "weather"}).code, 2); }

}  // namespace
}  // namespace parktwin::cli
