#include "engine/criteria/judged_ground.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

SmallWorld two_plants() {
  SmallWorld world;
  world.results.radio = radio_map({"OOxx.", "OXoo."});
  Enterprise fast = enterprise("E-1", "Fast", 1.0);
  fast.required_down = MegabitsPerSecond(500.0);
  world.park.enterprises = part_of<Enterprise>({fast, enterprise("E-2", "Slow", 1.0)});
  world.park.buildings = part_of<Building>({building("B-1", rectangle(0, 0, 4, 4), Id<Enterprise>(0))});
  world.park.parcels = part_of<Parcel>({parcel("P-1", area_of(4, 0, 10, 4), Id<Enterprise>(1))});
  return world;
}

TEST(JudgedGround, CountsPremisesWithTheirRates) {
  SmallWorld world = two_plants();
  JudgedGround ground(world.results, world.park);
  const auto& premises = ground.premises({});
  ASSERT_EQ(premises.size(), 2U);
  EXPECT_EQ(premises[0].cells, 4);
  EXPECT_EQ(premises[0].covered, 3);
  EXPECT_EQ(premises[0].served, 0) << "400 Mbit/s where 500 are needed";
  EXPECT_EQ(premises[1].cells, 4) << "the column outside the boundary does not count";
  EXPECT_EQ(premises[1].covered, 2);
  EXPECT_EQ(premises[1].served, 2);
}

TEST(JudgedGround, AnswersEachRuleOnceAndBySelf) {
  SmallWorld world = two_plants();
  JudgedGround ground(world.results, world.park);
  const auto* usual = &ground.covered({});
  const auto* strict = &ground.covered({Dbm(-80.0), Decibel(-3.0)});
  EXPECT_EQ(&ground.covered({}), usual);
  EXPECT_EQ(&ground.covered({Dbm(-80.0), Decibel(-3.0)}), strict);
  EXPECT_EQ(*usual, covered_by_5g(world.results, {}).values);
  EXPECT_EQ(*strict, std::vector<std::uint8_t>(10, 0));
}

TEST(JudgedGround, OnesOfARun) {
  const std::vector<std::uint8_t> cells = {1, 0, 1, 1, 0, 0};
  const std::vector<std::uint8_t> others = {0, 0, 1, 0, 1, 0};
  EXPECT_EQ(ones_of(cells, {1, 4, 0, false}), 2);
  EXPECT_EQ(ones_of_any(cells, others, {1, 6, 0, false}), 3);
}

}  // namespace
}  // namespace parktwin::criteria
