#include "engine/criteria/service_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

NetworkedScenario scenario(const std::string& id, ScenarioKind kind, bool deployed) {
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

SmallWorld served_park() {
  SmallWorld world;
  auto one = enterprise("E-1", "One", 10);
  one.uses_identifiers = true;
  world.park.enterprises = part_of<Enterprise>({one, enterprise("E-2", "Two", 20), enterprise("E-3", "Three", 30)});
  world.park.networked_scenarios = part_of<NetworkedScenario>(
      {scenario("A", ScenarioKind::logistics, true), scenario("B", ScenarioKind::logistics, true),
       scenario("C", ScenarioKind::energy, true), scenario("D", ScenarioKind::security, false), scenario("E", ScenarioKind::other, true)});
  world.park.shared_services =
      part_of<SharedService>({shared("V-1", SharedServiceKind::security_operations, true, {Id<Enterprise>(0), Id<Enterprise>(1)}),
                              shared("V-2", SharedServiceKind::security_operations, true, {Id<Enterprise>(1)}),
                              shared("V-3", SharedServiceKind::security_operations, false, {Id<Enterprise>(2)}),
                              shared("V-4", SharedServiceKind::identifier_node, true, {})});
  auto& services = world.results.services;
  services.enterprises = {{Id<Enterprise>(0), true, false, 1}, {Id<Enterprise>(1), false, true, 2}, {Id<Enterprise>(2), false, false, 0}};
  services.scenarios_deployed = 3;
  services.enterprises_served = 2;
  services.enterprises_using_shared_services = 2;
  return world;
}

TEST(ServiceMetrics, Scenarios) {
  const Measurement measurement = served_park().measure("services.scenarios");
  EXPECT_EQ(measurement.part, 3.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"network management: not deployed", "网络管理：未部署"},
                                                  {"security: not deployed", "安防：未部署"},
                                                  {"environment: not deployed", "环境监测：未部署"},
                                                  {"pipe gallery: not deployed", "管廊：未部署"}}));
}

TEST(ServiceMetrics, NamedScenariosCountEachKindOnce) { EXPECT_EQ(served_park().measure("services.named_scenarios").part, 2.0); }

TEST(ServiceMetrics, ParkWithoutScenariosLacksEveryNamedKind) {
  const auto where = SmallWorld().measure("services.named_scenarios").where;
  ASSERT_EQ(where.size(), 6U);
  EXPECT_EQ(where[1], (Text{"logistics: not deployed", "物流：未部署"}));
  EXPECT_EQ(where[5], (Text{"energy: not deployed", "能源：未部署"}));
}

TEST(ServiceMetrics, EnterprisesServed) {
  const Measurement measurement = served_park().measure("services.enterprises_served");
  EXPECT_EQ(measurement.part, 2.0);
  EXPECT_EQ(
      measurement.where,
      (std::vector<Text>{{"Three (E-3): uses neither the park's network nor its platform", "Three（E-3）：未使用园区网络和园区平台"}}));
}

TEST(ServiceMetrics, EnterprisesOnTheNetworkAndSharing) {
  EXPECT_EQ(served_park().measure("services.enterprises_on_network").part, 1.0);
  EXPECT_EQ(served_park().measure("services.enterprises_on_network").where,
            (std::vector<Text>{{"Three (E-3): does not use the park's network", "Three（E-3）：未使用园区网络"},
                               {"Two (E-2): does not use the park's network", "Two（E-2）：未使用园区网络"}}));
  EXPECT_EQ(served_park().measure("services.enterprises_sharing").part, 2.0);
  EXPECT_EQ(served_park().measure("services.enterprises_sharing").where,
            (std::vector<Text>{{"Three (E-3): uses no shared service in operation", "Three（E-3）：未使用已投运的共享服务"}}));
}

TEST(ServiceMetrics, SecurityCustomersCountOnceAndOnlyOfServicesInOperation) {
  const Measurement measurement = served_park().measure("services.security_customers");
  EXPECT_EQ(measurement.part, 2.0);
  EXPECT_EQ(measurement.where,
            (std::vector<Text>{{"Three (E-3): uses no security operations service", "Three（E-3）：未使用安全运营服务"}}));
}

TEST(ServiceMetrics, IdentifiersNeedANodeInOperation) {
  SmallWorld world = served_park();
  EXPECT_EQ(world.measure("services.identifier_customers").part, 1.0);
  EXPECT_EQ(world.measure("services.identifier_customers").where[1], (Text{"Two (E-2): uses no identifiers", "Two（E-2）：未应用标识"}));
  world.park.shared_services = part_of<SharedService>({shared("V-4", SharedServiceKind::identifier_node, false, {})});
  EXPECT_EQ(world.measure("services.identifier_customers").part, 0.0);
  EXPECT_EQ(world.measure("services.identifier_customers").where[2],
            (Text{"One (E-1): no identifier node in operation", "One（E-1）：没有已投运的标识解析节点"}));
}

}  // namespace
}  // namespace parktwin::criteria
