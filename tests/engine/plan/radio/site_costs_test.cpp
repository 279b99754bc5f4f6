#include "engine/plan/radio/site_costs.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

TEST(SiteCosts, AreOfEachSiteWithItsCellsWithoutFibre) {
  const Park park = block_park(600.0);
  std::vector<PlannedSite> sites(2);
  sites[0].place = {{100.0, 275.0}, {}, Metres(20.0)};
  sites[1].place = {{400.0, 275.0}, {}, Metres(20.0)};
  sites[1].backhaul = Backhaul{Id<NetworkNode>(0), 400.0};
  auto prices = block_prices();
  prices.back().capital_likely_cny = 7.0;  // of a link
  prices[0].operating_likely_cny = 5.0;
  CostOptions account;
  account.discount_rate = 0.0;
  account.years = 3;
  const auto costs = site_costs(park, sites, PlannedIds(park), {}, {prices, account, 2026});
  ASSERT_EQ(costs.size(), 2U);
  EXPECT_DOUBLE_EQ(costs[0], 100.0 + 3 * 10.0 + 3 * 5.0);
  EXPECT_NEAR(costs[1], 145.0 + 7.0, 1e-9);
}

}  // namespace
}  // namespace parktwin::plan
