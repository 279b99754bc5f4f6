#include "importers/gdal_layers/ogr_shape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_geometry.h>

#include <limits>
#include <memory>

namespace parktwin::importers {
namespace {

using ::testing::Optional;
using ::testing::StartsWith;

std::unique_ptr<OGRGeometry> parse(const char* wkt) {
  OGRGeometry* geometry = nullptr;
  EXPECT_EQ(OGRGeometryFactory::createFromWkt(wkt, nullptr, &geometry), OGRERR_NONE) << wkt;
  return std::unique_ptr<OGRGeometry>(geometry);
}

Shape shape_of(const char* wkt, Point origin = {}) {
  Shape shape;
  EXPECT_EQ(ShapeReader(nullptr, false, origin).read(*parse(wkt), shape), std::nullopt) << wkt;
  return shape;
}

std::optional<std::string> fault_of(const char* wkt, bool geographic) {
  Shape shape;
  return ShapeReader(nullptr, geographic, {}).read(*parse(wkt), shape);
}

TEST(OgrShape, PointsAreMovedAndRoundedWithoutHeight) {
  const Shape shape = shape_of("POINT Z (512300.256 3456700.124 17)", {512300.0, 3456700.0});
  EXPECT_EQ(shape.points, (std::vector<Point>{{0.26, 0.12}}));
}

TEST(OgrShape, RingsAreOpenedAndTurned) {
  const Shape shape = shape_of("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 2, 4 4, 2 2))");
  ASSERT_EQ(shape.area.polygons.size(), 1u);
  EXPECT_EQ(shape.area.polygons[0].outer, (Ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}}));
  ASSERT_EQ(shape.area.polygons[0].holes.size(), 1u);
  EXPECT_EQ(shape.area.polygons[0].holes[0], (Ring{{2, 2}, {4, 4}, {4, 2}}));
  EXPECT_GT(signed_area(shape.area.polygons[0].outer), 0.0);
  EXPECT_LT(signed_area(shape.area.polygons[0].holes[0]), 0.0);
}

TEST(OgrShape, RightDirectionIsLeftAlone) {
  const Shape shape = shape_of("POLYGON ((0 0, 10 0, 10 10, 0 0))");
  EXPECT_EQ(shape.area.polygons[0].outer, (Ring{{0, 0}, {10, 0}, {10, 10}}));
}

TEST(OgrShape, CollectionsAreTakenApart) {
  const Shape shape = shape_of(
      "GEOMETRYCOLLECTION (POINT (1 2), MULTILINESTRING ((0 0, 1 0), (5 5, 6 6)), MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((3 3, 4 3, 4 4, 3 "
      "3))))");
  EXPECT_EQ(shape.points.size(), 1u);
  EXPECT_EQ(shape.lines.size(), 2u);
  EXPECT_EQ(shape.area.polygons.size(), 2u);
  EXPECT_TRUE(shape_of("POLYGON EMPTY").empty());
}

TEST(OgrShape, CurvesBecomeChords) {
  const Shape shape = shape_of("CURVEPOLYGON (CIRCULARSTRING (0 0, 100 100, 200 0, 100 -100, 0 0))");
  ASSERT_EQ(shape.area.polygons.size(), 1u);
  EXPECT_NEAR(area(shape.area), 3.14159265 * 100.0 * 100.0, 50.0);
}

TEST(OgrShape, OffTheEarth) {
  EXPECT_THAT(fault_of("POINT (181 0)", true), Optional(std::string("found longitude 181 and latitude 0, which are not on the Earth")));
  EXPECT_THAT(fault_of("LINESTRING (0 0, 10 -90.5)", true),
              Optional(std::string("found longitude 10 and latitude -90.5, which are not on the Earth")));
  EXPECT_THAT(fault_of("POLYGON ((0 0, 1 0, 1e9 1, 0 0))", false), Optional(StartsWith("found easting 1000000000 and northing 1, which")));
  EXPECT_EQ(fault_of("POINT (180 90)", true), std::nullopt);
  OGRLineString nan;
  nan.addPoint(std::numeric_limits<double>::quiet_NaN(), 1.0);
  Shape shape;
  EXPECT_THAT(ShapeReader(nullptr, false, {}).read(nan, shape),
              Optional(std::string("found the coordinates (nan, 1), expected finite numbers")));
}

TEST(OgrShape, SurfaceMeshesAreRefused) { EXPECT_THAT(fault_of("TIN (((0 0, 1 0, 1 1, 0 0)))", false), Optional(StartsWith("found a "))); }

}  // namespace
}  // namespace parktwin::importers
