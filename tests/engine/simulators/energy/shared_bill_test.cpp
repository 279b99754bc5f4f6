#include "engine/simulators/energy/shared_bill.h"

#include <gtest/gtest.h>

#include <map>

#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

const Result& usual() {
  static const Result result = simulate(testing::energy_park(), {}, testing::tables(), {{"radio site S-1", Id<Bus>(1), 2.0}});
  return result;
}

/// Line by line and month by month the payers' parts add up to the park's.
TEST(SharedBill, AddsUpToTheParks) {
  const Result& result = usual();
  ASSERT_EQ(result.enterprise_bills.size(), 3U);
  double total = 0.0;
  double drawn = 0.0;
  for (const auto& bill : result.enterprise_bills) {
    total += bill.total_cny;
    drawn += bill.drawn_mwh;
  }
  EXPECT_NEAR(total, result.bill.total_cny, 1e-9 * result.bill.total_cny);
  EXPECT_NEAR(drawn, result.balance.import_mwh, 1e-9 * drawn);
  std::map<std::pair<std::int32_t, std::string>, double> left;
  for (const auto& line : result.bill.lines) left[{line.month, line.name}] += line.amount_cny;
  for (const auto& line : result.enterprise_bill_lines) {
    EXPECT_NEAR(line.amount_cny, line.quantity * line.price_cny, 1e-9 * std::abs(line.amount_cny) + 1e-9);
    left[{line.month, line.name}] -= line.amount_cny;
  }
  for (const auto& [key, rest] : left) EXPECT_NEAR(rest, 0.0, 1e-6) << key.first << key.second;
}

/// E-1 has PV on its roof, so its part of peak hours by day is smaller than that of its consumption; equipment and losses pay for
/// themselves.
TEST(SharedBill, FollowsWhatEachDraws) {
  const Result& result = usual();
  const auto& bills = result.enterprise_bills;
  EXPECT_LT(bills[0].share, 3000.0 / 4500.0);
  EXPECT_GT(bills[0].share, bills[1].share);
  EXPECT_FALSE(bills[2].enterprise.valid());
  EXPECT_GT(bills[2].total_cny, 0.0);
  EXPECT_LT(bills[2].share, 0.05);
  double months = 0.0;
  for (const auto& month : result.months) months += month.bill_cny;
  EXPECT_NEAR(months, result.bill.total_cny, 1e-6);
}

TEST(SharedBill, WithoutABillThereIsNone) {
  const Result result = simulate(testing::energy_park(), {});
  EXPECT_TRUE(result.enterprise_bills.empty());
  EXPECT_TRUE(result.enterprise_bill_lines.empty());
}

}  // namespace
}  // namespace parktwin::energy
