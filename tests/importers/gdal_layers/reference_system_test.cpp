#include "importers/gdal_layers/reference_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"

namespace parktwin::importers {
namespace {

TEST(ReferenceSystem, RoundsToTheCentimetre) {
  EXPECT_EQ(to_centimetre(1.234), 1.23);
  EXPECT_EQ(to_centimetre(-1.236), -1.24);
  EXPECT_FALSE(std::signbit(to_centimetre(-0.001)));
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const double value = to_centimetre(RandomSequence(3, 0, i).uniform(0, -5e3, 5e3));
    EXPECT_EQ(to_centimetre((512300.25 + value) - 512300.25), value) << "an easting and back";
  }
}

TEST(ReferenceSystem, ParksNeedMetres) {
  EXPECT_EQ(fault_of_park_crs("EPSG:4549"), std::nullopt);
  EXPECT_EQ(fault_of_park_crs("EPSG:32648"), std::nullopt);
  EXPECT_THAT(fault_of_park_crs("EPSG:4490"),
              ::testing::Optional(std::string("EPSG:4490 is not a projected system, expected one in metres such as EPSG:4549")));
  EXPECT_THAT(fault_of_park_crs("EPSG:2263"), ::testing::Optional(::testing::StartsWith("EPSG:2263 counts in units of 0.3048")));
  EXPECT_THAT(fault_of_park_crs(""), ::testing::Optional(::testing::HasSubstr("is not a coordinate reference system")));
  EXPECT_THAT(fault_of_park_crs("the local one"), ::testing::Optional(::testing::HasSubstr("is not a coordinate reference system")));
}

TEST(ReferenceSystem, CentralMeridianAndMeridianArc) {
  // Length of the meridian from the equator to 45 degrees on WGS 84: 4 984 944.378 m (Snyder, Map Projections, eq. 3-21); UTM scales it by
  // 0.9996.
  const auto north = easting_northing("EPSG:32648", {105.0, 45.0});
  ASSERT_TRUE(north);
  EXPECT_NEAR(north->x, 500000.0, 1e-6);
  EXPECT_NEAR(north->y, 0.9996 * 4984944.378, 1e-3);
  const auto place = longitude_latitude("EPSG:4549", {500000.0, 0.0});
  ASSERT_TRUE(place);
  EXPECT_NEAR(place->x, 120.0, 1e-9);
  EXPECT_NEAR(place->y, 0.0, 1e-9);
}

TEST(ReferenceSystem, ThereAndBack) {
  for (std::uint32_t i = 0; i < 3; ++i) {
    const RandomSequence random(4, 0, i);
    const Point from{random.uniform(0, 400e3, 600e3), random.uniform(1, 2e6, 5e6)};
    const auto degrees = longitude_latitude("EPSG:4549", from);
    ASSERT_TRUE(degrees);
    const auto back = easting_northing("EPSG:4549", *degrees);
    ASSERT_TRUE(back);
    EXPECT_NEAR(back->x, from.x, 1e-5);
    EXPECT_NEAR(back->y, from.y, 1e-5);
  }
  EXPECT_EQ(longitude_latitude("no such system", {0, 0}), std::nullopt);
}

TEST(ReferenceSystem, NamesForGeoJson) {
  EXPECT_EQ(crs_urn("EPSG:4549"), "urn:ogc:def:crs:EPSG::4549");
  EXPECT_EQ(crs_urn("+proj=tmerc +lat_0=0"), "+proj=tmerc +lat_0=0");
}

TEST(ReferenceSystem, ManyPointsMoveLikeOne) {
  const auto placement = Placement::find("EPSG:4326", "EPSG:4549");
  ASSERT_TRUE(placement);
  std::vector<Point> points;
  for (std::uint32_t i = 0; i < 70'000; ++i) {  // more than a batch
    const RandomSequence draw(4, 0, i);
    points.push_back({draw.uniform(0, 119.0, 121.0), draw.uniform(1, 30.0, 32.0)});
  }
  auto moved = points;
  EXPECT_EQ(placement->move(moved), std::nullopt);
  for (std::size_t i = 0; i < points.size(); i += 997) EXPECT_LT(distance(moved[i], placement->move(points[i]).value()), 1e-6) << i;
  points[66'000] = {181.0, 0.0};
  EXPECT_EQ(placement->move(points), std::optional<std::size_t>(66'000));
  std::vector<Point> far{{1e9, 0.0}};
  EXPECT_EQ(Placement::find("EPSG:4549", "EPSG:4326")->move(far), std::optional<std::size_t>(0));
}

TEST(ReferenceSystem, HeightsHaveADatumAndAUnit) {
  EXPECT_EQ(heights_of("EPSG:7415").datum, "NAP height");
  EXPECT_EQ(heights_of("EPSG:7415").metres, 1.0);
  EXPECT_EQ(heights_of("EPSG:28992").datum, "");
  EXPECT_NEAR(heights_of("EPSG:2992").metres, 0.3048, 1e-12);
  EXPECT_EQ(heights_of("EPSG:4326").metres, 1.0);
  EXPECT_EQ(heights_of("nonsense").datum, "");
}

TEST(ReferenceSystem, IdentifiersOfOgcAreUnderstood) {
  EXPECT_EQ(crs_of_identifier("https://www.opengis.net/def/crs/EPSG/0/28992"), "EPSG:28992");
  EXPECT_EQ(crs_of_identifier("urn:ogc:def:crs:EPSG::7415"), "EPSG:7415");
  EXPECT_EQ(crs_of_identifier("EPSG:4549"), "EPSG:4549");
  EXPECT_EQ(crs_of_identifier("urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5109"), "urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5109");
  EXPECT_EQ(crs_of_identifier(""), "");
}

}  // namespace
}  // namespace parktwin::importers
