#include "engine/plan/radio/site_costs.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

TEST(SiteCosts, AreOfEachSiteWithItsCellsAndFibre) {
  const Park park = block_park(600.0);
  std::vector<PlannedSite> sites(2);
  sites[0].place = {{100.0, 275.0}, {}, Metres(20.0)};
  sites[1].place = {{400.0, 275.0}, {}, Metres(20.0)};
  sites[1].backhaul = Backhaul{Id<NetworkNode>(0), {{5.0, 280.0}, {400.0, 275.0}}, 400.0};
  auto prices = block_prices();
  prices[0].operating_likely_cny = 5.0;
  CostOptions account;
  account.discount_rate = 0.0;
  account.years = 3;
  const auto costs = site_costs(park, sites, PlannedIds(park), {}, prices, account, "2026-05-01");
  ASSERT_EQ(costs.present_value_cny.size(), 2U);
  EXPECT_DOUBLE_EQ(costs.present_value_cny[0], 100.0 + 3 * 10.0 + 3 * 5.0);
  const double duct_m = length({sites[1].backhaul->path});
  EXPECT_NEAR(costs.present_value_cny[1], 145.0 + duct_m + 0.5 * 400.0, 1e-9);
  EXPECT_EQ(costs.unpriced, std::vector<std::string>{"add_network_node"});
}

}  // namespace
}  // namespace parktwin::plan
