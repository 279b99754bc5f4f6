#include "importers/recipe/source_assembly.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "importers/gdal_layers/gdal_session.h"
#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

/// "POLYGON ((…))" of a square in metres from (500000, 3400000).
std::string square(double x, double y, double side) {
  const auto at = [](double east, double north) { return std::to_string(500000 + east) + " " + std::to_string(3400000 + north); };
  return "POLYGON ((" + at(x, y) + "," + at(x + side, y) + "," + at(x + side, y + side) + "," + at(x, y + side) + "," + at(x, y) + "))";
}

struct Row {
  std::string geometry;
  std::string id;
  double number = 0.0;
};

/// A layer in any format GDAL writes, with the columns id and number where the format has columns.
void write_layer(const std::filesystem::path& file, const char* driver, const std::vector<Row>& rows, const char* crs = "EPSG:4549") {
  const GdalSession session;
  OGRSpatialReference system;
  ASSERT_EQ(system.SetFromUserInput(crs), OGRERR_NONE);
  GDALDatasetUniquePtr set(GetGDALDriverManager()->GetDriverByName(driver)->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  ASSERT_TRUE(set) << driver;
  auto* layer = set->CreateLayer(file.stem().c_str(), &system, wkbUnknown, nullptr);
  if (layer == nullptr) layer = set->CreateLayer(file.stem().c_str(), &system, wkbPolygon, nullptr);
  ASSERT_NE(layer, nullptr) << driver;
  const bool drawing = std::string(driver) == "DXF";
  OGRFieldDefn id("id", OFTString);
  OGRFieldDefn number("number", OFTReal);
  if (!drawing) {
    layer->CreateField(&id);
    layer->CreateField(&number);
  }
  for (const auto& row : rows) {
    OGRFeature feature(layer->GetLayerDefn());
    feature.SetField(drawing ? "Layer" : "id", row.id.c_str());
    if (!drawing) feature.SetField("number", row.number);
    OGRGeometry* geometry = nullptr;
    ASSERT_EQ(OGRGeometryFactory::createFromWkt(row.geometry.c_str(), nullptr, &geometry), OGRERR_NONE);
    feature.SetGeometryDirectly(geometry);
    ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE) << driver;
  }
}

std::filesystem::path recipe(const TemporaryFolder& folder, const std::string& rest) {
  return folder.write("recipe.yaml", "recipe: test\nname: Test\ncrs: EPSG:4549\n" + rest);
}

const FindingCount& finding(const SourceReport& report, Finding kind, const std::string& what) {
  static const FindingCount none;
  const auto found = report.findings.find({kind, what});
  return found == report.findings.end() ? none : found->second;
}

