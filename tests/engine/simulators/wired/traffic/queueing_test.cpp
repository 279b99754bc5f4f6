#include "engine/simulators/wired/traffic/queueing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/wired/traffic/packet_simulation.h"

namespace parktwin::wired::traffic {
namespace {

/// M/M/1 with mean service 1 s and load rho: E[S²] = 2, E[S³] = 6.
Arrivals exponential_service(double rho) { return {rho, 2.0 * rho, 6.0 * rho}; }

TEST(Queueing, WaitOfExponentialServiceIsTheTextbooks) {
  for (const double rho : {0.1, 0.5, 0.9}) {
    const Moments wait = waiting(exponential_service(rho), 1e9);
    EXPECT_NEAR(wait.mean_s, rho / (1.0 - rho), 1e-12);
    EXPECT_NEAR(wait.variance_s2, rho * (2.0 - rho) / ((1.0 - rho) * (1.0 - rho)), 1e-9);
  }
}

TEST(Queueing, WaitOfConstantServiceIsHalfOfIt) {
  Arrivals arrivals;
  arrivals.add(30.0, 0.01);
  arrivals.add(50.0, 0.01);
  EXPECT_NEAR(arrivals.utilisation, 0.8, 1e-12);
  EXPECT_NEAR(waiting(arrivals, 1.0).mean_s, 0.8 * 0.01 / (2.0 * 0.2), 1e-12);
}

TEST(Queueing, BufferBoundsTheWait) {
  Arrivals arrivals;
  arrivals.add(99.0, 0.01);
  EXPECT_EQ(waiting(arrivals, 0.05).mean_s, 0.05);
  arrivals.add(10.0, 0.01);
  const Moments full = waiting(arrivals, 0.05);
  EXPECT_EQ(full.mean_s, 0.05);
  EXPECT_EQ(full.variance_s2, 0.0);
}

TEST(Queueing, ShareAndPercentileUndoEachOther) {
  const Delay delay{0.002, {0.003, 4e-6}};
  for (const double share : {0.01, 0.5, 0.99, 0.9999}) EXPECT_NEAR(share_within(delay, percentile_s(delay, share)), share, 1e-12);
  EXPECT_EQ(share_within(delay, 0.002), 0.0);
  EXPECT_EQ(share_within({0.002, {}}, 0.002), 1.0);
  EXPECT_EQ(share_within({0.002, {}}, 0.0019), 0.0);
  EXPECT_EQ(percentile_s({0.002, {0.001, 0.0}}, 0.9), 0.003);
}

TEST(Queueing, OneExponentialWaitIsExact) {
  const Delay delay{1.0, {2.0, 4.0}};
  EXPECT_NEAR(share_within(delay, 4.0), 1.0 - std::exp(-1.5), 1e-12);
  EXPECT_NEAR(percentile_s(delay, 0.99), 1.0 + 2.0 * std::log(100.0), 1e-9);
}

TEST(Queueing, HoldsForAnyScatter) {
  for (double variation = 1e-6; variation < 1e5; variation *= 3.0) {
    const double mean_s = 1e-3;
    const Delay delay{1e-3, {mean_s, variation * variation * mean_s * mean_s}};
    double before_s = 0.0;
    for (const double share : {0.001, 0.5, 0.99, 0.99999}) {
      const double at_s = percentile_s(delay, share);
      EXPECT_TRUE(std::isfinite(at_s) && at_s >= before_s) << variation;
      before_s = at_s;
    }
    double within = 0.0;
    for (double at_s = 1e-6; at_s < 1e4; at_s *= 1.7) {
      const double now = share_within(delay, at_s);
      EXPECT_TRUE(now >= within - 1e-12 && now <= 1.0) << variation << ' ' << at_s;
      within = now;
    }
  }
}

TEST(Queueing, IndependentPartsAdd) {
  Delay sum{1.0, {2.0, 3.0}};
  sum += {0.5, {0.25, 0.125}};
  EXPECT_EQ(sum.fixed_s, 1.5);
  EXPECT_EQ(sum.mean_s(), 3.75);
  EXPECT_EQ(sum.random.variance_s2, 3.125);
}

/// P(W ≤ t) = 1 − ρ exp(−(μ−λ)t).
TEST(Queueing, PercentileOfTheWaitIsNearTheExactOne) {
  for (const double rho : {0.3, 0.5, 0.7, 0.9}) {
    const Delay wait{0.0, waiting(exponential_service(rho), 1e9)};
    for (const double share : {0.95, 0.99, 0.999}) {
      const double ratio = percentile_s(wait, share) / (std::log(rho / (1.0 - share)) / (1.0 - rho));
      EXPECT_GT(ratio, share > 0.95 ? 0.97 : 0.88) << rho << ' ' << share;
      EXPECT_LT(ratio, share > 0.99 ? 1.2 : 1.1) << rho << ' ' << share;
    }
  }
}

struct Case {
  double rho = 0.0;
  bool exponential = false;
  int packets = 1;
};

class AgainstPackets : public ::testing::TestWithParam<Case> {};

TEST_P(AgainstPackets, MeanAndPercentileOfOneLink) {
  const auto [rho, exponential, packets] = GetParam();
  constexpr double bits = 12000.0;
  constexpr double rate_mbit_s = 100.0;
  const double service_s = packets * bits * 1e-6 / rate_mbit_s;
  const auto delays = simulate_packets({{rho / service_s, bits, packets, exponential, {0}}}, {rate_mbit_s}, 120.0, 5);
  Arrivals arrivals;
  arrivals.add(rho / service_s, service_s);
  if (exponential) arrivals = {rho, 2.0 * rho * service_s, 6.0 * rho * service_s * service_s};
  Delay delay{exponential ? 0.0 : service_s, waiting(arrivals, 1.0)};
  if (exponential) delay.random += {service_s, service_s * service_s};
  EXPECT_NEAR(delay.mean_s() / mean_of(delays[0]), 1.0, 0.03);
  for (const double share : {0.95, 0.99, 0.999}) {
    const double ratio = percentile_s(delay, share) / percentile_of(delays[0], share);
    EXPECT_GT(ratio, 0.95) << share;
    EXPECT_LT(ratio, share > 0.99 ? 1.2 : 1.08) << share;
  }
}

INSTANTIATE_TEST_SUITE_P(Links, AgainstPackets,
                         ::testing::Values(Case{0.3, true, 1}, Case{0.7, true, 1}, Case{0.85, true, 1}, Case{0.3, false, 1},
                                           Case{0.7, false, 1}, Case{0.85, false, 1}, Case{0.6, false, 10}));

}  // namespace
}  // namespace parktwin::wired::traffic
