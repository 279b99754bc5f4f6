#include "engine/simulators/energy/green_power.h"

#include <gtest/gtest.h>

#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

TEST(GreenPower, IsDecidedByThePriceOfCarbon) {
  const GreenTerms terms{0.03, 0.2, 0.0};
  EXPECT_EQ(green_share(terms, 49.0, 0.6), 0.2);  // 0.0294 CNY of carbon in a kWh
  EXPECT_EQ(green_share(terms, 51.0, 0.6), 1.0);
  EXPECT_EQ(green_share(terms, 51.0, 0.0), 0.2);
}

TEST(GreenPower, WorkedByHand) {
  const auto green = green_power({0.03, 0.2, 500.0}, 4000.0, 0.0, 0.6);
  EXPECT_NEAR(green.bought_mwh, 800.0, 1e-9);
  EXPECT_NEAR(green.share, 0.2, 1e-12);
  EXPECT_NEAR(green.premium_cny, 24000.0, 1e-6);
  EXPECT_NEAR(green.avoided_t, 480.0, 1e-9);
  EXPECT_FALSE(green.by_carbon_price);
  EXPECT_NEAR(green_power({0.03, 0.0, 5000.0}, 4000.0, 0.0, 0.6).bought_mwh, 4000.0, 1e-9) << "at most what is drawn";
  EXPECT_TRUE(green_power({0.03, 0.2, 0.0}, 4000.0, 100.0, 0.6).by_carbon_price);
  EXPECT_EQ(green_power({0.03, 0.2, 500.0}, 0.0, 0.0, 0.6).bought_mwh, 0.0);
}

/// Of a year: bill, account and shares of the bill with and without.
TEST(GreenPower, RaisesTheBillAndLowersScopeTwoByMarket) {
  Options options;
  options.grid_study = false;
  const Result plain = simulate(testing::energy_park(), options, testing::tables());
  options.green_power_share = 0.4;
  options.green_premium_cny_per_kwh = 0.05;
  const Result green = simulate(testing::energy_park(), options, testing::tables());
  EXPECT_EQ(green.series.import_kw, plain.series.import_kw);
  const double bought = 0.4 * plain.balance.import_mwh;
  EXPECT_NEAR(green.green_power.bought_mwh, bought, 1e-6);
  EXPECT_NEAR(green.bill.total_cny - plain.bill.total_cny, 50.0 * bought, 1e-3);
  EXPECT_NEAR(green.bill.saving_cny, plain.bill.saving_cny, 1e-6);
  double lines = 0.0;
  for (const auto& line : green.bill.lines) lines += line.amount_cny;
  EXPECT_NEAR(lines, green.bill.total_cny, 1e-3);
  double shared = 0.0;
  for (const auto& bill : green.enterprise_bills) shared += bill.total_cny;
  EXPECT_NEAR(shared, green.bill.total_cny, 1e-3);
  EXPECT_NEAR(plain.carbon.park.electricity_market_t - green.carbon.park.electricity_market_t, green.green_power.avoided_t, 1e-6);
  EXPECT_EQ(plain.carbon.park.electricity_location_t, green.carbon.park.electricity_location_t);
  EXPECT_NEAR(green.carbon.green_tce, bought * 0.1229, 1e-6);
  options.carbon_cny_per_t = 150.0;  // 0.51 kg/kWh: 0.0765 CNY of carbon in a kWh
  const Result all = simulate(testing::energy_park(), options, testing::tables());
  EXPECT_EQ(all.green_power.share, 1.0);
  EXPECT_NEAR(all.carbon.park.electricity_market_t, 0.0, 1e-6);
}

}  // namespace
}  // namespace parktwin::energy