TEST(SourceAssembly, AParkFromSixFormatsAtOnce) {
  const TemporaryFolder folder;
  write_layer(folder.path() / "houses.gpkg", "GPKG", {{square(0, 0, 20), "H1", 12.0}, {square(40, 0, 30), "H2", 8.0}});
  write_layer(folder.path() / "more.shp", "ESRI Shapefile", {{square(100, 0, 10), "H3", 5.0}});
  write_layer(folder.path() / "far.fgb", "FlatGeobuf", {{square(200, 0, 10), "H4", 6.0}});
  write_layer(folder.path() / "plan.dxf", "DXF",
              {{square(0, 100, 50), "GREEN", 0.0}, {"LINESTRING (500000 3400000, 500100 3400000)", "DUCT", 0.0}});
  static_cast<void>(folder.write("trees.csv", "nr,e,n\n1,500010,3400090\n2,500020,3400095\n"));
  static_cast<void>(folder.write(
      "lots.kml",
      "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>L1</name><Polygon><outerBoundaryIs>"
      "<LinearRing><coordinates>120.0000,30.70 120.001,30.70 120.001,30.701 120.0000,30.701 120.0000,30.70</coordinates>"
      "</LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>"));
  const auto file = recipe(
      folder,
      "sources:\n"
      "  - {table: buildings, file: houses.gpkg, fields: {id: id, height_m: number, material: {constant: brick}, floors: {constant: 2}}}\n"
      "  - {table: buildings, file: more.shp, fields: {id: id, height_m: number}}\n"
      "  - {table: buildings, file: far.fgb, fields: {id: id, height_m: number}}\n"
      "  - {table: zones, file: plan.dxf, crs: EPSG:4549, where: Layer = 'GREEN', fields: {kind: {constant: green}}}\n"
      "  - {table: ducts, file: plan.dxf, crs: EPSG:4549, where: Layer = 'DUCT'}\n"
      "  - {table: trees, file: trees.csv, crs: EPSG:4549, x: e, y: n, fields: {id: nr}}\n"
      "  - {table: parcels, file: lots.kml, fields: {id: Name}}\n");
  const auto imported = import_by_recipe(file);
  const auto& park = imported.loaded.park;
  ASSERT_EQ(park.buildings->size(), 4U);
  double footprints = 0.0;
  for (const auto& building : *park.buildings) footprints += area(building.footprint);
  EXPECT_NEAR(footprints, 400.0 + 900.0 + 100.0 + 100.0, 0.1);
  EXPECT_NEAR(area(park.zones->begin()->shape), 2500.0, 0.1);
  EXPECT_NEAR(length(park.ducts->begin()->path), 100.0, 0.01);
  EXPECT_EQ(park.trees->size(), 2U);
  EXPECT_EQ(park.parcels->begin()->id, "L1");
  // 0.001 degrees at 30.7005 N on WGS 84: 95.77 m east by 110.86 m north.
  EXPECT_NEAR(area(park.parcels->begin()->shape), 95.77 * 110.86, 20.0);
  EXPECT_EQ(imported.report.sources.size(), 7U);
  write_park_folder(park, folder.path() / "park");
  const auto again = read_park_folder(folder.path() / "park");
  EXPECT_EQ(content_hash_of(again.park), content_hash_of(park));
  write_park_folder(again.park, folder.path() / "copy");
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "park")) {
    EXPECT_EQ(testing::bytes_of(entry.path()), testing::bytes_of(folder.path() / "copy" / entry.path().filename())) << entry.path();
  }
}

TEST(SourceAssembly, TheEarlierSourceCountsAndTheLaterFillsIt) {
  const TemporaryFolder folder;
  write_layer(folder.path() / "survey.gpkg", "GPKG", {{square(0, 0, 20), "S1", 0.0}, {square(100, 0, 20), "S2", 0.0}});
  write_layer(folder.path() / "model.gpkg", "GPKG",
              {{square(1, 1, 20), "M1", 17.0}, {square(115, 0, 20), "M2", 9.0}, {square(0, 0, 5), "S2", 23.0}});
  const auto imported =
      import_by_recipe(recipe(folder,
                              "sources:\n"
                              "  - {name: survey, table: buildings, file: survey.gpkg, fields: {id: id, name: id}}\n"
                              "  - {name: model, table: buildings, file: model.gpkg, fields: {id: id, name: id, height_m: number}}\n"));
  const auto& buildings = *imported.loaded.park.buildings;
  ASSERT_EQ(buildings.size(), 3U);  // M2 covers a quarter of S2 only; S2 is the same by its id
  EXPECT_EQ(buildings[Id<Building>(0)].name, "S1");
  EXPECT_EQ(buildings[Id<Building>(0)].height, Metres(17.0));
  EXPECT_FALSE(buildings[Id<Building>(0)].height_assumed);
  EXPECT_EQ(buildings[Id<Building>(1)].height, Metres(23.0));
  EXPECT_EQ(buildings[Id<Building>(2)].id, "M2");
  const auto& model = imported.report.sources.at(1);
  EXPECT_EQ(model.records, 1U);
  EXPECT_EQ(finding(model, Finding::dropped, "records an earlier source has").count, 2U);
  EXPECT_EQ(finding(model, Finding::filled, "height_m of records of an earlier source").count, 2U);
}

