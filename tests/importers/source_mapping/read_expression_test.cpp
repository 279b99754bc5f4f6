#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"
#include "importers/source_mapping/expression.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

std::string fault_of(const std::string& text) {
  const auto document = yaml::parse_document("e:\n  " + text + "\n", "recipe.yaml");
  Problems problems;
  static_cast<void>(read_expression(document.root["e"], document.file, ".", problems));
  return problems.empty() ? "" : to_string(problems.list().front());
}

TEST(ReadExpression, FaultsNameLineFoundAndExpected) {
  EXPECT_EQ(fault_of("{field: a, first: [b]}"),
            "recipe.yaml: line 2, column 3: found several of constant, field, first, join and when, expected one of them");
  EXPECT_THAT(fault_of("{unit: m}"), ::testing::HasSubstr("found none of constant"));
  EXPECT_THAT(fault_of("{feild: a}"), ::testing::HasSubstr("feild"));
  EXPECT_THAT(fault_of("{field: a, unit: furlong}"), ::testing::HasSubstr("furlong"));
  EXPECT_THAT(fault_of("{field: a, times: many}"), ::testing::HasSubstr("times"));
  EXPECT_THAT(fault_of("[a, b]"), ::testing::HasSubstr("found a list"));
  EXPECT_THAT(fault_of("{when: [{if: {field: a}, then: b}]}"), ::testing::HasSubstr("found no test"));
  EXPECT_THAT(fault_of("{when: [{if: {field: a, above: 1}}]}"), ::testing::HasSubstr("only one of if and then"));
  EXPECT_THAT(fault_of("{field: a, lookup: no-such.csv}"), ::testing::HasSubstr("no such file"));
  EXPECT_EQ(fault_of("{field: a, lookup: {1: one}, otherwise: b}"), "");
}

TEST(ReadExpression, ALookupMayBeATableOfItsOwn) {
  const testing::TemporaryFolder folder;
  static_cast<void>(folder.write("kinds.csv", "theirs,ours\nWerk,factory\n12,office\n"));
  const auto document = yaml::parse_document("e: {field: kind, lookup: kinds.csv}", "recipe.yaml");
  Problems problems;
  const auto expression = read_expression(document.root["e"], document.file, folder.path(), problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(expression.lookup.at("Werk"), "factory");
  EXPECT_EQ(expression.lookup.at("12"), "office");
}

TEST(ReadExpression, ExpressionsInsideEachOtherHaveAnEnd) {
  std::string text = "a";
  for (int i = 0; i < 40; ++i) text = "{first: [" + text + "]}";
  EXPECT_THAT(fault_of(text), ::testing::HasSubstr("more than 20"));
}

}  // namespace
}  // namespace parktwin::importers
