#include "engine/simulators/radio/rural_path_loss.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

struct Setting {
  double f_ghz, antenna_m, device_m, building_m, street_m;
};

RuralLaw law_of(const Setting& s) {
  return rural_path_loss_law(gigahertz(s.f_ghz), Metres(s.antenna_m), Metres(s.device_m), {Metres(s.building_m), Metres(s.street_m)});
}

// The table's formulas as printed.
double by_the_table_db(const Setting& s, double horizontal_m, bool line_of_sight) {
  const double d3 = std::hypot(horizontal_m, s.antenna_m - s.device_m);
  const double h = s.building_m;
  const auto pl1 = [&](double d) {
    return 20.0 * std::log10(40.0 * std::numbers::pi * d * s.f_ghz / 3.0) + std::min(0.03 * std::pow(h, 1.72), 10.0) * std::log10(d) -
           std::min(0.044 * std::pow(h, 1.72), 14.77) + 0.002 * std::log10(h) * d;
  };
  const double breakpoint_m = 2.0 * std::numbers::pi * s.antenna_m * s.device_m * s.f_ghz * 1e9 / 3e8;
  const double clear_db = horizontal_m <= breakpoint_m ? pl1(d3) : pl1(breakpoint_m) + 40.0 * std::log10(d3 / breakpoint_m);
  if (line_of_sight) return clear_db;
  const double blocked_db = 161.04 - 7.1 * std::log10(s.street_m) + 7.5 * std::log10(h) -
                            (24.37 - 3.7 * std::pow(h / s.antenna_m, 2)) * std::log10(s.antenna_m) +
                            (43.42 - 3.1 * std::log10(s.antenna_m)) * (std::log10(d3) - 3.0) + 20.0 * std::log10(s.f_ghz) -
                            (3.2 * std::pow(std::log10(11.75 * s.device_m), 2) - 4.97);
  return std::max(clear_db, blocked_db);
}

// Test vectors of ns-3 (three-gpp-propagation-loss-model-test-suite.cc): 5 GHz, 35 m, 1.5 m, h = 5 m, W = 20 m.
TEST(RuralPathLoss, ValuesOfNs3) {
  const auto law = rural_path_loss_law(gigahertz(5.0), Metres(35.0), Metres(1.5));
  EXPECT_NEAR(law.breakpoint_m, 5497.787, 1e-3);
  EXPECT_NEAR(rural_path_loss_db(law, 10.0, -33.5, true), 77.3784, 1e-4);
  EXPECT_NEAR(rural_path_loss_db(law, 100.0, -33.5, true), 87.2965, 1e-4);
  EXPECT_NEAR(rural_path_loss_db(law, 1000.0, -33.5, true), 108.5577, 1e-4);
  EXPECT_NEAR(rural_path_loss_db(law, 10000.0, -33.5, true), 140.3896, 1e-4);
  EXPECT_NEAR(rural_path_loss_db(law, 10.0, -33.5, false), 77.3784, 1e-4);
  EXPECT_NEAR(rural_path_loss_db(law, 100.0, -33.5, false), 95.7718, 1e-4);
  EXPECT_NEAR(rural_path_loss_db(law, 1000.0, -33.5, false), 133.5223, 1e-4);
  EXPECT_NEAR(rural_path_loss_db(law, 5000.0, -33.5, false), 160.5169, 1e-4);
}

TEST(RuralPathLoss, FollowsTheTable) {
  const RandomSequence random(31, 0, 0);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const Setting s = {random.uniform(6 * i, 0.5, 30.0), random.uniform(6 * i + 1, 10.0, 150.0), random.uniform(6 * i + 2, 1.0, 10.0),
                       random.uniform(6 * i + 3, 5.0, 50.0), random.uniform(6 * i + 4, 5.0, 50.0)};
    const double d = random.uniform(6 * i + 5, 10.0, 10000.0);
    EXPECT_NEAR(rural_path_loss_db(law_of(s), d, s.device_m - s.antenna_m, true), by_the_table_db(s, d, true), 1e-9);
    EXPECT_NEAR(rural_path_loss_db(law_of(s), d, s.device_m - s.antenna_m, false), by_the_table_db(s, d, false), 1e-9);
  }
}

TEST(RuralPathLoss, NearlyContinuousAtTheBreakpoint) {
  for (const double antenna_m : {10.0, 35.0, 150.0}) {
    const Setting s = {0.7, antenna_m, 1.5, 5.0, 20.0};
    const auto law = law_of(s);
    const double below_db = rural_path_loss_db(law, law.breakpoint_m * (1.0 - 1e-9), 1.5 - antenna_m, true);
    const double above_db = rural_path_loss_db(law, law.breakpoint_m * (1.0 + 1e-9), 1.5 - antenna_m, true);
    EXPECT_NEAR(below_db, above_db, 0.08);
  }
}

TEST(RuralPathLoss, NearAndLowDevices) {
  const auto law = rural_path_loss_law(gigahertz(0.7), Metres(35.0), Metres(0.2));
  EXPECT_EQ(law.breakpoint_m, rural_path_loss_law(gigahertz(0.7), Metres(35.0), Metres(1.0)).breakpoint_m);
  EXPECT_EQ(rural_path_loss_db(law, 0.0, -33.5, true), rural_path_loss_db(law, 10.0, -33.5, true));
}

TEST(RuralPathLoss, Deviations) {
  const auto law = rural_path_loss_law(gigahertz(0.7), Metres(35.0), Metres(1.5));  // dBP = 769.69 m
  EXPECT_EQ(rural_deviation_db(law, 769.0, true), 4.0);
  EXPECT_EQ(rural_deviation_db(law, 770.0, true), 6.0);
  EXPECT_EQ(rural_deviation_db(law, 100.0, false), 8.0);
}

}  // namespace
}  // namespace parktwin::radio
