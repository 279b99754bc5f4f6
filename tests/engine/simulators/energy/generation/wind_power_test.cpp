#include "engine/simulators/energy/generation/wind_power.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::energy::generation {
namespace {

WindTurbine at_ten_metres() {
  WindTurbine turbine;
  turbine.hub_height_m = 10.0;
  return turbine;
}

TEST(WindPower, FollowsTheCurve) {
  const WindTurbine turbine = at_ten_metres();
  EXPECT_EQ(wind_power(turbine, 2.9), 0.0);
  EXPECT_EQ(wind_power(turbine, 3.0), 0.0);
  EXPECT_NEAR(wind_power(turbine, 7.5), (421.875 - 27.0) / (1728.0 - 27.0), 1e-12);
  EXPECT_EQ(wind_power(turbine, 12.0), 1.0);
  EXPECT_EQ(wind_power(turbine, 24.9), 1.0);
  EXPECT_EQ(wind_power(turbine, 25.0), 0.0);
}

TEST(WindPower, TakesTheWindAtTheHub) {
  WindTurbine turbine;
  turbine.hub_height_m = 1280.0;  // 128 times 10 m, 2⁷
  EXPECT_NEAR(wind_at_hub(turbine, 4.0), 8.0, 1e-12);
  EXPECT_EQ(wind_at_hub(at_ten_metres(), 4.0), 4.0);
}

TEST(WindPower, NeverFallsBelowRatedSpeed) {
  const WindTurbine turbine;
  double before = 0.0;
  for (double speed = 0.0; wind_at_hub(turbine, speed) < 24.0; speed += 0.05) {
    const double power = wind_power(turbine, speed);
    EXPECT_GE(power, before);
    EXPECT_LE(power, 1.0);
    before = power;
  }
  EXPECT_EQ(before, 1.0);
}

}  // namespace
}  // namespace parktwin::energy::generation
