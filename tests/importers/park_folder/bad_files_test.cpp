// Files that are missing, damaged or not what park.yaml says: each problem with its file, place and sentence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <filesystem>

#include "engine/core/errors.h"
#include "importers/gdal_layers/gdal_session.h"
#include "importers/park_folder/park_folder.h"
#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using testing::replace_in_file;
using testing::SampleFolder;
using testing::text_of_file;
using testing::write_file;
namespace fs = std::filesystem;

TEST(BadFiles, NoFolder) {
  const SampleFolder folder;
  EXPECT_THAT(testing::problems_of(folder.path() / "none"), ElementsAre((folder.path() / "none").string() + ": no such folder"));
}

TEST(BadFiles, FileInsteadOfFolder) {
  const SampleFolder folder;
  EXPECT_THAT(testing::problems_of(folder.file("park.yaml")),
              ElementsAre(folder.file("park.yaml").string() + ": found a file, expected a folder with park.yaml"));
}

TEST(BadFiles, NoParkFile) {
  const SampleFolder folder;
  fs::remove(folder.file("park.yaml"));
  EXPECT_THAT(folder.problems(), ElementsAre("park.yaml: no such file"));
}

TEST(BadFiles, MissingLayerIsOneProblemAlthoughOthersReferToIt) {
  const SampleFolder folder;
  fs::remove(folder.file("enterprises.csv"));
  EXPECT_THAT(folder.problems(), ElementsAre("enterprises.csv: no such file"));
}

TEST(BadFiles, FolderInsteadOfLayer) {
  const SampleFolder folder;
  fs::remove(folder.file("buses.geojson"));
  fs::create_directory(folder.file("buses.geojson"));
  EXPECT_THAT(folder.problems(), ElementsAre("buses.geojson: found a folder, expected a file"));
}

TEST(BadFiles, EmptyFiles) {
  const SampleFolder folder;
  write_file(folder.file("boundary.geojson"), "");
  write_file(folder.file("terrain.tif"), "");
  write_file(folder.file("zones.geojson"), "");
  EXPECT_THAT(folder.problems(), ElementsAre("boundary.geojson: is empty", "terrain.tif: is empty", "zones.geojson: is empty"));
}

TEST(BadFiles, TruncatedGeoJson) {
  const SampleFolder folder;
  const std::string text = text_of_file(folder.file("buildings.geojson"));
  write_file(folder.file("buildings.geojson"), text.substr(0, text.size() * 2 / 3));
  EXPECT_THAT(folder.problems(), ElementsAre("buildings.geojson: cannot be opened as a layer"));
}

TEST(BadFiles, TruncatedTerrain) {
  const SampleFolder folder;
  const std::string bytes = text_of_file(folder.file("terrain.tif"));
  write_file(folder.file("terrain.tif"), bytes.substr(0, bytes.size() / 2));
  EXPECT_THAT(folder.problems(), ElementsAre("terrain.tif: cannot be read to its end"));
}

