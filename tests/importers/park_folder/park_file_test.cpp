#include "importers/park_folder/park_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> problems_of(const std::string& text, ParkFile* result = nullptr) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder.path() / "park.yaml", text);
  Problems problems;
  const ParkFile file = read_park_file(folder.path() / "park.yaml", problems);
  if (result != nullptr) *result = file;
  std::vector<std::string> lines;
  for (const auto& problem : problems.list()) lines.push_back(problem.place + ": " + problem.message);
  return lines;
}

TEST(ParkFile, ReadsEverySection) {
  ParkFile file;
  EXPECT_THAT(
      problems_of(
          "site: {name: A, crs: \"EPSG:4549\", origin_easting_m: 5, origin_northing_m: 6}\n"
          "boundary: {file: b.gpkg, layer: edge, repair: true}\n"
          "terrain: {file: t.tif, cell_size_m: 10, lowest_m: 0}\n"
          "height_rules: {office: {floors: 9}}\n"
          "layers:\n"
          "  buildings: {file: c.csv, x_column: lon, y_column: lat, crs: \"EPSG:4326\", fields: {height_m: H}, defaults: {floors: 3},\n"
          "              values: {use: {Werk: factory}}}\n",
          &file),
      ElementsAre());
  EXPECT_TRUE(file.has_frame);
  EXPECT_TRUE(file.has_origin);
  EXPECT_FALSE(file.has_longitude_latitude);
  EXPECT_EQ(file.boundary->layer, "edge");
  EXPECT_TRUE(file.boundary->repair);
  EXPECT_EQ(file.terrain->cell_size, Metres(10.0));
  EXPECT_EQ(file.terrain->lowest, Metres(0.0));
  EXPECT_EQ(rule_for(file.height_rules, BuildingUse::office).floors, 9);
  EXPECT_EQ(rule_for(file.height_rules, BuildingUse::office).storey, Metres(3.9)) << "the usual one";
  const LayerSection& buildings = file.layers.at("buildings");
  EXPECT_EQ(buildings.source.x_column, "lon");
  EXPECT_EQ(buildings.fields.at("height_m").text, "H");
  EXPECT_EQ(buildings.defaults.at("floors").text, "3");
  EXPECT_EQ(buildings.values.at("use").at("Werk").text, "factory");
}

TEST(ParkFile, FaultySectionsAreLeftOutAndNamed) {
  ParkFile file;
  EXPECT_THAT(problems_of("site: {name: A, crs: \"EPSG:4549\", origin_easting_m: 5}\n"
                          "boundary: {file: b.gpkg}\n"
                          "layers: {trees: {layer: t}, roads: {file: r.gpkg, fields: [a]}, zones: {file: z.gpkg, fields: {id: [a]}}}\n",
                          &file),
              ElementsAre("line 1, column 7: found only one of origin_easting_m and origin_northing_m, expected both or neither",
                          "line 3, column 100: id: found no single value, expected one",
                          "line 3, column 59: found a list of 1, expected a mapping of keys and values",
                          "line 3, column 17: file: missing, expected file, relative to the folder of park.yaml"));
  EXPECT_FALSE(file.has_origin);
  EXPECT_TRUE(file.layers.empty());
  EXPECT_THAT(file.faulty_layers, ElementsAre("roads", "trees", "zones"));
}

TEST(ParkFile, NotAMapping) { EXPECT_THAT(problems_of("- a\n- b\n"), ElementsAre(::testing::HasSubstr("expected a mapping"))); }

}  // namespace
}  // namespace parktwin::importers
