#include "engine/criteria/process_metrics.h"

#include <gmock/gmock.h>

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using services::StepState;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

SmallWorld traced(const std::vector<std::pair<IdentifierMode, StepState>>& steps) {
  SmallWorld world;
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "Pumps", 100.0, 10)});
  std::vector<ProcessStep> records;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    ProcessStep step;
    step.id = "PS-" + std::to_string(i);
    step.process = std::string(name_of(steps[i].first));
    step.name = "Assembly";
    step.name_zh = "装配";
    step.purpose = steps[i].first;
    step.position = static_cast<std::int32_t>(i + 1);
    step.enterprise = Id<Enterprise>(0);
    records.push_back(step);
    auto& identifiers = world.results.services.identifiers;
    identifiers.steps.push_back({Id<ProcessStep>(i), steps[i].second, 0.875});
    if (identifiers.processes.empty() || identifiers.processes.back().process != step.process)
      identifiers.processes.push_back({step.process, step.purpose, 0, 0, 0.0, 0.0});
    ++identifiers.processes.back().steps;
    identifiers.processes.back().found += steps[i].second == StepState::found ? 1 : 0;
  }
  world.park.process_steps = part_of(records);
  return world;
}

constexpr auto tracing = IdentifierMode::product_traceability;
constexpr auto quality = IdentifierMode::quality_control;
constexpr auto equipment = IdentifierMode::equipment_management;

TEST(ProcessMetrics, AllStepsOfTheThreePurposesAreFound) {
  const SmallWorld world = traced({{tracing, StepState::found}, {quality, StepState::found}, {equipment, StepState::found}});
  const Measurement steps = world.measure("identifiers.traceable_steps");
  EXPECT_EQ(steps.part, 3.0);
  EXPECT_EQ(steps.whole, 3.0);
  EXPECT_THAT(steps.where, IsEmpty());
  EXPECT_EQ(world.measure("identifiers.traced_processes").part, 3.0);
}

TEST(ProcessMetrics, NameStepsThatAreNotFoundAndPurposesWithoutAProcess) {
  const SmallWorld world = traced({{tracing, StepState::found},
                                   {tracing, StepState::too_seldom},
                                   {quality, StepState::no_application},
                                   {IdentifierMode::other, StepState::not_served}});
  const Measurement steps = world.measure("identifiers.traceable_steps");
  EXPECT_EQ(steps.part, 1.0);
  EXPECT_EQ(steps.whole, 4.0);
  EXPECT_THAT(steps.where,
              ElementsAre(Text{"product_traceability, step 2, Assembly (PS-1), Pumps (E-1): 87.50 % of look-ups answered "
                               "within 500 ms, 99 % needed",
                               "product_traceability第2步装配（PS-1），Pumps（E-1）：500毫秒内解析成功87.50%，要求99%"},
                          Text{"quality_control, step 3, Assembly (PS-2), Pumps (E-1): no application of identifiers holds its "
                               "record",
                               "quality_control第3步装配（PS-2），Pumps（E-1）：无标识应用记录该环节"},
                          Text{"equipment management: no process in the inventory", "设备运营管理：未登记业务流程"}));
  const Measurement processes = world.measure("identifiers.traced_processes");
  EXPECT_EQ(processes.part, 0.0);
  EXPECT_EQ(processes.whole, 2.0);
  EXPECT_THAT(processes.where, ElementsAre(Text{"product_traceability: 1 of 2 steps are found", "product_traceability：2个环节中1个可追溯"},
                                           Text{"quality_control: 0 of 1 steps are found", "quality_control：1个环节中0个可追溯"}));
}

TEST(ProcessMetrics, EachStateHasItsReason) {
  for (const auto state : {StepState::no_application, StepState::not_in_operation, StepState::not_a_user, StepState::not_served,
                           StepState::not_across, StepState::too_seldom}) {
    const Measurement steps = traced({{tracing, state}}).measure("identifiers.traceable_steps");
    EXPECT_EQ(steps.part, 0.0);
    ASSERT_EQ(steps.where.size(), 3U);
    EXPECT_FALSE(steps.where[0].en.ends_with(": ")) << name_of(state);
  }
}

TEST(ProcessMetrics, AreNotMeasuredWithoutProcessesOrTheirTraces) {
  EXPECT_FALSE(SmallWorld{}.measure("identifiers.traceable_steps").measured());
  SmallWorld world = traced({{tracing, StepState::found}});
  world.results.services.identifiers.steps.clear();
  EXPECT_FALSE(world.measure("identifiers.traceable_steps").measured());
  EXPECT_FALSE(world.measure("identifiers.traced_processes").measured());
}

}  // namespace
}  // namespace parktwin::criteria
