#include "engine/simulators/wired/tsn/tsn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/park/validate.h"
#include "tests/engine/simulators/wired/tsn/plant.h"

namespace parktwin::wired::tsn {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Plant one_of_each() {
  Plant plant;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot).jitter_ns = 5'000;
  plant.add(TsnClass::scheduled, Plant::robot, Plant::controller).redundant = true;
  plant.add(TsnClass::class_a, Plant::vision, Plant::controller);
  plant.add(TsnClass::class_b, Plant::vision, Plant::robot);
  plant.add(TsnClass::asynchronous, Plant::vision, Plant::controller);
  plant.add(TsnClass::strict_priority, Plant::vision, Plant::server);
  return plant;
}

TEST(Tsn, EveryClassMeetsItsDeadlineOnARing) {
  const Result result = simulate(one_of_each().park(), {}, 1);
  ASSERT_EQ(result.flows.size(), 6U);
  for (const auto& flow : result.flows) {
    EXPECT_EQ(flow.state, FlowState::met) << flow.reason;
    EXPECT_EQ(flow.reason, "");
    EXPECT_TRUE(flow.chain_holds);
    EXPECT_GE(flow.frames, 396);
    ASSERT_TRUE(flow.simulated_ns && flow.tight_ns && flow.simple_ns);
    EXPECT_LE(*flow.least_ns, *flow.simulated_ns);
    EXPECT_LE(*flow.simulated_ns, *flow.tight_ns);
    EXPECT_LE(*flow.tight_ns, *flow.simple_ns);
    EXPECT_LE(*flow.tight_ns, flow.deadline_ns);
  }
  EXPECT_EQ(result.schedules.size(), 2U);
  EXPECT_GT(result.events, 10'000);
}

/// Path minimum <= simulated <= tight <= simple for each flow of many parks; scheduled frames arrive exactly as planned.
TEST(Tsn, TheChainHoldsOnRandomParks) {
  std::map<FlowState, int> states;
  int redundant = 0;
  int tighter = 0;
  for (std::uint32_t number = 0; number < 150; ++number) {
    const Park park = random_plant(number).park();
    Options options;
    options.duration = Seconds(0.02);
    options.replicas = 2;
    options.most_placements = 200;
    options.most_branches = 200;
    options.best_effort_share = 0.1 * (number % 8);
    const Result result = simulate(park, options, number);
    for (const auto& flow : result.flows) {
      ++states[flow.state];
      ASSERT_TRUE(flow.chain_holds) << "park " << number << " " << (*park.tsn_flows)[flow.flow].id;
      ASSERT_EQ(flow.reason.empty(), flow.state == FlowState::met);
      if (!flow.tight_ns || !flow.simulated_ns) continue;
      ASSERT_LE(*flow.least_ns, *flow.simulated_ns);
      ASSERT_LE(*flow.simulated_ns, *flow.tight_ns);
      ASSERT_LE(*flow.tight_ns, *flow.simple_ns);
      ASSERT_EQ(flow.state == FlowState::late, *flow.tight_ns > flow.deadline_ns);
      redundant += flow.second_path.empty() ? 0 : 1;
      tighter += *flow.tight_ns < *flow.simple_ns ? 1 : 0;
    }
    for (const auto& group : result.schedules) ASSERT_TRUE(group.verified) << group.reason;
  }
  for (const auto& [state, count] : states) RecordProperty(std::string(name_of(state)), count);
  EXPECT_GT(states[FlowState::met], 500);
  EXPECT_GT(states[FlowState::late], 10);
  EXPECT_GT(states[FlowState::jitter_too_large], 5);
  EXPECT_GT(states[FlowState::not_redundant], 50);
  EXPECT_GT(redundant, 50);
  EXPECT_GT(tighter, 20);
}

TEST(Tsn, SaysByHowMuchAFlowFails) {
  Plant plant = one_of_each();
  const Result before = simulate(plant.park(), {}, 1);
  plant.flows[2].deadline_ns = *before.flows[2].tight_ns - 250;
  plant.flows[4].jitter_ns = *before.flows[4].jitter_ns - 1'000;
  plant.nodes[Plant::access].operational = false;
  const Result after = simulate(plant.park(), {}, 1);
  EXPECT_EQ(after.flows[2].state, FlowState::late);
  EXPECT_EQ(after.flows[2].excess_ns, 250);
  EXPECT_THAT(after.flows[2].reason, HasSubstr("0.250 us more than its deadline"));
  EXPECT_EQ(after.flows[4].state, FlowState::jitter_too_large);
  EXPECT_EQ(after.flows[4].excess_ns, 1'000);
  EXPECT_EQ(after.flows[5].state, FlowState::no_path);
  EXPECT_THAT(after.flows[5].path, IsEmpty());
}

TEST(Tsn, NamesTheSmallestConflictingSet) {
  Plant plant = one_of_each();
  for (int i = 0; i < 2; ++i) {
    TsnFlow& flow = plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
    flow.payload_bytes = 1500;
    flow.period_ns = 20'000;
    flow.deadline_ns = 200'000;
  }
  const Result result = simulate(plant.park(), {}, 1);
  const auto broken = std::find_if(result.schedules.begin(), result.schedules.end(), [](const auto& group) { return !group.complete; });
  ASSERT_NE(broken, result.schedules.end());
  EXPECT_THAT(broken->conflict, ElementsAre(Id<TsnFlow>(6), Id<TsnFlow>(7)));
  EXPECT_TRUE(broken->proven);
  int unplaced = 0;
  for (const auto& flow : result.flows) {
    if (flow.state != FlowState::not_scheduled) continue;
    ++unplaced;
    EXPECT_THAT(flow.reason, HasSubstr("cannot be scheduled together: F6, F7"));
    EXPECT_FALSE(flow.tight_ns.has_value());
  }
  EXPECT_EQ(unplaced, 1);
}

TEST(Tsn, ReplicationRaisesAvailabilityToThatOfItsSharedPartAndTwoPaths) {
  Plant plant;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot).redundant = true;
  for (auto& node : plant.nodes) node.availability = 1.0;
  for (auto& link : plant.links) link.availability = 0.9;
  const Result result = simulate(plant.park(), {}, 1);
  EXPECT_NEAR(result.flows[0].availability, 0.9 * 0.9 * 0.9, 1e-12);
  EXPECT_NEAR(result.flows[1].availability, 0.9 * 0.9 * (1 - 0.1 * (1 - 0.9 * 0.9)), 1e-12);
}

TEST(Tsn, AFlowOver5gIsHeldToTheLongestResidence) {
  Plant plant;
  plant.cells.resize(1);
  plant.cells[0].id = "C";
  plant.links[Plant::to_robot].medium = LinkMedium::radio;
  plant.links[Plant::to_robot].radio_cell = Id<RadioCell>(0);
  plant.add(TsnClass::strict_priority, Plant::controller, Plant::robot).deadline_ns = 20'000'000;
  plant.add(TsnClass::strict_priority, Plant::robot, Plant::controller).deadline_ns = 20'000'000;
  const Result result = simulate(plant.park(), {}, 1);
  EXPECT_EQ(result.flows[0].state, FlowState::met);
  EXPECT_GT(*result.flows[0].least_ns, 2'500'000);
  EXPECT_GT(*result.flows[1].least_ns, *result.flows[0].least_ns + 900'000);  // DDDSU has one slot up in five
  EXPECT_TRUE(result.flows[1].chain_holds);
  ASSERT_EQ(result.notes.size(), 2U);
  EXPECT_THAT(result.notes[0].text, HasSubstr("longest residence in the 5G system"));
}

TEST(Tsn, CutThroughSwitchesAreFaster) {
  Plant plant;
  plant.add(TsnClass::strict_priority, Plant::controller, Plant::robot).payload_bytes = 1224;
  const Result stored = simulate(plant.park(), {}, 1);
  plant.nodes[Plant::first].cut_through = plant.nodes[Plant::second].cut_through = true;
  const Result cut = simulate(plant.park(), {}, 1);
  EXPECT_EQ(*stored.flows[0].least_ns - *cut.flows[0].least_ns, 2 * (10'032 - 176));
  EXPECT_LT(*cut.flows[0].tight_ns, *stored.flows[0].tight_ns);
  EXPECT_TRUE(cut.flows[0].chain_holds);
}

TEST(Tsn, AParkWithoutFlowsHasNothingToSay) {
  const Result result = simulate(Plant().park(), {}, 1);
  EXPECT_THAT(result.flows, IsEmpty());
  EXPECT_THAT(result.notes, IsEmpty());
}

TEST(Tsn, GivesTheSameBitsOnAnyNumberOfThreads) {
  const Park park = random_plant(3).park();
  const Result many = simulate(park, {}, 7);
  const ThreadLimit limit(1);
  EXPECT_EQ(content_hash(many), content_hash(simulate(park, {}, 7)));
  EXPECT_NE(content_hash(many), content_hash(simulate(park, {}, 8)));
}

TEST(Tsn, EveryOptionChangesSomeResult) {
  Plant plant = one_of_each();
  plant.flows[2].payload_bytes = 1500;
  plant.flows[2].period_ns = 125'000;  // a tenth of the link
  TsnFlow& tight = plant.add(TsnClass::scheduled, Plant::vision, Plant::robot);
  tight.period_ns = 300'000;
  TsnFlow& wide = plant.add(TsnClass::scheduled, Plant::vision, Plant::robot);
  wide.payload_bytes = 1400;
  wide.period_ns = 400'000;
  const Park park = plant.park();
  const auto hash = [&](const std::function<void(Options&)>& change) {
    Options options;
    change(options);
    return content_hash(simulate(park, options, 1));
  };
  const auto usual = hash([](Options&) {});
  EXPECT_NE(usual, hash([](Options& o) { o.best_effort_share = 0.0; }));
  EXPECT_NE(usual, hash([](Options& o) { o.best_effort_payload_bytes = 100; }));
  EXPECT_NE(usual, hash([](Options& o) { o.most_reserved_share = 0.05; }));
  EXPECT_NE(usual, hash([](Options& o) { o.duration = Seconds(0.05); }));
  EXPECT_NE(usual, hash([](Options& o) { o.replicas = 5; }));
  EXPECT_NE(usual, hash([](Options& o) { o.tighten_all = false; }));
}

/// Frames that can be scheduled only when they wait on the way, or after some search.
TEST(Tsn, OptionsOfTheSearchDecideWhatIsFound) {
  int waits = 0;
  int placements = 0;
  int branches = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    Plant plant = random_plant(number);
    for (auto& flow : plant.flows) {
      flow.traffic_class = TsnClass::scheduled;
      flow.jitter_ns = 3'000;
      flow.deadline_ns = 1'000'000;
      flow.period_ns = std::array{200'000, 300'000, 400'000}[flow.payload_bytes % 3];
      flow.payload_bytes = 200 + flow.payload_bytes % 700;
      flow.redundant = false;
    }
    for (auto& link : plant.links) link.rate_down = link.rate_up = MegabitsPerSecond(200);
    const Park park = plant.park();
    const auto hash = [&](const std::function<void(Options&)>& change) {
      Options options;
      options.duration = Seconds(0.001);
      options.replicas = 1;
      options.most_placements = 300;
      options.most_branches = 300;
      change(options);
      return content_hash(simulate(park, options, 1));
    };
    const auto usual = hash([](Options&) {});
    waits += usual != hash([](Options& o) { o.wait_in_queues = false; }) ? 1 : 0;
    placements += usual != hash([](Options& o) { o.most_placements = 1; }) ? 1 : 0;
    branches += usual != hash([](Options& o) { o.most_branches = 0; }) ? 1 : 0;
  }
  RecordProperty("waits", waits);
  RecordProperty("placements", placements);
  RecordProperty("branches", branches);
  EXPECT_GT(waits, 0);
  EXPECT_GT(placements, 0);
  EXPECT_GT(branches, 0);
}

}  // namespace
}  // namespace parktwin::wired::tsn
