#include "engine/simulators/energy/flexible_loads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// E-1 moves a fifth by up to 6 h later or 2 h earlier and would leave a tenth; E-2 would leave a quarter.
Park flexible_park() {
  Park park = testing::energy_park();
  std::vector<LoadFlexibility> loads = {testing::named<LoadFlexibility>("LF-1"), testing::named<LoadFlexibility>("LF-2")};
  loads[0].enterprise = Id<Enterprise>(0);
  loads[0].shiftable_share = 0.2;
  loads[0].delay_h = 6.0;
  loads[0].advance_h = 2.0;
  loads[0].peak_factor = 1.4;
  loads[0].interruptible_share = 0.1;
  loads[0].interruption_cny_per_kwh = 0.5;
  loads[0].interruption_h = 30.0;
  loads[1].enterprise = Id<Enterprise>(1);
  loads[1].interruptible_share = 0.25;
  loads[1].interruption_cny_per_kwh = 200.0;
  park.load_flexibility = Part(Table(std::move(loads)));
  return park;
}

Result year(const Park& park, StorageControl control) {
  Options options;
  options.grid_study = false;
  options.storage_control = control;
  return simulate(park, options, testing::tables());
}

const Result& ahead() {
  static const Result result = year(flexible_park(), StorageControl::perfect_foresight);
  return result;
}

loads::Loads planned_loads(const Park& park) {
  const auto days = loads::working_days(2025);
  return loads::loads(park, days, {});
}

TEST(FlexibleLoads, GatherInGroupsOfOneCourse) {
  Park park = flexible_park();
  auto enterprises = park.enterprises->records();
  enterprises[1].sector = enterprises[0].sector;
  park.enterprises = Part(Table(std::move(enterprises)));
  auto records = park.load_flexibility->records();
  records[1] = records[0];
  records[1].id = "LF-2";
  records[1].enterprise = Id<Enterprise>(1);
  park.load_flexibility = Part(Table(std::move(records)));
  const auto flexible = flexible_loads(park, planned_loads(park));
  ASSERT_EQ(flexible.groups.size(), 2U);
  ASSERT_EQ(flexible.parts.size(), 4U);
  EXPECT_FALSE(flexible.groups[0].interruptible);
  EXPECT_TRUE(flexible.groups[1].interruptible);
  EXPECT_NEAR(sum(flexible.groups[0].demand_kw) * 0.25e-3, 0.2 * 4500.0, 1e-6);
  EXPECT_NEAR(flexible.parts[0].share, 3000.0 / 4500.0, 1e-12);
  const double peak = *std::max_element(flexible.groups[0].demand_kw.begin(), flexible.groups[0].demand_kw.end());
  EXPECT_NEAR(flexible.groups[0].most_kw, 1.4 * peak, 1e-9);
  EXPECT_NEAR(flexible.groups[1].most_kwh, 30.0 * 0.5 * peak, 1e-6);  // a tenth where the other is a fifth
}

TEST(FlexibleLoads, SharesWhatAGroupDoesInProportion) {
  const Park park = flexible_park();
  auto loads = planned_loads(park);
  const auto before = loads;
  const auto flexible = flexible_loads(park, loads);
  std::vector<std::vector<double>> used;
  for (const auto& group : flexible.groups) used.push_back(group.demand_kw);
  used[0][100] += 8.0;
  used[0][108] -= 8.0;
  used[1][200] = 0.0;
  follow_schedule(flexible, used, loads);
  const auto& consumer = loads.consumers[0];
  EXPECT_NEAR(loads.kw(consumer, 100), before.kw(before.consumers[0], 100) + 8.0, 1e-9);
  EXPECT_NEAR(loads.kw(consumer, 108), before.kw(before.consumers[0], 108) - 8.0, 1e-9);
  EXPECT_NEAR(loads.kw(consumer, 200), 0.9 * before.kw(before.consumers[0], 200), 1e-9);
  EXPECT_NEAR(loads.kw(loads.consumers[1], 200), before.kw(before.consumers[1], 200), 1e-9);
  EXPECT_EQ(loads.profile_names[consumer.profile], "machinery");
  const auto figures = flexibility_of(park, flexible, used);
  EXPECT_NEAR(figures.moved_mwh, 8.0 * 0.25e-3, 1e-12);
  EXPECT_NEAR(figures.interrupted_mwh, 0.1 * before.kw(before.consumers[0], 200) * 0.25e-3, 1e-12);
  EXPECT_NEAR(figures.paid_cny, 500.0 * figures.interrupted_mwh, 1e-9);
  EXPECT_EQ(figures.loads[0].interrupted_h, 1.0);
  const auto beyond = beyond_plan(flexible, used);
  EXPECT_NEAR(sum(beyond), -0.1 * before.kw(before.consumers[0], 200), 1e-9);
}

