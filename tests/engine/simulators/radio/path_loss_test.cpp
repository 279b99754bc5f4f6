#include "engine/simulators/radio/path_loss.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

constexpr Hertz carrier = gigahertz(3.5);  // 20 lg 3.5 = 10.8814
constexpr Metres device = Metres(1.5);

// TR 38.901 v16.1.0 table 7.4.1-1. d'BP = 4·(25−1)·(1.5−1)·3.5e9/3e8 = 560 m.
TEST(PathLoss, MacroFollowsTheTable) {
  const auto law = path_loss_law(Environment::urban_macro, carrier, Metres(25.0), device);
  EXPECT_NEAR(law.breakpoint_m, 560.0, 1e-9);
  // 100 m: d3D = √(100² + 23.5²) = 102.7242, lg = 2.011673. LOS 28 + 22·2.011673 + 10.8814 = 83.1382.
  EXPECT_NEAR(path_loss_db(law, 100.0, -23.5, true), 83.1382, 1e-3);
  // NLOS 13.54 + 39.08·2.011673 + 10.8814 = 103.0376.
  EXPECT_NEAR(path_loss_db(law, 100.0, -23.5, false), 103.0376, 1e-3);
  // 1000 m: d3D = 1000.2761, lg = 3.000120; 9 lg(560² + 23.5²) = 9·5.497140 = 49.4743.
  // LOS 28 + 40·3.000120 + 10.8814 − 49.4743 = 109.4119; NLOS 13.54 + 39.08·3.000120 + 10.8814 = 141.6661.
  EXPECT_NEAR(path_loss_db(law, 1000.0, -23.5, true), 109.4119, 1e-3);
  EXPECT_NEAR(path_loss_db(law, 1000.0, -23.5, false), 141.6661, 1e-3);
}

// d'BP = 4·(10−1)·(1.5−1)·3.5e9/3e8 = 210 m.
TEST(PathLoss, MicroFollowsTheTable) {
  const auto law = path_loss_law(Environment::urban_micro, carrier, Metres(10.0), device);
  EXPECT_NEAR(law.breakpoint_m, 210.0, 1e-9);
  // 100 m: d3D = √(100² + 8.5²) = 100.3606, lg = 2.001563. LOS 32.4 + 21·2.001563 + 10.8814 = 85.3142.
  EXPECT_NEAR(path_loss_db(law, 100.0, -8.5, true), 85.3142, 1e-3);
  // NLOS 22.4 + 35.3·2.001563 + 21.3·0.544068 = 22.4 + 70.6552 + 11.5886 = 104.6438.
  EXPECT_NEAR(path_loss_db(law, 100.0, -8.5, false), 104.6438, 1e-3);
  // 500 m: d3D = 500.0722, lg = 2.699033; 9.5 lg(210² + 8.5²) = 9.5·4.645150 = 44.1289.
  // LOS 32.4 + 40·2.699033 + 10.8814 − 44.1289 = 107.1138.
  EXPECT_NEAR(path_loss_db(law, 500.0, -8.5, true), 107.1138, 1e-3);
}

TEST(PathLoss, MillimetreWaves) {
  // 28 GHz, UMi, 50 m: d3D = √(2500 + 72.25) = 50.7173, lg = 1.705156; 32.4 + 21·1.705156 + 28.9432 = 97.1515.
  const auto law = path_loss_law(Environment::urban_micro, gigahertz(28.0), Metres(10.0), device);
  EXPECT_NEAR(path_loss_db(law, 50.0, -8.5, true), 97.1515, 1e-3);
}

TEST(PathLoss, ContinuousAtTheBreakpoint) {
  for (const auto environment : {Environment::urban_macro, Environment::urban_micro}) {
    for (const double height : {10.0, 25.0, 40.0}) {
      const auto law = path_loss_law(environment, carrier, Metres(height), device);
      const double below = path_loss_db(law, law.breakpoint_m * (1 - 1e-9), 1.5 - height, true);
      const double above = path_loss_db(law, law.breakpoint_m * (1 + 1e-9), 1.5 - height, true);
      EXPECT_NEAR(below, above, 1e-5);
    }
  }
}

TEST(PathLoss, GrowsWithDistanceAndNeverFallsWithoutSight) {
  const RandomSequence random(3, 0, 0);
  for (std::uint32_t i = 0; i < 300; ++i) {
    const auto environment = i % 2 == 0 ? Environment::urban_macro : Environment::urban_micro;
    const double height = random.uniform(3 * i, 1.6, 80.0);
    const auto law = path_loss_law(environment, gigahertz(random.uniform(3 * i + 1, 0.5, 100.0)), Metres(height), device);
    double before_clear = 0.0;
    double before_blocked = 0.0;
    for (double d = 1.0; d < 5000.0; d *= 1.3) {
      const double clear = path_loss_db(law, d, 1.5 - height, true);
      const double blocked = path_loss_db(law, d, 1.5 - height, false);
      EXPECT_GE(blocked, clear);
      EXPECT_GE(clear, before_clear);
      EXPECT_GE(blocked, before_blocked);
      before_clear = clear;
      before_blocked = blocked;
    }
  }
}

TEST(PathLoss, TakesTheLossAtTenMetresNearer) {
  const auto law = path_loss_law(Environment::urban_macro, carrier, Metres(25.0), device);
  EXPECT_EQ(path_loss_db(law, 0.0, -23.5, true), path_loss_db(law, 10.0, -23.5, true));
}

TEST(PathLoss, LowDevicesAndAntennasStayFinite) {
  const auto law = path_loss_law(Environment::urban_micro, carrier, Metres(0.5), Metres(0.5));
  EXPECT_GT(law.breakpoint_m, 0.0);
  EXPECT_TRUE(std::isfinite(path_loss_db(law, 100.0, 0.0, false)));
}

TEST(PathLoss, EnvironmentByHeight) {
  EXPECT_EQ(environment_at(Metres(20.0)), Environment::urban_macro);
  EXPECT_EQ(environment_at(Metres(19.9)), Environment::urban_micro);
}

}  // namespace
}  // namespace parktwin::radio
