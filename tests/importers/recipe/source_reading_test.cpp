#include "importers/recipe/source_reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"
#include "importers/recipe/source_rules.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using testing::TemporaryFolder;

std::optional<ReadSource> read(const TemporaryFolder& folder, const std::string& rule, Problems& problems) {
  Recipe recipe;
  recipe.crs = "EPSG:4549";
  recipe.file = folder.path() / "recipe.yaml";
  const auto document = yaml::parse_document("sources: [" + rule + "]", recipe.file.string());
  read_source_rules(document.root["sources"], recipe, document.file, problems);
  return recipe.sources.empty() ? std::nullopt : read_source(recipe.sources[0], recipe, problems);
}

TEST(SourceReading, TagsAreTakenApart) {
  EXPECT_THAT(tags_of(R"("height"=>"12 m","name:zh"=>"a\"b","empty"=>"")"),
              ::testing::ElementsAre(::testing::Pair("empty", ""), ::testing::Pair("height", "12 m"), ::testing::Pair("name:zh", "a\"b")));
  EXPECT_TRUE(tags_of("\"cut").empty());
}

TEST(SourceReading, CoordinatesMayStandInColumns) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("masts.csv", "nr,lon,lat\n1,120.7395,31.3052\n2,,\n3,500,31\n"));
  Problems problems;
  const auto source = read(folder, "{table: trees, file: masts.csv, x: lon, y: lat, fields: {id: nr}}", problems);
  ASSERT_TRUE(source && problems.empty());
  const auto expected = easting_northing("EPSG:4549", {120.7395, 31.3052}).value();
  EXPECT_NEAR(source->layer.features[0].shape.points.at(0).x, expected.x, 0.01);
  EXPECT_TRUE(source->layer.features[1].shape.empty());
  const auto shifted = read(folder, "{table: trees, file: masts.csv, x: lon, y: lat, crs: GCJ-02, fields: {id: nr}}", problems);
  EXPECT_NEAR(distance(shifted->layer.features[0].shape.points.at(0), expected), 469.0, 10.0);
}

TEST(SourceReading, LinesMayBeGivenByTheirEnds) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("ducts.csv", "nr,x1,y1,x2,y2\nD1,500000,3400000,500030,3400040\nD2,500000,3400000,,\n"));
  Problems problems;
  const auto source =
      read(folder, "{table: ducts, file: ducts.csv, crs: 'EPSG:4549', x: x1, y: y1, x_end: x2, y_end: y2, fields: {id: nr}}", problems);
  ASSERT_TRUE(source && problems.empty());
  EXPECT_NEAR(length(source->layer.features[0].shape.lines.at(0)), 50.0, 1e-6);
  EXPECT_TRUE(source->layer.features[1].shape.empty());
  EXPECT_FALSE(read(folder, "{table: ducts, file: ducts.csv, x_end: x2, y_end: y2, fields: {id: nr}}", problems));
  EXPECT_THAT(problems.list().at(0).message, ::testing::HasSubstr("expected x, y, x_end and y_end"));
}

TEST(SourceReading, RowsOfOneRecordCountOnce) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("cells.csv", "site,cell,lon,lat\nS1,1,120.7,31.3\nS1,2,120.7,31.3\nS2,1,120.8,31.3\n"));
  Problems problems;
  const auto source =
      read(folder, "{table: radio_sites, file: cells.csv, x: lon, y: lat, distinct: true, fields: {id: site, height_m: {constant: 30}}}",
           problems);
  ASSERT_TRUE(source && problems.empty());
  EXPECT_EQ(source->layer.features.size(), 2U);
  EXPECT_EQ(source->report.findings.at({Finding::note, "rows of a record that stood before"}).count, 1U);
  EXPECT_FALSE(read(folder, "{table: radio_sites, file: cells.csv, distinct: true}", problems));
}

TEST(SourceReading, OutlinesThatCrossThemselvesAreMendedAndListed) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write(
      "houses.geojson", R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[
{"type":"Feature","properties":{"id":1},"geometry":{"type":"Polygon","coordinates":[[[500000,3400000],[500020,3400020],[500020,3400000],[500000,3400020],[500000,3400000]]]}}]})"));
  Problems problems;
  const auto source = read(folder, "{table: buildings, file: houses.geojson, fields: {id: id}}", problems);
  ASSERT_TRUE(source && problems.empty());
  EXPECT_NEAR(area(source->layer.features[0].shape.area), 200.0, 0.1);  // both triangles of the bow tie
  const auto found = source->report.findings.find({Finding::changed, "invalid outlines mended"});
  ASSERT_NE(found, source->report.findings.end());
  EXPECT_EQ(found->second.count, 1U);
  EXPECT_THAT(found->second.first.at(0), ::testing::HasSubstr("Self-intersection"));
}

TEST(SourceReading, AMissingColumnNamesTheLineThatAsks) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("a.csv", "id,h\n1,2\n"));
  Problems problems;
  EXPECT_FALSE(read(folder, "{table: enterprises, file: a.csv,\n fields: {name: Name}}", problems));
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list()[0].place, "line 2, column 17");
  EXPECT_THAT(problems.list()[0].message, ::testing::HasSubstr("found no column Name in a.csv, expected one of id, h"));
}

TEST(SourceReading, OtherEncodingsAreAskedFor) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("a.csv", "id,\xC3\xFB\xB3\xC6\n1,\xC6\xF3\xD2\xB5\n"));
  Problems problems;
  EXPECT_FALSE(read(folder, "{table: enterprises, file: a.csv, fields: {id: id}}", problems));
  EXPECT_THAT(problems.list().at(0).message, ::testing::HasSubstr("encoding: GBK"));
  Problems none;
  EXPECT_TRUE(read(folder, "{table: enterprises, file: a.csv, encoding: GBK, fields: {id: id, name_zh: 名称}}", none));
}

TEST(SourceReading, ClosedLinesOfADrawingAreAreasWhereAreasAreWanted) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write(
      "plan.geojson", R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[
{"type":"Feature","properties":{"Layer":"GREEN"},"geometry":{"type":"LineString","coordinates":[[500000,3400000],[500000,3400010],[500010,3400010],[500010,3400000],[500000,3400000]]}}]})"));
  Problems problems;
  const auto source = read(folder, "{table: zones, file: plan.geojson, fields: {kind: {field: Layer, lookup: {GREEN: green}}}}", problems);
  ASSERT_TRUE(source);
  EXPECT_NEAR(area(source->layer.features[0].shape.area), 100.0, 1e-6);
  EXPECT_EQ(shape_kind_of("zones"), ShapeKind::area);
  EXPECT_EQ(shape_kind_of("ducts"), ShapeKind::line);
  EXPECT_EQ(shape_kind_of("enterprises"), ShapeKind::none);
}

}  // namespace
}  // namespace parktwin::importers