/// Held against the bounds hour by hour: what was drawn until now lies between what was planned until 6 h ago and until 2 h from now.
TEST(FlexibleLoads, MoveWithinTheirBoundsAndKeepTheirEnergy) {
  Park park = flexible_park();
  auto records = park.load_flexibility->records();
  records.resize(1);
  records[0].interruptible_share = 0.0;
  park.load_flexibility = Part(Table(std::move(records)));
  const Result moved = year(park, StorageControl::perfect_foresight);
  const Result planned = year(testing::energy_park(), StorageControl::perfect_foresight);
  ASSERT_EQ(moved.flexibility.reason, "");
  EXPECT_GT(moved.flexibility.moved_mwh, 50.0);
  EXPECT_NEAR(moved.enterprises[0].consumption_mwh, 3000.0, 3e-6);
  const auto days = loads::working_days(2025);
  const auto weather = weather::quarter_hours(*park.weather, 2025);
  const auto flexible = flexible_loads(park, loads::loads(park, days, weather.temperature_c));
  ASSERT_EQ(flexible.groups.size(), 1U);
  std::vector<double> plan_kwh(8760, 0.0);
  std::vector<double> beyond_kwh(8760, 0.0);
  for (std::size_t i = 0; i < moved.series.load_kw.size(); ++i) {
    plan_kwh[i / 4] += 0.25 * flexible.groups[0].demand_kw[i];
    beyond_kwh[i / 4] += 0.25 * (moved.series.load_kw[i] - planned.series.load_kw[i]);
  }
  double ahead_kwh = 0.0;
  double moved_kwh = 0.0;
  for (std::size_t hour = 0; hour < 8760; ++hour) {
    ahead_kwh += beyond_kwh[hour];
    moved_kwh += std::max(0.0, beyond_kwh[hour]);
    double open = 0.0;
    double coming = 0.0;
    for (std::size_t k = hour < 5 ? 0 : hour - 5; k <= hour; ++k) open += plan_kwh[k];
    for (std::size_t k = hour + 1; k <= hour + 2 && k < 8760; ++k) coming += plan_kwh[k];
    EXPECT_GE(ahead_kwh, -open - 1e-3) << hour;
    EXPECT_LE(ahead_kwh, coming + 1e-3) << hour;
    EXPECT_LE(plan_kwh[hour] + beyond_kwh[hour], flexible.groups[0].most_kw + 1e-3) << hour;
    EXPECT_GE(plan_kwh[hour] + beyond_kwh[hour], -1e-3) << hour;
  }
  EXPECT_NEAR(moved.flexibility.moved_mwh, 1e-3 * moved_kwh, 1e-3);
}

TEST(FlexibleLoads, AreInterruptedWithinHoursAndOnlyWhereItPays) {
  const auto& loads = ahead().flexibility.loads;
  ASSERT_EQ(loads.size(), 2U);
  EXPECT_GT(loads[0].interrupted_mwh, 0.0);
  EXPECT_LE(loads[0].interrupted_mwh, loads[0].interruptible_mwh);
  EXPECT_NEAR(loads[0].paid_cny, 500.0 * loads[0].interrupted_mwh, 1e-6);
  EXPECT_EQ(loads[1].interrupted_mwh, 0.0) << "200 CNY a kWh";
  EXPECT_NEAR(loads[1].interruptible_mwh, 0.25 * 1500.0, 1e-6);
  EXPECT_NEAR(ahead().enterprises[0].consumption_mwh, 3000.0 - loads[0].interrupted_mwh, 1e-6);
}

