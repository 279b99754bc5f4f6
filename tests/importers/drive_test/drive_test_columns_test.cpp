#include "importers/drive_test/drive_test_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Found {
  DriveTestColumns columns;
  std::vector<std::string> problems;
};

Found find(const std::vector<std::string>& names) {
  VectorLayer table;
  table.columns = names;
  Problems problems;
  Found found;
  found.columns = find_columns(table, "route.csv", problems);
  for (const auto& problem : problems.list()) found.problems.push_back(to_string(problem));
  return found;
}

TEST(DriveTestColumns, FindsEachKindOfPosition) {
  const Found local = find({"time", "x_m", "y_m", "cell", "rsrp_dbm", "sinr_db"});
  EXPECT_THAT(local.problems, IsEmpty());
  EXPECT_EQ(local.columns.position->kind, PositionKind::local);
  EXPECT_EQ(local.columns.position->x, 1U);
  EXPECT_EQ(local.columns.position->y, 2U);
  EXPECT_EQ(local.columns.cell, 3U);
  EXPECT_EQ(local.columns.rsrp, 4U);
  EXPECT_EQ(local.columns.sinr, 5U);
  EXPECT_EQ(local.columns.time, 0U);
  const Found projected = find({"northing_m", "easting_m", "cell", "rsrp_dbm"});
  EXPECT_EQ(projected.columns.position->kind, PositionKind::projected);
  EXPECT_EQ(projected.columns.position->x, 1U);
  EXPECT_EQ(projected.columns.sinr, std::nullopt);
  EXPECT_EQ(find({"longitude_deg", "latitude_deg", "cell", "rsrp_dbm"}).columns.position->kind, PositionKind::geographic);
}

TEST(DriveTestColumns, SaysWhatIsMissingAndWhatMayBeMeant) {
  EXPECT_THAT(
      find({"lon", "lat", "Cell_ID", "RSRP [dBm]"}).problems,
      ElementsAre(
          "route.csv: row 1: has no columns for the position: x_m, y_m or easting_m, northing_m or longitude_deg, latitude_deg; found "
          "lon, lat, Cell_ID, RSRP [dBm]; are \"lon\" and \"lat\" meant for longitude_deg, latitude_deg?",
          "route.csv: row 1: has no column cell for the id of the radio cell measured; found lon, lat, Cell_ID, RSRP [dBm]; is "
          "\"Cell_ID\" meant?",
          "route.csv: row 1: has no column rsrp_dbm for the reference signal received power; found lon, lat, Cell_ID, RSRP [dBm]; is "
          "\"RSRP [dBm]\" meant?"));
  EXPECT_THAT(
      find({"x_m", "y_m", "cell", "rspr_dbm"}).problems,
      ElementsAre("route.csv: row 1: has no column rsrp_dbm for the reference signal received power; found x_m, y_m, cell, rspr_dbm; is "
                  "\"rspr_dbm\" meant?"));
  EXPECT_THAT(find({"a", "b"}).problems,
              ElementsAre("route.csv: row 1: has no columns for the position: x_m, y_m or easting_m, northing_m or longitude_deg, "
                          "latitude_deg; found a, b",
                          "route.csv: row 1: has no column cell for the id of the radio cell measured; found a, b",
                          "route.csv: row 1: has no column rsrp_dbm for the reference signal received power; found a, b"));
}

TEST(DriveTestColumns, HalfAPositionAndTwoPositions) {
  EXPECT_THAT(find({"x_m", "y", "cell", "rsrp_dbm"}).problems,
              ElementsAre("route.csv: row 1: has no column y_m beside x_m; found x_m, y, cell, rsrp_dbm; is \"y\" meant?"));
  EXPECT_THAT(find({"latitude_deg", "cell", "rsrp_dbm"}).problems,
              ElementsAre("route.csv: row 1: has no column longitude_deg beside latitude_deg; found latitude_deg, cell, rsrp_dbm"));
  const Found two = find({"x_m", "y_m", "longitude_deg", "latitude_deg", "cell", "rsrp_dbm"});
  EXPECT_THAT(two.problems,
              ElementsAre("route.csv: row 1: gives positions as x_m, y_m and as longitude_deg, latitude_deg; expected one of them"));
  EXPECT_EQ(two.columns.position, std::nullopt);
}

}  // namespace
}  // namespace parktwin::importers
