#include "engine/criteria/ground.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

/// 4 by 2 cells of 2 m, the last column outside the boundary. Western half: water under a later road; east of it a private, then a public
/// zone.
SmallWorld overlapping_world() {
  SmallWorld world;
  world.results.radio = radio_map({"ooo.", "ooO."});
  world.park.zones =
      part_of<Zone>({zone("Z-1", ZoneKind::water, true, area_of(0, 0, 2, 4)), zone("Z-2", ZoneKind::road, true, area_of(0, 2, 8, 4)),
                     zone("Z-3", ZoneKind::green, false, area_of(2, 0, 4, 2)), zone("Z-4", ZoneKind::square, true, area_of(2, 0, 8, 2))});
  world.park.buildings = part_of<Building>({building("B-1", rectangle(4, 0, 6, 2), {}, true), building("B-2", rectangle(2, 2, 4, 4))});
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 1.0)});
  world.park.parcels = part_of<Parcel>({parcel("P-1", area_of(0, 0, 8, 4), Id<Enterprise>(0)), parcel("P-2", area_of(0, 0, 8, 4))});
  return world;
}

TEST(Ground, PublicGroundTakesTheFirstZoneAndPublicBuildings) {
  const SmallWorld world = overlapping_world();
  const auto owner = public_owner(world.results.radio.place, world.park);
  // South: water, private green, public building, outside. North: water, then road; the private building on it changes nothing.
  EXPECT_EQ(owner.values, (std::vector<std::int32_t>{no_owner, no_owner, 4, no_owner, no_owner, 1, 1, no_owner}));
}

TEST(Ground, GroundBelongsToBuildingsThenZonesThenParcels) {
  SmallWorld world = overlapping_world();
  auto owner = ground_owner(world.results.radio.place, world.park);
  EXPECT_EQ(owner.values, (std::vector<std::int32_t>{0, 2, 4, no_owner, 0, 5, 1, no_owner}));
  world.park.zones = {};
  owner = ground_owner(world.results.radio.place, world.park);
  EXPECT_EQ(owner.values, (std::vector<std::int32_t>{2, 2, 0, no_owner, 2, 1, 2, no_owner}));
}

TEST(Ground, Labels) {
  const SmallWorld world = overlapping_world();
  EXPECT_EQ(owner_label(no_owner, world.park), (Text{"other ground", "其他用地"}));
  EXPECT_EQ(owner_label(1, world.park), (Text{"Zone Z-2 (Z-2)", "Zone Z-2（Z-2）"}));
  EXPECT_EQ(owner_label(5, world.park), (Text{"Building B-2 (B-2)", "Building B-2（B-2）"}));
  EXPECT_EQ(owner_label(6, world.park), (Text{"One (P-1)", "One（P-1）"}));
  EXPECT_EQ(owner_label(7, world.park), (Text{"parcel (P-2)", "地块（P-2）"}));
  EXPECT_THROW((void)owner_label(8, world.park), BrokenPromise);
}

TEST(Ground, EmptyMapHasNoGround) {
  SmallWorld world = overlapping_world();
  world.results.radio = {};
  EXPECT_TRUE(public_owner(world.results.radio.place, world.park).empty());
  EXPECT_TRUE(ground_owner(world.results.radio.place, world.park).empty());
}

}  // namespace
}  // namespace parktwin::criteria
