#include "importers/recipe/shape_mending.h"

#include <gtest/gtest.h>

#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

Ring rectangle(double x, double y, double width, double height) {
  return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

Ring turned(Ring ring) {
  std::reverse(ring.begin(), ring.end());
  return ring;
}

ReadSource source_of(std::vector<Polygon> polygons) {
  ReadSource source;
  source.layer.name = "houses";
  auto& feature = source.layer.features.emplace_back();
  feature.number = 7;
  feature.shape.area.polygons = std::move(polygons);
  return source;
}

const FindingCount& finding(const ReadSource& source, Finding kind, const std::string& what) {
  static const FindingCount none;
  const auto found = source.report.findings.find({kind, what});
  return found == source.report.findings.end() ? none : found->second;
}

TEST(ShapeMending, SliversAndSmallHolesAreListedWithTheirAreas) {
  auto source = source_of({{rectangle(0, 0, 20, 10), {turned(rectangle(5, 5, 0.5, 0.5)), turned(rectangle(8, 2, 4, 4))}},
                           {rectangle(50, 0, 0.1, 30), {}},
                           {rectangle(60, 0, 0.6, 0.6), {}}});
  mend_shapes(source);
  const auto& polygons = source.layer.features[0].shape.area.polygons;
  ASSERT_EQ(polygons.size(), 1U);
  EXPECT_EQ(polygons[0].holes.size(), 1U);
  EXPECT_NEAR(area(polygons[0]), 184.0, 1e-9);
  const auto& slivers = finding(source, Finding::changed, "slivers left out");
  EXPECT_EQ(slivers.count, 1U);
  EXPECT_EQ(slivers.first, std::vector<std::string>{"houses 7"});
  EXPECT_EQ(finding(source, Finding::note, "m2 after: slivers left out, 187.11 before").count, 184U);
  EXPECT_EQ(finding(source, Finding::note, "m2 after: holes below a square metre closed, 183.75 before").count, 184U);
}

TEST(ShapeMending, SoundOutlinesStayAndNothingIsSaid) {
  auto source = source_of({{rectangle(0, 0, 20, 10), {turned(rectangle(8, 2, 4, 4))}}, {rectangle(30, 0, 1.5, 40), {}}});
  const auto before = source.layer.features[0].shape.area;
  mend_shapes(source);
  EXPECT_EQ(source.layer.features[0].shape.area, before);
  EXPECT_TRUE(source.report.findings.empty());
}

TEST(ShapeMending, AreasOfABowTieAreListed) {
  auto source = source_of({{{{0, 0}, {20, 20}, {20, 0}, {0, 20}}, {}}});
  mend_shapes(source);
  EXPECT_NEAR(area(source.layer.features[0].shape.area), 200.0, 0.1);
  EXPECT_EQ(finding(source, Finding::changed, "invalid outlines mended").count, 1U);
}

TEST(ShapeMending, WhatTheReaderDidIsCounted) {
  const testing::TemporaryFolder folder;
  Problems problems;
  VectorRequest request;
  request.file =
      folder.write("turned.geojson",
                   R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[
{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[500000,3400000],[500000,3400020],[500020,3400020],[500020,3400020.001],[500020,3400000],[500000,3400000]]]}}]})");
  request.frame = {"EPSG:4549", {}};
  auto layer = read_vector_layer(request, problems);
  ASSERT_TRUE(layer && problems.empty());
  EXPECT_EQ(layer->repeated_vertices, 1U);
  EXPECT_EQ(layer->turned_rings, 1U);
  ReadSource source;
  source.layer = std::move(*layer);
  mend_shapes(source);
  EXPECT_EQ(finding(source, Finding::changed, "repeated vertices left out").count, 1U);
  EXPECT_EQ(finding(source, Finding::changed, "outlines and holes turned to run the usual way").count, 1U);
}

}  // namespace
}  // namespace parktwin::importers
