#include "engine/simulators/radio/site_general.h"

#include <gtest/gtest.h>

namespace parktwin::radio {
namespace {

// reference_p1411.csv of the OFCOM code for Recommendation ITU-R P.1411.
TEST(SiteGeneral, ReferenceValues) {
  struct Case {
    SiteGeneral surroundings;
    double f_ghz, distance_m, loss_db;
  };
  constexpr Case cases[] = {{SiteGeneral::below_roofs_clear, 1, 20, 58.16132091},
                            {SiteGeneral::below_roofs_clear, 28, 300, 112.3178654},
                            {SiteGeneral::below_roofs_clear, 300, 100, 123.6586978},
                            {SiteGeneral::below_roofs_blocked_high_rise, 0.8, 20, 62.35825254},
                            {SiteGeneral::below_roofs_blocked_high_rise, 28, 500, 149.3973527},
                            {SiteGeneral::below_roofs_blocked_low_rise, 0.45, 10, 43.81874779},
                            {SiteGeneral::below_roofs_blocked_low_rise, 73, 150, 144.2744341},
                            {SiteGeneral::above_roofs_clear, 2.2, 55, 75.16579013},
                            {SiteGeneral::above_roofs_clear, 73, 1200, 135.6343786},
                            {SiteGeneral::above_roofs_blocked_high_rise, 2.2, 260, 107.6230516},
                            {SiteGeneral::above_roofs_blocked_high_rise, 66.5, 1200, 170.8309545}};
  for (const auto& known : cases) {
    EXPECT_NEAR(site_general_loss_db(known.surroundings, gigahertz(known.f_ghz), known.distance_m), known.loss_db, 1e-6);
    EXPECT_TRUE(validity(known.surroundings).frequency_ghz.contains(known.f_ghz));
    EXPECT_TRUE(validity(known.surroundings).distance_m.contains(known.distance_m));
  }
}

// 10·2.07·lg 100 + 31.23 + 10·2.06·lg 3.5 = 41.4 + 31.23 + 11.2078.
TEST(SiteGeneral, ByHand) { EXPECT_NEAR(site_general_loss_db(SiteGeneral::below_roofs_clear, gigahertz(3.5), 100.0), 83.8378, 1e-4); }

TEST(SiteGeneral, SaysWhereItHolds) {
  const auto low_rise = validity(SiteGeneral::below_roofs_blocked_low_rise);
  EXPECT_TRUE(low_rise.frequency_ghz.contains(3.5));
  EXPECT_FALSE(low_rise.distance_m.contains(251.0));
  EXPECT_FALSE(validity(SiteGeneral::above_roofs_clear).frequency_ghz.contains(0.7));
  EXPECT_FALSE(validity(SiteGeneral::above_roofs_blocked_high_rise).distance_m.contains(100.0));
  EXPECT_EQ(site_general_deviation_db(SiteGeneral::below_roofs_clear), 4.91);
  EXPECT_EQ(site_general_deviation_db(SiteGeneral::above_roofs_blocked_high_rise), 6.89);
}

TEST(SiteGeneral, BlockedLosesMoreWhereBothHold) {
  for (double d = 30.0; d <= 250.0; d += 10.0) {
    const double clear_db = site_general_loss_db(SiteGeneral::below_roofs_clear, gigahertz(3.5), d);
    EXPECT_GT(site_general_loss_db(SiteGeneral::below_roofs_blocked_high_rise, gigahertz(3.5), d), clear_db);
    EXPECT_GT(site_general_loss_db(SiteGeneral::below_roofs_blocked_low_rise, gigahertz(3.5), d), clear_db);
  }
}

}  // namespace
}  // namespace parktwin::radio
