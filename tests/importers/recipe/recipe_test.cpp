#include "importers/recipe/recipe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/core/errors.h"
#include "tests/importers/recipe/foreign_sources.h"

namespace parktwin::importers {
namespace {

TEST(Recipe, GivesAWholePark) {
  const ForeignSources sources;
  const auto loaded = read_recipe(sources.recipe());
  const auto& park = loaded.park;
  EXPECT_EQ(park.site->name, "Small Island");
  EXPECT_EQ(park.site->origin_easting, Metres(570000.0));
  EXPECT_NEAR(park.site->origin_latitude.value(), 31.305, 0.01);
  EXPECT_EQ(park.enterprises->size(), 2U);
  EXPECT_EQ(park.parcels->size(), 4U);
  EXPECT_EQ(park.buildings->size(), 5U);
  EXPECT_EQ(park.zones->size(), 1U);
  EXPECT_EQ(park.radio_sites->size(), 2U);
  EXPECT_EQ(park.radio_cells->size(), 6U);
  EXPECT_EQ(park.network_nodes->size(), 5U);  // core, two enterprises, two sites
  EXPECT_FALSE(loaded.notes.empty());
}

TEST(Recipe, TheBoundaryHoldsParcelsRoadsAndNarrowGaps) {
  const ForeignSources sources;
  const auto loaded = read_recipe(sources.recipe());
  const auto& boundary = loaded.park.site->boundary;
  EXPECT_EQ(boundary.polygons.size(), 1U);
  EXPECT_TRUE(contains(boundary, {105.0, 80.0}));  // gap of 10 m between two parcels
  EXPECT_TRUE(contains(boundary, {790.0, 0.0}));   // road
  EXPECT_FALSE(contains(boundary, {600.0, 80.0}));
}

TEST(Recipe, TheSameSourcesGiveTheSamePark) {
  const ForeignSources sources;
  EXPECT_EQ(content_hash_of(read_recipe(sources.recipe()).park), content_hash_of(read_recipe(sources.recipe()).park));
}

TEST(Recipe, AParkFromARecipeSurvivesItsFolder) {
  const ForeignSources sources;
  const auto loaded = read_recipe(sources.recipe());
  write_park_folder(loaded.park, sources.folder() / "park");
  EXPECT_EQ(content_hash_of(read_park_folder(sources.folder() / "park").park), content_hash_of(loaded.park));
}

TEST(Recipe, AMissingSourceIsNamed) {
  const ForeignSources sources;
  std::filesystem::remove(sources.folder() / "buildings.geojson");
  try {
    static_cast<void>(read_recipe(sources.recipe()));
    FAIL() << "expected InputError";
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 1U);
    EXPECT_THAT(error.problems()[0].file, testing::HasSubstr("buildings.geojson"));
  }
}

TEST(Recipe, TheSchemaNamesThePartsOfARecipe) {
  const auto schema = nlohmann::json::parse(recipe_schema());
  for (const char* key : {"recipe", "crs", "parcels", "enterprises", "buildings", "roads", "radio_sites", "fibre"}) {
    EXPECT_TRUE(schema["properties"].contains(key)) << key;
  }
}

}  // namespace
}  // namespace parktwin::importers
