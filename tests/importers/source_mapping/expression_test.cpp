#include "importers/source_mapping/expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"

namespace parktwin::importers {
namespace {

VectorLayer houses() {
  VectorLayer layer;
  layer.columns = {"kind", "height", "levels"};
  layer.available = layer.columns;
  layer.features.push_back({1, {std::string("Werk"), std::string("40 ft"), std::int64_t{2}}, {}, false});
  layer.features.push_back({2, {std::string("Haus"), std::string("tall"), std::int64_t{3}}, {}, false});
  layer.features.push_back({3, {std::string("  "), {}, {}}, {}, false});
  return layer;
}

Value value_of(const std::string& yaml_text, std::size_t feature, std::string_view unit = "") {
  const auto document = yaml::parse_document("e: " + yaml_text, "recipe.yaml");
  Problems problems;
  auto expression = read_expression(document.root["e"], document.file, ".", problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  const auto layer = houses();
  std::vector<const Expression*> absent;
  bind_columns(expression, layer, absent);
  EXPECT_TRUE(absent.empty());
  return evaluate(expression, layer.features.at(feature), unit);
}

Attribute text(const char* value) { return std::string(value); }

TEST(Expression, ColumnsConstantsAndTables) {
  EXPECT_EQ(value_of("kind", 0).attribute, text("Werk"));
  EXPECT_EQ(value_of("kind", 2).attribute, Attribute()) << "blank is missing";
  EXPECT_EQ(value_of("{constant: brick}", 0).attribute, text("brick"));
  EXPECT_FALSE(value_of("{constant: brick}", 0).guessed);
  EXPECT_EQ(value_of("{field: kind, lookup: {Werk: factory}}", 0).attribute, text("factory"));
  const auto unknown = value_of("{field: kind, lookup: {Werk: factory}}", 1);
  EXPECT_EQ(unknown.attribute, Attribute());
  EXPECT_THAT(unknown.fault.value_or(""), testing::HasSubstr("Haus"));
  const auto other = value_of("{field: kind, lookup: {Werk: factory}, otherwise: {constant: other}}", 1);
  EXPECT_EQ(other.attribute, text("other"));
  EXPECT_TRUE(other.guessed);
}

TEST(Expression, UnitsAndArithmetic) {
  EXPECT_EQ(value_of("{field: height, unit: m}", 0, "m").attribute, Attribute(40 * 0.3048));
  EXPECT_EQ(value_of("{field: levels, times: 3, plus: 1}", 0, "m").attribute, Attribute(7.0));
  EXPECT_THAT(value_of("{field: height, unit: m}", 1, "m").fault.value_or(""), testing::HasSubstr("\"tall\""));
}

TEST(Expression, TheFirstThatIsThereCounts) {
  const std::string fallback = "{first: [{field: height, unit: m}, {field: levels, times: 3.2, guess: true}, {constant: 9}]}";
  EXPECT_FALSE(value_of(fallback, 0, "m").guessed);
  const auto by_levels = value_of(fallback, 1, "m");
  EXPECT_NEAR(std::get<double>(by_levels.attribute), 9.6, 1e-12);
  EXPECT_TRUE(by_levels.guessed);
  EXPECT_TRUE(by_levels.fault.has_value()) << "the height that could not be read is still named";
  EXPECT_TRUE(value_of(fallback, 2, "m").guessed);
}

TEST(Expression, JoinsAndConditions) {
  EXPECT_EQ(value_of("{join: [kind, levels], separator: \"-\", prefix: B-}", 0).attribute, text("B-Werk-2"));
  EXPECT_EQ(value_of("{join: [kind, levels]}", 2).attribute, Attribute());
  const std::string by_levels = "{when: [{if: {field: levels, above: 2.5}, then: {constant: office}}], otherwise: {constant: factory}}";
  EXPECT_EQ(value_of(by_levels, 0).attribute, text("factory"));
  EXPECT_EQ(value_of(by_levels, 1).attribute, text("office"));
  EXPECT_EQ(value_of("{when: [{if: {field: kind, present: false}, then: {constant: none}}]}", 2).attribute, text("none"));
  EXPECT_EQ(value_of("{when: [{if: {field: kind, one_of: [a, Werk]}, then: levels}]}", 0).attribute, Attribute(std::int64_t{2}));
}

}  // namespace
}  // namespace parktwin::importers
