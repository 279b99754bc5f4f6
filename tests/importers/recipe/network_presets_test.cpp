#include "importers/recipe/network_presets.h"

#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"
#include "importers/recipe/source_rules.h"

namespace parktwin::importers {
namespace {

TEST(NetworkPresets, AreSoundForEveryTable) {
  std::size_t count = 0;
  for (const char* preset : {"netbox", "matpower", "pandapower", "graphml", "gml", "enterprise_registry"}) {
    EXPECT_EQ(format_of_preset(preset), preset);
    for (const char* table : {"network_nodes", "network_links", "address_prefixes", "buses", "power_lines", "transformers", "power_loads",
                              "generators", "enterprises"}) {
      if (!network_preset_text(preset, table)) continue;
      const auto document =
          yaml::parse_document("s: [{preset: " + std::string(preset) + ", file: a, table: " + table + "}]", "recipe.yaml");
      Recipe recipe;
      Problems problems;
      read_source_rules(document.root["s"], recipe, document.file, problems);
      for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
      ASSERT_EQ(recipe.sources.size(), 1U);
      EXPECT_EQ(recipe.sources[0].format, preset);
      EXPECT_TRUE(recipe.sources[0].fields.contains("id"));
      ++count;
    }
  }
  EXPECT_EQ(count, 18U);
  EXPECT_EQ(known_network_presets().size(), 6U);
}

TEST(NetworkPresets, OthersAreNotKnown) {
  EXPECT_EQ(format_of_preset("osm"), "");
  EXPECT_FALSE(network_preset_text("osm", "buildings"));
  EXPECT_FALSE(network_preset_text("netbox", "buildings"));
}

}  // namespace
}  // namespace parktwin::importers
