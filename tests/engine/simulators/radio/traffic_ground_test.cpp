#include "engine/simulators/radio/traffic_ground.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using ::testing::ElementsAre;

constexpr GridFrame frame{.origin = {}, .cell_size = 10.0, .columns = 10, .rows = 1};

ConnectedAssets assets(const std::string& id, std::size_t enterprise, const std::string& element, std::int32_t count, double down,
                       double up) {
  ConnectedAssets result;
  result.id = id;
  result.enterprise = Id<Enterprise>(enterprise);
  result.element = element;
  result.bearer = AssetBearer::nr;
  result.count = count;
  result.rate_down = MegabitsPerSecond(down);
  result.rate_up = MegabitsPerSecond(up);
  return result;
}

NetworkSlice slice(const std::string& id, std::vector<Id<Enterprise>> enterprises, const std::string& element) {
  NetworkSlice result;
  result.id = id;
  result.enterprises = std::move(enterprises);
  result.element = element;
  return result;
}

// Map cells 0 to 3 lie under a building of enterprise 1, which has a parcel on 4 to 5 too; 6 and 7 in two parcels of enterprise 0, which
// overlap. Enterprise 2 has no ground.
struct Setting {
  Park park;
  Grid<SurfaceCell> surface{frame};
  Grid<std::uint8_t> place{frame, static_cast<std::uint8_t>(Place::outdoor)};

  Setting() {
    for (std::size_t i = 0; i < 4; ++i) surface.values[i].building = 0;
    Building hall = test::building("B-1", test::box(0.0, 0.0, 40.0, 10.0), 10.0);
    hall.enterprise = Id<Enterprise>(1);
    park.buildings = Part(Table(std::vector<Building>{hall}));
    std::vector<Parcel> parcels(3);
    parcels[0].shape.polygons = {test::box(40.0, 0.0, 20.0, 10.0)};
    parcels[0].enterprise = Id<Enterprise>(1);
    parcels[1].shape.polygons = {test::box(70.0, 0.0, 10.0, 10.0)};
    parcels[1].enterprise = Id<Enterprise>(0);
    parcels[2].shape.polygons = {test::box(60.0, 0.0, 20.0, 10.0)};
    parcels[2].enterprise = Id<Enterprise>(0);
    for (std::size_t i = 0; i < parcels.size(); ++i) parcels[i].id = "P-" + std::to_string(i);
    park.parcels = Part(Table(parcels));
    std::vector<Enterprise> enterprises(4);
    for (std::size_t i = 0; i < enterprises.size(); ++i) enterprises[i].id = "E-" + std::to_string(i);
    park.enterprises = Part(Table(enterprises));
    auto wifi = assets("A-4", 3, "cameras", 5, 1.0, 1.0);
    wifi.bearer = AssetBearer::wifi;
    park.connected_assets = Part(Table(std::vector<ConnectedAssets>{
        assets("A-0", 1, "cameras", 10, 2.0, 4.0), assets("A-1", 1, "vehicles", 5, 1.0, 0.0), assets("A-2", 0, "vehicles", 3, 1.0, 2.0),
        assets("A-3", 2, "robots", 1, 7.0, 0.0), wifi, assets("A-5", 3, "silent", 9, 0.0, 0.0)}));
  }
};

TEST(TrafficGround, BuildingsElseParcelsElseNone) {
  const Setting setting;
  const auto traffic = enterprise_traffic(setting.park, setting.surface, setting.place);
  ASSERT_EQ(traffic.size(), 3U);
  EXPECT_THAT(traffic[0].ground, ElementsAre(6, 7));
  EXPECT_THAT(traffic[1].ground, ElementsAre(0, 1, 2, 3));
  EXPECT_TRUE(traffic[2].ground.empty());
  EXPECT_EQ(traffic[1].enterprise.index(), 1U);
  EXPECT_EQ(traffic[1].demand.down_mbit_s, 25.0);
  EXPECT_EQ(traffic[1].demand.up_mbit_s, 40.0);
  ASSERT_EQ(traffic[1].of_slice.size(), 1U);
  EXPECT_EQ(traffic[1].of_slice[0].down_mbit_s, 25.0);
  EXPECT_TRUE(enterprise_traffic(Park{}, setting.surface, setting.place).empty());
}

TEST(TrafficGround, GroundOutsideTheBoundaryIsNone) {
  Setting setting;
  setting.place.values[1] = setting.place.values[7] = static_cast<std::uint8_t>(Place::outside);
  const auto traffic = enterprise_traffic(setting.park, setting.surface, setting.place);
  EXPECT_THAT(traffic[0].ground, ElementsAre(6));
  EXPECT_THAT(traffic[1].ground, ElementsAre(0, 2, 3));
}

TEST(TrafficGround, TheFirstSliceThatTakesEnterpriseAndElement) {
  Setting setting;
  setting.park.network_slices = Part(Table(std::vector<NetworkSlice>{slice("S-0", {Id<Enterprise>(1), Id<Enterprise>(2)}, "cameras"),
                                                                     slice("S-1", {}, "vehicles"), slice("S-2", {Id<Enterprise>(1)}, "")}));
  const auto traffic = enterprise_traffic(setting.park, setting.surface, setting.place);
  const auto down = [&](std::size_t k) {
    std::vector<double> result;
    for (const auto& demand : traffic[k].of_slice) result.push_back(demand.down_mbit_s);
    return result;
  };
  EXPECT_THAT(down(0), ElementsAre(0.0, 3.0, 0.0, 0.0));
  EXPECT_THAT(down(1), ElementsAre(20.0, 5.0, 0.0, 0.0));
  EXPECT_THAT(down(2), ElementsAre(0.0, 0.0, 0.0, 7.0));
  EXPECT_EQ(traffic[0].of_slice[1].up_mbit_s, 6.0);
}

// Of enterprise 1 radio cell 0 serves three map cells, one out of reach, and radio cell 1 one; of enterprise 0 radio cell 1 one and nobody
// the other.
TEST(TrafficGround, PartsByRadioCell) {
  const Setting setting;
  const auto traffic = enterprise_traffic(setting.park, setting.surface, setting.place);
  Grid<std::uint16_t> server(frame, 1);
  Grid<float> rate(frame, 50.0F);
  for (std::size_t i = 0; i < 3; ++i) server.values[i] = 0;
  server.values[7] = no_server;
  rate.values[0] = 300.0F;
  rate.values[1] = 0.0F;
  rate.values[2] = 100.0F;
  const auto parts = ground_parts(traffic, server, rate, 3);
  ASSERT_EQ(parts.size(), 4U);
  ASSERT_EQ(parts[0].size(), 1U);
  EXPECT_EQ(parts[0][0].traffic, 1U);
  EXPECT_EQ(parts[0][0].within_reach, 2U);
  EXPECT_EQ(parts[0][0].out_of_reach, 1U);
  EXPECT_NEAR(parts[0][0].full_rate_mbit_s, 150.0, 1e-9);  // 2 / (1/300 + 1/100)
  ASSERT_EQ(parts[1].size(), 2U);
  EXPECT_EQ(parts[1][0].traffic, 0U);
  EXPECT_EQ(parts[1][1].within_reach, 1U);
  EXPECT_NEAR(parts[1][1].full_rate_mbit_s, 50.0, 1e-9);
  EXPECT_TRUE(parts[2].empty());
  ASSERT_EQ(parts[3].size(), 1U);
  EXPECT_EQ(parts[3][0].out_of_reach, 1U);
  EXPECT_EQ(parts[3][0].full_rate_mbit_s, 0.0);
}

}  // namespace
}  // namespace parktwin::radio
