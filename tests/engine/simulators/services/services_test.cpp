#include "engine/simulators/services/services.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::services {
namespace {

std::vector<Enterprise> enterprises(std::size_t count) {
  std::vector<Enterprise> made(count);
  for (std::size_t i = 0; i < count; ++i) made[i].id = std::to_string(i);
  return made;
}

NetworkedScenario scenario(const std::string& id, ScenarioKind kind, bool deployed = true) {
  NetworkedScenario made;
  made.id = id;
  made.kind = kind;
  made.deployed = deployed;
  return made;
}

SharedService shared(const std::string& id, SharedServiceKind kind, bool deployed, std::vector<Id<Enterprise>> users) {
  SharedService made;
  made.id = id;
  made.kind = kind;
  made.deployed = deployed;
  made.enterprises = std::move(users);
  return made;
}

ConnectedAssets assets(const std::string& id, std::size_t owner, AssetBearer bearer, std::int32_t count) {
  ConnectedAssets made;
  made.id = id;
  made.enterprise = Id<Enterprise>(owner);
  made.bearer = bearer;
  made.count = count;
  return made;
}

TEST(Services, CountsDistinctNamedScenariosAndEachOther) {
  Park park;
  park.networked_scenarios = Part(Table<NetworkedScenario>(
      {scenario("a", ScenarioKind::security), scenario("b", ScenarioKind::security), scenario("c", ScenarioKind::energy),
       scenario("d", ScenarioKind::logistics, false), scenario("e", ScenarioKind::other), scenario("f", ScenarioKind::other),
       scenario("g", ScenarioKind::other, false)}));
  EXPECT_EQ(simulate(park, {}, 1).scenarios_deployed, 4);
  Options without_others;
  without_others.count_other_scenarios = false;
  EXPECT_EQ(simulate(park, without_others, 1).scenarios_deployed, 2);
}

TEST(Services, CountsEnterprisesByNetworkOrPlatformOnce) {
  auto list = enterprises(4);
  list[0].uses_park_network = true;
  list[1].uses_park_platform = true;
  list[2].uses_park_network = list[2].uses_park_platform = true;
  Park park;
  park.enterprises = Part(Table(list));
  const Result result = simulate(park, {}, 1);
  EXPECT_EQ(result.enterprises_served, 3);
  EXPECT_TRUE(result.enterprises[0].park_network);
  EXPECT_FALSE(result.enterprises[0].park_platform);
  EXPECT_TRUE(result.enterprises[1].park_platform);
  EXPECT_EQ(result.enterprises[3].enterprise, Id<Enterprise>(3));
}

TEST(Services, CountsDeployedSharedServicesOncePerEnterprise) {
  const Id<Enterprise> first(0);
  const Id<Enterprise> second(1);
  Park park;
  park.enterprises = Part(Table(enterprises(3)));
  park.shared_services = Part(Table<SharedService>({shared("lab", SharedServiceKind::testing, true, {first, second, first}),
                                                    shared("soc", SharedServiceKind::security_operations, true, {first}),
                                                    shared("later", SharedServiceKind::training, false, {Id<Enterprise>(2)})}));
  const Result result = simulate(park, {}, 1);
  EXPECT_EQ(result.enterprises[0].shared_services, 2);
  EXPECT_EQ(result.enterprises[1].shared_services, 1);
  EXPECT_EQ(result.enterprises[2].shared_services, 0);
  EXPECT_EQ(result.enterprises_using_shared_services, 2);
  EXPECT_EQ(result.enterprises_served, 0);
  EXPECT_TRUE(result.notes.empty());
}

TEST(Services, NotesPlatformUsersThatAreNotRegistered) {
  auto list = enterprises(2);
  list[0].uses_park_platform = true;
  Park park;
  park.enterprises = Part(Table(list));
  park.shared_services =
      Part(Table<SharedService>({shared("iot", SharedServiceKind::platform, true, {Id<Enterprise>(0), Id<Enterprise>(1)})}));
  const Result result = simulate(park, {}, 1);
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_EQ(result.notes[0].place, "enterprise 1");
  EXPECT_EQ(result.enterprises_served, 1);
}

TEST(Services, AddsUpConnectedElementsByBearer) {
  Park park;
  park.enterprises = Part(Table(enterprises(4)));
  park.connected_assets = Part(Table<ConnectedAssets>(
      {assets("a", 2, AssetBearer::nr, 2000000000), assets("b", 0, AssetBearer::wired, 5), assets("c", 2, AssetBearer::wifi, 2000000000),
       assets("d", 2, AssetBearer::wired, 1), assets("e", 1, AssetBearer::lte, 0), assets("f", 0, AssetBearer::other_wireless, 3)}));
  const Result result = simulate(park, {}, 1);
  ASSERT_EQ(result.assets.size(), 2U);  // an enterprise with nothing connected has no row
  EXPECT_EQ(result.assets[0].enterprise, Id<Enterprise>(0));
  EXPECT_EQ(result.assets[0].elements, 8);
  EXPECT_EQ(result.assets[0].wireless_elements, 3);
  EXPECT_EQ(result.assets[0].nr_elements, 0);
  EXPECT_EQ(result.assets[1].elements, 4000000001);
  EXPECT_EQ(result.assets[1].wireless_elements, 4000000000);
  EXPECT_EQ(result.assets[1].nr_elements, 2000000000);
}

TEST(Services, TotalsOfRandomParksAgreeWithTheirInventory) {
  const RandomSequence random(3, 1, 4);
  std::uint32_t draw = 0;
  for (int round = 0; round < 20; ++round) {
    std::vector<ConnectedAssets> groups;
    std::int64_t elements = 0;
    for (std::size_t i = 0; i < 60; ++i) {
      const auto count = static_cast<std::int32_t>(random.below(draw++, 100));
      const auto bearer = static_cast<AssetBearer>(random.below(draw++, 5));
      groups.push_back(assets(std::to_string(i), random.below(draw++, 30), bearer, count));
      elements += count;
    }
    Park park;
    park.enterprises = Part(Table(enterprises(30)));
    park.connected_assets = Part(Table(std::move(groups)));
    const Result result = simulate(park, {}, 1);
    std::int64_t found = 0;
    for (const auto& row : result.assets) {
      found += row.elements;
      EXPECT_GT(row.elements, 0);
      EXPECT_LE(row.nr_elements, row.wireless_elements);
      EXPECT_LE(row.wireless_elements, row.elements);
    }
    EXPECT_EQ(found, elements);
  }
}

TEST(Services, RefusesAssetsOfNobodyAsABrokenPromise) {
  Park park;
  park.connected_assets = Part(Table<ConnectedAssets>({assets("a", 0, AssetBearer::wired, 1)}));
  EXPECT_THROW(static_cast<void>(simulate(park, {}, 1)), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::services
