#include "engine/simulators/services/pooling/purchases.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <utility>

#include "tests/engine/simulators/services/pooling/one_pool.h"

namespace parktwin::services::pooling {
namespace {

SharedResource goods() {
  SharedResource resource;
  resource.kind = ResourceKind::group_purchasing;
  resource.units_per_request = 50;
  resource.unit_cost = Yuan(2.0);
  resource.order_cost = Yuan(5.0);
  resource.review_h = 20.0;
  resource.own_review_h = 10.0;
  resource.discount_from_units = {100, 200};
  resource.discount_percent = {10, 20};
  return resource;
}

TEST(Purchases, TheLargestDiscountReachedHoldsForAllUnits) {
  const auto resource = goods();
  EXPECT_DOUBLE_EQ(order_price(resource, 99), 198.0);
  EXPECT_DOUBLE_EQ(order_price(resource, 100), 180.0);
  EXPECT_DOUBLE_EQ(order_price(resource, 250), 400.0);
}

TEST(Purchases, AGroupOrdersTogetherAndLater) {
  const auto resource = goods();
  const Pool pool = one_pool(resource, 2, 0.0, 100.0);
  const std::vector<Request> requests = {{nanoseconds(4), 0, 1, 0}, {nanoseconds(6), 1, 0, 0}, {nanoseconds(12), 0, 1, 0}};
  const Outcomes group = simulate_purchases(pool, Mode::shared, requests);
  EXPECT_NEAR(group.cost_cny, 150 * 2 * 0.9 + 5, 1e-9);
  EXPECT_NEAR(group.wait_h, 16 + 14 + 8, 1e-9);
  const Outcomes each = simulate_purchases(pool, Mode::separate, requests);
  EXPECT_NEAR(each.cost_cny, 3 * (100 + 5), 1e-9);
  EXPECT_NEAR(each.wait_h, 6 + 4 + 8, 1e-9);
}

TEST(Purchases, OfAGroupAreBroughtToEachByAWayOfItsOwn) {
  const auto resource = goods();
  Pool pool = one_pool(resource, 2, 0.0, 100.0);
  pool.way_km = {2, 3};
  pool.way_h = {0.1, 0.1};
  const std::vector<Request> requests = {{nanoseconds(4), 0, 1, 0}, {nanoseconds(6), 1, 0, 0}, {nanoseconds(12), 0, 1, 0}};
  EXPECT_NEAR(simulate_purchases(pool, Mode::shared, requests).distance_km, 2 * (2 + 3), 1e-9);
  EXPECT_EQ(simulate_purchases(pool, Mode::separate, requests).distance_km, 0.0);
}

/// What the event kernel orders against orders sorted by hand: each request goes out at the next multiple of the interval.
TEST(Purchases, AreThoseOfASlowTally) {
  const auto resource = goods();
  for (std::uint32_t replica = 0; replica < 20; ++replica) {
    Pool pool = one_pool(resource, 3, 0.3, 400.0);
    pool.warm_up_h = 100.0;
    const auto requests = draw_requests(pool, replica);
    for (const Mode mode : {Mode::shared, Mode::separate}) {
      const double interval = mode == Mode::shared ? 20.0 : 10.0;
      std::map<std::pair<double, std::uint32_t>, double> orders;
      double wait_h = 0.0;
      for (const Request& request : requests) {
        const double at = static_cast<double>(request.at) / 3.6e12;
        if (at < 100.0) continue;
        const double ordered = (std::floor(at / interval) + 1.0) * interval;
        wait_h += ordered - at;
        orders[{ordered, mode == Mode::shared ? 0 : request.enterprise}] += 50.0;
      }
      double cost = 0.0;
      for (const auto& [order, units] : orders) cost += order_price(resource, units) + 5.0;
      const Outcomes outcomes = simulate_purchases(pool, mode, requests);
      EXPECT_NEAR(outcomes.wait_h, wait_h, 1e-6);
      EXPECT_NEAR(outcomes.cost_cny, cost, 1e-6);
    }
  }
}

}  // namespace
}  // namespace parktwin::services::pooling
