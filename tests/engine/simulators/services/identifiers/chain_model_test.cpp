// The chain by hand and against theory: times along the way, outages and failover, the secondary node as M/M/c, synchronisation.
#include "engine/simulators/services/identifiers/chain_model.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/services/identifiers/small_input.h"
#include "tests/engine/simulators/services/kernel/queueing_theory.h"

namespace parktwin::services::identifiers {
namespace {

Options short_run() {
  Options options;
  options.days = 0.5;
  options.warm_up_days = 0.0;
  options.secondary_service_ms = 0.0;
  options.cache_entries = 0;
  return options;
}

Replica run(const Input& input, const Options& options, std::uint32_t replica = 0) {
  const Catalogue catalogue(input.enterprises, input.zipf_exponent, options.seed);
  return ChainModel(input, options, catalogue, replica).run();
}

double at_ms(const kernel::Percentiles& times, double share) { return 1e-6 * static_cast<double>(times.at(share)); }

TEST(ChainModel, LatencyIsTheSumOfTheWay) {
  // Client 2, secondary 10, own node 8 and its service 5 ms; about 30 % ask for the enterprise with a node.
  const Replica result = run(small_input(), short_run());
  EXPECT_EQ(result.counts.answered, result.counts.asked);
  EXPECT_EQ(result.counts.from_cache, 0U);
  EXPECT_NEAR(at_ms(result.latency, 0.01), 12.0, 12.0 / 64);
  EXPECT_NEAR(at_ms(result.latency, 0.5), 12.0, 12.0 / 64);
  EXPECT_NEAR(at_ms(result.latency, 0.95), 25.0, 25.0 / 64);
  // The first question asked the top node besides, 30 ms.
  EXPECT_GE(at_ms(result.latency, 1.0), 42.0);
  Options forgetful = short_run();
  forgetful.delegation_ttl_s = 0.0;
  EXPECT_NEAR(at_ms(run(small_input(), forgetful).latency, 0.5), 42.0, 42.0 / 64);
}

TEST(ChainModel, AHitCostsTheClientsWayAlone) {
  Options options = short_run();
  options.cache_entries = 1000;
  options.cache_ttl_s = 1e6;
  const Replica result = run(small_input(), options);
  // Every identifier misses once, and once more while its first answer is on its way.
  const std::uint64_t misses = result.counts.answered - result.counts.from_cache;
  EXPECT_GT(misses, 600U);
  EXPECT_LE(misses, 1005U);
  EXPECT_NEAR(at_ms(result.latency, 0.5), 2.0, 2.0 / 64);
}

TEST(ChainModel, TopOutageStopsAnswersUnlessAnotherTopNodeStands) {
  Input input = small_input();
  input.top[0].outages = {{10'000.0, 20'000.0}};
  Options options = short_run();
  options.delegation_ttl_s = 60.0;
  const Replica alone = run(input, options);
  // A quarter of the flat half day, less the minute that is remembered: 9,950 of 43,200 s; binomial of 10,000.
  EXPECT_NEAR(static_cast<double>(alone.counts.top_unreachable) / static_cast<double>(alone.counts.asked), 0.2303, 0.017);
  EXPECT_EQ(alone.counts.answered + alone.counts.top_unreachable, alone.counts.asked);
  input.top.push_back({50.0, {}});
  const Replica failover = run(input, options);
  EXPECT_EQ(failover.counts.answered, failover.counts.asked);
  // Some waited for the timeout and the further way: 2 + 2,000 + 50 + 10 ms and perhaps an own node.
  EXPECT_GE(at_ms(failover.latency, 1.0), 2062.0);
  EXPECT_LE(at_ms(failover.latency, 1.0), 2075.0 * 65 / 64);
  // With the delegation remembered for a day nobody notices.
  options.delegation_ttl_s = 86'400.0;
  EXPECT_EQ(run(input, options).counts.top_unreachable, 0U);
}

TEST(ChainModel, SecondaryOutageIsHiddenByCacheAndStandby) {
  Input input = small_input();
  input.secondary[0].outages = {{0.0, 21'600.0}};
  input.enterprises[1].own_node.reset();
  const Replica alone = run(input, short_run());
  EXPECT_NEAR(static_cast<double>(alone.counts.secondary_unreachable) / static_cast<double>(alone.counts.asked), 0.5, 0.02);
  EXPECT_NEAR(static_cast<double>(alone.counts.registrations_failed) / static_cast<double>(alone.counts.registrations), 0.5, 0.06);
  input.secondary.push_back({20.0, {}});
  const Replica standby = run(input, short_run());
  EXPECT_EQ(standby.counts.answered, standby.counts.asked);
  EXPECT_NEAR(at_ms(standby.latency, 0.25), 12.0, 12.0 / 64);
  EXPECT_NEAR(at_ms(standby.latency, 0.75), 2022.0, 2022.0 / 64);
  EXPECT_GT(standby.secondary[0].offered, 1000U);
  EXPECT_GT(standby.secondary[1].offered, 1000U);
  Options cached = short_run();
  cached.cache_entries = 1000;
  cached.cache_ttl_s = 86'400.0;
  input.secondary = {{10.0, {{21'600.0, 43'200.0}}}};
  const Replica hidden = run(input, cached);
  EXPECT_LT(hidden.counts.secondary_unreachable, hidden.counts.asked / 20);
}

TEST(ChainModel, EnterpriseOutageHitsItsIdentifiersAlone) {
  Input input = small_input();
  input.zipf_exponent = 0.0;
  input.enterprises[1].own_node->outages = {{0.0, 43'200.0}};
  const Replica result = run(input, short_run());
  EXPECT_NEAR(static_cast<double>(result.counts.enterprise_unreachable) / static_cast<double>(result.counts.asked), 0.3, 0.02);
}

TEST(ChainModel, SecondaryNodeIsAnMMcQueue) {
  Input input = small_input();
  input.resolutions_per_day = 60.0 * 86'400.0;
  input.registrations_per_day = 20.0 * 86'400.0;
  Options options = short_run();
  options.days = 0.02;
  options.warm_up_days = 0.001;
  options.secondary_service_ms = 20.0;
  options.secondary_servers = 2;
  options.secondary_waiting_places = kernel::unlimited;
  std::vector<double> waits;
  std::vector<double> busy;
  for (std::uint32_t replica = 0; replica < 12; ++replica) {
    const auto figures = run(input, options, replica).secondary[0];
    waits.push_back(figures.mean_wait_s);
    busy.push_back(figures.utilisation);
  }
  const auto wait = kernel::mean_interval(waits, 0.999);
  EXPECT_TRUE(wait.contains(kernel::mmc_wait(2, 1.6, 0.02))) << wait.mean << " ± " << wait.half_width;
  EXPECT_LT(wait.half_width, 0.08 * wait.mean);
  EXPECT_TRUE(kernel::mean_interval(busy, 0.999).contains(0.8));
}

TEST(ChainModel, BatchesOfAScannerBringTheirSizeAndEndWithTheEnterprise) {
  Input input = small_input();
  input.resolutions_per_day = 0.0;
  input.batches_per_day = 2000.0;
  input.batch_size = 10;
  Options options = short_run();
  const Replica result = run(input, options);
  // Poisson of 1,000 batches; those that begin in the last nine identifiers of an enterprise are shorter: 10 − 3 · 45 / 1000.
  EXPECT_NEAR(static_cast<double>(result.counts.asked), 9865.0, 4.0 * 10.0 * 32.0);
  // All ten at once on one server: the last waits for nine services.
  options.secondary_service_ms = 100.0;
  options.secondary_servers = 1;
  input.batch_gap_ms = 0.0;
  EXPECT_GT(run(input, options).secondary[0].mean_wait_s, 0.35);
  input.batch_gap_ms = 4000.0;
  EXPECT_LT(run(input, options).secondary[0].mean_wait_s, 0.02);
}

TEST(ChainModel, SynchronisationLagIsUniformOverTheInterval) {
  Input input = small_input();
  input.registrations_per_day = 40'000.0;
  Options options = short_run();
  options.synchronisation_interval_s = 600.0;
  const Replica result = run(input, options);
  for (const double share : {0.1, 0.5, 0.9}) EXPECT_NEAR(at_ms(result.synchronisation, share), 600e3 * share, 15e3) << share;
  EXPECT_LE(at_ms(result.synchronisation, 1.0), (600e3 + 15.0) * 65 / 64);
  // What came in the last ten minutes of the half day is missing: 1/72.
  EXPECT_NEAR(static_cast<double>(result.counts.synchronised) / static_cast<double>(result.counts.registered), 71.0 / 72.0, 0.002);
  EXPECT_NEAR(static_cast<double>(result.counts.longest_backlog), 40'000.0 / 144.0, 80.0);
  input.top[0].outages = {{20'000.0, 30'000.0}};
  const Replica outage = run(input, options);
  EXPECT_GT(at_ms(outage.synchronisation, 0.9), 2'000e3);
  EXPECT_GT(outage.counts.longest_backlog, 4000U);
  EXPECT_EQ(outage.counts.synchronised, result.counts.synchronised);
  // Never up at the end:
  input.top[0].outages = {{20'000.0, 50'000.0}};
  const Replica never = run(input, options);
  EXPECT_LT(never.counts.synchronised, never.counts.registered / 2 + 500);
}

TEST(ChainModel, FloodsDrownTheSecondaryNodeUnlessABucketHoldsThemBack) {
  Input input = small_input();
  input.floods = {{3600.0, 7200.0, 200.0, 4, 1.0}};
  Options options = short_run();
  options.days = 0.125;  // three hours
  options.secondary_service_ms = 10.0;
  options.secondary_servers = 1;
  options.secondary_waiting_places = 50;
  const Replica open = run(input, options);
  EXPECT_NEAR(static_cast<double>(open.counts.flood_queries), 720'000.0, 2.0);
  EXPECT_GT(open.counts.secondary_full, open.counts.asked / 8);  // half of a third of the time
  options.bucket = BucketRule{5.0, 100.0};
  const Replica held = run(input, options);
  // Four sources: their bursts and 5 a second each.
  EXPECT_NEAR(static_cast<double>(held.counts.flood_queries - held.counts.flood_refused), 4.0 * (100.0 + 5.0 * 3600.0), 10.0);
  EXPECT_EQ(held.counts.refused, 0U);
  EXPECT_EQ(held.counts.answered + held.counts.unfinished, held.counts.asked);
}

TEST(ChainModel, CountsFromTheWarmUpOn) {
  Options options = short_run();
  options.cache_entries = 1000;
  options.cache_ttl_s = 1e6;
  options.warm_up_days = 10.0;
  const Replica result = run(small_input(), options);
  EXPECT_LT(result.counts.answered - result.counts.from_cache, 30U);  // the cache is full
  EXPECT_NEAR(static_cast<double>(result.counts.asked), 10'000.0, 400.0);
  EXPECT_NEAR(static_cast<double>(result.counts.registrations), 1000.0, 130.0);
}

}  // namespace
}  // namespace parktwin::services::identifiers
