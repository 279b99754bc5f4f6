#include <gtest/gtest.h>

#include "tests/viz/report/table_cells.h"
#include "tests/viz/scene/hand_made_park.h"
#include "viz/report/page_tables.h"

namespace parktwin::viz::report {
namespace {

using testing::cell;
using testing::find;

storage::SavedRun radio_run() {
  storage::SavedRun run;
  run.park = viz::testing::hand_made_park(false);
  auto& radio = run.results.radio;
  radio.zone_coverage = {{Id<Zone>(0), {1000.4, 0.975, {}}, {}}, {Id<Zone>(2), {50.0, 0.0, {}}, {20.0, 1.0, {}}}};
  run.results.wired.topology.zones = {{Id<Zone>(2), true}};
  radio.unserved_places.resize(1);
  auto& place = radio.unserved_places.front();
  place.area_m2 = 640.0;
  place.zone = Id<Zone>(2);
  place.name = "Lakeside Green";
  place.reason = radio::answers::UnservedReason::blocked;
  place.missing_db = 3.26;
  place.server = Id<RadioCell>(1);
  radio.threshold_shifts = {{-5.0, 0.0, 0.99, 0.8, 0.95}};
  radio::CellFigures figures;
  figures.cell = Id<RadioCell>(4);
  figures.mean_rsrp_dbm = -88.0;
  radio.cells = {figures};
  return run;
}

TEST(RadioTables, TellServedSharesByZone) {
  const auto tables = radio_tables(radio_run());
  const Json& zones = find(tables, "zone_coverage");
  ASSERT_EQ(zones["rows"].size(), 2U);
  EXPECT_EQ(cell(zones, 0, "name")["zh"], "街道");
  EXPECT_EQ(cell(zones, 0, "outdoors"), 0.975);
  EXPECT_TRUE(cell(zones, 0, "indoors").is_null()) << "no ground under roofs has no share";
  EXPECT_TRUE(cell(zones, 0, "wired").is_null());
  EXPECT_EQ(cell(zones, 1, "outdoors"), 0.0);
  EXPECT_EQ(cell(zones, 1, "wired"), true);
}

TEST(RadioTables, TellUnservedPlacesWithTheirReasons) {
  const auto tables = radio_tables(radio_run());
  const Json& places = find(tables, "unserved_places");
  EXPECT_EQ(cell(places, 0, "name"), (Json{{"en", "Lakeside Green"}, {"zh", "湖滨绿地"}}));
  EXPECT_EQ(cell(places, 0, "reason"), "blocked");
  EXPECT_EQ(cell(places, 0, "missing_db"), 3.3);
  EXPECT_EQ(cell(places, 0, "server"), "C-1");
  EXPECT_TRUE(cell(places, 0, "rsrp_dbm").is_null()) << "no level is known";
  EXPECT_TRUE(cell(places, 0, "nearest_site").is_null());
}

TEST(RadioTables, TellShiftsAndCells) {
  const auto tables = radio_tables(radio_run());
  EXPECT_EQ(cell(find(tables, "threshold_shifts"), 0, "public"), 0.95);
  const Json& cells = find(tables, "radio_cells");
  EXPECT_EQ(cell(cells, 0, "cell"), "C-4");
  EXPECT_EQ(cell(cells, 0, "site"), "S-2");
  EXPECT_EQ(cell(cells, 0, "on_air"), false);
  EXPECT_TRUE(cell(cells, 0, "mean_rsrp_dbm").is_null()) << "a cell without ground has no mean";
}

}  // namespace
}  // namespace parktwin::viz::report