TEST(SourceAssembly, OnlyWhatLiesInsideTheBoundaryIsTaken) {
  const TemporaryFolder folder;
  write_layer(folder.path() / "park.gpkg", "GPKG", {{square(0, 0, 100), "P", 0.0}});
  write_layer(folder.path() / "houses.gpkg", "GPKG",
              {{square(10, 10, 20), "in", 9.0}, {square(85, 10, 20), "edge", 9.0}, {square(300, 0, 20), "out", 9.0}});
  write_layer(folder.path() / "roads.gpkg", "GPKG", {{"LINESTRING (499900 3400050, 500300 3400050)", "R", 7.0}});
  const auto imported = import_by_recipe(recipe(folder,
                                                "boundary: {file: park.gpkg}\n"
                                                "sources:\n"
                                                "  - {table: buildings, file: houses.gpkg, fields: {id: id, height_m: number}}\n"
                                                "  - {table: roads, file: roads.gpkg, fields: {id: id, width_m: number}}\n"));
  const auto& park = imported.loaded.park;
  EXPECT_NEAR(area(park.site->boundary), 1e4, 1.0);
  ASSERT_EQ(park.buildings->size(), 2U);
  EXPECT_NEAR(length(park.roads->begin()->path), 100.0, 0.01);
  EXPECT_EQ(finding(imported.report.sources[0], Finding::dropped, "records outside the boundary").count, 1U);
}

TEST(SourceAssembly, EveryGuessIsNamedAndStrictRefusesThem) {
  const TemporaryFolder folder;
  write_layer(folder.path() / "houses.gpkg", "GPKG", {{square(0, 0, 20), "A", 3.0}, {square(50, 0, 20), "B", 900.0}});
  static_cast<void>(folder.write("firms.csv", "id,name\nE1,东方化工有限公司\nE2,某公司\n"));
  const auto file = recipe(
      folder,
      "sources:\n"
      "  - {name: h, table: buildings, file: houses.gpkg, fields: {id: id, use: {constant: factory}, floors: number}}\n"
      "  - {name: f, table: enterprises, file: firms.csv, fields: {id: id, name_zh: name}}\n"
      "missing: {materials: {factory: metal}, height_rules: {factory: {storey_m: 5}}, sectors: [{value: 化工, sector: chemicals}]}\n");
  const auto imported = import_by_recipe(file);
  const auto& park = imported.loaded.park;
  EXPECT_EQ(park.buildings->begin()->height, Metres(15.0));
  EXPECT_TRUE(park.buildings->begin()->height_assumed);
  EXPECT_EQ(park.buildings->begin()->material, WallMaterial::metal);
  EXPECT_EQ(park.enterprises->begin()->sector, Sector::chemicals);
  const auto& houses = imported.report.sources[0];
  EXPECT_EQ(finding(houses, Finding::guessed, "height_m from floors").count, 1U);
  EXPECT_EQ(finding(houses, Finding::guessed, "height_m and floors from use").count, 1U);
  EXPECT_EQ(finding(houses, Finding::guessed, "material: metal by use").count, 2U);
  EXPECT_THAT(finding(houses, Finding::dropped, "values of floors").first.at(0), HasSubstr("found 900, expected 1 to 150"));
  EXPECT_EQ(finding(imported.report.sources[1], Finding::guessed, "sector: chemicals").count, 1U);
  EXPECT_GT(finding(imported.report.sources[1], Finding::guessed, "required_down_mbps: 100 by default").count, 0U);
  try {
    static_cast<void>(import_by_recipe(file, true));
    FAIL() << "expected InputError";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("strict import takes no guesses"));
    EXPECT_GT(error.problems().size(), 4U);
  }
}

TEST(SourceAssembly, ReferencesToNothingAreDroppedByName) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("nodes.csv", "id,e,n\nN1,500000,3400000\nN2,500100,3400000\n"));
  static_cast<void>(folder.write("links.csv", "id,a,b,cable\nL1,N1,N2,\nL2,N1,N9,\nL3,N1,N2,C7\n"));
  const auto imported = import_by_recipe(recipe(
      folder,
      "sources:\n"
      "  - {name: n, table: network_nodes, file: nodes.csv, crs: EPSG:4549, x: e, y: n, fields: {id: id, kind: {constant: core_router}}}\n"
      "  - {name: l, table: network_links, file: links.csv, fields: {id: id, from: a, to: b, cable: cable}}\n"));
  const auto& links = *imported.loaded.park.network_links;
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[Id<NetworkLink>(1)].id, "L3");
  EXPECT_EQ(links[Id<NetworkLink>(1)].to, Id<NetworkNode>(1));
  EXPECT_FALSE(links[Id<NetworkLink>(1)].cable.valid());
  const auto& report = imported.report.sources[1];
  EXPECT_EQ(report.records, 2U);
  EXPECT_EQ(finding(report, Finding::dropped, "references of to to nothing that was read").first.at(0), "L2 to N9");
}

}  // namespace
}  // namespace parktwin::importers
