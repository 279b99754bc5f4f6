#include "engine/simulators/radio/indoor_office.h"

#include <gtest/gtest.h>

namespace parktwin::radio {
namespace {

// TR 38.901 v16.1.0 table 7.4.1-1, InH. 5.25 GHz, 20 m: lg f = 0.720159, lg d = 1.301030.
TEST(IndoorOffice, FollowsTheTable) {
  EXPECT_NEAR(indoor_office_loss_db(gigahertz(5.25), 20.0, true), 69.3110, 1e-4);   // 32.4 + 22.50782 + 14.40319
  EXPECT_NEAR(indoor_office_loss_db(gigahertz(5.25), 20.0, false), 85.0614, 1e-4);  // 17.3 + 49.82945 + 17.93197
  EXPECT_EQ(indoor_office_deviation_db(true), 3.0);
  EXPECT_EQ(indoor_office_deviation_db(false), 8.03);
}

// 1 GHz, 2 m: blocked alone would be 28.8294.
TEST(IndoorOffice, BlockedIsNeverBelowClear) {
  EXPECT_NEAR(indoor_office_loss_db(gigahertz(1.0), 2.0, false), 37.6078, 1e-4);
  EXPECT_EQ(indoor_office_loss_db(gigahertz(1.0), 0.2, false), indoor_office_loss_db(gigahertz(1.0), 1.0, true));
}

// Table 7.4.2-1, mixed office.
TEST(IndoorOffice, ProbabilityOfSight) {
  EXPECT_EQ(indoor_office_clear_share(1.2), 1.0);
  EXPECT_NEAR(indoor_office_clear_share(5.0), 0.44552, 1e-5);   // exp(-3.8/4.7)
  EXPECT_NEAR(indoor_office_clear_share(20.0), 0.21150, 1e-5);  // 0.32 exp(-13.5/32.6)
}

}  // namespace
}  // namespace parktwin::radio
