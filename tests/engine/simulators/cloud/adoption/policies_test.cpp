#include "engine/simulators/cloud/adoption/policies.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

TEST(Policies, TheForecastBeginsWithTheMonthNearestToTheData) {
  Site site;
  EXPECT_FALSE(Calendar::of(site).dated);
  site.data_date = "2024-06-30";
  EXPECT_EQ(Calendar::of(site).month, 7);
  site.data_date = "2024-06-15";
  EXPECT_EQ(Calendar::of(site).month, 6);
  site.data_date = "2024-12-20";
  const Calendar calendar = Calendar::of(site);
  EXPECT_TRUE(calendar.dated);
  EXPECT_EQ(calendar.year, 2025);
  EXPECT_EQ(calendar.month, 1);
  EXPECT_EQ(calendar.months_to(2025, 1), 1);
  EXPECT_EQ(calendar.months_to(2026, 3), 15);
  EXPECT_EQ(calendar.months_to(2024, 12), 0);
  EXPECT_EQ(calendar.year_of(0), 2024);
  EXPECT_EQ(calendar.month_of(0), 12);
  EXPECT_EQ(calendar.year_of(15), 2026);
  EXPECT_EQ(calendar.month_of(15), 3);
}

TEST(Policies, AreAimedBySectorAndSize) {
  auto enterprises = enterprises_in_a_row(4, 0);
  enterprises[0].sector = enterprises[1].sector = Sector::food;
  enterprises[0].employees = 50;
  enterprises[1].employees = 500;
  enterprises[2].sector = Sector::software;
  enterprises[3].sector = Sector::machinery;
  Park park = world(enterprises);
  CloudPolicy small = policy(CloudPolicyKind::subsidy, 0.5);
  small.sectors = "food software";
  small.least_employees = 20;
  small.most_employees = 400;
  small.start_year = 2027;
  small.start_month = 3;
  small.months = 12;
  set_policies(park, {small});
  const auto all = campaigns(park, Calendar::of(*park.site));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].aimed_at, (std::vector<std::uint8_t>{1, 0, 1, 0}));
  EXPECT_EQ(all[0].first, 15);
  EXPECT_FALSE(all[0].runs(14));
  EXPECT_TRUE(all[0].runs(26));
  EXPECT_FALSE(all[0].runs(27));
}

TEST(Policies, EachKindHelpsInItsOwnWay) {
  Park park = world(1, 0);
  CloudPolicy talks = policy(CloudPolicyKind::information, 2.0);
  talks.start_month = 4;
  talks.months = 6;
  set_policies(park, {policy(CloudPolicyKind::subsidy, 0.4), talks, policy(CloudPolicyKind::mandate, 0.75),
                      policy(CloudPolicyKind::better_access, 0.3), policy(CloudPolicyKind::public_cloud_zone, 0.5)});
  const auto all = campaigns(park, Calendar::of(*park.site));
  Options options;
  options.price_weight = 3.0;
  options.zone_weight = 0.8;
  const auto value_without = [&](std::size_t without) { return help_for(all, without, 0, 5, options).value; };
  const double everything = value_without(without_none);
  EXPECT_NEAR(everything - value_without(0), 1.2, 1e-12);
  EXPECT_NEAR(everything - value_without(2), std::log(4.0), 1e-12);  // odds times 1 / (1 − 0.75)
  EXPECT_NEAR(everything - value_without(4), 0.4, 1e-12);
  const Help help = help_for(all, without_none, 0, 5, options);
  EXPECT_EQ(help.better_access, 0.3);
  EXPECT_TRUE(help.in_zone);
  EXPECT_FALSE(help_for(all, 4, 0, 5, options).in_zone);
  EXPECT_EQ(help_for(all, without_none, 0, 3, options).months_ahead, 0.0);
  EXPECT_EQ(help.months_ahead, 4.0);                                          // months 4 and 5, two gained in each
  EXPECT_EQ(help_for(all, without_none, 0, 60, options).months_ahead, 12.0);  // what was learnt stays
  EXPECT_EQ(help_for(all, 1, 0, 60, options).months_ahead, 0.0);
}

}  // namespace
}  // namespace parktwin::cloud::adoption
