#include "engine/simulators/wired/tsn/bounds/total_flow.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/core/random.h"

namespace parktwin::wired::tsn::bounds {
namespace {

/// Saihu (github.com/adfeel220/Saihu-TSN-Analysis-Tool-Integration), src/example/demo.json: three servers of 4 Mbit/s after 10 µs, three
/// flows of 10 B and 10 kbit/s, lines of 100 Mbit/s that shape without a packet's burst. Units: bits and ns.
Flows saihu_demo() {
  Flows flows;
  for (int i = 0; i < 3; ++i) flows.servers.push_back({0.004, 10'000.0, 0.0, {}});
  flows.feeders = {{0, unbounded, unbounded}, {1, 0.0, 0.1}, {2, 0.0, 0.1}, {1, unbounded, unbounded}};
  const auto visit = [](std::uint32_t feeder) { return Visit{feeder, 80.0, 1e-5, 0.0}; };
  flows.visits = {visit(0), visit(1), visit(0), visit(2), visit(3)};
  flows.first = {0, 2, 4, 5};
  return flows;
}

TEST(TotalFlow, AgreesWithTheSaihuDemo) {
  // src/example/demo_report.md, xTFA-TFA: servers 50.000, 49.324, 29.322 µs; flows 99.324, 79.322, 49.324 µs.
  const Waits waits = total_flow_analysis(saihu_demo(), 10);
  EXPECT_NEAR(waits.wait_ns[0], 50'000, 0.5);
  EXPECT_NEAR(waits.wait_ns[1], 49'324, 0.5);
  EXPECT_NEAR(waits.wait_ns[3], 29'322, 0.5);
  EXPECT_NEAR(waits.wait_ns[0] + waits.wait_ns[1], 99'324, 0.5);
  EXPECT_NEAR(waits.wait_ns[2] + waits.wait_ns[3], 79'322, 0.5);
  EXPECT_NEAR(waits.wait_ns[4], 49'324, 0.5);
  EXPECT_FALSE(waits.cyclic);
  EXPECT_EQ(waits.rounds, 1U);
}

TEST(TotalFlow, WaitIsTheLargestHorizontalDistance) {
  for (std::uint32_t number = 0; number < 200; ++number) {
    const RandomSequence random(3, 3, number);
    std::uint32_t draw = 0;
    Flows flows;
    flows.servers.push_back({1.0, random.uniform(draw++, 0.0, 5.0), random.uniform(draw++, 0.0, 5.0), {}});
    const std::uint32_t feeders = 1 + random.below(draw++, 5);
    for (std::uint32_t f = 0; f < feeders; ++f) {
      flows.feeders.push_back({0, random.uniform(draw++, 0.0, 4.0), random.uniform(draw++, 0.3, 1.5)});
      flows.visits.push_back({f, random.uniform(draw++, 0.0, 20.0), random.uniform(draw++, 0.0, 0.25), 0.0});
      flows.first.push_back(f);
    }
    flows.first.push_back(feeders);
    double most = 0.0;
    for (int i = 0; i < 20'000; ++i) {
      const double time = 0.01 * i;
      double arrived = flows.servers[0].blocking;
      for (std::uint32_t f = 0; f < feeders; ++f) {
        const auto& visit = flows.visits[f];
        const auto& feeder = flows.feeders[f];
        arrived += std::min(visit.burst + visit.rate * time, feeder.shape_burst + feeder.shape_rate * time);
      }
      most = std::max(most, flows.servers[0].latency_ns + arrived - time);
    }
    double rate = 0.0;
    for (const auto& visit : flows.visits) rate += visit.rate;
    const Waits waits = total_flow_analysis(flows, 1);
    if (rate > 1.0) {
      EXPECT_EQ(waits.wait_ns[0], unbounded);
    } else {
      EXPECT_GE(waits.wait_ns[0], most - 1e-9);
      EXPECT_NEAR(waits.wait_ns[0], most, 0.06);
    }
  }
}

TEST(TotalFlow, ServersAboveTakeTheirRateAndBurst) {
  Flows flows;
  flows.servers = {{1.0, 0.0, 7.0, {1}}, {1.0, 0.0, 9.0, {}}};
  flows.feeders = {{0, unbounded, unbounded}, {1, unbounded, unbounded}};
  flows.visits = {{0, 10.0, 0.1, 10.0}, {1, 20.0, 0.5, 20.0}};
  flows.first = {0, 1, 2};
  const Waits waits = total_flow_analysis(flows, 1);
  EXPECT_DOUBLE_EQ(waits.wait_ns[1], 9.0);
  EXPECT_DOUBLE_EQ(waits.rate[0], 0.5);
  EXPECT_DOUBLE_EQ(waits.wait_ns[0], (7.0 + 20.0) / 0.5);
}

/// Every one of `count` servers in a ring is where one flow begins; each visits `hops` of them.
Flows ring(std::uint32_t count, std::uint32_t hops, double burst, double rate, bool shaped) {
  Flows flows;
  for (std::uint32_t s = 0; s < count; ++s) {
    flows.servers.push_back({1.0, 5.0, 0.0, {}});
    flows.feeders.push_back({s, unbounded, unbounded});
    flows.feeders.push_back({s, shaped ? burst : unbounded, shaped ? 1.0 : unbounded});
  }
  for (std::uint32_t f = 0; f < count; ++f) {
    flows.first.push_back(static_cast<std::uint32_t>(flows.visits.size()));
    for (std::uint32_t hop = 0; hop < hops; ++hop)
      flows.visits.push_back({2 * ((f + hop) % count) + (hop > 0 ? 1U : 0U), burst, rate, 0.0});
  }
  flows.first.push_back(static_cast<std::uint32_t>(flows.visits.size()));
  return flows;
}

TEST(TotalFlow, RingsReachTheFixedPointOfTheirEquation) {
  for (const std::uint32_t hops : {2U, 3U, 4U}) {
    // Symmetric: w = latency + hops · burst + rate · (0 + w + 2 w + …).
    const double gathered = hops * (hops - 1) / 2.0;
    const double exact = (5.0 + hops * 10.0) / (1.0 - 0.1 * gathered);
    const Waits waits = total_flow_analysis(ring(6, hops, 10.0, 0.1, false), 1000);
    EXPECT_TRUE(waits.cyclic);
    EXPECT_TRUE(waits.converged);
    for (const double wait : waits.wait_ns) {
      EXPECT_GE(wait, exact);
      EXPECT_LT(wait, exact * (1.0 + 2e-4));
    }
  }
}

TEST(TotalFlow, RingsDivergeWithoutLineShapingAndConvergeWithIt) {
  // Six flows of 0.08 on each server ask for 0.48 only, but 0.08 · 15 > 1.
  const Waits without = total_flow_analysis(ring(6, 6, 10.0, 0.08, false), 1000);
  EXPECT_FALSE(without.converged);
  EXPECT_EQ(without.wait_ns[0], unbounded);
  const Waits with = total_flow_analysis(ring(6, 6, 10.0, 0.08, true), 1000);
  EXPECT_TRUE(with.cyclic);
  for (const double wait : with.wait_ns) EXPECT_LT(wait, 1e6);
}

}  // namespace
}  // namespace parktwin::wired::tsn::bounds