TEST(FlexibleLoads, SaveMoneyAndTheBalanceCloses) {
  const Result& moved = ahead();
  EXPECT_LT(moved.balance.greatest_imbalance, 1e-9);
  ASSERT_TRUE(moved.flexibility.saving_cny.has_value());
  EXPECT_GT(*moved.flexibility.saving_cny, 0.0);
  const Result planned = year(testing::energy_park(), StorageControl::perfect_foresight);
  const auto net = [](const Result& result) { return result.bill.total_cny - result.bill.feed_in_cny + result.flexibility.paid_cny; };
  EXPECT_LT(net(moved), net(planned));
}

/// Rules and programme on one park: rules move less or the same and save no more than foresight, each within the same bounds.
TEST(FlexibleLoads, RulesMoveThemTooAndForesightIsNeverDearer) {
  const Result rules = year(flexible_park(), StorageControl::rule_based);
  const Result plain = year(testing::energy_park(), StorageControl::rule_based);
  EXPECT_EQ(rules.flexibility.reason, "");
  EXPECT_EQ(plain.flexibility.reason, "");
  EXPECT_GT(rules.flexibility.moved_mwh, 50.0);
  EXPECT_GT(rules.flexibility.loads[0].interrupted_mwh, 0.0) << "0.9 CNY a kWh against 0.5";
  EXPECT_EQ(rules.flexibility.loads[1].interrupted_mwh, 0.0);
  EXPECT_LT(rules.balance.greatest_imbalance, 1e-9);
  EXPECT_NEAR(rules.enterprises[0].consumption_mwh, 3000.0 - rules.flexibility.loads[0].interrupted_mwh, 1e-6);
  const auto net = [](const Result& result) { return result.bill.total_cny - result.bill.feed_in_cny + result.flexibility.paid_cny; };
  EXPECT_LT(net(rules), net(plain));
  EXPECT_LT(net(ahead()), net(rules));
}

/// Day by day, with the last week for the days to come: dearer than foresight, cheaper than leaving them.
TEST(FlexibleLoads, ForecastsMoveThemDayByDay) {
  const Result days = year(flexible_park(), StorageControl::rolling_forecast);
  EXPECT_EQ(days.flexibility.reason, "");
  EXPECT_GT(days.flexibility.moved_mwh, 50.0);
  EXPECT_LT(days.balance.greatest_imbalance, 1e-9);
  const auto net = [](const Result& result) { return result.bill.total_cny - result.bill.feed_in_cny + result.flexibility.paid_cny; };
  EXPECT_LT(net(ahead()), net(days));
  EXPECT_LT(net(days), net(year(testing::energy_park(), StorageControl::rolling_forecast)));
}

TEST(FlexibleLoads, SayWhyTheyRunAsPlanned) {
  const Result idle = year(flexible_park(), StorageControl::idle);
  EXPECT_EQ(idle.flexibility.reason, "nothing controls them: the option storage_control is idle, or there is no schedule");
  EXPECT_NEAR(idle.flexibility.loads[0].shiftable_mwh, 600.0, 1e-6);
  Options options;
  options.grid_study = false;
  Tables flat = testing::tables();
  flat.tariff->base_cny_per_kwh = {0.4};  // less than any payment
  flat.tariff->rules.clear();
  const Result plain = simulate(flexible_park(), options, flat);
  EXPECT_EQ(plain.flexibility.reason, "nothing is worth moving or interrupting at these prices");
  EXPECT_EQ(plain.flexibility.moved_mwh, 0.0);
}

}  // namespace
}  // namespace parktwin::energy
