#include "engine/scenario/cost/account.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"

namespace parktwin::costs {
namespace {

BillLine line(int year, double capital, double operating, int until = 0) {
  BillLine one;
  one.year = year;
  one.capital_low_cny = 0.5 * capital;
  one.capital_likely_cny = capital;
  one.capital_high_cny = 3.0 * capital;
  one.operating_low_cny = 0.5 * operating;
  one.operating_likely_cny = operating;
  one.operating_high_cny = 3.0 * operating;
  one.operating_until = until;
  return one;
}

CostOptions options(double rate, int years) {
  CostOptions all;
  all.discount_rate = rate;
  all.years = years;
  return all;
}

// 100 now and 10 at the beginning of each of three years at 25 %: 100 + 10 + 8 + 6.4.
TEST(Account, ByHand) {
  const auto account = account_of({{line(0, 100.0, 10.0)}, {}}, options(0.25, 3), 2027);
  EXPECT_EQ(account.base_year, 2027);
  ASSERT_EQ(account.cash_flow.size(), 3U);
  EXPECT_EQ(account.cash_flow[2].year, 2029);
  EXPECT_DOUBLE_EQ(account.cash_flow[2].discount_factor, 0.64);
  EXPECT_DOUBLE_EQ(account.cash_flow[0].capital_likely_cny, 100.0);
  EXPECT_DOUBLE_EQ(account.cash_flow[1].capital_likely_cny, 0.0);
  EXPECT_DOUBLE_EQ(account.cash_flow[1].operating_likely_cny, 10.0);
  EXPECT_DOUBLE_EQ(account.capital_likely_cny, 100.0);
  EXPECT_NEAR(account.present_value_likely_cny, 124.4, 1e-12);
  EXPECT_NEAR(account.present_value_low_cny, 62.2, 1e-12);
  EXPECT_NEAR(account.present_value_high_cny, 373.2, 1e-12);
}

TEST(Account, ABaseYearOfTheOptionsComesFirst) {
  CostOptions earlier = options(0.1, 10);
  earlier.base_year = 2025;
  const auto account = account_of({{line(2027, 121.0, 0.0)}, {}}, earlier, 2027);
  EXPECT_EQ(account.base_year, 2025);
  EXPECT_NEAR(account.present_value_likely_cny, 100.0, 1e-12);
}

TEST(Account, WithoutDiscountItIsTheSumOfAllPayments) {
  const auto account = account_of({{line(2026, 5.0, 2.0, 2028), line(2028, 7.0, 1.0)}, {}}, options(0.0, 5), 2026);
  EXPECT_DOUBLE_EQ(account.present_value_likely_cny, 5.0 + 7.0 + 2.0 * 2.0 + 3.0 * 1.0);
}

// Line by line with the closed form of an annuity, against year by year.
TEST(Account, RandomBillsAgainstAnnuities) {
  const RandomSequence random(5, 77, 1);
  std::uint32_t draw = 0;
  for (int round = 0; round < 200; ++round) {
    const double rate = random.uniform(draw++, 0.001, 0.3);
    const int years = 1 + static_cast<int>(random.below(draw++, 40));
    Bill bill;
    double expected = 0.0;
    for (std::uint32_t i = random.below(draw++, 6); i > 0; --i) {
      const int start = static_cast<int>(random.below(draw++, static_cast<std::uint32_t>(years)));
      const int last = start + static_cast<int>(random.below(draw++, static_cast<std::uint32_t>(years - start))) + 1;
      const double capital = random.uniform(draw++, 0.0, 1e6);
      const double operating = random.uniform(draw++, 0.0, 1e5);
      bill.lines.push_back(line(2030 + start, capital, operating, last == years ? 0 : 2030 + last));
      const double factor = std::pow(1.0 + rate, -start);
      const double annuity_due = (1.0 - std::pow(1.0 + rate, start - last)) / rate * (1.0 + rate);
      expected += factor * (capital + operating * annuity_due);
    }
    const auto account = account_of(bill, options(rate, years), 2030);
    EXPECT_NEAR(account.present_value_likely_cny, expected, 1e-9 * (1.0 + expected));
    EXPECT_LE(account.present_value_low_cny, account.present_value_likely_cny);
    EXPECT_LE(account.present_value_likely_cny, account.present_value_high_cny);
  }
}

TEST(Account, SpentInAPhase) {
  const Bill bill{{line(0, 1.0, 9.0), line(2027, 2.0, 9.0), line(2027, 3.0, 9.0)}, {}};
  EXPECT_DOUBLE_EQ(spent_in(bill, 0).capital_likely_cny, 1.0);
  EXPECT_DOUBLE_EQ(spent_in(bill, 2027).capital_likely_cny, 5.0);
  EXPECT_DOUBLE_EQ(spent_in(bill, 2027).capital_high_cny, 15.0);
  EXPECT_DOUBLE_EQ(spent_in(bill, 2028).capital_likely_cny, 0.0);
  EXPECT_DOUBLE_EQ(spent_in(bill, 2027).operating_likely_cny, 0.0);
}

}  // namespace
}  // namespace parktwin::costs
