#include "engine/criteria/need_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using needs::ScenarioState;

SmallWorld world_of(const std::vector<std::pair<ScenarioKind, ScenarioState>>& park_scenarios,
                    const std::vector<std::tuple<std::size_t, FactoryScenarioKind, ScenarioState>>& factory_scenarios,
                    const std::vector<std::tuple<std::size_t, NewMode, ScenarioState>>& modes) {
  SmallWorld world;
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 10), enterprise("E-2", "Two", 20)});
  auto& outcomes = world.results.needs.scenarios;
  std::vector<NetworkedScenario> networked;
  for (const auto& [kind, state] : park_scenarios) {
    NetworkedScenario made;
    made.id = "S-" + std::to_string(networked.size());
    made.kind = kind;
    made.deployed = true;
    outcomes.push_back({Id<NetworkedScenario>(networked.size()), {}, {}, state, 1, state == ScenarioState::works ? 1 : 0});
    networked.push_back(made);
  }
  std::vector<FactoryScenario> factories;
  for (const auto& [plant, kind, state] : factory_scenarios) {
    FactoryScenario made;
    made.id = "F-" + std::to_string(factories.size());
    made.enterprise = Id<Enterprise>(plant);
    made.kind = kind;
    made.deployed = true;
    outcomes.push_back({{}, Id<FactoryScenario>(factories.size()), {}, state, 1, 0});
    factories.push_back(made);
  }
  std::vector<NewModeUse> uses;
  for (const auto& [user, mode, state] : modes) {
    NewModeUse made;
    made.id = "M-" + std::to_string(uses.size());
    made.enterprise = Id<Enterprise>(user);
    made.mode = mode;
    made.figure = "days";
    made.figure_zh = "天数";
    made.before = 20.0;
    made.since = 25.5;
    outcomes.push_back({{}, {}, Id<NewModeUse>(uses.size()), state, 1, 0});
    uses.push_back(made);
  }
  world.park.networked_scenarios = part_of<NetworkedScenario>(std::move(networked));
  world.park.factory_scenarios = part_of<FactoryScenario>(std::move(factories));
  world.park.new_modes = part_of<NewModeUse>(std::move(uses));
  return world;
}

TEST(NeedMetrics, NamedScenariosCountByKindOthersEach) {
  using enum ScenarioKind;
  const SmallWorld world = world_of({{security, ScenarioState::works},
                                     {security, ScenarioState::works},
                                     {energy, ScenarioState::no_needs},
                                     {other, ScenarioState::works},
                                     {other, ScenarioState::works},
                                     {other, ScenarioState::not_deployed}},
                                    {}, {});
  const Measurement all = world.measure("scenarios.working");
  EXPECT_EQ(all.part, 3.0);
  EXPECT_EQ(all.where, (std::vector<Text>{{"S-2: declares nothing that it needs", "S-2：未登记所需条件"},
                                          {"S-5: not deployed", "S-5：未部署"},
                                          {"network management: none on record", "网络管理：未登记"},
                                          {"logistics: none on record", "物流：未登记"},
                                          {"environment: none on record", "环境监测：未登记"},
                                          {"pipe gallery: none on record", "管廊：未登记"}}));
  const Measurement named_only = world.measure("scenarios.named_working");
  EXPECT_EQ(named_only.part, 1.0);
  EXPECT_EQ(named_only.where.size(), 5U);
}

TEST(NeedMetrics, TheFactoryWithMostKindsCounts) {
  using enum FactoryScenarioKind;
  const SmallWorld world = world_of({},
                                    {{0, visual_inspection, ScenarioState::works},
                                     {0, other, ScenarioState::works},
                                     {1, plant_logistics, ScenarioState::works},
                                     {1, remote_operation, ScenarioState::works},
                                     {1, remote_operation, ScenarioState::works},
                                     {1, fault_diagnosis, ScenarioState::not_deployed},
                                     {0, unmanned_patrol, ScenarioState::no_needs}},
                                    {});
  const Measurement best = world.measure("factories.best_scenarios");
  EXPECT_EQ(best.part, 2.0);
  EXPECT_EQ(best.subject, "Two (E-2)");
  ASSERT_EQ(best.where.size(), 6U);
  EXPECT_EQ(best.where[0], (Text{"F-5 at Two (E-2): not deployed", "Two（E-2）F-5：未部署"}));
  EXPECT_EQ(best.where[1], (Text{"cooperative design: none on record", "协同研发：未登记"}));
  EXPECT_EQ(best.where[5].en, "F-6 at One (E-1): declares nothing that it needs");
  EXPECT_EQ(world.measure("factories.all_scenarios").part, 3.0);
}

TEST(NeedMetrics, ModesCountOnceAndEnterprisesBySayingSo) {
  using enum NewMode;
  const SmallWorld world = world_of({}, {},
                                    {{0, smart_manufacturing, ScenarioState::works},
                                     {1, smart_manufacturing, ScenarioState::works},
                                     {0, digital_management, ScenarioState::works},
                                     {1, extended_services, ScenarioState::not_improved}});
  const Measurement modes = world.measure("modes.working");
  EXPECT_EQ(modes.part, 2.0);
  EXPECT_EQ(modes.whole, 6.0);
  ASSERT_EQ(modes.where.size(), 4U);
  EXPECT_EQ(modes.where[0], (Text{"extended services at Two (E-2): days has not improved: 20 before, 25.5 since",
                                  "Two（E-2）服务化延伸：天数未改善：之前20，现在25.5"}));
  EXPECT_EQ(modes.where[1].en, "design on platforms: none on record");
  const Measurement users = world.measure("modes.enterprises");
  EXPECT_EQ(users.part, 2.0);
  EXPECT_EQ(users.whole, 2.0);
  EXPECT_EQ(users.where.size(), 1U);
}

TEST(NeedMetrics, NothingIsMeasuredWithoutRecordsOrResultsOfTheSamePark) {
  const SmallWorld empty;
  EXPECT_EQ(empty.measure("scenarios.working").part, 0.0);
  EXPECT_EQ(empty.measure("scenarios.working").where.size(), 6U);
  EXPECT_FALSE(empty.measure("factories.best_scenarios").measured());
  EXPECT_FALSE(empty.measure("modes.working").measured());
  EXPECT_FALSE(empty.measure("modes.enterprises").measured());
  SmallWorld stale = world_of({{ScenarioKind::security, ScenarioState::works}}, {}, {});
  stale.results.needs.scenarios.clear();
  for (const char* metric : {"scenarios.working", "scenarios.named_working", "factories.best_scenarios", "factories.all_scenarios",
                             "modes.working", "modes.enterprises"}) {
    EXPECT_FALSE(stale.measure(metric).measured()) << metric;
  }
}

}  // namespace
}  // namespace parktwin::criteria
