#include "engine/simulators/services/pooling/demand.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/services/pooling/one_pool.h"

namespace parktwin::services::pooling {
namespace {

TEST(Demand, IsPoissonInProportionToTheRates) {
  SharedResource resource;
  resource.service_h = 2.0;
  Pool pool = one_pool(resource, 3, 0.0, 20'000.0);
  pool.requests_per_h = {1.0, 0.0, 3.0};
  const auto requests = draw_requests(pool, 0);
  std::vector<double> counts(3);
  double service_h = 0.0;
  Nanoseconds last = 0;
  for (const Request& request : requests) {
    EXPECT_GE(request.at, last);
    last = request.at;
    counts[request.enterprise] += 1.0;
    EXPECT_NE(request.destination, request.enterprise);
    EXPECT_LT(request.destination, 3U);
    service_h += static_cast<double>(request.service) / 3.6e12;
  }
  EXPECT_NEAR(counts[0], 20'000.0, 5.0 * 141.0);
  EXPECT_EQ(counts[1], 0.0);
  EXPECT_NEAR(counts[2], 60'000.0, 5.0 * 245.0);
  EXPECT_NEAR(service_h / static_cast<double>(requests.size()), 2.0, 0.04);
}

TEST(Demand, OfOneEnterpriseGoesToTheDepotAndNoDemandIsNone) {
  SharedResource resource;
  for (const Request& request : draw_requests(one_pool(resource, 1, 1.0, 100.0), 0)) EXPECT_EQ(request.destination, 1U);
  EXPECT_TRUE(draw_requests(one_pool(resource, 2, 0.0, 100.0), 0).empty());
}

TEST(Demand, ReplicasDiffer) {
  SharedResource resource;
  const Pool pool = one_pool(resource, 2, 1.0, 100.0);
  EXPECT_NE(draw_requests(pool, 0).front().at, draw_requests(pool, 1).front().at);
  EXPECT_EQ(draw_requests(pool, 0).front().at, draw_requests(pool, 0).front().at);
}

}  // namespace
}  // namespace parktwin::services::pooling
