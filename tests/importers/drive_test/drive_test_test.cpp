#include "importers/drive_test/drive_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "importers/gdal_layers/reference_system.h"
#include "tests/importers/drive_test/test_park.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::square_park;
using testing::TemporaryFolder;

std::vector<std::string> problems_of(const DriveTestSource& source, const Park& park = square_park()) {
  std::vector<std::string> lines;
  try {
    (void)read_drive_test(source, park);
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) {
      EXPECT_EQ(problem.file, source.file.string());
      lines.push_back(to_string({"", problem.place, problem.message}));
    }
  }
  return lines;
}

std::vector<std::string> problems_of(const std::string& text) {
  const TemporaryFolder folder;
  return problems_of({folder.write("route.csv", text), ""});
}

TEST(DriveTest, LocalPositions) {
  const TemporaryFolder folder;
  const auto file = folder.write("route.csv",
                                 "time,x_m,y_m,cell,rsrp_dbm,sinr_db,speed\n"
                                 "2026-05-04T10:00:00+08:00,10.004,20.5,S-001-2,-87.5,12,30\n"
                                 "\n"
                                 ",999,+1,\"S-002-1\",-160,,31\n");
  const DriveTest test = read_drive_test({file, ""}, square_park());
  ASSERT_EQ(test.points.size(), 2U);
  EXPECT_EQ(test.points[0].position, (Point{10.0, 20.5}));
  EXPECT_EQ(test.points[0].cell, Id<RadioCell>(1));
  EXPECT_EQ(test.points[0].rsrp, Dbm(-87.5));
  EXPECT_EQ(test.points[0].sinr, Decibel(12.0));
  EXPECT_EQ(test.points[0].time, "2026-05-04T10:00:00+08:00");
  EXPECT_EQ(test.points[1].position, (Point{999.0, 1.0}));
  EXPECT_EQ(test.points[1].sinr, std::nullopt);
  EXPECT_EQ(test.points[1].time, "");
  EXPECT_EQ(test.outside, 0U);
  EXPECT_THAT(test.notes, IsEmpty());
}

TEST(DriveTest, ReadsSemicolonsAndAByteOrderMark) {
  const TemporaryFolder folder;
  const auto file = folder.write("route.csv", "\xEF\xBB\xBFx_m;y_m;cell;rsrp_dbm\r\n1;2;S-001-1;-90\r\n");
  EXPECT_EQ(read_drive_test({file, ""}, square_park()).points.at(0).position, (Point{1.0, 2.0}));
}

// On the equator one degree of longitude is 111 319.491 m of WGS 84's major axis 6 378 137 m; transverse Mercator adds x³/6a² = 1.5e-4 m at
// 333 m.
TEST(DriveTest, GeographicAndProjectedPositions) {
  const TemporaryFolder folder;
  const auto degrees = folder.write("degrees.csv", "latitude_deg,longitude_deg,cell,rsrp_dbm\n0.004,120.003,S-001-1,-90\n");
  const DriveTest geographic = read_drive_test({degrees, ""}, square_park());
  EXPECT_NEAR(geographic.points.at(0).position.x, 0.003 * 111319.491, 0.011);
  EXPECT_NEAR(geographic.points.at(0).position.y, 0.004 * 110574.276, 0.011);  // 6 378 137·(1 − e²) per radian at the equator
  const auto metres = folder.write("metres.csv", "easting_m,northing_m,cell,rsrp_dbm\n500333.96,442.3,S-001-1,-90\n");
  EXPECT_EQ(read_drive_test({metres, ""}, square_park()).points.at(0).position, (Point{333.96, 442.3}));
  // The neighbouring six-degree zone 51 (central meridian 123°) sees the same place far to the west of its centre.
  const auto utm = easting_northing("EPSG:32651", {120.003, 0.004});
  ASSERT_TRUE(utm);
  const auto zone51 = folder.write(
      "utm.csv", "easting_m,northing_m,cell,rsrp_dbm\n" + std::to_string(utm->x) + "," + std::to_string(utm->y) + ",S-001-1,-90\n");
  const Point there = read_drive_test({zone51, "EPSG:32651"}, square_park()).points.at(0).position;
  EXPECT_NEAR(there.x, geographic.points[0].position.x, 0.011);
  EXPECT_NEAR(there.y, geographic.points[0].position.y, 0.011);
}

TEST(DriveTest, AllProblemsAtOnce) {
  EXPECT_THAT(
      problems_of("x_m,y_m,cell,rsrp_dbm,sinr_db\n"
                  "1,2,S-001-1,-90,5\n"
                  "abc,,S-001-1,nan,5\n"
                  "3,4,,-161,inf\n"
                  "5,6,S-01-1,-19.5,61\n"
                  "6,7,S-01-1,\"-90,5\",\n"
                  "8,9,elsewhere\n"),
      ElementsAre("row 3, column x_m: found \"abc\", expected a number", "row 3, column y_m: is missing, expected a number",
                  "row 3, column rsrp_dbm: found \"nan\", expected a finite number",
                  "row 4, column cell: is missing, expected the id of a radio cell",
                  "row 4, column rsrp_dbm: found -161 dBm, expected -160 to -20",
                  "row 4, column sinr_db: found \"inf\", expected a finite number",
                  "row 5, column rsrp_dbm: found -19.5 dBm, expected -160 to -20", "row 5, column sinr_db: found 61 dB, expected -50 to 60",
                  "row 6, column rsrp_dbm: found \"-90,5\", expected a number", "row 7, column rsrp_dbm: is missing, expected a number",
                  "row 5, column cell: the park has no radio cell \"S-01-1\"; is \"S-001-1\" meant? (in 2 rows)",
                  "row 7, column cell: the park has no radio cell \"elsewhere\""));
}

