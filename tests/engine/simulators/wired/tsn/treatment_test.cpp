#include "engine/simulators/wired/tsn/treatment.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/plant.h"

namespace parktwin::wired::tsn {
namespace {

Treatment treated(const Plant& plant) {
  const Park park = plant.park();
  const Ethernet ethernet = ethernet_of(park);
  const Members members = members_of(park, ethernet, 0.75);
  return treatment_of(park, ethernet, members, timetable_of(park, ethernet, members, {}));
}

TEST(Treatment, EachPortByTheClassesThatLeaveByIt) {
  Plant plant;
  plant.add(TsnClass::class_a, Plant::vision, Plant::controller);
  plant.add(TsnClass::class_a, Plant::vision, Plant::robot).period_ns = 2'000'000;
  plant.add(TsnClass::asynchronous, Plant::vision, Plant::robot);
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  const Treatment made = treated(plant);
  const auto& uplink = made.egress[2 * Plant::to_vision + 1];
  EXPECT_EQ(uplink.idle_slope_bit_s[5], 142 * 8 * 1'500);
  EXPECT_EQ(uplink.asynchronous, 0);  // the talker sends as it does
  EXPECT_EQ(made.egress[2 * Plant::second_third + 1].asynchronous, 1U << 6U);
  EXPECT_EQ(made.egress[2 * Plant::second_third + 1].idle_slope_bit_s[5], 142 * 8 * 500);
  const auto& shared = made.egress[2 * Plant::to_robot];
  EXPECT_FALSE(shared.gates.empty());
  EXPECT_EQ(shared.idle_slope_bit_s[5], 0);
  EXPECT_EQ(shared.asynchronous, 1U << 6U);
  EXPECT_EQ(made.unshaped[2 * Plant::to_robot], 1);
  EXPECT_EQ(made.unshaped[2 * Plant::second_third + 1], 0);
  EXPECT_EQ(made.in_use[2 * Plant::to_robot], 1);
  EXPECT_EQ(made.in_use[2 * Plant::to_robot + 1], 0);
  Nanoseconds cycle = 0;
  for (const auto& gate : shared.gates) cycle += gate.duration_ns;
  EXPECT_EQ(cycle, 1'000'000);
}

TEST(Treatment, BestEffortIsInterruptedWhereBothEndsCan) {
  Plant plant;
  plant.add(TsnClass::strict_priority, Plant::vision, Plant::robot);
  plant.add(TsnClass::class_a, Plant::controller, Plant::robot);
  for (const auto node : {Plant::vision, Plant::third, Plant::second, Plant::robot}) plant.nodes[node].preemption = true;
  plant.nodes[Plant::controller].preemption = true;
  const Treatment made = treated(plant);
  EXPECT_EQ(made.egress[2 * Plant::to_vision + 1].preemptable, 1);
  EXPECT_EQ(made.egress[2 * Plant::to_controller + 1].preemptable, 0);  // the first switch cannot, and credit is there
  EXPECT_EQ(made.egress[2 * Plant::to_robot].preemptable, 0);           // credit
}

TEST(Treatment, CutThroughIsForClassesThatNothingHoldsBack) {
  Plant plant;
  plant.nodes[Plant::second].cut_through = true;
  EXPECT_EQ(treated(plant).cut_through[Plant::second], 0xfe);
  EXPECT_EQ(treated(plant).cut_through[Plant::first], 0);
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  plant.add(TsnClass::asynchronous, Plant::controller, Plant::robot);
  plant.add(TsnClass::strict_priority, Plant::controller, Plant::robot);
  EXPECT_EQ(treated(plant).cut_through[Plant::second], 0x3e);
}

TEST(Treatment, ACommitmentHoldsItsStream) {
  Stream stream;
  stream.payload_bytes = 58;
  stream.period_ns = 3'000;
  const auto commitment = commitment_of(stream);
  EXPECT_EQ(commitment.burst_bits, 800);
  EXPECT_EQ(commitment.rate_bit_s, 266'666'667);
}

}  // namespace
}  // namespace parktwin::wired::tsn
