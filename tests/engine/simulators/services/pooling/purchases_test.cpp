#include "engine/simulators/services/pooling/purchases.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace parktwin::services::pooling
