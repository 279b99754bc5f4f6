#include "engine/simulators/services/pooling/stocks.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/services/pooling/one_pool.h"

namespace parktwin::services::pooling {
namespace {

SharedResource parts(std::int32_t up_to, std::int32_t at) {
  SharedResource resource;
  resource.kind = ResourceKind::spare_parts;
  resource.order_up_to = up_to;
  resource.reorder_at = at;
  resource.own_order_up_to = 1;
  resource.own_reorder_at = 0;
  resource.lead_time_h = 10.0;
  resource.order_cost = Yuan(7.0);
  resource.target_wait_h = 0.0;
  return resource;
}

// Parts on order under a base stock S are Poisson with mean λ L whatever the law of the lead time (Palm's theorem).
void expect_base_stock(TimeLaw law, double cv) {
  auto resource = parts(6, 5);
  resource.lead_time_law = law;
  resource.lead_time_cv = cv;
  Pool pool = one_pool(resource, 1, 0.4, 200'000.0);
  pool.warm_up_h = 200.0;
  const Outcomes outcomes = simulate_stocks(pool, Mode::shared, draw_requests(pool, 0), 0);
  double weight = std::exp(-4.0);
  double stock = 0.0;
  double ready = 0.0;
  for (int on_order = 0; on_order < 6; weight *= 4.0 / ++on_order) {
    stock += weight * (6 - on_order);
    ready += weight;
  }
  EXPECT_NEAR(outcomes.stock, stock, 0.03);
  EXPECT_NEAR(static_cast<double>(outcomes.in_time) / static_cast<double>(outcomes.requests), ready, 0.01);
  // Little: backorders = λ · wait, and stock − backorders = S − λ L.
  EXPECT_NEAR(outcomes.wait_h / static_cast<double>(outcomes.requests), (stock - 2.0) / 0.4, 0.1);
}

TEST(Stocks, ABaseStockFollowsPalmsTheorem) {
  expect_base_stock(TimeLaw::constant, 0.0);
  expect_base_stock(TimeLaw::exponential, 1.0);
}

TEST(Stocks, OrdersFillUpWhatCameDownToThePointOfReorder) {
  const auto resource = parts(3, 1);
  const Pool pool = one_pool(resource, 1, 0.0, 100.0);
  // Two demands bring 3 down to 1: an order of 2 that comes at 12. The fourth demand at 4 waits for it.
  const std::vector<Request> requests = {
      {nanoseconds(1), 0, 1, 0}, {nanoseconds(2), 0, 1, 0}, {nanoseconds(3), 0, 1, 0}, {nanoseconds(4), 0, 1, 0}};
  const Outcomes outcomes = simulate_stocks(pool, Mode::shared, requests, 0);
  EXPECT_NEAR(outcomes.wait_h, 8.0, 1e-9);
  EXPECT_EQ(outcomes.in_time, 3U);
  EXPECT_EQ(outcomes.requests, 4U);
  EXPECT_NEAR(outcomes.cost_cny, 14.0, 1e-9);  // and a second order at 4
  EXPECT_NEAR(outcomes.stock, (3.0 * 1 + 2 * 1 + 1 * 1 + 0 * 9 + 1 * 2 + 3 * 86) / 100.0, 1e-9);
}

TEST(Stocks, OfEachEnterpriseServeItsOwnDemand) {
  const auto resource = parts(2, 1);
  const Pool pool = one_pool(resource, 2, 0.0, 100.0);
  const std::vector<Request> requests = {{nanoseconds(1), 0, 1, 0}, {nanoseconds(2), 0, 1, 0}};
  EXPECT_NEAR(simulate_stocks(pool, Mode::separate, requests, 0).wait_h, 9.0, 1e-9);  // the other's part does not help
  EXPECT_EQ(simulate_stocks(pool, Mode::shared, requests, 0).wait_h, 0.0);
}

}  // namespace
}  // namespace parktwin::services::pooling
