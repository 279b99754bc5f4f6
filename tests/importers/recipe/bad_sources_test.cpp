// Damaged sources through a whole recipe: each is refused with its file, or gives a park; nothing else may happen.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/core/random.h"
#include "engine/core/whole_file.h"
#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using testing::TemporaryFolder;

const std::filesystem::path samples = std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/recipes";

std::filesystem::path recipe_for(const TemporaryFolder& folder, const std::string& name, const std::string& table,
                                 const std::string& preset) {
  return folder.write("recipe.yaml", fmt::format("recipe: r\nname: R\ncrs: EPSG:32633\nsources:\n  - {{table: {}, file: {}, preset: {}}}\n",
                                                 table, name, preset));
}

/// "" for a park, else the first fault.
std::string outcome(const std::filesystem::path& recipe) {
  try {
    static_cast<void>(import_by_recipe(recipe));
    return "";
  } catch (const InputError& error) {
    const auto& problem = error.problems().front();
    EXPECT_FALSE(problem.file.empty());
    EXPECT_FALSE(problem.message.empty());
    return to_string(problem);
  }
}

TEST(BadSources, CutMapsAreRefusedWithTheirFile) {
  const TemporaryFolder folder;
  const auto text = read_whole(samples / "sample.osm").value();
  const auto recipe = recipe_for(folder, "map.osm", "power_lines", "osm");
  for (std::size_t length = 1; length + 10 < text.size(); length += 97) {
    static_cast<void>(folder.write("map.osm", text.substr(0, length)));
    EXPECT_THAT(outcome(recipe), ::testing::HasSubstr("map.osm")) << length;
  }
}

TEST(BadSources, ChangedMapsNeverCrash) {
  const TemporaryFolder folder;
  const auto text = read_whole(samples / "sample.osm").value();
  const auto recipe = recipe_for(folder, "map.osm", "power_lines", "osm");
  std::size_t refused = 0;
  for (std::uint32_t trial = 0; trial < 60; ++trial) {
    const RandomSequence draw(41, 0, trial);
    std::string changed = text;
    for (std::uint32_t i = 0; i < 3; ++i) {
      changed[static_cast<std::size_t>(draw.uniform(2 * i, 0.0, static_cast<double>(text.size())))] =
          static_cast<char>(draw.uniform(2 * i + 1, 0.0, 256.0));
    }
    static_cast<void>(folder.write("map.osm", changed));
    refused += outcome(recipe).empty() ? 0 : 1;
  }
  EXPECT_GT(refused, 20U);
}

TEST(BadSources, CutModelsAreRefusedWithTheirFile) {
  const TemporaryFolder folder;
  const auto text = read_whole(samples / "sample.city.json").value();
  const auto recipe = recipe_for(folder, "cut.city.json", "buildings", "city_model");
  for (std::size_t length = 0; length + 3 < text.size(); length += 101) {
    static_cast<void>(folder.write("cut.city.json", text.substr(0, length)));
    EXPECT_THAT(outcome(recipe), ::testing::HasSubstr("cut.city.json")) << length;
  }
}

TEST(BadSources, AnAbsurdSizeIsNotBelieved) {
  const TemporaryFolder folder;
  const auto recipe = recipe_for(folder, "map.osm.pbf", "roads", "osm");
  for (const char first : {'\x00', '\x7f', '\xff'}) {  // length of the first header, big-endian
    static_cast<void>(folder.write("map.osm.pbf", std::string{first} + "\xff\xff\xff\x0a\x09OSMHeader\x18\xff\xff\xff\xff\x07"));
    EXPECT_THAT(outcome(recipe), ::testing::HasSubstr("map.osm.pbf"));
  }
}

TEST(BadSources, ASourceThatPointsElsewhereIsRefused) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("elsewhere.vrt",
                                 "\n<OGRVRTDataSource><OGRVRTLayer name=\"passwd\"><SrcDataSource>/etc/passwd</SrcDataSource>"
                                 "</OGRVRTLayer></OGRVRTDataSource>"));
  const auto recipe = folder.write(
      "recipe.yaml", "recipe: r\nname: R\ncrs: EPSG:32633\nsources:\n  - {table: trees, file: elsewhere.vrt, fields: {id: a}}\n");
  EXPECT_THAT(outcome(recipe), ::testing::HasSubstr("points to other files"));
  const auto remote = folder.write(
      "remote.yaml",
      "recipe: r\nname: R\ncrs: EPSG:32633\nsources:\n  - {table: trees, file: /vsicurl/http://localhost/a.csv, fields: {id: a}}\n");
  EXPECT_THAT(outcome(remote), ::testing::HasSubstr("no such file"));
}

}  // namespace
}  // namespace parktwin::importers
