#include "engine/core/json_schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/units.h"
#include "engine/core/yaml_reader.h"
#include "tests/engine/core/schema_check.h"

namespace parktwin::json_schema {
namespace {

enum class Mode { quick, exact };
constexpr auto names_of(Mode) { return std::to_array<EnumName<Mode>>({{Mode::quick, "quick"}, {Mode::exact, "exact"}}); }

struct Inner {
  bool enabled = true;
};

template <class Visitor, DescribedAs<Inner> Self>
void describe(Visitor&& visit, Self& inner) {
  visit(Field{"enabled", "", "a flag"}, inner.enabled);
}

struct Record {
  std::string id;
  Metres height = Metres(12.5);
  std::int32_t count = 3;
  std::uint64_t seed = 1;
  std::int64_t offset = 0;
  Mode mode = Mode::exact;
  std::optional<Kilowatts> power;
  std::optional<Mode> fallback;
  Id<Record> parent;
  Id<Record> owner;
  std::vector<Id<Record>> children;
  std::vector<double> steps;
  Point position;
  LineString path;
  Polygon footprint;
  MultiPolygon shape;
  Inner inner;
};

template <class Visitor, DescribedAs<Record> Self>
void describe(Visitor&& visit, Self& record) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, record.id);
  visit(Field{"height_m", "m", "height above ground", 1, 600.5}, record.height);
  visit(Field{"count", "", "how many", 0}, record.count);
  visit(Field{"seed", "", "seed"}, record.seed);
  visit(Field{"offset", "", "offset"}, record.offset);
  visit(Field{"mode", "", "how"}, record.mode);
  visit(Field{"power_kw", "kW", "power", 0, 1e6}, record.power);
  visit(Field{"fallback", "", "other mode"}, record.fallback);
  visit(Field{"parent", "", "above"}, record.parent);
  visit(Field{.name = "owner", .unit = "", .meaning = "whose", .required = true}, record.owner);
  visit(Field{"children", "", "below"}, record.children);
  visit(Field{"steps", "s", "steps", 0, 10}, record.steps);
  visit(Field{"position", "", "place"}, record.position);
  visit(Field{"path", "", "course"}, record.path);
  visit(Field{"footprint", "", "outline"}, record.footprint);
  visit(Field{"shape", "", "area"}, record.shape);
  visit(Field{"inner", "", "nested"}, record.inner);
}

TEST(JsonSchema, StatesWhatTheFieldListStates) {
  const Json schema = schema_of<Record>();
  EXPECT_EQ(schema["type"], "object");
  EXPECT_EQ(schema["additionalProperties"], false);
  EXPECT_EQ(schema["required"], Json::array({"id", "owner"}));
  const Json& fields = schema["properties"];
  EXPECT_EQ(fields.begin().key(), "id");
  EXPECT_EQ(fields["id"].dump(), R"({"type":"string","description":"unique id"})");
  EXPECT_EQ(fields["height_m"].dump(),
            R"({"type":"number","minimum":1,"maximum":600.5,"unit":"m","description":"height above ground","default":12.5})");
  EXPECT_EQ(fields["count"].dump(), R"({"type":"integer","minimum":0,"maximum":2147483647,"description":"how many","default":3})");
  EXPECT_EQ(fields["seed"].dump(), R"({"type":"integer","minimum":0,"description":"seed","default":1})");
  EXPECT_EQ(fields["offset"].dump(), R"({"type":"integer","description":"offset","default":0})");
  EXPECT_EQ(fields["mode"].dump(), R"({"type":"string","enum":["quick","exact"],"description":"how","default":"exact"})");
  EXPECT_EQ(fields["power_kw"].dump(), R"({"type":["number","null"],"minimum":0,"maximum":1000000,"unit":"kW","description":"power"})");
  EXPECT_EQ(fields["fallback"]["enum"], Json::array({"quick", "exact", nullptr}));
  EXPECT_EQ(fields["parent"]["type"], Json::array({"string", "null"}));
  EXPECT_EQ(fields["owner"]["type"], "string");
  EXPECT_EQ(fields["children"]["items"]["type"], "string");
  EXPECT_EQ(fields["steps"]["items"].dump(), R"({"type":"number","minimum":0,"maximum":10,"unit":"s"})");
  EXPECT_EQ(fields["inner"]["properties"]["enabled"]["default"], true);
}

TEST(JsonSchema, PartialFormHasNeitherDefaultsNorRequirements) {
  const Json schema = schema_of<Record>(Form::partial, {"id"});
  EXPECT_FALSE(schema.contains("required"));
  EXPECT_EQ(schema["minProperties"], 1);
  EXPECT_FALSE(schema["properties"].contains("id"));
  EXPECT_FALSE(schema["properties"]["count"].contains("default"));
}

TEST(JsonSchema, DocumentsCarryTheirHeaderFirst) {
  const Json schema = document("Thing", "what it is", schema_of<Inner>());
  EXPECT_EQ(schema.begin().key(), "$schema");
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(schema["title"], "Thing");
  EXPECT_EQ(schema["additionalProperties"], false);
}

// The schema and the strict reader walk one field list; they have to agree on what a file may say.
TEST(JsonSchema, AcceptsWhatTheReaderAccepts) {
  const Json schema = schema_of<Record>(Form::partial);
  const std::string square = "[[[0, 0], [1, 0], [1, 1]]]";
  const std::string values[] = {"1",
                                "0",
                                "-1",
                                "600.5",
                                "700",
                                "2.5",
                                "12.0",
                                "1e6",
                                "text",
                                "quick",
                                "\"quick\"",
                                "\"1\"",
                                "\"\"",
                                "true",
                                "~",
                                "[]",
                                "[1, 2]",
                                "[1, 2, 3]",
                                "[a, b]",
                                "{}",
                                "[[0, 0]]",
                                "[[0, 0], [3, 4]]",
                                square,
                                std::string("[").append(square).append("]"),
                                "[[[0, 0], [1, 0]]]",
                                "[[]]",
                                "{enabled: false}",
                                "{enabled: 1}",
                                "2147483648",
                                "-2147483649",
                                "[0, 11]",
                                "[a, \"\"]",
                                "[[0, 0], [3, x]]"};
  for (const auto name : yaml::field_names<Record>()) {
    for (const auto& value : values) {
      const std::string text = std::string(name) + ": " + value;
      Record record;
      Problems problems;
      yaml::Reading reading{.partial = true, .given = {}, .references = {}};
      const bool read = yaml::read_described(yaml::parse_document(text, "f").root, record, "f", problems, reading);
      EXPECT_EQ(read, testing_schema::satisfies(text, schema)) << text << (problems.empty() ? "" : to_string(problems.list()[0]));
    }
  }
}

}  // namespace
}  // namespace parktwin::json_schema
