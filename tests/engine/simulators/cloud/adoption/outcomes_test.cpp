#include "engine/simulators/cloud/adoption/outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

/// Four enterprises, ten replicas, horizon 12; only the level of infrastructure is looked at.
AdoptionMonths handmade(const std::vector<std::vector<std::uint16_t>>& rows) {
  AdoptionMonths months{rows[0].size(), rows.size(), {}};
  months.month.assign(rows.size() * level_count * rows[0].size(), never);
  for (std::size_t r = 0; r < rows.size(); ++r)
    std::copy(rows[r].begin(), rows[r].end(), months.month.begin() + r * level_count * rows[0].size());
  return months;
}

TEST(Outcomes, BandsAreNearestRanksOfTheReplicas) {
  std::vector<std::vector<std::uint16_t>> rows;
  for (std::uint16_t r = 0; r < 10; ++r) {
    const std::uint16_t second = r < 7 ? static_cast<std::uint16_t>(r + 1) : never;
    rows.push_back({0, second, never, never});
  }
  const AdoptionMonths months = handmade(rows);
  const Progression progress = progression(months, 0, 12);
  EXPECT_EQ(progress.at(0, 3), 1);
  EXPECT_EQ(progress.at(3, 3), 1);
  EXPECT_EQ(progress.at(4, 3), 2);
  LevelCurve curve;
  curve.target.assign(13, 0.5);
  Calendar calendar{2026, 1, true};
  const auto figures = month_figures(progress, 4, curve, CloudLevel::infrastructure, calendar);
  ASSERT_EQ(figures.size(), 13U);
  EXPECT_EQ(figures[0].year, 2025);
  EXPECT_EQ(figures[0].month, 12);
  EXPECT_EQ(figures[0].mean, 0.25);
  EXPECT_NEAR(figures[3].mean, (10 + 3) / 40.0, 1e-12);
  EXPECT_EQ(figures[3].p10, 0.25);
  EXPECT_EQ(figures[3].p50, 0.25);
  EXPECT_EQ(figures[3].p90, 0.5);
  EXPECT_EQ(figures[12].month, 12);
  const LevelFigures level = level_figures(progress, 4, 0.5, CloudLevel::infrastructure);
  EXPECT_EQ(level.share_today, 0.25);
  EXPECT_EQ(level.probability, 0.7);
  EXPECT_EQ(level.months_p10, 1);
  EXPECT_EQ(level.months_p50, 5);
  EXPECT_FALSE(level.months_p90.has_value());
  EXPECT_EQ(level_figures(progress, 4, 0.25, CloudLevel::infrastructure).months_p90, 0);
}

TEST(Outcomes, APolicyIsJudgedAgainstTheSameFuturesWithoutIt) {
  Park park = world(4, 1);
  auto enterprises = park.enterprises->records();
  for (auto& enterprise : enterprises) enterprise.employees = 50;
  enterprises[3].employees = 5;
  park.enterprises = Part(Table(enterprises));
  CloudPolicy vouchers = policy(CloudPolicyKind::subsidy, 0.5);
  vouchers.months = 6;
  vouchers.least_employees = 20;
  vouchers.fixed_cost = Yuan(1000);
  vouchers.cost_per_adopter = Yuan(300);
  set_policies(park, {vouchers});
  Options options;
  options.horizon_months = 12;
  options.target_share = 0.75;
  const Setting setting = setting_of(park, options, {}, {0.03, 0.38, 1.0});
  // Enterprise 1 would have come anyway, 2 comes because of it in half of the replicas, 3 is not aimed at, 0 too late for it.
  std::vector<std::vector<std::uint16_t>> with;
  std::vector<std::vector<std::uint16_t>> without;
  for (int r = 0; r < 10; ++r) {
    with.push_back({8, 2, r % 2 == 0 ? std::uint16_t{6} : never, 3});
    without.push_back({8, 8, never, 3});
  }
  const PolicyFigures figures = policy_figures(setting, 0, handmade(with), handmade(without), 0);
  EXPECT_EQ(figures.extra_adopters, 0.5);
  EXPECT_NEAR(figures.extra_half_width, 1.96 * std::sqrt(0.25 * 10 / 9 / 10), 1e-12);
  EXPECT_NEAR(figures.extra_adopter_years, 6.0 / 12.0 + 0.5 * 6.0 / 12.0, 1e-12);
  EXPECT_NEAR(figures.recipients, 1.5, 1e-12);
  EXPECT_NEAR(figures.windfall_share, 1.0 / 1.5, 1e-12);
  EXPECT_NEAR(figures.cost_cny, 1450.0, 1e-9);
  ASSERT_TRUE(figures.cost_per_extra_cny.has_value());
  EXPECT_NEAR(*figures.cost_per_extra_cny, 2900.0, 1e-9);
  EXPECT_EQ(figures.probability_gained, 0.0);  // three of four in every replica
  EXPECT_NEAR(figures.variance_reduction, 1.0, 1e-12);
  const PolicyFigures nothing = policy_figures(setting, 0, handmade(without), handmade(without), 0);
  EXPECT_EQ(nothing.extra_adopters, 0.0);
  EXPECT_FALSE(nothing.cost_per_extra_cny.has_value());
}

TEST(Outcomes, SaysWhoIsLeftAndWhy) {
  auto enterprises = enterprises_in_a_row(7, 0);
  enterprises[0].cloud_level = CloudLevel::platform;
  enterprises[3].data_class = DataClass::core;
  enterprises[4].it_staff = 0;
  Park park = world(enterprises);
  add_trades(park, {{3, 5, 1.0, true}});
  const Options options;
  AccessQuality access{std::vector<double>(7, 1.0)};
  access.of_enterprise[2] = 0.0;
  const Setting setting = setting_of(park, options, access, {0.03, 0.38, 1.0});
  std::vector<std::vector<std::uint16_t>> rows(10, {0, 40, never, never, never, never, never});
  for (std::size_t r = 0; r < 5; ++r) rows[r][1] = never;
  rows[0][6] = 3;
  const auto figures = enterprise_figures(setting, handmade(rows), 0);
  const std::vector<Standing> expected{Standing::on_cloud,           Standing::expected,    Standing::no_access,
                                       Standing::data_too_sensitive, Standing::no_it_staff, Standing::waits_for_supplier,
                                       Standing::unconvinced};
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(figures[i].standing, expected[i]) << i;
  EXPECT_EQ(figures[1].probability, 0.5);
  EXPECT_EQ(figures[1].months_p50, 40);
  EXPECT_EQ(figures[6].probability, 0.1);
  EXPECT_FALSE(figures[6].months_p50.has_value());
}

}  // namespace
}  // namespace parktwin::cloud::adoption
