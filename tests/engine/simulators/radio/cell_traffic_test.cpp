#include "engine/simulators/radio/cell_traffic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

constexpr GridFrame frame{.origin = {}, .cell_size = 10.0, .columns = 10, .rows = 1};

ConnectedAssets assets(std::size_t enterprise, AssetBearer bearer, std::int32_t count, double down, double up) {
  ConnectedAssets result;
  result.id = "A";
  result.enterprise = Id<Enterprise>(enterprise);
  result.bearer = bearer;
  result.count = count;
  result.rate_down = MegabitsPerSecond(down);
  result.rate_up = MegabitsPerSecond(up);
  return result;
}

// Ten map cells in a row: 0 to 3 lie under the building of enterprise 0, 6 and 7 in the parcel of enterprise 1. Radio cell 0 serves 0 to 2,
// radio cell 1 serves 3 to 8, nobody 9.
struct Setting {
  test::Draft draft = test::two_site_draft();
  std::vector<ConnectedAssets> connected;
  Grid<SurfaceCell> surface{frame};
  Result result;

  Setting() {
    for (std::size_t i = 0; i < 4; ++i) surface.values[i].building = 0;
    result.place = Grid<std::uint8_t>(frame, 1);
    result.best_server = Grid<std::uint16_t>(frame, 1);
    for (std::size_t i = 0; i < 3; ++i) result.best_server.values[i] = 0;
    result.best_server.values[9] = no_server;
    result.throughput_down_mbit_s = Grid<float>(frame, 100.0F);
    result.throughput_up_mbit_s = Grid<float>(frame, 20.0F);
    result.throughput_down_mbit_s.values[0] = 300.0F;
    result.throughput_down_mbit_s.values[2] = 0.0F;  // out of reach
    result.cells.resize(draft.cells.size());
  }

  void run() {
    Park park = draft.park();
    auto buildings = draft.buildings;
    buildings[0].enterprise = Id<Enterprise>(0);
    park.buildings = Part(Table(buildings));
    Parcel parcel;
    parcel.id = "P-1";
    parcel.enterprise = Id<Enterprise>(1);
    parcel.shape.polygons = {test::box(60.0, 0.0, 20.0, 10.0)};
    Parcel built = parcel;
    built.id = "P-2";
    built.enterprise = Id<Enterprise>(0);
    park.parcels = Part(Table(std::vector<Parcel>{parcel, built}));
    std::vector<Enterprise> enterprises(3);
    for (std::size_t i = 0; i < 3; ++i) enterprises[i].id = "E-" + std::to_string(i);
    park.enterprises = Part(Table(enterprises));
    for (std::size_t i = 0; i < connected.size(); ++i) connected[i].id = "A-" + std::to_string(i);
    park.connected_assets = Part(Table(connected));
    put_cell_traffic(park, surface, result);
  }
};

TEST(CellTraffic, CapacityIsTheHarmonicMeanWithinReach) {
  Setting setting;
  setting.run();
  EXPECT_NEAR(setting.result.cells[0].capacity_down_mbit_s, 2.0 / (1.0 / 300.0 + 1.0 / 100.0), 1e-9);
  EXPECT_NEAR(setting.result.cells[1].capacity_down_mbit_s, 100.0, 1e-9);
  EXPECT_NEAR(setting.result.cells[0].capacity_up_mbit_s, 20.0, 1e-9);
  EXPECT_EQ(setting.result.cells[2].capacity_down_mbit_s, 0.0);
  EXPECT_EQ(setting.result.cells[0].offered_down_mbit_s, 0.0);
  EXPECT_FALSE(setting.result.cells[0].saturated);
  EXPECT_TRUE(setting.result.notes.empty());
}

// 10 pieces of 4 Mbit/s over four map cells: 10 Mbit/s each. On radio cell 0 one needs 10/300, one 10/100, one is out of reach; on radio
// cell 1 one needs 10/100.
TEST(CellTraffic, SpreadsAnEnterpriseOverItsBuilding) {
  Setting setting;
  setting.connected = {assets(0, AssetBearer::nr, 10, 4.0, 0.4), assets(0, AssetBearer::wifi, 1000, 4.0, 4.0)};
  setting.run();
  const auto& cells = setting.result.cells;
  EXPECT_NEAR(cells[0].offered_down_mbit_s, 30.0, 1e-9);
  EXPECT_NEAR(cells[0].needed_load_down, 10.0 / 300.0 + 10.0 / 100.0, 1e-9);
  EXPECT_NEAR(cells[0].carried_down_mbit_s, 20.0, 1e-9);
  EXPECT_NEAR(cells[1].offered_down_mbit_s, 10.0, 1e-9);
  EXPECT_NEAR(cells[1].needed_load_down, 0.1, 1e-9);
  EXPECT_NEAR(cells[0].needed_load_up, 3.0 / 20.0, 1e-9);
  EXPECT_NEAR(cells[0].carried_up_mbit_s, 3.0, 1e-9);
  EXPECT_FALSE(cells[0].saturated);
  ASSERT_EQ(setting.result.notes.size(), 1U);
  EXPECT_EQ(setting.result.notes[0].text, "10.0 Mbit/s of their downlink traffic has no radio cell within reach.");
}

TEST(CellTraffic, WithoutBuildingsOverItsParcelAndWithoutEitherNowhere) {
  Setting setting;
  setting.connected = {assets(1, AssetBearer::nr, 2, 5.0, 0.0), assets(2, AssetBearer::nr, 1, 7.0, 0.0)};
  setting.run();
  EXPECT_NEAR(setting.result.cells[1].offered_down_mbit_s, 10.0, 1e-9);
  EXPECT_NEAR(setting.result.cells[1].needed_load_down, 0.1, 1e-9);
  ASSERT_EQ(setting.result.notes.size(), 1U);
  EXPECT_NE(setting.result.notes[0].text.find("7.0 Mbit/s"), std::string::npos);
}

TEST(CellTraffic, ASaturatedCellCarriesWhatItCan) {
  Setting setting;
  setting.connected = {assets(1, AssetBearer::nr, 10, 30.0, 1.0)};
  setting.run();
  const auto& cell = setting.result.cells[1];
  EXPECT_NEAR(cell.needed_load_down, 3.0, 1e-9);
  EXPECT_NEAR(cell.carried_down_mbit_s, 100.0, 1e-9);
  EXPECT_NEAR(cell.offered_down_mbit_s, 300.0, 1e-9);
  EXPECT_NEAR(cell.needed_load_up, 0.5, 1e-9);
  EXPECT_TRUE(cell.saturated);
  EXPECT_FALSE(setting.result.cells[0].saturated);
}

}  // namespace
}  // namespace parktwin::radio
