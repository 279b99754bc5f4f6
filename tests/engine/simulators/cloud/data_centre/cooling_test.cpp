#include "engine/simulators/cloud/data_centre/cooling.h"

#include <gtest/gtest.h>

namespace parktwin::cloud::data_centre {
namespace {

DataCentre centre() {
  DataCentre made;
  made.servers = 100;
  made.server_full_w = 500.0;
  made.design_pue = 1.5;
  return made;
}

TEST(Cooling, TakesWhatTheDesignSaysAtFullLoadAndThirtyFiveDegrees) {
  EXPECT_NEAR(total_power_kw(centre(), 50.0, 35.0, {}), 1.5 * 50.0, 1e-9);
  EXPECT_NEAR(cooling_ratio(35.0, {}), 1.0, 1e-12);
}

TEST(Cooling, FollowsTheLiftOfACarnotChiller) {
  // Lift (T + 15 K) − 18 °C: 32 K at 35 °C, 16 K at 19 °C: half the power; below, fans and pumps alone.
  EXPECT_NEAR(cooling_ratio(19.0, {}), 0.5, 1e-12);
  EXPECT_NEAR(cooling_ratio(3.0, {}), 0.2, 1e-12);
  EXPECT_NEAR(cooling_ratio(-20.0, {}), 0.2, 1e-12);
  EXPECT_GT(cooling_ratio(40.0, {}), 1.0);
}

TEST(Cooling, LossesStayWhenTheLoadGoes) {
  const Options options;
  const double idle = total_power_kw(centre(), 10.0, 35.0, options);
  EXPECT_NEAR(idle, 10.0 + 0.25 * 0.5 * 50.0 + 0.75 * 0.5 * 10.0, 1e-9);
  EXPECT_GT(idle / 10.0, 1.5);  // the PUE of little load is worse than the design's
}

}  // namespace
}  // namespace parktwin::cloud::data_centre
