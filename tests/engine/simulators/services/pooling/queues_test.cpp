#include "engine/simulators/services/pooling/queues.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/engine/simulators/services/kernel/coverage.h"
#include "tests/engine/simulators/services/kernel/queueing_theory.h"
#include "tests/engine/simulators/services/pooling/one_pool.h"

namespace parktwin::services::pooling {
namespace {

SharedResource resource_with(std::int32_t servers, TimeLaw law, double cv) {
  SharedResource resource;
  resource.servers = servers;
  resource.service_h = 1.0;
  resource.service_law = law;
  resource.service_cv = cv;
  return resource;
}

double mean_wait_h(const Pool& pool, Mode mode, std::uint32_t replica) {
  const auto requests = pool.resource->sources > 0 ? std::vector<Request>() : draw_requests(pool, replica);
  const Outcomes outcomes = simulate_queues(pool, mode, requests, replica);
  return outcomes.wait_h / static_cast<double>(outcomes.requests);
}

/// Intervals of 99 % of ten replicas each, over 200 seeds.
void expect_coverage(const Pool& pool, double truth) {
  kernel::expect_coverage(truth, [&](std::uint64_t seed, std::uint32_t replica) {
    Pool seeded = pool;
    seeded.seed = seed;
    return mean_wait_h(seeded, Mode::shared, replica);
  });
}

Pool queue(const SharedResource& resource, double load) {
  Pool pool = one_pool(resource, 1, load * resource.servers, 2200.0);
  pool.warm_up_h = 200.0;
  return pool;
}

TEST(Queues, WaitsOfMMcAreThoseOfErlangC) {
  const auto resource = resource_with(3, TimeLaw::exponential, 1.0);
  expect_coverage(queue(resource, 0.6), kernel::erlang_c(3, 1.8) / (3.0 - 1.8));
}

// Pollaczek and Khinchine: Wq = ρ (1 + cv²) / 2 / (1 − ρ) times the service.
TEST(Queues, WaitsOfMD1AreHalfThoseOfMM1) {
  const auto resource = resource_with(1, TimeLaw::constant, 0.0);
  expect_coverage(queue(resource, 0.5), 0.5);
}

TEST(Queues, WaitsOfMG1AreThoseOfPollaczekAndKhinchine) {
  const auto erlang = resource_with(1, TimeLaw::erlang, 0.5);
  expect_coverage(queue(erlang, 0.5), 0.5 * (1.0 + 0.25) / 2.0 / 0.5);
  const auto wide = resource_with(1, TimeLaw::hyperexponential, 1.25);
  expect_coverage(queue(wide, 0.4), 0.4 * (1.0 + 1.5625) / 2.0 / 0.6);
}

/// Mean wait at c servers for machines that fail at rate λ and take 1 h of work: from the birth-death balance of the number broken.
double finite_source_wait(int machines, int servers, double rate) {
  std::vector<double> weight{1.0};
  for (int broken = 1; broken <= machines; ++broken)
    weight.push_back(weight.back() * (machines - broken + 1) * rate / std::min(broken, servers));
  double sum = 0.0;
  double waiting = 0.0;
  double failing = 0.0;
  for (int broken = 0; broken <= machines; ++broken) {
    sum += weight[static_cast<std::size_t>(broken)];
    waiting += weight[static_cast<std::size_t>(broken)] * std::max(0, broken - servers);
    failing += weight[static_cast<std::size_t>(broken)] * (machines - broken) * rate;
  }
  return waiting / failing;
}

TEST(Queues, WaitsOfFiniteSourcesAreThoseOfTheMachineRepairman) {
  auto resource = resource_with(2, TimeLaw::exponential, 1.0);
  resource.sources = 8;
  Pool pool = one_pool(resource, 1, 0.2, 2200.0);
  pool.warm_up_h = 200.0;
  expect_coverage(pool, finite_source_wait(8, 2, 0.2));
}

TEST(Queues, SeparateServersAreThatManyQueuesOfTheirOwn) {
  auto resource = resource_with(4, TimeLaw::exponential, 1.0);
  const Pool pool = one_pool(resource, 4, 0.5, 40'000.0);
  const auto requests = draw_requests(pool, 0);
  const Outcomes separate = simulate_queues(pool, Mode::separate, requests, 0);
  const Outcomes shared = simulate_queues(pool, Mode::shared, requests, 0);
  EXPECT_EQ(separate.requests, requests.size());
  EXPECT_NEAR(separate.wait_h / static_cast<double>(separate.requests), 1.0, 0.06);
  EXPECT_NEAR(shared.wait_h / static_cast<double>(shared.requests), kernel::erlang_c(4, 2.0) / 2.0, 0.01);
  EXPECT_NEAR(separate.utilisation, 0.5, 0.01);
  EXPECT_NEAR(shared.utilisation, separate.utilisation, 1e-3);  // the same work
}

TEST(Queues, TrucksDriveFromLoadToLoadOrHomeAgain) {
  auto resource = resource_with(1, TimeLaw::constant, 0.0);
  Pool pool = one_pool(resource, 2, 0.0, 100.0);
  pool.drive_km = {{0, 10, 4}, {10, 0, 6}, {4, 6, 0}};  // the depot last
  pool.drive_h = {{0, 1, 0.4}, {1, 0, 0.6}, {0.4, 0.6, 0}};
  const std::vector<Request> requests = {{nanoseconds(1), 0, 1, nanoseconds(1)}, {nanoseconds(2), 1, 0, nanoseconds(1)}};
  const Outcomes shared = simulate_queues(pool, Mode::shared, requests, 0);
  EXPECT_NEAR(shared.distance_km, (4 + 10) + (0 + 10), 1e-9);
  EXPECT_NEAR(shared.wait_h, (1 + 0.4 + 1 + 1) - 2, 1e-9);  // the first load is done at 3.4
  const Outcomes separate = simulate_queues(pool, Mode::separate, requests, 0);
  EXPECT_NEAR(separate.distance_km, 2 * (10 + 10), 1e-9);
  EXPECT_EQ(separate.wait_h, 0.0);
}

TEST(Queues, OfferedLoadIsWorkOverCapacity) {
  auto resource = resource_with(2, TimeLaw::exponential, 1.0);
  resource.sharing_extra_h = 0.5;
  Pool pool = one_pool(resource, 3, 0.4, 10.0);
  pool.requests_per_h[2] = 0.8;
  EXPECT_NEAR(offered_load(pool, Mode::shared), 1.6 * 1.5 / 2.0, 1e-12);
  EXPECT_NEAR(offered_load(pool, Mode::separate), 0.8, 1e-12);
}

TEST(Queues, CrewsDriveToTheEnterpriseAndOthersAreGoneTo) {
  auto resource = resource_with(1, TimeLaw::constant, 0.0);
  resource.kind = ResourceKind::maintenance_crew;
  resource.wait_cost_per_h = Yuan(10.0);
  Pool pool = one_pool(resource, 2, 0.0, 100.0);
  pool.way_km = {3, 6};
  pool.way_h = {0.1, 0.2};
  const std::vector<Request> requests = {{nanoseconds(1), 0, 1, nanoseconds(1)}, {nanoseconds(1.5), 1, 0, nanoseconds(1)}};
  const Outcomes crew = simulate_queues(pool, Mode::shared, requests, 0);
  EXPECT_NEAR(crew.distance_km, 2 * (3 + 6), 1e-9);
  EXPECT_NEAR(crew.wait_h, 1 + 1.2 - 1.5, 1e-9);  // the way there and back keeps the crew
  EXPECT_EQ(crew.cost_cny, 0.0);
  resource.kind = ResourceKind::laboratory;
  const Outcomes bench = simulate_queues(pool, Mode::shared, requests, 0);
  EXPECT_NEAR(bench.distance_km, 2 * (3 + 6), 1e-9);
  EXPECT_NEAR(bench.wait_h, 0.5, 1e-9);
  EXPECT_NEAR(bench.cost_cny, 2 * (0.1 + 0.2) * 10, 1e-9);  // time of those who go
  EXPECT_EQ(simulate_queues(pool, Mode::separate, requests, 0).distance_km, 0.0);
}

TEST(Queues, WhoHiresFromOutsideHasNoQueueOfItsOwn) {
  auto resource = resource_with(1, TimeLaw::constant, 0.0);
  resource.outside_wait_h = 5.0;
  Pool pool = one_pool(resource, 2, 0.4, 100.0);
  pool.hires = {true, false};
  const std::vector<Request> requests = {
      {nanoseconds(1), 0, 1, nanoseconds(1)}, {nanoseconds(1), 1, 0, nanoseconds(1)}, {nanoseconds(1.2), 0, 1, nanoseconds(1)}};
  const Outcomes separate = simulate_queues(pool, Mode::separate, requests, 0);
  EXPECT_EQ(separate.hired, 2U);
  EXPECT_EQ(separate.requests, 3U);
  EXPECT_NEAR(separate.wait_h, 5 + 0 + 5, 1e-9);
  EXPECT_NEAR(separate.utilisation, 0.01, 1e-12);  // of the one that has its own
  EXPECT_EQ(simulate_queues(pool, Mode::shared, requests, 0).hired, 0U);
  EXPECT_NEAR(offered_load(pool, Mode::separate), 0.4, 1e-12);
}

TEST(Queues, AMachineRepairedFromOutsideFailsAgain) {
  auto resource = resource_with(1, TimeLaw::constant, 0.0);
  resource.sources = 1;
  resource.outside_wait_h = 3.0;
  Pool pool = one_pool(resource, 1, 1.0, 50'000.0);
  pool.hires = {true};
  const Outcomes outcomes = simulate_queues(pool, Mode::separate, {}, 0);
  // Each round: 1 h of work in the mean, 3 h of waiting, 1 h of repair.
  EXPECT_NEAR(static_cast<double>(outcomes.hired), 50'000.0 / 5.0, 100.0);
}

}  // namespace
}  // namespace parktwin::services::pooling
