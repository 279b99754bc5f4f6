#include "engine/simulators/energy/tariff/bill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"

namespace parktwin::energy::tariff {
namespace {

using ::testing::HasSubstr;

Tariff pattern() {
  Tariff tariff;
  tariff.base_cny_per_kwh = {0.50, 0.51, 0.52, 0.53, 0.54, 0.55, 0.56, 0.57, 0.58, 0.59, 0.60, 0.61};
  tariff.factors = {{Period::peak, 1.7}, {Period::valley, 0.38}, {Period::critical, 2.125}};
  tariff.rules = {{Period::valley, 0.0, 8.0, {}, DayKind::any},
                  {Period::peak, 10.0, 12.0, {}, DayKind::any},
                  {Period::critical, 11.0, 12.0, {7, 8, 9}, DayKind::any}};
  tariff.components = {{"transmission", 0.12}, {"levies", 0.03}};
  tariff.demand_cny_per_kw_month = 32.0;
  return tariff;
}

std::vector<double> load(std::size_t steps) {
  const RandomSequence random(3, 1, 1);
  std::vector<double> kw;
  for (std::uint32_t i = 0; i < steps; ++i) kw.push_back(random.uniform(i, 50.0, 150.0));
  return kw;
}

// The same bill from the price of each step.
TEST(Bill, LinesAddUpToTheHourByHourSum) {
  const auto tariff = pattern();
  const auto kw = load(8760);
  const auto result = bill(tariff, Options(), {}, {}, kw);
  ASSERT_EQ(result.reason, "");
  const auto prices = price_year(tariff, {});
  double expected = 0.0;
  std::vector<double> peak(12, 0.0);
  for (std::size_t step = 0; step < kw.size(); ++step) {
    expected += kw[step] * prices.cny_per_kwh[step];
    auto& most = peak[static_cast<std::size_t>(prices.month[step])];
    most = std::max(most, kw[step]);
  }
  for (const double most : peak) expected += 32.0 * most;
  EXPECT_NEAR(result.total_cny, expected, 1e-9 * expected);
  double sum = 0.0;
  for (const auto& line : result.lines) sum += line.amount_cny;
  EXPECT_NEAR(sum, result.total_cny, 1e-9 * expected);
  EXPECT_NEAR(result.tax_cny, expected * 0.13 / 1.13, 1e-6);
  EXPECT_EQ(result.peak_step.size(), 12U);
}

TEST(Bill, ByHand) {
  Tariff tariff;
  tariff.base_cny_per_kwh = {0.5};
  tariff.factors = {{Period::peak, 2.0}};
  tariff.rules = {{Period::peak, 10.0, 12.0, {}, DayKind::any}};
  tariff.capacity_cny_per_kva_month = 20.0;
  tariff.prices_include_tax = false;
  tariff.tax_share = 0.1;
  std::vector<double> kw(8760, 0.0);
  kw[10] = 100.0;  // 1 January, peak
  kw[13] = 60.0;
  Options options;
  options.capacity_kva = 250.0;
  const auto result = bill(tariff, options, {}, {}, kw);
  ASSERT_GE(result.lines.size(), 4U);
  EXPECT_EQ(result.lines[0].name, "energy, peak");
  EXPECT_DOUBLE_EQ(result.lines[0].amount_cny, 100.0);
  EXPECT_EQ(result.lines[1].name, "energy, flat");
  EXPECT_DOUBLE_EQ(result.lines[1].amount_cny, 30.0);
  EXPECT_DOUBLE_EQ(result.lines[2].amount_cny, 5000.0);
  EXPECT_EQ(result.lines[3].name, "tax");
  EXPECT_DOUBLE_EQ(result.lines[3].amount_cny, 513.0);
  EXPECT_NEAR(result.total_cny, 1.1 * (130.0 + 12.0 * 5000.0), 1e-9);
  EXPECT_EQ(result.peak_step[0], 10);
}

TEST(Bill, EveryOptionChangesIt) {
  Tariff tariff = pattern();
  tariff.capacity_cny_per_kva_month = 20.0;
  tariff.rules.push_back({Period::valley, 0.0, 24.0, {}, DayKind::weekend});
  const double base = bill(tariff, Options(), {}, {}, load(8760)).total_cny;
  Options other;
  other.year = 2026;
  EXPECT_NE(bill(tariff, other, {}, {}, load(8760)).total_cny, base);
  other = {};
  other.capacity_kva = 100.0;
  EXPECT_NE(bill(tariff, other, {}, {}, load(8760)).total_cny, base);
  other = {};
  other.steps_per_hour = 4;
  EXPECT_NE(bill(tariff, other, {}, {}, load(35040)).total_cny, base);
  tariff.rules.push_back({Period::peak, 0.0, 24.0, {}, DayKind::hot});
  EXPECT_NE(bill(tariff, Options(), {}, {5}, load(8760)).total_cny, base);
}

TEST(Bill, NoBillForAnotherYearsLengthOrNegativePower) {
  EXPECT_THAT(bill(pattern(), Options(), {}, {}, load(8784)).reason, HasSubstr("8784 values for a year of 8760 steps"));
  auto kw = load(8760);
  kw[7] = -1.0;
  EXPECT_THAT(bill(pattern(), Options(), {}, {}, kw).reason, HasSubstr("step 7: -1 kW"));
}

}  // namespace
}  // namespace parktwin::energy::tariff
