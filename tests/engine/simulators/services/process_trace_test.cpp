#include "engine/simulators/services/process_trace.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/services/resolved_park.h"

namespace parktwin::services {
namespace {

ProcessStep step(std::int32_t position, std::size_t enterprise, std::optional<std::size_t> application) {
  ProcessStep made;
  made.id = "PS-" + std::to_string(position);
  made.process = "pump";
  made.position = position;
  made.enterprise = Id<Enterprise>(enterprise);
  if (application) made.application = Id<IdentifierApplication>(*application);
  return made;
}

/// Besides the application along the chain one within enterprises, and one that is planned.
Park with_steps(std::vector<ProcessStep> steps) {
  Park park = resolved_park();
  auto applications = park.identifier_applications->records();
  applications.push_back(applications[0]);
  applications[1].id = "IA-1";
  applications[1].across_chain = false;
  applications.push_back(applications[0]);
  applications[2].id = "IA-2";
  applications[2].deployed = false;
  park.identifier_applications = Part(Table(std::move(applications)));
  park.process_steps = Part(Table(std::move(steps)));
  return park;
}

std::vector<StepState> states_of(const Park& park) {
  std::vector<StepState> states;
  for (const auto& figures : simulate_resolution(park, {}, 1).steps) states.push_back(figures.state);
  return states;
}

TEST(ProcessTrace, FindsRecordsOfServedUsersAlongTheChain) {
  const Park park =
      with_steps({step(1, 0, 0), step(2, 0, 1), step(3, 1, 0), step(4, 1, 1), step(5, 2, 0), step(6, 3, 0), step(7, 0, {}), step(8, 0, 2)});
  EXPECT_EQ(states_of(park),
            (std::vector<StepState>{StepState::found, StepState::found, StepState::found, StepState::not_across, StepState::not_served,
                                    StepState::not_served, StepState::no_application, StepState::not_in_operation}));
  const ProcessFigures process = simulate_resolution(park, {}, 1).processes.at(0);
  EXPECT_EQ(process.steps, 8);
  EXPECT_EQ(process.found, 3);
  EXPECT_EQ(process.traced_share, 0.0);
}

TEST(ProcessTrace, TheProcessBeginsAtItsLeastPositionWhateverTheOrderOfTheTable) {
  EXPECT_EQ(states_of(with_steps({step(2, 0, 1), step(1, 1, 1)})), (std::vector<StepState>{StepState::not_across, StepState::found}));
}

TEST(ProcessTrace, WhoIsNoUserFindsNothing) {
  Park park = with_steps({step(1, 1, 0)});
  auto applications = park.identifier_applications->records();
  applications[0].enterprises = {Id<Enterprise>(0)};
  park.identifier_applications = Part(Table(std::move(applications)));
  EXPECT_EQ(states_of(park), (std::vector<StepState>{StepState::not_a_user}));
}

TEST(ProcessTrace, ANodeThatIsNotInOperationAnswersNobody) {
  Park park = with_steps({step(1, 0, 0)});
  auto services = park.shared_services->records();
  services[0].deployed = false;
  park.shared_services = Part(Table(std::move(services)));
  EXPECT_EQ(states_of(park), (std::vector<StepState>{StepState::not_served}));
}

/// An hour of the day without a top node loses queries: a step that asks for more answers than there are is not found.
TEST(ProcessTrace, AsksForAShareWithinItsTime) {
  auto quick = step(1, 0, 0);
  quick.answer_within_ms = 1e-3;
  auto often = step(2, 0, 0);
  often.answered_share = 0.9999;
  Park park = with_steps({quick, often, step(3, 0, 0)});
  auto nodes = park.identifier_nodes->records();
  nodes[0].outage_from_h = 10.0;
  nodes[0].outage_hours = 0.5;
  nodes[0].cache_ttl_s = 60.0;
  park.identifier_nodes = Part(Table(std::move(nodes)));
  const Resolution resolution = simulate_resolution(park, {}, 1);
  EXPECT_EQ(resolution.steps[0].state, StepState::too_seldom);
  EXPECT_EQ(resolution.steps[1].state, StepState::too_seldom);
  EXPECT_GT(resolution.steps[1].answered_share, 0.9);
  EXPECT_LT(resolution.steps[1].answered_share, 0.9999);
  // All that are answered are answered in half a second, so the share is the node's availability.
  EXPECT_NEAR(resolution.steps[1].answered_share, resolution.nodes[0].availability, 1e-3);
}

TEST(ProcessTrace, TracesMultiplySharesAndAddTimes) {
  Park park = with_steps({step(1, 0, 0), step(2, 1, 0)});
  NodeAnswers node;
  node.asked = 100.0;
  for (int i = 0; i < 90; ++i) node.latency.add(20'000'000);
  for (int i = 0; i < 9; ++i) node.latency.add(800'000'000);
  node.mean_latency_ms = 90.0;
  node.mean_round_trip_ms = 4.0;
  auto steps = park.process_steps->records();
  for (auto& one : steps) one.answered_share = 0.9;
  park.process_steps = Part(Table(std::move(steps)));
  Resolution resolution;
  resolution.uses = {{Id<IdentifierApplication>(0), Id<Enterprise>(0), IdentifierState::served, 3.0},
                     {Id<IdentifierApplication>(0), Id<Enterprise>(1), IdentifierState::served, 7.0}};
  trace_processes(park, {node}, resolution);
  const ProcessFigures& process = resolution.processes.at(0);
  EXPECT_EQ(process.found, 2);
  EXPECT_NEAR(process.traced_share, 0.9 * 0.9, 1e-12);
  EXPECT_NEAR(process.trace_ms, (90 - 4 + 3) + (90 - 4 + 7), 1e-12);
}

}  // namespace
}  // namespace parktwin::services
