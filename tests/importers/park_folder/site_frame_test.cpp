#include "importers/park_folder/site_frame.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

ParkFile park_file() {
  ParkFile file;
  file.name = "park.yaml";
  file.site.name = "Park";
  file.site.crs = "EPSG:32648";
  file.has_frame = true;
  file.boundary = LayerSource{.file = "boundary.geojson", .layer = {}, .where = {}, .crs = "EPSG:32648", .x_column = {}, .y_column = {}};
  return file;
}

const char* const two_areas =
    "{\"type\": \"GeometryCollection\", \"geometries\": ["
    "{\"type\": \"Polygon\", \"coordinates\": [[[500150, 250], [500950, 250], [500950, 900], [500150, 250]]]},"
    "{\"type\": \"Polygon\", \"coordinates\": [[[501150, 350], [501950, 350], [501950, 900], [501150, 350]]]}]}";

TEST(SiteFrame, OriginFromTheBoundary) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder.path() / "boundary.geojson", two_areas);
  Problems problems;
  std::vector<Note> notes;
  const SiteFrame result = read_site(park_file(), folder.path(), problems, notes);
  EXPECT_TRUE(problems.empty());
  EXPECT_TRUE(result.known);
  EXPECT_TRUE(result.bounded);
  EXPECT_EQ(result.frame.origin, (Point{500100.0, 200.0}));
  EXPECT_EQ(result.site.boundary.polygons.size(), 2u);
  EXPECT_EQ(result.site.boundary.polygons[0].outer[0], (Point{50.0, 50.0}));
  EXPECT_EQ(notes.size(), 1u);
}

TEST(SiteFrame, OriginAsGiven) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder.path() / "boundary.geojson", two_areas);
  ParkFile file = park_file();
  file.site.origin_easting = Metres(500000.0);
  file.site.origin_longitude = Degrees(7.0);
  file.has_origin = true;
  Problems problems;
  std::vector<Note> notes;
  SiteFrame result = read_site(file, folder.path(), problems, notes);
  EXPECT_EQ(result.site.boundary.polygons[0].outer[0], (Point{150.0, 250.0}));
  EXPECT_NEAR(result.site.origin_longitude.value(), 105.0, 1e-9) << "computed";
  EXPECT_TRUE(notes.empty());
  file.has_longitude_latitude = true;
  result = read_site(file, folder.path(), problems, notes);
  EXPECT_EQ(result.site.origin_longitude, Degrees(7.0)) << "given";
}

TEST(SiteFrame, BoundaryWithoutAreas) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder.path() / "boundary.geojson", "{\"type\": \"Point\", \"coordinates\": [500150, 250]}");
  Problems problems;
  std::vector<Note> notes;
  const SiteFrame result = read_site(park_file(), folder.path(), problems, notes);
  EXPECT_FALSE(result.bounded);
  EXPECT_FALSE(result.known);
  ASSERT_EQ(problems.list().size(), 1u);
  EXPECT_EQ(problems.list()[0].message, "holds no polygon, expected the area that counts as the park");
}

}  // namespace
}  // namespace parktwin::importers
