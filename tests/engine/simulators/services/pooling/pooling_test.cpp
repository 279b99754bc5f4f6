#include "engine/simulators/services/pooling/pooling.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "tests/engine/simulators/services/kernel/queueing_theory.h"
#include "tests/engine/simulators/services/pooling/small_park.h"

namespace parktwin::services::pooling {
namespace {

/// Each enterprise offers 0.5 to a bench of its own.
SharedResource bench(std::int32_t shared) {
  SharedResource resource;
  resource.servers = shared;
  resource.requests_per_year = 2000.0;
  resource.service_h = 0.5;
  resource.operating_hours_per_year = 2000.0;
  resource.server_cost_per_year = Yuan(1000.0);
  resource.own_server_cost_per_year = Yuan(1000.0);
  resource.wait_cost_per_h = Yuan(2.0);
  resource.sharing_cost_per_year = Yuan(300.0);
  resource.target_wait_h = 0.5;
  return resource;
}

TEST(Pooling, SavesWhatQueueingTheorySays) {
  const Result result = simulate(small_park(bench(3)), {.replicas = 20, .years = 2.0}, 5);
  ASSERT_EQ(result.modes.size(), 2U);
  const ModeFigures& shared = result.modes[0];
  const ModeFigures& separate = result.modes[1];
  EXPECT_NEAR(shared.load, 2.0 / 3.0, 1e-12);
  EXPECT_NEAR(separate.load, 0.5, 1e-12);
  const double wait = kernel::mmc_wait(3, 2.0, 0.5);
  EXPECT_NEAR(shared.wait_h, wait, 2.0 * shared.wait_half_width);
  EXPECT_NEAR(separate.wait_h, 0.5, 2.0 * separate.wait_half_width);
  EXPECT_LT(shared.wait_half_width, 0.1 * wait);
  EXPECT_NEAR(shared.requests_per_year, 8000.0, 100.0);
  // P(wait > t) of M/M/1 = ρ exp(−(μ − λ) t), and 5 % of all wait longer than the 95th percentile.
  EXPECT_NEAR(separate.wait_p95_h, std::log(0.5 / 0.05), 0.1);
  EXPECT_NEAR(separate.in_time_share, 1.0 - 0.5 * std::exp(-0.5), 0.01);
  const ResourceFigures& figures = result.resources[0];
  EXPECT_EQ(figures.outcome, Outcome::pooling_saves);
  // Each goes 2.02, 1.52, 1.02 or 0.52 km there and back at 30 km/h, and its time costs as much as waiting.
  const double going_h = 2.0 * (2.02 + 1.52 + 1.02 + 0.52) / 4.0 / 30.0;
  EXPECT_NEAR(figures.saving_cny_per_year, 4000.0 - 3300.0 + 2.0 * 8000.0 * (0.5 - wait - going_h), 2.0 * figures.saving_half_width);
  EXPECT_NEAR(figures.saving_cny_per_year, separate.cost_cny_per_year - shared.cost_cny_per_year, 1e-6);
  EXPECT_EQ(figures.enterprises, 4);
}

TEST(Pooling, CommonRandomNumbersNarrowTheSaving) {
  SharedResource resource = bench(4);
  resource.sharing_extra_h = 0.0;
  const Result result = simulate(small_park(resource), {.replicas = 40}, 5);
  const double apart = std::hypot(result.modes[0].cost_half_width, result.modes[1].cost_half_width);
  EXPECT_LT(result.resources[0].saving_half_width, apart);
  // The same by the result's own figure: squared half widths are in the ratio of the variances.
  const double ratio = apart * apart / (result.resources[0].saving_half_width * result.resources[0].saving_half_width);
  EXPECT_NEAR(result.resources[0].variance_ratio, ratio, 1e-6 * ratio);
  EXPECT_GT(result.resources[0].variance_ratio, 1.0);
}

/// Savings are not upper ends: who would rather hire than keep its own is compared with hiring.
TEST(Pooling, IsComparedWithHiringWhereThatIsCheaper) {
  SharedResource resource = bench(3);
  resource.own_server_cost_per_year = Yuan(1e6);
  const ResourceFigures own = simulate(small_park(resource), {}, 1).resources[0];
  EXPECT_EQ(own.outcome, Outcome::pooling_saves);
  EXPECT_EQ(own.hiring, 0);
  resource.outside_price_per_request = Yuan(0.4);
  const Result hired = simulate(small_park(resource), {}, 1);
  EXPECT_EQ(hired.resources[0].hiring, 4);
  // 8,000 requests at 0.4 against three shared benches, booking and waits.
  EXPECT_NEAR(hired.modes[1].cost_cny_per_year, 3200.0, 3.0 * hired.modes[1].cost_half_width);
  EXPECT_EQ(hired.resources[0].outcome, Outcome::pooling_costs);
  EXPECT_LT(hired.resources[0].saving_cny_per_year, 0.0);
  resource.outside_wait_h = 1.0;
  EXPECT_NEAR(simulate(small_park(resource), {}, 1).modes[1].cost_cny_per_year, 8000.0 * (0.4 + 2.0),
              3.0 * 2.4 / 0.4 * hired.modes[1].cost_half_width);
}

TEST(Pooling, WaysToWhatIsSharedCountAgainstIt) {
  SharedResource resource = bench(3);
  const Result near = simulate(small_park(resource), {}, 1);
  resource.cost_per_km = Yuan(5.0);
  const Result far = simulate(small_park(resource), {}, 1);
  EXPECT_NEAR(near.resources[0].saving_cny_per_year - far.resources[0].saving_cny_per_year, 5.0 * far.modes[0].distance_km_per_year, 1e-6);
  EXPECT_GT(far.modes[0].distance_km_per_year, 8000.0);
  EXPECT_EQ(far.modes[1].distance_km_per_year, 0.0);
}

TEST(Pooling, CostsWhereSharingIsDear) {
  SharedResource resource = bench(4);
  resource.sharing_cost_per_year = Yuan(1e6);
  EXPECT_EQ(simulate(small_park(resource), {}, 1).resources[0].outcome, Outcome::pooling_costs);
}

TEST(Pooling, TellsOverloadInsteadOfSimulatingIt) {
  const Result result = simulate(small_park(bench(2)), {}, 1);
  EXPECT_EQ(result.resources[0].outcome, Outcome::unstable);
  EXPECT_EQ(result.resources[0].reason, "the pool is offered 1.00 times what it can do");
  EXPECT_FALSE(result.resources[0].agreement_kept);
  EXPECT_FALSE(result.modes[0].simulated);
  EXPECT_TRUE(result.modes[1].simulated);
  SharedResource own = bench(6);
  own.service_h = 1.1;
  const Result other = simulate(small_park(own), {}, 1);
  EXPECT_EQ(other.resources[0].reason, "an enterprise of its own would be offered 1.10 times what it can do");
  EXPECT_TRUE(other.modes[0].simulated);
}

TEST(Pooling, AServiceThatIsPlannedAndOneNobodyAsksForHaveNoFigures) {
  const Result planned = simulate(small_park(bench(3), false), {}, 1);
  EXPECT_EQ(planned.resources[0].outcome, Outcome::not_in_operation);
  EXPECT_TRUE(planned.modes.empty());
  SharedResource idle = bench(3);
  idle.requests_per_year = 0.0;
  EXPECT_EQ(simulate(small_park(idle), {}, 1).resources[0].outcome, Outcome::unused);
  SharedResource flood = bench(3);
  flood.requests_per_year = 1e6;
  EXPECT_EQ(simulate(small_park(flood), {}, 1).resources[0].outcome, Outcome::unused);
}

TEST(Pooling, HasTheSameBitsForAnyNumberOfThreadsAndOthersForAnotherSeed) {
  SharedResource trucks = bench(4);
  trucks.kind = ResourceKind::trucks;
  SharedResource parts = bench(1);
  parts.kind = ResourceKind::spare_parts;
  parts.order_up_to = 9;
  parts.own_order_up_to = 3;
  parts.lead_time_h = 1.0;
  parts.lead_time_law = TimeLaw::exponential;
  parts.lead_time_cv = 1.0;
  SharedResource crew = bench(1);
  crew.sources = 3;
  for (const SharedResource& resource : {bench(3), trucks, parts, crew}) {
    const Park park = small_park(resource);
    const auto hash_with = [&](std::size_t threads, std::uint64_t seed) {
      const ThreadLimit limit(threads);
      return content_hash(simulate(park, {}, seed));
    };
    const auto one = hash_with(1, 1);
    EXPECT_EQ(hash_with(2, 1), one);
    EXPECT_EQ(hash_with(4, 1), one);
    EXPECT_NE(hash_with(2, 2), one);
  }
}

TEST(Pooling, EveryOptionChangesSomething) {
  const Park park = small_park(bench(3));
  const auto usual = content_hash(simulate(park, {}, 1));
  for (const Options& other : {Options{.replicas = 11}, Options{.years = 0.5}, Options{.warm_up_years = 0.0}, Options{.confidence = 0.9}})
    EXPECT_NE(content_hash(simulate(park, other, 1)), usual);
}

/// Fields of the record that change the result of a kind of resource.
TEST(Pooling, FieldsOfEachKindMatter) {
  SharedResource buying = bench(1);
  buying.kind = ResourceKind::group_purchasing;
  buying.unit_cost = Yuan(10.0);
  buying.review_h = 40.0;
  buying.own_review_h = 20.0;
  const double plain = simulate(small_park(buying), {}, 1).modes[0].cost_cny_per_year;
  buying.discount_from_units = {1.0};
  buying.discount_percent = {10.0};
  const double cheaper = simulate(small_park(buying), {}, 1).modes[0].cost_cny_per_year;
  EXPECT_NEAR(plain - cheaper, 0.1 * 10.0 * 8000.0, 300.0);
  SharedResource trucks = bench(4);
  trucks.kind = ResourceKind::trucks;
  trucks.cost_per_km = Yuan(3.0);
  const Result driven = simulate(small_park(trucks), {}, 1);
  EXPECT_GT(driven.modes[0].distance_km_per_year, 8000.0);
  EXPECT_LT(driven.modes[0].distance_km_per_year, 1.2 * driven.modes[1].distance_km_per_year);
}

}  // namespace
}  // namespace parktwin::services::pooling
