#include "importers/recipe/recipe_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "tests/importers/recipe/foreign_sources.h"

namespace parktwin::importers {
namespace {

std::vector<Problem> problems_of(const std::filesystem::path& file) {
  try {
    static_cast<void>(read_recipe_file(file));
  } catch (const InputError& error) {
    return error.problems();
  }
  return {};
}

TEST(RecipeFile, ReadsEveryPart) {
  const ForeignSources sources;
  const auto recipe = read_recipe_file(sources.recipe());
  EXPECT_EQ(recipe.name_zh, "小岛");
  EXPECT_EQ(recipe.parcels->id_column, "lot");
  EXPECT_EQ(recipe.enterprises->sectors.at(0).sector, Sector::chemicals);
  ASSERT_TRUE(recipe.buildings);
  EXPECT_EQ(recipe.buildings->heights.at(1).floors, 2);
  ASSERT_TRUE(recipe.fibre);
  EXPECT_EQ(recipe.fibre->reach, Metres(200.0));
  EXPECT_FALSE(recipe.terrain);
}

TEST(RecipeFile, ReportsAllProblemsAtOnce) {
  const ForeignSources sources;
  sources.write("recipe.yaml",
                "recipe: bad\n"
                "crs: EPSG:4549\n"
                "parcels: {source: {fil: lots.geojson}}\n"
                "enterprises: {name_column: owner, sectors: [{value: x, sector: magic}]}\n"
                "roads: {source: {file: roads.geojson}, width_m: 0}\n");
  const auto problems = problems_of(sources.recipe());
  std::vector<std::string> places;
  for (const auto& problem : problems) places.push_back(problem.place.substr(0, problem.place.find(',')));
  EXPECT_THAT(places, testing::IsSupersetOf({"line 3", "line 4", "line 5"}));
  EXPECT_GE(problems.size(), 5U);  // also the missing name, and the file that is not named
}

TEST(RecipeFile, ADegreeSystemIsNoParkSystem) {
  const ForeignSources sources;
  sources.replace_in_recipe("crs: EPSG:4549", "crs: EPSG:4326");
  const auto problems = problems_of(sources.recipe());
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].place.substr(0, 6), "line 4");
}

TEST(RecipeFile, RulesAlongRoadsNeedRoads) {
  const ForeignSources sources;
  sources.replace_in_recipe("roads:\n  source: {file: roads.geojson}\n  name_column: name\n  width_m: 20\n", "");
  const auto problems = problems_of(sources.recipe());
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_THAT(problems[0].message, testing::HasSubstr("fibre"));
  EXPECT_THAT(problems[1].message, testing::HasSubstr("radio_sites"));
}

}  // namespace
}  // namespace parktwin::importers
