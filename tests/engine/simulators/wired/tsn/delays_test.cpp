#include "engine/simulators/wired/tsn/delays.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/plant.h"

namespace parktwin::wired::tsn {
namespace {

struct Studied {
  std::vector<MemberDelays> delays;
  Timetable timetable;
  Simulated simulated;
};

Studied studied(const Plant& plant, const Options& options) {
  const Park park = plant.park();
  Ethernet ethernet = ethernet_of(park);
  const Members members = members_of(park, ethernet, options.most_reserved_share);
  Studied made;
  made.timetable = timetable_of(park, ethernet, members, options);
  const Treatment treatment = treatment_of(park, ethernet, members, made.timetable);
  ethernet.network.cut_through = treatment.cut_through;
  made.delays.resize(members.members.size());
  add_bounds(ethernet.network, members, made.timetable, treatment, options, made.delays);
  made.simulated = add_simulation(ethernet.network, members, made.timetable, treatment, options, 1, made.delays);
  return made;
}

/// 3 · (1040 + 49) + 2 · 2000 ns for 100 bytes over three links of 1 Gbit/s and 10 m.
constexpr Nanoseconds empty_network = 3 * (1'040 + 49) + 4'000;

TEST(Delays, OfOneFlowAloneAreThoseOfAnEmptyNetwork) {
  Options options;
  options.best_effort_share = 0.0;
  for (const auto traffic_class : {TsnClass::strict_priority, TsnClass::asynchronous, TsnClass::class_a}) {
    Plant plant;
    plant.add(traffic_class, Plant::controller, Plant::robot);
    const auto made = studied(plant, options);
    EXPECT_EQ(made.delays[0].least_ns, empty_network);
    EXPECT_EQ(made.delays[0].simulated_most_ns, empty_network);
    EXPECT_EQ(made.delays[0].delivered, 400);  // four replicas of 100 periods
    EXPECT_EQ(made.delays[0].sent, 400);
  }
}

TEST(Delays, AScheduleIsKeptToTheNanosecondWhateverElseIsSent) {
  Plant plant;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  plant.add(TsnClass::class_a, Plant::controller, Plant::robot).payload_bytes = 1500;
  Options options;
  options.best_effort_share = 0.9;
  const auto made = studied(plant, options);
  const Nanoseconds clocks = 1'000;
  EXPECT_EQ(made.delays[0].simulated_most_ns, empty_network + 2 * clocks);  // a guard before each hop
  EXPECT_EQ(made.delays[0].simulated_least_ns, made.delays[0].simulated_most_ns);
  EXPECT_EQ(made.delays[0].tight_ns, empty_network + 3 * clocks);
  EXPECT_EQ(made.delays[0].simple_ns, made.delays[0].tight_ns);
  EXPECT_EQ(made.delays[0].earliest_ns, made.delays[0].latest_ns);
  EXPECT_GT(made.simulated.events, 10'000);
}

TEST(Delays, FramesThatAreNotInStepAreSentAsScheduled) {
  // 600 and 1000 µs at one port with frames of 400 µs: only with frames apart (their periods' divisor is 200 µs).
  Plant plant;
  for (auto& link : plant.links) link.rate_down = link.rate_up = MegabitsPerSecond(20);
  for (const std::int64_t period : {600'000, 1'000'000}) {
    TsnFlow& flow = plant.add(TsnClass::scheduled, Plant::controller, Plant::first);
    flow.period_ns = period;
    flow.payload_bytes = 600;
    flow.deadline_ns = 1'000'000;
  }
  Options options;
  options.best_effort_share = 0.0;
  options.duration = Seconds(0.03);
  options.replicas = 1;
  const auto made = studied(plant, options);
  ASSERT_EQ(made.timetable.groups.size(), 1U);
  ASSERT_TRUE(made.timetable.groups[0].figures.complete) << made.timetable.groups[0].figures.reason;
  EXPECT_GT(made.delays[0].latest_ns - made.delays[0].earliest_ns + made.delays[1].latest_ns - made.delays[1].earliest_ns, 0);
  for (const auto& delays : made.delays) {
    EXPECT_EQ(delays.simulated_most_ns, delays.least_ns);
    EXPECT_EQ(delays.delivered, delays.sent);
  }
  EXPECT_EQ(made.delays[0].sent, 50);
  EXPECT_EQ(made.delays[1].sent, 30);
}

TEST(Delays, UnscheduledFramesWaitForClosedGates) {
  Plant plant;
  TsnFlow& busy = plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  busy.period_ns = 50'000;
  busy.deadline_ns = 50'000;
  TsnFlow& waiting = plant.add(TsnClass::strict_priority, Plant::controller, Plant::robot);
  waiting.period_ns = 1'010'000;  // meets every phase of the gates
  Options options;
  options.best_effort_share = 0.0;
  const auto made = studied(plant, options);
  plant.flows.erase(plant.flows.begin());
  const auto alone = studied(plant, options);
  EXPECT_EQ(alone.delays[0].simulated_most_ns, empty_network);
  EXPECT_GT(made.delays[1].simulated_most_ns, empty_network + 5'000);
  EXPECT_GE(made.delays[1].tight_ns, made.delays[1].simulated_most_ns);
}

}  // namespace
}  // namespace parktwin::wired::tsn
