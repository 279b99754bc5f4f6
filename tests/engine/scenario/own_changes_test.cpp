#include "engine/scenario/own_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/scenario/scratch_scenarios.h"

namespace parktwin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_park::ScratchScenarios;

std::vector<std::int32_t> years_of(const std::vector<Change>& changes) {
  std::vector<std::int32_t> years;
  for (const Change& change : changes) years.push_back(change.year);
  return years;
}

TEST(OwnChanges, ThoseOfParentsAreInheritedByPhase) {
  const ScratchScenarios scratch;
  scratch.write("parent.yaml",
                "name: parent\npark: somewhere\nchanges:\n  - remove_tree: {id: T-1}\nphases:\n"
                "  - {year: 2027, changes: [remove_tree: {id: T-2}]}\n  - {year: 2029, changes: [remove_tree: {id: T-3}]}\n");
  const auto child =
      scratch.write("child.yaml", "name: child\nbased_on: [parent.yaml]\nphases:\n  - {year: 2028, changes: [remove_tree: {id: T-4}]}\n");
  const Scenario scenario = read_scenario(child);
  ASSERT_EQ(scenario.changes.size(), 4U);
  EXPECT_THAT(years_of(inherited_changes(scenario, 0)), ElementsAre(0));
  EXPECT_THAT(years_of(inherited_changes(scenario, 2028)), ElementsAre(0, 2027));
  EXPECT_THAT(years_of(inherited_changes(scenario, 2029)), ElementsAre(0, 2027, 2029));
  EXPECT_FALSE(changes_itself(scenario, 2027));
  EXPECT_TRUE(changes_itself(scenario, 2028));
}

TEST(OwnChanges, WithoutParentsNothingIsInherited) {
  const ScratchScenarios scratch;
  const auto alone = scratch.write("alone.yaml", "name: alone\npark: somewhere\nchanges:\n  - remove_tree: {id: T-1}\n");
  const Scenario scenario = read_scenario(alone);
  EXPECT_THAT(inherited_changes(scenario, 2100), IsEmpty());
  EXPECT_TRUE(changes_itself(scenario, 0));
}

}  // namespace
}  // namespace parktwin
