#include "engine/simulators/energy/carbon_positions.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

/// E-1 emits 1,600 t and may 1,500; E-2 emits 300 t and may 2 t per million of its 200.
TEST(CarbonPositions, SettleQuotasAndBenchmarks) {
  const Park park = testing::energy_park();
  carbon::Result account;
  account.enterprises.resize(2);
  account.enterprises[0].name = "E-1";
  account.enterprises[0].fuel_t = 600.0;
  account.enterprises[0].electricity_market_t = 1000.0;
  account.enterprises[0].value_chain_t = 5000.0;  // never counts
  account.enterprises[1].name = "E-2";
  account.enterprises[1].heat_t = 300.0;
  auto options = testing::planned_options().carbon_market;
  options.cny_per_t = 90.0;
  options.quotas.push_back({"E-7", 10.0});
  const auto result = carbon_positions(park, account, options);
  ASSERT_EQ(result.positions.size(), 3U);
  const auto& all = result.positions[0];
  EXPECT_FALSE(all.enterprise.valid());
  EXPECT_DOUBLE_EQ(all.emissions_t, 1900.0);
  EXPECT_DOUBLE_EQ(all.quota_t, 1900.0);
  EXPECT_DOUBLE_EQ(all.cash_cny, 0.0);
  EXPECT_EQ(result.positions[1].basis, QuotaBasis::given);
  EXPECT_DOUBLE_EQ(result.positions[1].surplus_t, -100.0);
  EXPECT_DOUBLE_EQ(result.positions[1].cash_cny, -9000.0);
  EXPECT_EQ(result.positions[2].basis, QuotaBasis::benchmark);
  EXPECT_DOUBLE_EQ(result.positions[2].surplus_t, 100.0);
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_EQ(result.notes[0].text, "E-7 has a quota and is no enterprise of the park.");
}

TEST(CarbonPositions, OfNobodyWithoutAQuota) { EXPECT_TRUE(carbon_positions(testing::energy_park(), {}, {}).positions.empty()); }

}  // namespace
}  // namespace parktwin::energy
