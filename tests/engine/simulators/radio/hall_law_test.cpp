#include "engine/simulators/radio/hall_law.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

TEST(HallLaw, ClutterAsGivenOrTypical) {
  Building building;
  EXPECT_EQ(clutter_of(building).size_m, 10.0);
  building.clutter_density = 0.4;
  EXPECT_EQ(clutter_of(building).size_m, 2.0);
  building.clutter_size = Metres(3.5);
  building.clutter_height = Metres(4.0);
  EXPECT_EQ(clutter_of(building).size_m, 3.5);
  EXPECT_EQ(clutter_of(building).height_m, 4.0);
}

TEST(HallLaw, TheBuildingDecides) {
  auto draft = test::hall_draft();
  const auto hall_of = [&](std::size_t building, double antenna_m) {
    return hall_at(draft.park(), Id<Building>(building), Metres(antenna_m), Metres(1.5));
  };
  EXPECT_EQ(hall_of(0, 8.0).kind, FactoryHall::sparse_high);
  EXPECT_EQ(hall_of(0, 1.9).kind, FactoryHall::sparse_low);
  EXPECT_FALSE(hall_of(0, 8.0).is_office);
  EXPECT_TRUE(hall_of(1, 3.0).is_office);
  EXPECT_EQ(hall_of(1, 3.0).building, 1);
  EXPECT_EQ(hall_of(0, 8.0).box.high.x, 300.0);
  draft.buildings[0].clutter_density = 0.7;
  EXPECT_EQ(hall_of(0, 8.0).kind, FactoryHall::dense_high);
}

TEST(HallLaw, TheFloorIsTheGroundAtTheCentroid) {
  auto draft = test::hall_draft();
  draft.terrain.elevation_m = Grid<float>({{0.0, 0.0}, 100.0, 6, 4}, 7.5F);
  EXPECT_NEAR(hall_at(draft.park(), Id<Building>(0), Metres(8.0), Metres(1.5)).floor_m, 7.5, 1e-9);
}

// 3.5 GHz, antenna at 8 m, device at 1.5 m and 30 m along the ground: k = 44.81420 · 6.5/0.5 = 582.5846, so p = 0.949809; slant
// 30.69609 m; clear 74.14958 dB, blocked (SH) 77.48427 dB.
TEST(HallLaw, MeanOverSightByHand) {
  const Hall hall = hall_at(test::hall_draft().park(), Id<Building>(0), Metres(8.0), Metres(1.5));
  const HallPath path = hall_path(hall, gigahertz(3.5), 30.0, std::hypot(30.0, 6.5));
  EXPECT_NEAR(path.clear_share, 0.949809, 1e-6);
  EXPECT_NEAR(path.clear_db, 74.14958, 1e-5);
  EXPECT_NEAR(path.blocked_db, 77.48427, 1e-5);
  EXPECT_NEAR(mean_loss_db(path), 74.31695, 1e-5);
}

TEST(HallLaw, BothAboveTheClutterAlwaysSee) {
  const Hall hall = hall_at(test::hall_draft().park(), Id<Building>(0), Metres(8.0), Metres(3.0));
  EXPECT_EQ(hall.kind, FactoryHall::both_high);
  const HallPath path = hall_path(hall, gigahertz(3.5), 80.0, 80.2);
  EXPECT_EQ(mean_loss_db(path), path.clear_db);
  EXPECT_EQ(hall_deviation_db(hall, 80.0, 80.2), 4.3);
}

// Against drawn samples: sight by its probability, then a normal about the loss of that case.
TEST(HallLaw, DeviationIsThatOfTheMixture) {
  const Hall office = hall_at(test::hall_draft().park(), Id<Building>(1), Metres(3.0), Metres(1.5));
  const HallPath path = hall_path(office, gigahertz(1.0), 12.0, 12.1);
  const RandomSequence random(5, 0, 0);
  constexpr std::uint32_t draws = 200000;
  double sum = 0.0;
  double squares = 0.0;
  for (std::uint32_t i = 0; i < draws; ++i) {
    const bool clear = random.uniform(4 * i) < path.clear_share;
    const double loss_db = (clear ? path.clear_db : path.blocked_db) + (clear ? 3.0 : 8.03) * random.normal(4 * i + 2);
    sum += loss_db;
    squares += loss_db * loss_db;
  }
  const double mean_db = sum / draws;
  EXPECT_NEAR(mean_db, mean_loss_db(path), 0.1);
  EXPECT_NEAR(std::sqrt(squares / draws - mean_db * mean_db), hall_deviation_db(office, 12.0, 12.1), 0.1);
}

}  // namespace
}  // namespace parktwin::radio
