#include "engine/simulators/wired/tsn/packets/packets.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/parallel.h"
#include "tests/engine/simulators/wired/tsn/random_network.h"

namespace parktwin::wired::tsn::packets {
namespace {

Network one_link() { return {{0, 0}, {{0, 1, 1'000'000'000, 0}}}; }

std::vector<Stream> on_one_link(std::vector<std::int32_t> priorities, std::int32_t payload) {
  std::vector<Stream> streams(priorities.size());
  for (std::size_t i = 0; i < streams.size(); ++i) {
    streams[i].priority = priorities[i];
    streams[i].payload_bytes = payload;
    streams[i].path = {0};
  }
  return streams;
}

TEST(Packets, StoreAndForwardOfTheInetShowcase) {
  // INET 4.6, showcases/tsn/cutthroughswitching: 1200 B over UDP, IPv4 and untagged Ethernet, three links of 1 Gbit/s and 10 m (50 ns):
  // 3 · (transmission + propagation) = 30.246 µs. Untagged, so four bytes of its 1228 are left out of our payload.
  const Network network{{0, 0, 0, 0}, {{0, 1, 1'000'000'000, 50}, {1, 2, 1'000'000'000, 50}, {2, 3, 1'000'000'000, 50}}};
  std::vector<Stream> streams(1);
  streams[0].payload_bytes = 1200 + 8 + 20 - 4;
  streams[0].path = {0, 1, 2};
  const Result result = simulate(network, streams);
  EXPECT_EQ(result.streams[0].most_ns, 30'246);
  EXPECT_EQ(result.streams[0].jitter_ns(), 0);
  EXPECT_EQ(result.streams[0].delivered, 100U);
}

TEST(Packets, CutThroughOfTheInetShowcase) {
  // The same with both switches cutting through, which they can after preamble and header, 22 bytes: 2 · (0.176 + 0.05) + 10.032 + 0.05 =
  // 10.534 µs.
  Network network{{0, 0, 0, 0}, {{0, 1, 1'000'000'000, 50}, {1, 2, 1'000'000'000, 50}, {2, 3, 1'000'000'000, 50}}, {0, 0xff, 0xff, 0}};
  std::vector<Stream> streams(1);
  streams[0].payload_bytes = 1200 + 8 + 20 - 4;
  streams[0].path = {0, 1, 2};
  EXPECT_EQ(simulate(network, streams).streams[0].most_ns, 10'534);
  network.cut_through = {0, 0xff};  // the second switch stores
  EXPECT_EQ(simulate(network, streams).streams[0].most_ns, 10'534 + 10'032 - 176);
  network.links[1].rate_bit_s = 10'000'000'000;  // a faster link would run dry
  EXPECT_EQ(simulate(network, streams).streams[0].least_ns, 2 * 10'032 + 1'004 + 150);
}

TEST(Packets, OffsetsBelowZeroAreDrawn) {
  const auto streams = on_one_link({1, 1}, 958);
  Options options;
  options.duration_ns = 10'000'000;
  options.seed = 3;
  const Result drawn = simulate(one_link(), streams, options);
  options.offsets_ns = {-1, -1};
  EXPECT_EQ(simulate(one_link(), streams, options), drawn);
  options.offsets_ns = {-1, 0};
  EXPECT_EQ(simulate(one_link(), streams, options).streams[0].sent, drawn.streams[0].sent);
}

/// Mean time in the queue over independent runs, with the half width of its 99.9 % confidence interval (Student, 19 degrees of freedom).
struct Estimate {
  double mean;
  double half_width;
};
Estimate mean_wait(double share, Sizes sizes, Nanoseconds mean_service) {
  Options options;
  options.duration_ns = 1'000'000'000;
  options.longest_queue = 1'000'000;
  options.background = {{0, 0, share, 958, sizes}};
  const auto runs = replicas(one_link(), {}, options, 20);
  double sum = 0.0;
  double squares = 0.0;
  for (const auto& run : runs) {
    // A fixed frame's gap comes after its last bit.
    const double wait = run.background[0].mean_ns - static_cast<double>(sizes == Sizes::fixed ? mean_service - 96 : mean_service);
    sum += wait;
    squares += wait * wait;
  }
  const double mean = sum / 20.0;
  return {mean, 3.883 * std::sqrt((squares / 20.0 - mean * mean) / 19.0)};
}

TEST(Packets, QueuesAgreeWithMD1AndMM1) {
  // Kleinrock, Queueing Systems I, 1975: M/M/1 mean wait ρ s / (1 − ρ), equation 3.25 less the service; M/D/1 half of it, equation 5.69.
  const Nanoseconds service = 8'000;
  for (const double share : {0.3, 0.6, 0.8}) {
    const double exact = share * static_cast<double>(service) / (1.0 - share);
    const Estimate md1 = mean_wait(share, Sizes::fixed, service);
    EXPECT_NEAR(md1.mean, exact / 2.0, md1.half_width) << share;
    EXPECT_LT(md1.half_width, 0.03 * exact);
    const Estimate mm1 = mean_wait(share, Sizes::exponential, service);
    EXPECT_NEAR(mm1.mean, exact, mm1.half_width) << share;
    EXPECT_LT(mm1.half_width, 0.05 * exact);
  }
}

TEST(Packets, HigherPriorityGoesFirstAndWaitsForTheFrameBegun) {
  auto streams = on_one_link({1, 1, 6}, 958);
  Options options;
  options.offsets_ns = {0, 10, 20};
  const Result result = simulate(one_link(), streams, options);
  EXPECT_EQ(result.streams[0].most_ns, 7'904);
  EXPECT_EQ(result.streams[2].most_ns, 8'000 - 20 + 7'904);
  EXPECT_EQ(result.streams[1].most_ns, 16'000 - 10 + 7'904);
  EXPECT_EQ(result.ports[0].most_waiting[1], 1U);
  EXPECT_EQ(result.ports[0].busy_ns, 300 * 8'000);
}

TEST(Packets, FullQueuesLoseFrames) {
  auto streams = on_one_link({1, 1, 1, 1, 1}, 958);
  Options options;
  options.offsets_ns = {0, 1, 2, 3, 4};
  options.longest_queue = 3;
  const Result result = simulate(one_link(), streams, options);
  EXPECT_EQ(result.streams[3].lost, 0U);
  EXPECT_EQ(result.streams[4].lost, 100U);
  EXPECT_EQ(result.streams[4].delivered, 0U);
  EXPECT_EQ(result.ports[0].most_waiting[1], 3U);
}

TEST(Packets, GatesHoldBackWhatWouldNotBeOverInTime) {
  auto streams = on_one_link({7, 0}, 958);
  Options options;
  options.offsets_ns = {100'000, 95'000};
  options.egress.resize(1);
  options.egress[0].gates = {{100'000, 0x01}, {50'000, 0x80}, {850'000, 0x01}};
  const Result result = simulate(one_link(), streams, options);
  EXPECT_EQ(result.streams[0].most_ns, 7'904);
  EXPECT_EQ(result.streams[1].most_ns, 55'000 + 7'904);  // 7904 ns do not fit before 100 µs; on at 150 µs
  options.egress[0].gates[1].open = 0;
  const Result closed = simulate(one_link(), streams, options);
  EXPECT_EQ(closed.streams[0].sent, 100U);
  EXPECT_EQ(closed.streams[0].delivered, 0U);
  EXPECT_EQ(closed.streams[0].lost, 0U);
}

TEST(Packets, CreditSpacesFramesToTheIdleSlope) {
  auto streams = on_one_link({6, 6, 6, 0}, 958);
  Options options;
  options.offsets_ns = {1, 2, 3, 0};
  options.egress.resize(1);
  options.egress[0].idle_slope_bit_s[6] = 250'000'000;
  const Result result = simulate(one_link(), streams, options);
  // 7999 ns behind the lower frame earn 1999.75 ns of sending; each frame of 8000 ns costs 6000 ns' worth, refunded at a quarter.
  EXPECT_EQ(result.streams[3].most_ns, 7'904);
  EXPECT_EQ(result.streams[0].most_ns, 7'999 + 7'904);
  const Nanoseconds second = 8'000 + 8'000 + (4 * 6'000 - 7'999);
  EXPECT_EQ(result.streams[1].most_ns, second - 2 + 7'904);
  EXPECT_EQ(result.streams[2].most_ns, second + 32'000 - 3 + 7'904);
}

TEST(Packets, AsynchronousShapingSpacesAStreamToItsCommitment) {
  auto streams = on_one_link({5}, 958);
  streams[0].period_ns = 10'000;
  Options options;
  options.duration_ns = 100'000;
  options.offsets_ns = {0};
  options.egress.resize(1);
  options.egress[0].asynchronous = 1U << 5U;
  options.commitments = {{400'000'000, 8'000}};
  const Result result = simulate(one_link(), streams, options);
  // A frame of 8000 bits is let through every 20 µs; the tenth, sent at 90 µs, at 180 µs.
  EXPECT_EQ(result.streams[0].most_ns, 180'000 - 90'000 + 7'904);
  options.commitments[0].burst_bits = 16'000;
  EXPECT_EQ(simulate(one_link(), streams, options).streams[0].most_ns, 160'000 - 90'000 + 7'904);
}

TEST(Packets, ReplicasAreRunsOfTheirSeedsOnAnyNumberOfThreads) {
  const RandomNetwork random = random_network(5, 0.7);
  Options options;
  options.duration_ns = 10'000'000;
  options.background = {{0, 0, 0.3, 1500, Sizes::fixed}};
  const auto many = replicas(random.network, random.streams, options, 6);
  {
    const ThreadLimit limit(1);
    EXPECT_EQ(many, replicas(random.network, random.streams, options, 6));
  }
  options.seed += 4;
  EXPECT_EQ(many[4], simulate(random.network, random.streams, options));
}

}  // namespace
}  // namespace parktwin::wired::tsn::packets
