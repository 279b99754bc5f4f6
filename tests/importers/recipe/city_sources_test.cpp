#include "importers/recipe/city_sources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

constexpr const char* model = R"({"type":"CityJSON","version":"2.0","metadata":{"referenceSystem":"urn:ogc:def:crs:EPSG::28992"},
"transform":{"scale":[1,1,1],"translate":[91000,436000,0]},"vertices":[[0,0,2],[40,0,2],[40,30,2],[0,30,2],[80,0,1],[90,0,1],[90,10,1]],
"appearance":{"textures":[{"type":"PNG","image":"roof.png"}],"materials":[{"name":"brick"}]},
"CityObjects":{"B":{"type":"Building","attributes":{"measuredHeight":12.5,"storeysAboveGround":3},
"geometry":[{"type":"MultiSurface","lod":"0","boundaries":[[[0,1,2,3]]]}]},
"W":{"type":"WaterBody","geometry":[{"type":"MultiSurface","lod":"1","boundaries":[[[4,5,6]]]}]},
"T":{"type":"SolitaryVegetationObject","attributes":{"height":9},"geometry":[{"type":"GeometryInstance","template":0,"boundaries":[5]}]},
"E":{"type":"+Shed"}}})";

TEST(CitySources, OnePresetGivesThreeTables) {
  const testing::TemporaryFolder folder;
  static_cast<void>(folder.write("model.json", model));  // found by what it says
  const auto file = folder.write("recipe.yaml",
                                 "recipe: r\nname: R\ncrs: EPSG:28992\nsources:\n"
                                 "  - {table: buildings, file: model.json, preset: city_model}\n"
                                 "  - {table: zones, file: model.json, preset: city_model}\n"
                                 "  - {table: trees, file: model.json, preset: city_model}\n");
  const auto imported = import_by_recipe(file);
  const auto& park = imported.loaded.park;
  ASSERT_EQ(park.buildings->size(), 1U);
  EXPECT_NEAR(area(park.buildings->begin()->footprint), 1200.0, 1e-6);
  EXPECT_EQ(park.buildings->begin()->height.value(), 12.5);
  EXPECT_EQ(park.buildings->begin()->floors, 3);
  EXPECT_FALSE(park.buildings->begin()->height_assumed);
  ASSERT_EQ(park.zones->size(), 1U);
  EXPECT_EQ(park.zones->begin()->kind, ZoneKind::water);
  ASSERT_EQ(park.trees->size(), 1U);
  EXPECT_EQ(park.trees->begin()->height.value(), 9.0);
  const auto& findings = imported.report.sources[0].findings;
  EXPECT_EQ(findings.at({Finding::dropped, "city objects of extensions"}).count, 1U);
  EXPECT_EQ(findings.at({Finding::note, "textures and materials that were left aside"}).count, 2U);
  EXPECT_EQ(findings.at({Finding::note, "objects with heights above a datum the file does not name"}).count, 3U);
}

TEST(CitySources, TheExampleGivesBuildingsInPartsBesideAMap) {
  const auto imported = import_by_recipe(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/recipes/city-model.yaml");
  const auto& park = imported.loaded.park;
  ASSERT_EQ(park.buildings->size(), 3U);
  for (const auto& building : *park.buildings) {
    EXPECT_FALSE(building.height_assumed);
    EXPECT_EQ(building.use, building.id == "Hall-1" ? BuildingUse::factory : BuildingUse::office);
    if (building.id == "Offices-tower") {
      EXPECT_NEAR(building.height.value(), 28.0, 1e-9);
    }
  }
  EXPECT_EQ(park.power_lines->size(), 4U);
  EXPECT_EQ(park.radio_sites->size(), 1U);
  EXPECT_EQ(park.trees->size(), 1U);
  EXPECT_EQ(park.roads->size(), 1U);
}

TEST(CitySources, ALayerOrAFilterIsRefused) {
  const testing::TemporaryFolder folder;
  VectorRequest request;
  request.file = folder.write("model.city.json", model);
  request.where = "height > 3";
  SourceReport report;
  Problems problems;
  EXPECT_FALSE(read_city_model(request, report, problems));
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_THAT(problems.list()[0].message, ::testing::HasSubstr("no filter of GDAL"));
}

TEST(CitySources, AreKnownByNameOrContent) {
  const testing::TemporaryFolder folder;
  EXPECT_TRUE(is_city_model("a.city.json"));
  EXPECT_TRUE(is_city_model(folder.write("a.json", model)));
  EXPECT_FALSE(is_city_model(folder.write("b.json", R"({"type":"FeatureCollection"})")));
  EXPECT_FALSE(is_city_model(folder.path() / "missing.json"));
  EXPECT_TRUE(is_city_model("a.citygml"));
  EXPECT_TRUE(is_city_model(folder.write("a.gml", "<CityModel xmlns=\"http://www.opengis.net/citygml/2.0\"/>")));
  EXPECT_FALSE(is_city_model(folder.write("b.gml", "<FeatureCollection xmlns=\"http://www.opengis.net/gml\"/>")));
}

}  // namespace
}  // namespace parktwin::importers
