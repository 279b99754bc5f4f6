#include "importers/gdal_layers/chinese_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "importers/gdal_layers/vector_layer.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

/// Metres between two nearby (longitude, latitude), on a sphere of the Earth's mean radius.
double metres_between(Point a, Point b) {
  constexpr double degree_m = 6371008.8 * 3.14159265358979323846 / 180.0;
  return std::hypot((a.x - b.x) * degree_m * std::cos(a.y * 3.14159265358979323846 / 180.0), (a.y - b.y) * degree_m);
}

// Offsets as measured on public maps: about 469 m and 1,129 m at Suzhou, 602 m and 1,209 m at Shenzhen Nanshan.
TEST(ChineseMap, MovesByTheKnownOffsets) {
  const Point suzhou{120.7395, 31.3052};
  const Point nanshan{113.9300, 22.5330};
  EXPECT_NEAR(metres_between(suzhou, from_wgs84(ChineseMap::gcj02, suzhou)), 469.0, 10.0);
  EXPECT_NEAR(metres_between(suzhou, from_wgs84(ChineseMap::bd09, suzhou)), 1129.0, 15.0);
  EXPECT_NEAR(metres_between(nanshan, from_wgs84(ChineseMap::gcj02, nanshan)), 602.0, 10.0);
  EXPECT_NEAR(metres_between(nanshan, from_wgs84(ChineseMap::bd09, nanshan)), 1209.0, 15.0);
}

TEST(ChineseMap, BothWaysCancel) {
  std::mt19937 draw(7);
  std::uniform_real_distribution<double> east(98.0, 122.0);
  std::uniform_real_distribution<double> north(24.0, 41.0);
  int tried = 0;
  for (int i = 0; i < 2000; ++i) {
    const Point place{east(draw), north(draw)};
    if (!inside_china(place)) continue;
    ++tried;
    for (const auto map : {ChineseMap::gcj02, ChineseMap::bd09}) {
      const Point back = to_wgs84(map, from_wgs84(map, place));
      ASSERT_LT(metres_between(back, place), 0.001) << place.x << " " << place.y;
    }
  }
  EXPECT_GT(tried, 1000);
}

TEST(ChineseMap, PlacesOutsideTheBorderStay) {
  for (const Point place : {Point{103.70, 1.27}, Point{114.17, 22.32}, Point{139.70, 35.69}, Point{121.5, 25.04}, Point{2.35, 48.86},
                            Point{105.85, 21.03}, Point{126.98, 37.57}, Point{113.55, 22.19}}) {
    EXPECT_FALSE(inside_china(place)) << place.x << " " << place.y;
    EXPECT_EQ(from_wgs84(ChineseMap::bd09, place), place);
    EXPECT_EQ(to_wgs84(ChineseMap::gcj02, place), place);
  }
  for (const Point place : {Point{116.40, 39.90}, Point{87.62, 43.82}, Point{91.12, 29.65}, Point{126.64, 45.76}, Point{110.33, 20.03},
                            Point{121.47, 31.23}, Point{118.08, 24.48}, Point{114.06, 22.54}, Point{113.93, 22.50}, Point{102.71, 25.04}}) {
    EXPECT_TRUE(inside_china(place)) << place.x << " " << place.y;
  }
}

TEST(ChineseMap, IsACrsOfALayer) {
  const testing::TemporaryFolder folder;
  const Point place{120.7395, 31.3052};
  const Point shown = from_wgs84(ChineseMap::gcj02, place);
  VectorRequest request;
  request.file = folder.write("a.csv", "id,lon,lat\n1," + std::to_string(shown.x) + "," + std::to_string(shown.y) + "\n");
  request.x_column = "lon";
  request.y_column = "lat";
  request.crs = "GCJ-02";
  request.frame = {"EPSG:4549", {}};
  Problems problems;
  const auto layer = read_vector_layer(request, problems);
  ASSERT_TRUE(layer);
  const auto expected = easting_northing("EPSG:4549", place).value();
  EXPECT_NEAR(layer->features.at(0).shape.points.at(0).x, expected.x, 0.2);  // six decimals in the file
  EXPECT_NEAR(layer->features.at(0).shape.points.at(0).y, expected.y, 0.2);
}

TEST(ChineseMap, NamesAreExact) {
  EXPECT_EQ(chinese_map_of("GCJ-02"), ChineseMap::gcj02);
  EXPECT_EQ(chinese_map_of("BD-09"), ChineseMap::bd09);
  EXPECT_EQ(chinese_map_of("EPSG:4326"), std::nullopt);
  EXPECT_EQ(name_of_map(ChineseMap::bd09), "BD-09");
}

}  // namespace
}  // namespace parktwin::importers
