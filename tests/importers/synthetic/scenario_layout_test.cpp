#include "importers/synthetic/scenario_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/park/validate.h"
#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(ScenarioLayout, EveryScenarioAndUseOfANewModeDeclaresNeeds) {
  const Park& park = reference_park();
  const auto& needs = park.scenario_needs->records();
  const auto has = [&](auto owns) { return std::any_of(needs.begin(), needs.end(), owns); };
  for (std::size_t i = 0; i < park.networked_scenarios->size(); ++i)
    EXPECT_TRUE(has([i](const ScenarioNeed& need) { return need.scenario == Id<NetworkedScenario>(i); })) << i;
  for (std::size_t i = 0; i < park.factory_scenarios->size(); ++i)
    EXPECT_TRUE(has([i](const ScenarioNeed& need) { return need.factory_scenario == Id<FactoryScenario>(i); })) << i;
  for (std::size_t i = 0; i < park.new_modes->size(); ++i)
    EXPECT_TRUE(has([i](const ScenarioNeed& need) { return need.new_mode == Id<NewModeUse>(i); })) << i;
}

TEST(ScenarioLayout, AllKindsOccurAndFactoriesHaveTheirDevicesOn5G) {
  const Park& park = reference_park();
  std::set<FactoryScenarioKind> kinds;
  std::set<NewMode> modes;
  for (const auto& scenario : *park.factory_scenarios) {
    kinds.insert(scenario.kind);
    EXPECT_TRUE(std::any_of(park.connected_assets->begin(), park.connected_assets->end(), [&](const ConnectedAssets& assets) {
      return assets.enterprise == scenario.enterprise && assets.bearer == AssetBearer::nr;
    })) << scenario.id;
  }
  for (const auto& use : *park.new_modes) modes.insert(use.mode);
  EXPECT_EQ(kinds.size(), 7U);
  EXPECT_EQ(modes.size(), 6U);
}

TEST(ScenarioLayout, ParksOfAllSizesAreSound) {
  for (const SyntheticOptions& options : {SyntheticOptions{5, 0.5, 4}, SyntheticOptions{1, 3.0, 7}, SyntheticOptions{60, 4.0, 5}}) {
    const Park park = generate_park(options);
    Problems problems;
    validate(park, "park", problems);
    for (const auto& problem : problems.list()) ADD_FAILURE() << options.enterprises << ": " << problem.place << ": " << problem.message;
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
