#include "engine/simulators/wired/tsn/members.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/plant.h"

namespace parktwin::wired::tsn {
namespace {

TEST(Members, OneStreamForEachPath) {
  Plant plant;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot).redundant = true;
  plant.add(TsnClass::class_a, Plant::vision, Plant::server);
  plant.add(TsnClass::class_b, Plant::vision, Plant::controller).jitter_ns = 5'000;
  const Park park = plant.park();
  const Members members = members_of(park, ethernet_of(park), 0.75);
  ASSERT_EQ(members.members.size(), 3U);
  EXPECT_EQ(members.members[0].stream.id, "F0");
  EXPECT_EQ(members.members[1].stream.id, "F0 (second path)");
  EXPECT_EQ(members.members[1].stream.priority, 7);
  EXPECT_EQ(members.members[2].flow, 2U);
  EXPECT_EQ(members.members[2].stream.most_jitter_ns, 5'000);
  EXPECT_GT(members.members[0].stream.most_jitter_ns, 1'000'000'000'000);
  EXPECT_EQ(members.flows[0].state, FlowState::met);
  EXPECT_EQ(members.flows[0].second_path.size(), 4U);
  EXPECT_EQ(members.flows[1].state, FlowState::no_path);
  EXPECT_NE(members.flows[1].reason, "");
}

TEST(Members, ClassesAAndBReserveUpToTheirShare) {
  // 1480 + 42 bytes every 250 µs are 48.7 Mbit/s: three fit into 150 Mbit/s, the fourth does not, a small fifth does.
  Plant plant;
  for (auto& link : plant.links) link.rate_down = link.rate_up = MegabitsPerSecond(200);
  for (int i = 0; i < 4; ++i) {
    TsnFlow& flow = plant.add(i % 2 == 0 ? TsnClass::class_a : TsnClass::class_b, Plant::controller, Plant::robot);
    flow.payload_bytes = 1480;
    flow.period_ns = 250'000;
  }
  plant.add(TsnClass::class_a, Plant::controller, Plant::robot).payload_bytes = 42;
  plant.add(TsnClass::strict_priority, Plant::controller, Plant::robot).payload_bytes = 1500;
  const Park park = plant.park();
  const Members members = members_of(park, ethernet_of(park), 0.75);
  EXPECT_EQ(members.members.size(), 5U);
  EXPECT_EQ(members.flows[3].state, FlowState::over_reserved);
  EXPECT_EQ(members.flows[3].reason, "with it 194.816 Mbit/s are reserved on link L3, where 150.000 Mbit/s may be");
  EXPECT_EQ(members.flows[4].state, FlowState::met);
  EXPECT_EQ(members_of(park, ethernet_of(park), 1.0).members.size(), 6U);
}

TEST(Members, RatesCountTheGapAndRoundUp) {
  Stream stream;
  stream.payload_bytes = 42;
  stream.period_ns = 1'000'000;
  EXPECT_EQ(rate_bit_s(stream, {0, 1, 1'000'000'000, 0}), 672'000);
  stream.period_ns = 3;
  EXPECT_EQ(rate_bit_s(stream, {0, 1, 1'000'000'000, 0}), 224'000'000'000);
  EXPECT_GE(rate_bit_s(stream, {0, 1, 999'999'937, 0}), 224'000'000'000);
}

}  // namespace
}  // namespace parktwin::wired::tsn
