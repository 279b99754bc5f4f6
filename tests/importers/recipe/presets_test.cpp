#include "importers/recipe/presets.h"

#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"
#include "importers/recipe/source_rules.h"

namespace parktwin::importers {
namespace {

TEST(Presets, OfOpenStreetMapAreSoundForEveryTable) {
  for (const char* table :
       {"buildings", "roads", "zones", "parcels", "trees", "buses", "power_lines", "radio_sites", "network_nodes", "ducts"}) {
    ASSERT_TRUE(preset_text("osm", table)) << table;
    const auto document = yaml::parse_document(std::string("s: [{preset: osm, file: a.osm, table: ") + table + "}]", "recipe.yaml");
    Recipe recipe;
    Problems problems;
    read_source_rules(document.root["s"], recipe, document.file, problems);
    for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
    ASSERT_EQ(recipe.sources.size(), 1U);
    EXPECT_TRUE(recipe.sources[0].fields.contains("id"));
  }
}

TEST(Presets, OthersAreNotKnown) {
  EXPECT_FALSE(preset_text("osm", "cables"));
  EXPECT_FALSE(preset_text("atlas", "buildings"));
}

}  // namespace
}  // namespace parktwin::importers
