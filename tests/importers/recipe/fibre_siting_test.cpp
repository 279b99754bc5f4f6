#include "importers/recipe/fibre_siting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

struct World {
  std::vector<Road> roads;
  std::vector<Parcel> parcels;
  std::vector<Enterprise> enterprises;
  std::vector<RadioSite> sites;

  World() {
    Road east;
    east.path.points = {{0, 0}, {1000, 0}};
    Road island;  // no street leads there
    island.path.points = {{0, 5000}, {1000, 5000}};
    roads = {east, island};
    for (const double y : {50.0, 900.0, 5050.0}) {
      Enterprise enterprise;
      enterprise.id = "E-" + std::to_string(enterprises.size() + 1);
      enterprise.name = "owner at " + std::to_string(static_cast<int>(y));
      Parcel parcel;
      parcel.enterprise = Id<Enterprise>(enterprises.size());
      parcel.shape.polygons = {{{{800, y}, {900, y}, {900, y + 100}, {800, y + 100}}, {}}};
      enterprises.push_back(enterprise);
      parcels.push_back(parcel);
    }
    for (const double y : {10.0, 5010.0}) {
      RadioSite site;
      site.id = "S-" + std::to_string(sites.size() + 1);
      site.position = {300.0, y};
      sites.push_back(site);
    }
  }
};

FibreRule rule() {
  FibreRule result;
  result.reach = Metres(300.0);
  result.rate = MegabitsPerSecond(700.0);
  return result;
}

TEST(FibreSiting, WhoIsInReachGetsAFibreAlongTheStreet) {
  World world;
  const auto fibre = lay_fibre(world.roads, world.parcels, world.enterprises, world.sites, {0, 0}, rule());
  ASSERT_EQ(fibre.nodes.size(), 3U);  // core, one enterprise, one site
  EXPECT_EQ(fibre.nodes[0].kind, NodeKind::core_router);
  EXPECT_EQ(fibre.nodes[1].enterprise, Id<Enterprise>(0));
  ASSERT_EQ(fibre.links.size(), 2U);
  EXPECT_NEAR(fibre.links[0].length.value(), 800.0 + 50.0, 0.02);
  EXPECT_EQ(fibre.links[0].rate_down, MegabitsPerSecond(700.0));
  EXPECT_EQ(fibre.cables[0].ducts, std::vector{Id<Duct>(0)});
  EXPECT_EQ(fibre.ducts.size(), 1U);  // none on the island
}

TEST(FibreSiting, WhoIsNotInReachIsNamed) {
  World world;
  const auto fibre = lay_fibre(world.roads, world.parcels, world.enterprises, world.sites, {0, 0}, rule());
  std::vector<std::string> places;
  for (const auto& note : fibre.notes) places.push_back(note.place);
  EXPECT_THAT(places, testing::ElementsAre("enterprise E-2", "enterprise E-3", "radio site S-2"));
  EXPECT_TRUE(world.sites[0].operational);
  EXPECT_EQ(world.sites[0].backhaul, Id<NetworkNode>(2));
  EXPECT_FALSE(world.sites[1].operational);
}

TEST(FibreSiting, WithoutStreetsThereIsOnlyTheCore) {
  World world;
  const auto fibre = lay_fibre({}, world.parcels, world.enterprises, world.sites, {0, 0}, rule());
  EXPECT_EQ(fibre.nodes.size(), 1U);
  EXPECT_TRUE(fibre.links.empty());
  EXPECT_EQ(fibre.notes.size(), 5U);
}

}  // namespace
}  // namespace parktwin::importers
