#include "engine/simulators/radio/indoor_factory.h"

#include <gtest/gtest.h>

#include <algorithm>

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

}  // namespace
}  // namespace parktwin::radio
