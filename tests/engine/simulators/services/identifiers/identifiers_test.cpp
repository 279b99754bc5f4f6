#include "engine/simulators/services/identifiers/identifiers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "engine/core/parallel.h"
#include "tests/engine/simulators/services/identifiers/small_input.h"

namespace parktwin::services::identifiers {
namespace {

/// Requests per second of each rank.
std::vector<double> rates(std::size_t count, double exponent, double per_day) {
  std::vector<double> rate(count);
  double sum = 0.0;
  for (std::size_t k = 0; k < count; ++k) sum += rate[k] = std::pow(static_cast<double>(k + 1), -exponent);
  for (double& r : rate) r *= per_day / 86'400.0 / sum;
  return rate;
}

/// Without delays, so that an answer is in the cache when the next question comes.
Input without_delays() {
  Input input = small_input();
  for (auto& enterprise : input.enterprises) enterprise.own_node.reset();
  input.top = input.secondary = {{0.0, {}}};
  input.registrations_per_day = 0.0;
  input.resolutions_per_day = 100'000.0;
  return input;
}

Options without_service() {
  Options options;
  options.secondary_service_ms = 0.0;
  options.replicas = 10;
  options.confidence = 0.999;
  return options;
}

TEST(Identifiers, HitRatioOfATimeToLiveIsExact) {
  // λT / (1 + λT) for Poisson arrivals (Jung, Berger & Balakrishnan, INFOCOM 2003), weighted by popularity.
  for (const double ttl : {30.0, 600.0, 7200.0}) {
    const Input input = without_delays();
    Options options = without_service();
    options.cache_ttl_s = ttl;
    options.cache_entries = 1000;
    double hits = 0.0;
    double all = 0.0;
    for (const double rate : rates(1000, 0.8, 100'000.0)) {
      hits += rate * rate * ttl / (1.0 + rate * ttl);
      all += rate;
    }
    const auto measured = *simulate(input, options).hit_ratio;
    EXPECT_TRUE(measured.contains(hits / all)) << measured.mean << " ± " << measured.half_width << " instead of " << hits / all;
    EXPECT_LT(measured.half_width, 0.005);
  }
}

TEST(Identifiers, HitRatioOfALimitedCacheByChesApproximation) {
  // Che, Tung & Wang, IEEE JSAC 20(7), 2002: an entry stays t_C after its last use, Σ (1 − e^(−λ t_C)) = C. Its error for Zipf's law is
  // below half a percentage point here (why it is that good: Fricker, Robert & Roberts, ITC 24, 2012).
  for (const double exponent : {0.6, 0.8, 1.1}) {
    for (const std::uint32_t entries : {20U, 100U, 500U}) {
      Input input = without_delays();
      input.zipf_exponent = exponent;
      Options options = without_service();
      options.cache_ttl_s = 1e8;
      options.cache_entries = entries;
      const auto rate = rates(1000, exponent, 100'000.0);
      double low = 0.0;
      double high = 1e9;
      for (int step = 0; step < 200; ++step) {
        const double middle = 0.5 * (low + high);
        double size = 0.0;
        for (const double r : rate) size -= std::expm1(-r * middle);
        (size < entries ? low : high) = middle;
      }
      double hits = 0.0;
      double all = 0.0;
      for (const double r : rate) {
        hits -= r * std::expm1(-r * low);
        all += r;
      }
      const auto measured = *simulate(input, options).hit_ratio;
      EXPECT_NEAR(measured.mean, hits / all, 0.005 + measured.half_width) << exponent << " " << entries;
      EXPECT_LT(measured.half_width, 0.004);
    }
  }
}

TEST(Identifiers, FiguresAreThoseOfTheReplicas) {
  Input input = small_input();
  input.secondary[0].outages = {{90'000.0, 100'000.0}};
  Options options;
  options.replicas = 4;
  const Result result = simulate(input, options);
  std::uint64_t answered = 0;
  std::uint64_t asked = 0;
  std::uint64_t latencies = 0;
  for (const auto& replica : result.replicas) {
    answered += replica.counts.answered;
    asked += replica.counts.asked;
    latencies += replica.latency.count();
  }
  EXPECT_EQ(latencies, answered);
  EXPECT_EQ(result.latency.count(), answered);
  EXPECT_NEAR(result.answered_per_day.mean, static_cast<double>(answered) / 4.0, 1e-6);
  EXPECT_NEAR(result.availability->mean, static_cast<double>(answered) / static_cast<double>(asked), 1e-3);
  EXPECT_LT(result.availability->mean, 0.97);
  EXPECT_GT(result.latency_p95_ms->mean, result.mean_latency_ms->mean);
  EXPECT_GT(result.synchronisation_p95_s->mean, 250.0);
  EXPECT_GT(result.completeness->mean, 0.99);
  EXPECT_EQ(result.secondary_utilisation.size(), 1U);
}

TEST(Identifiers, NothingAskedIsNoAvailability) {
  Input input = small_input();
  input.resolutions_per_day = 0.0;
  input.registrations_per_day = 0.0;
  const Result result = simulate(input, {});
  EXPECT_FALSE(result.availability);
  EXPECT_FALSE(result.hit_ratio);
  EXPECT_FALSE(result.mean_latency_ms);
  EXPECT_FALSE(result.latency_p95_ms);
  EXPECT_FALSE(result.completeness);
  EXPECT_EQ(result.answered_per_day.mean, 0.0);
}

struct Case {
  Input input;
  Options options;
};

Case lively_case() {
  Case lively{small_input(), {}};
  lively.input.batches_per_day = 100.0;
  lively.input.batch_size = 50;
  lively.input.floods = {{5000.0, 5200.0, 100.0, 2, 0.5}};
  lively.input.top[0].outages = {{6000.0, 6500.0}};
  lively.input.secondary[0].outages = {{7000.0, 7300.0}};
  lively.input.secondary.push_back({15.0, {{7100.0, 7200.0}}});
  lively.input.enterprises[1].own_node->outages = {{8000.0, 8200.0}};
  lively.options.days = 0.1;
  lively.options.warm_up_days = 0.02;
  lively.options.replicas = 2;
  lively.options.cache_entries = 200;
  lively.options.cache_ttl_s = 300.0;
  lively.options.delegation_ttl_s = 60.0;
  lively.options.secondary_servers = 1;
  lively.options.secondary_waiting_places = 3;
  lively.options.secondary_service_ms = 8.0;
  lively.options.bucket = BucketRule{2.0, 40.0};
  return lively;
}

TEST(Identifiers, EveryInputAndOptionChangesTheResult) {
  const Case base = lively_case();
  const Result before = simulate(base.input, base.options);
  const auto changes = [&](const char* name, const std::function<void(Input&, Options&)>& change) {
    Case other = base;
    change(other.input, other.options);
    const Result after = simulate(other.input, other.options);
    EXPECT_FALSE(after.replicas == before.replicas && after.answered_per_day == before.answered_per_day) << name;
  };
  changes("identifiers", [](Input& input, Options&) { input.enterprises[0].identifiers = 900; });
  changes("own_node", [](Input& input, Options&) { input.enterprises[0].own_node = Node{}; });
  changes("own_node outage", [](Input& input, Options&) { input.enterprises[1].own_node->outages.clear(); });
  changes("top round trip", [](Input& input, Options&) { input.top[0].round_trip_ms = 31.0; });
  changes("top outage", [](Input& input, Options&) { input.top[0].outages.clear(); });
  changes("second top", [](Input& input, Options&) { input.top.push_back({}); });
  changes("secondary outage", [](Input& input, Options&) { input.secondary[1].outages[0].from_s = 7150.0; });
  changes("secondary outage end", [](Input& input, Options&) { input.secondary[1].outages[0].until_s = 7150.0; });
  changes("resolutions_per_day", [](Input& input, Options&) { input.resolutions_per_day *= 1.1; });
  changes("hourly_weights", [](Input& input, Options&) { input.hourly_weights[1] = 2.0; });
  changes("zipf_exponent", [](Input& input, Options&) { input.zipf_exponent = 0.9; });
  changes("clients", [](Input& input, Options&) { input.clients = 3; });
  changes("client_round_trip_ms", [](Input& input, Options&) { input.client_round_trip_ms = 3.0; });
  changes("registrations_per_day", [](Input& input, Options&) { input.registrations_per_day *= 1.1; });
  changes("batches_per_day", [](Input& input, Options&) { input.batches_per_day = 150.0; });
  changes("batch_size", [](Input& input, Options&) { input.batch_size = 20; });
  changes("batch_gap_ms", [](Input& input, Options&) { input.batch_gap_ms = 50.0; });
  changes("flood from", [](Input& input, Options&) { input.floods[0].from_s = 5100.0; });
  changes("flood until", [](Input& input, Options&) { input.floods[0].until_s = 5100.0; });
  changes("flood rate", [](Input& input, Options&) { input.floods[0].queries_per_s = 50.0; });
  changes("flood sources", [](Input& input, Options&) { input.floods[0].sources = 20; });
  changes("flood forged_share", [](Input& input, Options&) { input.floods[0].forged_share = 1.0; });
  changes("days", [](Input&, Options& options) { options.days = 0.11; });
  changes("warm_up_days", [](Input&, Options& options) { options.warm_up_days = 0.03; });
  changes("replicas", [](Input&, Options& options) { options.replicas = 3; });
  changes("seed", [](Input&, Options& options) { options.seed = 2; });
  changes("confidence", [](Input&, Options& options) { options.confidence = 0.9; });
  changes("cache_entries", [](Input&, Options& options) { options.cache_entries = 100; });
  changes("cache_ttl_s", [](Input&, Options& options) { options.cache_ttl_s = 100.0; });
  changes("delegation_ttl_s", [](Input&, Options& options) { options.delegation_ttl_s = 600.0; });
  changes("secondary_servers", [](Input&, Options& options) { options.secondary_servers = 2; });
  changes("secondary_waiting_places", [](Input&, Options& options) { options.secondary_waiting_places = 1; });
  changes("secondary_service_ms", [](Input&, Options& options) { options.secondary_service_ms = 9.0; });
  changes("enterprise_service_ms", [](Input&, Options& options) { options.enterprise_service_ms = 6.0; });
  changes("timeout_ms", [](Input&, Options& options) { options.timeout_ms = 1000.0; });
  changes("synchronisation_interval_s", [](Input&, Options& options) { options.synchronisation_interval_s = 100.0; });
  changes("bucket", [](Input&, Options& options) { options.bucket.reset(); });
  changes("bucket rate", [](Input&, Options& options) { options.bucket->rate_per_s = 20.0; });
  changes("bucket burst", [](Input&, Options& options) { options.bucket->burst = 20.0; });
}

TEST(Identifiers, TheSameBitsForAnyNumberOfThreads) {
  Case lively = lively_case();
  lively.options.replicas = 6;
  const Result all = simulate(lively.input, lively.options);
  const ThreadLimit one(1);
  EXPECT_EQ(simulate(lively.input, lively.options).replicas, all.replicas);
}

}  // namespace
}  // namespace parktwin::services::identifiers
