#include "engine/run/radio_access.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace parktwin {
namespace {

Polygon rectangle(double west, double south, double east, double north) {
  return {{{west, south}, {east, south}, {east, north}, {west, north}}, {}};
}

/// Map of 4 x 2 cells of 10 m: cell 0 in the west at 20 and 40 Mbit/s up, cell 1 in the east at 10, nobody in the last column.
struct World {
  Park park;
  radio::Result radio;

  World() {
    std::vector<Enterprise> enterprises(4);
    std::vector<ConnectedAssets> assets(4);
    for (std::size_t i = 0; i < 4; ++i) {
      enterprises[i].id = std::string("E").append(std::to_string(i));
      assets[i].id = std::string("A").append(std::to_string(i));
      assets[i].enterprise = Id<Enterprise>(i);
      assets[i].bearer = i == 2 ? AssetBearer::wifi : AssetBearer::nr;
    }
    std::vector<Building> buildings(2);
    buildings[0].id = "B0";
    buildings[0].enterprise = Id<Enterprise>(0);
    buildings[0].footprint = rectangle(0, 0, 40, 10);  // the southern row
    buildings[1].id = "B1";
    buildings[1].enterprise = Id<Enterprise>(2);
    buildings[1].footprint = rectangle(0, 0, 10, 10);
    std::vector<Parcel> parcels(2);
    parcels[0].id = "P0";
    parcels[0].enterprise = Id<Enterprise>(1);
    parcels[0].shape = {{rectangle(0, 10, 20, 20)}};
    parcels[1].id = "P1";
    parcels[1].enterprise = Id<Enterprise>(0);  // has a building: its parcel does not count
    parcels[1].shape = {{rectangle(20, 10, 30, 20)}};
    std::vector<RadioCell> cells(2);
    for (std::size_t i = 0; i < 2; ++i) cells[i].id = std::string("C").append(std::to_string(i));
    cells[1].frequency = Hertz(758e6);
    cells[1].subcarrier_spacing = Hertz(15e3);
    park.enterprises = Part(Table(enterprises));
    park.connected_assets = Part(Table(assets));
    park.buildings = Part(Table(buildings));
    park.parcels = Part(Table(parcels));
    park.radio_cells = Part(Table(cells));
    radio.cells.resize(2);
    for (std::size_t i = 0; i < 2; ++i) radio.cells[i].cell = Id<RadioCell>(i);
    radio.cells[0].typed_load = 0.4;
    const GridFrame frame{{0, 0}, 10.0, 4, 2};
    radio.best_server = Grid<std::uint16_t>(frame, radio::no_server);
    radio.throughput_up_mbit_s = Grid<float>(frame, 0.0F);
    radio.throughput_down_mbit_s = Grid<float>(frame, 0.0F);
    const auto serve = [this](std::int32_t column, std::int32_t row, std::uint16_t cell, float up) {
      radio.best_server.at(column, row) = cell;
      radio.throughput_up_mbit_s.at(column, row) = up;
      radio.throughput_down_mbit_s.at(column, row) = 10.0F * up;
    };
    serve(0, 0, 0, 20.0F);
    serve(1, 0, 0, 40.0F);
    serve(2, 0, 1, 10.0F);
    serve(0, 1, 1, 80.0F);
    serve(1, 1, 1, 0.9F);  // below what networks are planned for
  }
};

TEST(RadioAccess, CellsShareAnEnterprisesGroundAtTheHarmonicMeanOfItsRates) {
  const World world;
  const auto access = radio_access(world.park, world.radio, false);
  ASSERT_EQ(access.serving.size(), 5U);
  const auto& first = access.serving[0];
  EXPECT_EQ(first.enterprise, Id<Enterprise>(0));
  EXPECT_EQ(first.cell, Id<RadioCell>(0));
  EXPECT_EQ(first.share, 0.5);
  EXPECT_NEAR(first.up_mbit_s, 2.0 / (1.0 / 20.0 + 1.0 / 40.0), 1e-12);
  EXPECT_NEAR(first.down_mbit_s, 2.0 / (1.0 / 200.0 + 1.0 / 400.0), 1e-12);
  EXPECT_EQ(access.serving[1].cell, Id<RadioCell>(1));
  EXPECT_EQ(access.serving[1].share, 0.25);
  EXPECT_FALSE(access.serving[2].cell.valid());
  EXPECT_EQ(access.serving[2].share, 0.25);
  EXPECT_EQ(access.serving[3].enterprise, Id<Enterprise>(1));  // by its parcel
  EXPECT_EQ(access.serving[3].share, 0.5);
  EXPECT_EQ(access.serving[3].up_mbit_s, 80.0);
  EXPECT_FALSE(access.serving[4].cell.valid());
}

TEST(RadioAccess, FramesFollowTheCellsPattern) {
  World world;
  auto access = radio_access(world.park, world.radio, false);
  ASSERT_EQ(access.cells.size(), 2U);
  EXPECT_EQ(access.cells[0].slot_ms, 0.5);
  EXPECT_EQ(access.cells[0].period_ms, 2.5);  // DDDSU
  EXPECT_EQ(access.cells[1].slot_ms, 1.0);
  EXPECT_EQ(access.cells[1].period_ms, 1.0);  // both directions at once
  EXPECT_EQ(access.cells[0].busy_down, 0.4);
  access = radio_access(world.park, world.radio, true);
  EXPECT_EQ(access.cells[0].busy_down, 0.0);
}

TEST(RadioAccess, NothingIsAskedForWhereNobodyUses5G) {
  World world;
  auto assets = world.park.connected_assets->records();
  for (auto& group : assets) group.bearer = AssetBearer::wired;
  world.park.connected_assets = Part(Table(assets));
  EXPECT_TRUE(radio_access(world.park, world.radio, false).serving.empty());
}

}  // namespace
}  // namespace parktwin
