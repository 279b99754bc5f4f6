#include "importers/recipe/source_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"

namespace parktwin::importers {
namespace {

std::vector<std::string> faults_of(const std::string& text, Recipe& recipe) {
  const auto document = yaml::parse_document(text, "recipe.yaml");
  Problems problems;
  if (document.root["sources"].IsDefined()) read_source_rules(document.root["sources"], recipe, document.file, problems);
  if (document.root["missing"].IsDefined()) read_missing_rules(document.root["missing"], recipe, document.file, problems);
  std::vector<std::string> lines;
  for (const auto& problem : problems.list()) lines.push_back(to_string(problem));
  return lines;
}

TEST(SourceRules, ASourceHasTheLastWordOverItsPreset) {
  Recipe recipe;
  EXPECT_THAT(
      faults_of("sources:\n  - {table: roads, file: a.osm, preset: osm, where: highway = 'service', fields: {width_m: {constant: 6}}}\n",
                recipe),
      testing::IsEmpty());
  ASSERT_EQ(recipe.sources.size(), 1U);
  EXPECT_EQ(recipe.sources[0].source.where, "highway = 'service'");
  EXPECT_EQ(recipe.sources[0].fields.at("width_m").kind, Expression::Kind::constant);
  EXPECT_EQ(recipe.sources[0].fields.at("class").column, "highway");
  EXPECT_EQ(recipe.sources[0].name, "a roads");
}

TEST(SourceRules, FaultsNameLineAndKey) {
  Recipe recipe;
  const auto faults = faults_of(
      "sources:\n"
      "  - {table: houses, file: a.shp}\n"
      "  - {table: buildings}\n"
      "  - {table: buildings, file: a.shp, fields: {hight_m: H}}\n"
      "  - {table: trees, file: a.csv, x: lon}\n"
      "  - {table: cables, file: a.osm, preset: osm}\n",
      recipe);
  EXPECT_THAT(faults, testing::ElementsAre(testing::HasSubstr("line 2, column 13: table: found \"houses\""),
                                           testing::HasSubstr("line 3, column 5: file: missing"), testing::HasSubstr("hight_m"),
                                           testing::HasSubstr("line 5, column 5: found only one of x and y"),
                                           testing::HasSubstr("line 6, column 42: preset")));
  EXPECT_TRUE(recipe.sources.empty());
}

TEST(SourceRules, WhatStandsInForMissingValues) {
  Recipe recipe;
  EXPECT_THAT(faults_of("missing:\n  height_rules: {office: {storey_m: 4, floors: 9}}\n  materials: {factory: metal}\n"
                        "  sectors: [{value: 化工, sector: chemicals}]\n",
                        recipe),
              testing::IsEmpty());
  EXPECT_EQ(rule_for(recipe.missing.heights, BuildingUse::office).floors, 9);
  EXPECT_EQ(recipe.missing.materials.at(BuildingUse::factory), WallMaterial::metal);
  EXPECT_EQ(recipe.missing.sectors.at(0).sector, Sector::chemicals);
  EXPECT_THAT(faults_of("missing: {materials: {factory: gold}}\n", recipe), testing::ElementsAre(testing::HasSubstr("gold")));
  EXPECT_THAT(faults_of("missing: {colours: {}}\n", recipe), testing::ElementsAre(testing::HasSubstr("colours")));
}

TEST(SourceRules, ColumnsOfATableAreItsFieldsWithoutTheGeometry) {
  EXPECT_THAT(columns_of_table("trees"), testing::ElementsAre("id", "height_m", "crown_diameter_m"));
  EXPECT_TRUE(columns_of_table("site").empty());
}

}  // namespace
}  // namespace parktwin::importers