/// A GeoPackage of trees with many features, so that it has many pages to lose.
void make_package(const fs::path& file, std::size_t trees, bool with_crs) {
  GdalSession session;
  GDALDatasetUniquePtr package(GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference crs;
  crs.importFromEPSG(4549);
  crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  OGRLayer* layer = package->CreateLayer("trees", with_crs ? &crs : nullptr, wkbPoint);
  OGRFieldDefn id("id", OFTString);
  ASSERT_EQ(layer->CreateField(&id), OGRERR_NONE);
  ASSERT_EQ(layer->StartTransaction(), OGRERR_NONE);
  for (std::size_t i = 0; i < trees; ++i) {
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
    feature->SetField("id", ("T-" + std::to_string(i)).c_str());
    const OGRPoint point(512300.0 + static_cast<double>(i), 3456800.0);
    feature->SetGeometry(&point);
    ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
  }
  ASSERT_EQ(layer->CommitTransaction(), OGRERR_NONE);
}

TEST(BadFiles, TruncatedGeoPackage) {
  const SampleFolder folder;
  make_package(folder.file("trees.gpkg"), 5000, true);
  replace_in_file(folder.file("park.yaml"), "trees.geojson", "trees.gpkg");
  ASSERT_THAT(folder.problems(), ElementsAre());
  const std::string bytes = text_of_file(folder.file("trees.gpkg"));
  write_file(folder.file("trees.gpkg"), bytes.substr(0, bytes.size() / 2));
  EXPECT_THAT(folder.problems(), ElementsAre("trees.gpkg: cannot be opened as a layer"));
}

TEST(BadFiles, LayerWithoutCrs) {
  const SampleFolder folder;
  make_package(folder.file("trees.gpkg"), 3, false);
  replace_in_file(folder.file("park.yaml"), "{file: trees.geojson}", "{file: trees.gpkg}");
  EXPECT_THAT(
      folder.problems(),
      ElementsAre("trees.gpkg: layer trees: has no coordinate reference system; add one to the source, or a crs where the layer is named"));
  replace_in_file(folder.file("park.yaml"), "{file: trees.gpkg}", "{file: trees.gpkg, crs: \"EPSG:4549\"}");
  EXPECT_THAT(folder.problems(), ElementsAre());
}

TEST(BadFiles, NoSuchLayerAndBadFilter) {
  const SampleFolder folder;
  make_package(folder.file("trees.gpkg"), 3, true);
  replace_in_file(folder.file("park.yaml"), "{file: trees.geojson}", "{file: trees.gpkg, layer: bushes}");
  EXPECT_THAT(folder.problems(), ElementsAre("trees.gpkg: layer bushes: no such layer, found trees"));
  replace_in_file(folder.file("park.yaml"), "layer: bushes", "where: \"hight >< 3\"");
  const auto problems = folder.problems();
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_THAT(problems[0], ::testing::StartsWith("trees.gpkg: layer trees: the filter \"hight >< 3\" does not fit ("));
}

TEST(BadFiles, UnknownKeysWrongTypesAndRangesHaveLineAndColumn) {
  const SampleFolder folder;
  write_file(folder.file("park.yaml"),
             "site:\n  name: Small\n  crs: EPSG:4549\n  origin_easting_m: far\n  origin_northing_m: 3456700.5\n  colour: red\n"
             "boundary: {file: boundary.geojson, layers: b}\n"
             "terrain: {file: terrain.tif, cell_size_m: 0}\n"
             "height_rules: {factory: {storey_m: -4}, castle: {}}\n"
             "layers:\n"
             "  trees: {file: trees.geojson, fields: {hight_m: H}, defaults: {crown_diameter_m: wide}}\n"
             "  buildings: {file: buildings.geojson, values: {use: {Werk: fabrik}}}\n"
             "  lakes: {file: lakes.geojson}\n");
  const auto problems = folder.problems();
  const std::vector<std::string> starts{"park.yaml: line 6, column 3: found the unknown key \"colour\"",
                                        "park.yaml: line 4, column 21: origin_easting_m: found",
                                        "park.yaml: line 7, column 36: found the unknown key \"layers\"",
                                        "park.yaml: line 8, column 43: cell_size_m: found 0, expected",
                                        "park.yaml: line 9, column 41: found the unknown key \"castle\"",
                                        "park.yaml: line 9, column 36: storey_m: found -4, expected",
                                        "park.yaml: line 13, column 3: found the unknown key \"lakes\"",
                                        "park.yaml: line 11, column 41: found the unknown key \"hight_m\", did you mean height_m?",
                                        "park.yaml: line 11, column 83: crown_diameter_m: found \"wide\", expected a number",
                                        "park.yaml: line 12, column 61: use: found \"fabrik\", expected one of factory, warehouse"};
  for (const auto& start : starts) EXPECT_THAT(problems, ::testing::Contains(::testing::StartsWith(start)));
  for (const auto& problem : problems) EXPECT_THAT(problem, ::testing::StartsWith("park.yaml: ")) << problem;
}

TEST(BadFiles, ParkFileWithoutItsParts) {
  const SampleFolder folder;
  write_file(folder.file("park.yaml"), "site: {name: Small}\n");
  EXPECT_THAT(folder.problems(),
              ElementsAre(::testing::StartsWith("park.yaml: line 1, column 7: crs: missing, expected "),
                          "park.yaml: line 1, column 1: boundary: missing, expected the file with the area that counts as the park"));
}

}  // namespace
}  // namespace parktwin::importers
