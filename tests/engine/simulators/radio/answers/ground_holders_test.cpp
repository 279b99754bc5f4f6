#include "engine/simulators/radio/answers/ground_holders.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/answers/hand_made_map.h"

namespace parktwin::radio::answers {
namespace {

TEST(GroundHolders, AreTheFirstShapesThatHoldTheCentre) {
  for (std::uint32_t number = 0; number < 3; ++number) {
    const auto map = test::random_map(number);
    const auto holders = map.holders();
    for (std::size_t cell = 0; cell < map.building.size(); ++cell) {
      ASSERT_EQ(holders.building(cell), map.building[cell]);
      ASSERT_EQ(holders.zone(cell), test::first_holder(*map.park.zones, map.centre(cell)));
      ASSERT_EQ(holders.parcel(cell), test::first_holder(*map.park.parcels, map.centre(cell)));
    }
  }
}

TEST(GroundHolders, KnowWhatIsPublicAndWhoseItIs) {
  const auto map = test::random_map(1);
  const auto holders = map.holders();
  std::size_t of_building = 0;
  std::size_t of_parcel = 0;
  std::size_t open = 0;
  for (std::size_t cell = 0; cell < map.building.size(); ++cell) {
    const std::int32_t building = map.building[cell];
    const std::int32_t zone = holders.zone(cell);
    // Zone 1 is water, zone 2 private; building 3 is public.
    EXPECT_EQ(holders.is_public(cell), building == 3 || (zone >= 0 && zone != 1 && zone != 2));
    open += holders.is_public(cell) ? 1 : 0;
    // Buildings 0 to 2 are used by enterprises 0 to 2, parcels 0 to 3 by 0, 1, 2, 0.
    if (building >= 0 && building < 3) {
      EXPECT_EQ(holders.enterprise(cell), building);
      ++of_building;
    } else {
      const std::int32_t parcel = holders.parcel(cell);
      EXPECT_EQ(holders.enterprise(cell), parcel < 0 || parcel > 3 ? held_by_none : parcel % 3);
      of_parcel += parcel >= 0 ? 1 : 0;
    }
  }
  EXPECT_GT(of_building, 100U);
  EXPECT_GT(of_parcel, 100U);
  EXPECT_GT(open, 100U);
}

}  // namespace
}  // namespace parktwin::radio::answers
