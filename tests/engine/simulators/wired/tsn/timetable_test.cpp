#include "engine/simulators/wired/tsn/timetable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/plant.h"

namespace parktwin::wired::tsn {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Planned {
  Park park;
  Ethernet ethernet;
  Members members;
  Timetable timetable;
};

Planned planned(const Plant& plant, const Options& options = {}) {
  Planned made{plant.park(), {}, {}, {}};
  made.ethernet = ethernet_of(made.park);
  made.members = members_of(made.park, made.ethernet, options.most_reserved_share);
  made.timetable = timetable_of(made.park, made.ethernet, made.members, options);
  return made;
}

TEST(Timetable, FlowsThatShareNoPortHaveTheirOwnCycle) {
  Plant plant;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot).period_ns = 1'000'000;
  plant.add(TsnClass::scheduled, Plant::robot, Plant::vision).period_ns = 700'000;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::vision).period_ns = 400'000;
  plant.add(TsnClass::strict_priority, Plant::controller, Plant::vision);
  const Planned made = planned(plant);
  ASSERT_EQ(made.timetable.groups.size(), 1U);  // F2 joins the others
  EXPECT_EQ(made.timetable.groups[0].figures.cycle_ns, 14'000'000);
  plant.flows[2].traffic_class = TsnClass::asynchronous;
  const Planned apart = planned(plant);
  ASSERT_EQ(apart.timetable.groups.size(), 2U);
  EXPECT_EQ(apart.timetable.groups[0].figures.cycle_ns, 1'000'000);
  EXPECT_EQ(apart.timetable.groups[1].figures.cycle_ns, 700'000);
  for (const Group& group : apart.timetable.groups) {
    EXPECT_TRUE(group.figures.complete);
    EXPECT_TRUE(group.figures.verified);
    EXPECT_EQ(group.figures.clock_error_ns, 1'000);
    EXPECT_EQ(group.gates.size(), 3U);
  }
  EXPECT_THAT(apart.timetable.unplaced, ElementsAre("", "", "", ""));
}

TEST(Timetable, ConflictsAreNamedAndTheRestIsScheduled) {
  // Two frames of 1542 bytes within 20 µs at one port of 1 Gbit/s, each needing 12.3 µs: either, but not both.
  Plant plant;
  for (int i = 0; i < 2; ++i) {
    TsnFlow& flow = plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
    flow.payload_bytes = 1500;
    flow.period_ns = 20'000;
    flow.deadline_ns = 200'000;
  }
  TsnFlow& other = plant.add(TsnClass::scheduled, Plant::controller, Plant::vision);
  other.period_ns = 20'000;
  other.deadline_ns = 200'000;
  const Planned made = planned(plant);
  ASSERT_EQ(made.timetable.groups.size(), 1U);
  const Group& group = made.timetable.groups[0];
  EXPECT_FALSE(group.figures.complete);
  EXPECT_TRUE(group.figures.verified);
  EXPECT_TRUE(group.figures.proven);
  EXPECT_THAT(group.figures.conflict, ElementsAre(Id<TsnFlow>(0), Id<TsnFlow>(1)));
  EXPECT_EQ(group.members.size(), 2U);
  int unplaced = 0;
  for (const auto& why : made.timetable.unplaced) {
    if (why.empty()) continue;
    ++unplaced;
    EXPECT_THAT(why, HasSubstr("cannot be scheduled together: F0, F1 (the frames on link L"));
  }
  EXPECT_EQ(unplaced, 1);
}

TEST(Timetable, TheErrorOfTheClocksIsKeptFree) {
  Plant plant;
  TsnFlow& flow = plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  flow.deadline_ns = 20'000;
  plant.nodes[Plant::first].clock_error_ns = 3'000;
  const Planned made = planned(plant);
  EXPECT_EQ(made.timetable.groups[0].figures.clock_error_ns, 3'500);
  EXPECT_THAT(made.timetable.unplaced, ElementsAre(""));
  plant.nodes[Plant::second].clock_error_ns = 3'000;
  const Planned worse = planned(plant);  // 7 µs on an empty network, two guards of 6 µs and one clock more
  EXPECT_THAT(worse.timetable.unplaced, ElementsAre(HasSubstr("F0 has no schedule even alone")));
  EXPECT_TRUE(worse.timetable.groups[0].figures.proven);
}

TEST(Timetable, PreemptionShortensTheGuardBand) {
  Plant plant;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  const auto open = [](const Planned& made) { return made.timetable.groups[0].gates[0].other_open_ns; };
  const Nanoseconds whole = open(planned(plant));
  for (auto& node : plant.nodes) node.preemption = true;
  EXPECT_EQ(open(planned(plant)) - whole, (1542 - 143) * 8);
}

TEST(Timetable, WhatIsTooMuchForTheSynthesisSaysSo) {
  Plant plant;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot).period_ns = 1'000;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot).period_ns = 9'999'000'000;
  const Planned made = planned(plant);
  EXPECT_THAT(made.timetable.unplaced[0], HasSubstr("no schedule: "));
  EXPECT_THAT(made.timetable.unplaced[0], HasSubstr("more than 4000000 frames"));
  EXPECT_TRUE(made.timetable.groups[0].members.empty());
}

TEST(Timetable, NothingToSchedule) {
  Plant plant;
  plant.add(TsnClass::class_a, Plant::controller, Plant::robot);
  EXPECT_THAT(planned(plant).timetable.groups, IsEmpty());
}

}  // namespace
}  // namespace parktwin::wired::tsn
