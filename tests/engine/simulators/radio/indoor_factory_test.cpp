#include "engine/simulators/radio/indoor_factory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::radio {
namespace {

constexpr FactoryHall blocked_halls[] = {FactoryHall::sparse_low, FactoryHall::dense_low, FactoryHall::sparse_high,
                                         FactoryHall::dense_high};

// TR 38.901 v16.1.0 table 7.4.1-1. 3.5 GHz, 50 m: lg f = 0.544068, lg d = 1.698970.
TEST(IndoorFactory, FollowsTheTable) {
  const auto loss_db = [](FactoryHall hall, bool line_of_sight) {
    return indoor_factory_loss_db(hall, gigahertz(3.5), 50.0, line_of_sight);
  };
  // 31.84 + 36.52786 + 10.33729.
  for (const auto& entry : names_of(FactoryHall{})) EXPECT_NEAR(loss_db(entry.value, true), 78.7051, 1e-4) << entry.name;
  EXPECT_NEAR(loss_db(FactoryHall::sparse_low, false), 87.2051, 1e-4);   // 33 + 43.32374 + 10.88136
  EXPECT_NEAR(loss_db(FactoryHall::dense_low, false), 90.1346, 1e-4);    // 18.6 + 60.65323 + 10.88136
  EXPECT_NEAR(loss_db(FactoryHall::sparse_high, false), 82.3577, 1e-4);  // 32.4 + 39.07631 + 10.88136
  EXPECT_NEAR(loss_db(FactoryHall::dense_high, false), 81.7188, 1e-4);   // 33.63 + 37.20744 + 10.88136
}

// 10 m: dense low alone would be 65.1814, so the sparse row 33 + 25.5 + 10.88136 stands in for it.
TEST(IndoorFactory, DenseLowIsAtLeastSparseLow) {
  EXPECT_NEAR(indoor_factory_loss_db(FactoryHall::dense_low, gigahertz(3.5), 10.0, false), 69.3814, 1e-4);
}

// 28 GHz, 100 m: lg f = 1.447158; dense high 33.63 + 43.8 + 28.94316, with sight 31.84 + 43 + 27.49600.
TEST(IndoorFactory, MillimetreWaves) {
  EXPECT_NEAR(indoor_factory_loss_db(FactoryHall::dense_high, gigahertz(28.0), 100.0, false), 106.3732, 1e-4);
  EXPECT_NEAR(indoor_factory_loss_db(FactoryHall::both_high, gigahertz(28.0), 100.0, true), 102.3360, 1e-4);
}

TEST(IndoorFactory, BlockedIsNeverBelowClearAndGrows) {
  for (const auto hall : blocked_halls) {
    for (double f_ghz = 0.5; f_ghz <= 100.0; f_ghz *= 1.9) {
      double before_db = 0.0;
      for (double d = 1.0; d <= 600.0; d *= 1.2) {
        const double blocked_db = indoor_factory_loss_db(hall, gigahertz(f_ghz), d, false);
        EXPECT_GE(blocked_db, indoor_factory_loss_db(hall, gigahertz(f_ghz), d, true));
        EXPECT_GT(blocked_db, before_db);
        before_db = blocked_db;
      }
    }
  }
}

TEST(IndoorFactory, NearerThanAMetre) {
  EXPECT_EQ(indoor_factory_loss_db(FactoryHall::sparse_low, gigahertz(3.5), 0.0, true),
            indoor_factory_loss_db(FactoryHall::sparse_low, gigahertz(3.5), 1.0, true));
}

TEST(IndoorFactory, Deviations) {
  EXPECT_EQ(indoor_factory_deviation_db(FactoryHall::both_high, true), 4.3);
  EXPECT_EQ(indoor_factory_deviation_db(FactoryHall::sparse_low, false), 5.7);
  EXPECT_EQ(indoor_factory_deviation_db(FactoryHall::dense_low, false), 7.2);
  EXPECT_EQ(indoor_factory_deviation_db(FactoryHall::sparse_high, false), 5.9);
  EXPECT_EQ(indoor_factory_deviation_db(FactoryHall::dense_high, false), 4.0);
}

TEST(IndoorFactory, NoBlockedRowAboveTheClutter) {
  EXPECT_THROW((void)indoor_factory_loss_db(FactoryHall::both_high, gigahertz(3.5), 50.0, false), BrokenPromise);
  EXPECT_THROW((void)indoor_factory_deviation_db(FactoryHall::both_high, false), BrokenPromise);
}

// TR 38.901 v16.1.0 table 7.2-4: low is below the clutter's height, dense from 40 %.
TEST(IndoorFactory, RowFollowsFromClutterAndHeights) {
  const Clutter sparse{.density = 0.39, .height_m = 3.0, .size_m = 10.0};
  const Clutter dense{.density = 0.4, .height_m = 3.0, .size_m = 2.0};
  EXPECT_EQ(factory_hall(sparse, 3.0, 1.5), FactoryHall::sparse_low);
  EXPECT_EQ(factory_hall(dense, 2.0, 1.5), FactoryHall::dense_low);
  EXPECT_EQ(factory_hall(sparse, 3.1, 1.5), FactoryHall::sparse_high);
  EXPECT_EQ(factory_hall(dense, 8.0, 1.5), FactoryHall::dense_high);
  EXPECT_EQ(factory_hall(dense, 1.5, 8.0), FactoryHall::dense_high);
  EXPECT_EQ(factory_hall(dense, 8.0, 4.0), FactoryHall::both_high);
}

// Table 7.4.2-1: 20 % in pieces of 10 m let exp(50 ln 0.8 / 10) = 0.8^5 through over 50 m.
TEST(IndoorFactory, ProbabilityOfSight) {
  const auto share = [](const Clutter& clutter, double antenna_m, double device_m, double d) {
    return std::exp(-d / factory_clear_way_m(clutter, antenna_m, device_m));
  };
  const Clutter sparse{.density = 0.2, .height_m = 6.0, .size_m = 10.0};
  const Clutter dense{.density = 0.6, .height_m = 6.0, .size_m = 2.0};
  EXPECT_NEAR(share(sparse, 1.5, 1.5, 50.0), 0.32768, 1e-12);
  EXPECT_NEAR(share(dense, 1.5, 1.5, 4.0), 0.16, 1e-12);
  // Antenna at 8 m, device at 1.5 m: k grows by 6.5/4.5.
  EXPECT_NEAR(factory_clear_way_m(sparse, 8.0, 1.5), 64.7316239, 1e-6);
  EXPECT_NEAR(factory_clear_way_m(dense, 8.0, 1.5), 3.1528082, 1e-6);
  EXPECT_EQ(factory_clear_way_m(dense, 1.5, 8.0), factory_clear_way_m(dense, 8.0, 1.5));
  EXPECT_EQ(share(dense, 8.0, 6.5, 300.0), 1.0);
  EXPECT_EQ(share({.density = 0.0, .height_m = 6.0, .size_m = 10.0}, 1.5, 1.5, 300.0), 1.0);
}

}  // namespace
}  // namespace parktwin::radio
