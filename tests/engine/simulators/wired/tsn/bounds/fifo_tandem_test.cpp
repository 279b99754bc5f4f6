#include "engine/simulators/wired/tsn/bounds/fifo_tandem.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/wired/tsn/bounds/total_flow.h"

namespace parktwin::wired::tsn::bounds {
namespace {

TEST(FifoTandem, AgreesWithTheSaihuDemo) {
  // Saihu, src/example/demo_report.md, in µs: flow 0 Panco-PLP, DNC-LUDB and DNC-SFA 80.050; flow 1 DNC-LUDB and DNC-SFA 60.050.
  Tandem flow_0;
  flow_0.servers = {{0.004, 10'000.0}, {0.004, 10'000.0}};
  flow_0.cross = {{0, 0, 80.0, 1e-5}, {1, 1, 80.0, 1e-5}};
  flow_0.burst = 80.0;
  flow_0.rate = 1e-5;
  EXPECT_NEAR(tandem_delay(flow_0), 80'050, 0.5);
  Tandem flow_1 = flow_0;
  flow_1.cross.pop_back();
  EXPECT_NEAR(tandem_delay(flow_1), 60'050, 0.5);
}

TEST(FifoTandem, PaysABurstOnceOverAllServersItShares) {
  Tandem tandem;
  tandem.servers.assign(4, {1.0, 10.0});
  tandem.cross = {{0, 3, 100.0, 0.25}};
  tandem.burst = 30.0;
  tandem.rate = 0.1;
  // Four latencies and both bursts at full rate: θ is not the least admissible, which would let the own burst pass at what is left, 30 /
  // 0.75.
  EXPECT_NEAR(tandem_delay(tandem), 40.0 + 100.0 + 30.0, 1e-6);
}

TEST(FifoTandem, TooLittleRateHasNoBound) {
  Tandem tandem;
  tandem.servers = {{1.0, 10.0}, {1.0, 10.0}};
  tandem.cross = {{0, 1, 100.0, 0.95}};
  tandem.rate = 0.1;
  EXPECT_EQ(tandem_delay(tandem), unbounded);
}

/// Curves sampled once per time unit, infinite sums and all: the slow way.
constexpr std::size_t samples = 160;
using Samples = std::vector<double>;

Samples rate_latency(const TandemServer& server) {
  Samples curve(samples);
  for (std::size_t t = 0; t < samples; ++t) curve[t] = std::max(0.0, server.rate * (static_cast<double>(t) - server.latency_ns));
  return curve;
}

Samples convolution(const Samples& a, const Samples& b) {
  Samples curve(samples, 1e300);
  for (std::size_t t = 0; t < samples; ++t) {
    for (std::size_t s = 0; s <= t; ++s) curve[t] = std::min(curve[t], a[s] + b[t - s]);
  }
  return curve;
}

/// What a first-in-first-out server leaves, for one θ (Le Boudec and Thiran, 6.2.1); from t = θ on, its value there from the right.
Samples left(const Samples& curve, const CrossTraffic& cross, std::size_t theta) {
  Samples made(samples, 0.0);
  for (std::size_t t = theta; t < samples; ++t)
    made[t] = std::max(0.0, curve[t] - cross.burst - cross.rate * static_cast<double>(t - theta));
  for (std::size_t t = samples - 1; t-- > 0;) made[t] = std::min(made[t], made[t + 1]);
  return made;
}

double delay(const Samples& curve, const Tandem& tandem) {
  std::size_t most = 0;
  for (std::size_t s = 0; s < samples / 4; ++s) {
    std::size_t t = s;
    while (t < samples && curve[t] < tandem.burst + tandem.rate * static_cast<double>(s)) ++t;
    most = std::max(most, t - s);
  }
  return static_cast<double>(most);
}

TEST(FifoTandem, BestThetasAreThoseOfASearch) {
  for (std::uint32_t number = 0; number < 25; ++number) {
    const RandomSequence random(5, 5, number);
    std::uint32_t draw = 0;
    Tandem tandem;
    for (int s = 0; s < 3; ++s) tandem.servers.push_back({random.uniform(draw++, 1.0, 2.0), static_cast<double>(random.below(draw++, 4))});
    tandem.cross = {{1, 1, random.uniform(draw++, 1.0, 8.0), random.uniform(draw++, 0.05, 0.4)},
                    {number % 2, 2, random.uniform(draw++, 1.0, 8.0), random.uniform(draw++, 0.05, 0.4)}};
    tandem.burst = random.uniform(draw++, 1.0, 8.0);
    tandem.rate = 0.05;
    const std::vector<Samples> servers = {rate_latency(tandem.servers[0]), rate_latency(tandem.servers[1]),
                                          rate_latency(tandem.servers[2])};
    double best = 1e300;
    for (std::size_t inner = 0; inner < 40; ++inner) {
      const Samples middle = convolution(left(servers[1], tandem.cross[0], inner), servers[2]);
      const Samples outer = number % 2 == 0 ? convolution(servers[0], middle) : middle;
      for (std::size_t theta = 0; theta < 60; ++theta) {
        const Samples rest = left(outer, tandem.cross[1], theta);
        best = std::min(best, delay(number % 2 == 0 ? rest : convolution(servers[0], rest), tandem));
      }
    }
    // Whole θ and whole delays cost the search up to one unit each; looking at arrivals at whole times only gains it less than one.
    EXPECT_LE(tandem_delay(tandem), best + 1.0) << number;
    EXPECT_GE(tandem_delay(tandem), best - 4.0) << number;
  }
}

}  // namespace
}  // namespace parktwin::wired::tsn::bounds