TEST(DriveTest, MissingColumnsDoNotHideBadValues) {
  EXPECT_THAT(problems_of("x_m,y_m,rsrp_dbm\n1,2,-5\n"),
              ElementsAre("row 1: has no column cell for the id of the radio cell measured; found x_m, y_m, rsrp_dbm",
                          "row 2, column rsrp_dbm: found -5 dBm, expected -160 to -20"));
}

TEST(DriveTest, PositionsOffTheMap) {
  EXPECT_THAT(problems_of("longitude_deg,latitude_deg,cell,rsrp_dbm\n"
                          "120.001,0.001,S-001-1,-90\n"
                          "0.001,120.001,S-001-1,-90\n"
                          "121.5,0.001,S-001-1,-90\n"),
              ElementsAre("row 3, columns longitude_deg, latitude_deg: found 0.001, 120.001, which cannot be placed on the Earth",
                          ::testing::MatchesRegex("row 4, columns longitude_deg, latitude_deg: found 121.5, 0.001, which is 16[67] km from "
                                                  "the park, expected at most 100 km")));
  EXPECT_THAT(problems_of("longitude_deg,latitude_deg,cell,rsrp_dbm\n120E,0.001,S-001-1,-90\n"),
              ElementsAre("row 2, column longitude_deg: found \"120E\", expected a number"))
      << "one mistake is one problem";
  EXPECT_THAT(problems_of("x_m,y_m,cell,rsrp_dbm\n500010,20,S-001-1,-90\n"),
              ElementsAre("row 2, columns x_m, y_m: found 500010, 20, which is 499 km from the park, expected at most 100 km"));
  const TemporaryFolder folder;
  const auto metres = folder.write("metres.csv", "easting_m,northing_m,cell,rsrp_dbm\n500333.96,442.3,S-001-1,-90\n");
  EXPECT_THAT(problems_of({metres, "EPSG:1"}), ElementsAre(HasSubstr("\"EPSG:1\" is not a coordinate reference system PROJ knows")));
}

TEST(DriveTest, PointsOutsideTheBoundaryAreCountedAndDropped) {
  const TemporaryFolder folder;
  const auto file = folder.write("route.csv", "x_m,y_m,cell,rsrp_dbm\n-50,20,S-001-1,-90\n10,20,S-001-1,-91\n10,1500,S-001-1,-92\n");
  const DriveTest test = read_drive_test({file, ""}, square_park());
  EXPECT_EQ(test.points.size(), 1U);
  EXPECT_EQ(test.points.at(0).rsrp, Dbm(-91.0));
  EXPECT_EQ(test.outside, 2U);
  ASSERT_EQ(test.notes.size(), 1U);
  EXPECT_EQ(test.notes[0].place, "drive test route.csv");
  EXPECT_EQ(test.notes[0].text, "2 of 3 points lie outside the boundary of the park and are left out");
  EXPECT_THAT(problems_of("x_m,y_m,cell,rsrp_dbm\n-50,20,S-001-1,-90\n"),
              ElementsAre("none of its 1 points lies within the boundary of the park"));
}

TEST(DriveTest, RepeatedRowsAreNoted) {
  const TemporaryFolder folder;
  const auto file = folder.write(
      "route.csv", "x_m,y_m,cell,rsrp_dbm,lap\n10,20,S-001-1,-90,1\n10,20,S-001-1,-90,2\n10,20,S-001-1,-90,1\n10,20,S-001-1,-90,1\n");
  const DriveTest test = read_drive_test({file, ""}, square_park());
  EXPECT_EQ(test.points.size(), 2U);
  EXPECT_EQ(test.repeated, 2U);
  ASSERT_EQ(test.notes.size(), 1U);
  EXPECT_EQ(test.notes[0].text, "2 rows repeat an earlier one in every column and are left out, the first is row 4");
}

TEST(DriveTest, FilesThatAreNoTable) {
  const TemporaryFolder folder;
  EXPECT_THAT(problems_of({folder.path() / "none.csv", ""}), ElementsAre("no such file"));
  EXPECT_THAT(problems_of({folder.path(), ""}), ElementsAre("found a folder, expected a file"));
  EXPECT_THAT(problems_of({folder.write("empty.csv", ""), ""}), ElementsAre("is empty"));
  EXPECT_THAT(problems_of({folder.write("route.txt", "x_m,y_m,cell,rsrp_dbm\n1,2,S-001-1,-90\n"), ""}),
              ElementsAre("is not named as a CSV table, expected a name that ends in .csv"));
  EXPECT_THAT(problems_of({folder.write("header.csv", "x_m,y_m,cell,rsrp_dbm\n"), ""}),
              ElementsAre("holds no row below its header, expected one per point"));
}

TEST(DriveTest, TextsThatAreNotUtf8) {
  EXPECT_THAT(problems_of("x_m,y_m,cell,rsrp_dbm,time\n1,2,S-001-\xFF,-90,\xC3(\n"),
              ElementsAre("row 2, column cell: is not UTF-8 text", "row 2, column time: is not UTF-8 text"));
}

TEST(DriveTest, AParkWithoutCells) {
  const TemporaryFolder folder;
  Park park = square_park();
  park.radio_cells = Part(Table<RadioCell>());
  EXPECT_THAT(problems_of({folder.write("route.csv", "x_m,y_m,cell,rsrp_dbm\n1,2,S-001-1,-90\n"), ""}, park),
              ElementsAre("row 2, column cell: the park has no radio cell \"S-001-1\""));
}

}  // namespace
}  // namespace parktwin::importers
