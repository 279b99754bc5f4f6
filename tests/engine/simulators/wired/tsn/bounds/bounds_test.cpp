#include "engine/simulators/wired/tsn/bounds/bounds.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/wired/tsn/random_network.h"

namespace parktwin::wired::tsn::bounds {
namespace {

/// `count` streams of different priority and size over one link of 1 Gbit/s.
std::vector<Stream> on_one_link(std::vector<std::int32_t> priorities, std::vector<std::int32_t> payloads) {
  std::vector<Stream> streams(priorities.size());
  for (std::size_t i = 0; i < streams.size(); ++i) {
    streams[i].priority = priorities[i];
    streams[i].payload_bytes = payloads[i];
    streams[i].path = {0};
  }
  return streams;
}

TEST(WorstCase, OneLinkByHand) {
  const Network network{{0, 0}, {{0, 1, 1'000'000'000, 500}}};
  const auto streams = on_one_link({7, 7, 3}, {100, 200, 1000});
  const Result result = worst_case(network, streams);
  const Nanoseconds background = 8 * 1542;
  const auto frame = [](std::int32_t payload) { return 8 * (payload + 30); };
  EXPECT_EQ(result.streams[0].least_ns, frame(100) + 500);
  EXPECT_EQ(result.streams[0].simple_ns, background + frame(200) + 96 + frame(100) + 500 + 1);
  // Priority 3 waits for one frame each of the two above, and for those that come meanwhile, at most their rate's.
  const double rate = 1.0 - (frame(100) + 96 + frame(200) + 96) / 1e6;
  EXPECT_NEAR(static_cast<double>(result.streams[2].simple_ns), (background + frame(100) + 96 + frame(200) + 96) / rate + frame(1000) + 500,
              1.5);
  ASSERT_EQ(result.ports.size(), 2U);
  EXPECT_EQ(result.ports[0].priority, 3);
  EXPECT_NEAR(result.ports[0].utilisation, (frame(100) + frame(200) + frame(1000) + 3 * 96) / 1e6, 1e-12);
}

TEST(WorstCase, TooMuchTrafficHasNoBound) {
  const Network network{{0, 0}, {{0, 1, 1'000'000'000, 500}}};
  auto streams = on_one_link({7, 3, 3}, {1000, 1500, 1500});
  for (auto& stream : streams) stream.period_ns = 20'000;
  streams[0].deadline_ns = 100'000;
  const Result result = worst_case(network, streams);
  EXPECT_LT(result.streams[0].simple_ns, 100'000);
  EXPECT_EQ(result.streams[1].simple_ns, no_bound);
  EXPECT_EQ(result.streams[1].tight_ns, no_bound);
  EXPECT_GT(result.ports[0].utilisation, 1.0);
}

TEST(WorstCase, TightensWhatNeedsItOrAllOrNothing) {
  bool differs = false;
  for (std::uint32_t number = 0; number < 20; ++number) {
    auto random = random_network(number, 0.6);
    Options options;
    options.tighten = Tighten::always;
    const Result always = worst_case(random.network, random.streams, options);
    options.tighten = Tighten::never;
    const Result never = worst_case(random.network, random.streams, options);
    for (std::size_t s = 0; s < random.streams.size(); ++s) {
      random.streams[s].deadline_ns = s % 2 == 0 ? never.streams[s].simple_ns : never.streams[s].simple_ns - 1;
    }
    options.tighten = Tighten::past_deadline;
    const Result needed = worst_case(random.network, random.streams, options);
    for (std::size_t s = 0; s < random.streams.size(); ++s) {
      EXPECT_EQ(never.streams[s].tight_ns, never.streams[s].simple_ns);
      EXPECT_EQ(needed.streams[s].tight_ns, (s % 2 == 0 ? never : always).streams[s].tight_ns);
      differs = differs || always.streams[s].tight_ns < never.streams[s].tight_ns;
    }
  }
  EXPECT_TRUE(differs);
}

TEST(WorstCase, CreditBasedShaperByHand) {
  const Network network{{0, 0}, {{0, 1, 1'000'000'000, 0}}};
  const auto streams = on_one_link({6, 6, 5}, {958, 958, 458});  // 8000, 8000, 4000 ns with the gap
  Options options;
  options.background_payload_bytes = 1458;  // 12000 ns
  options.egress.resize(1);
  options.egress[0].idle_slope_bit_s[6] = 250'000'000;
  options.egress[0].idle_slope_bit_s[5] = 500'000'000;
  const Result result = worst_case(network, streams, options);
  // Class 6: behind the lower frame, then the other frame at the idle slope. One nanosecond of looking at credit, one of rounding.
  EXPECT_NEAR(static_cast<double>(result.streams[0].simple_ns), 12'000 + 8'000 / 0.25 + 7'904, 3.0);
  // Class 5: the lower frame and class 6's swing, 0.25 · 12000 earned and 0.75 · 8000 owed, at what class 6 leaves.
  EXPECT_NEAR(static_cast<double>(result.streams[2].simple_ns), (12'000 + 3'000 + 6'000) / 0.75 + 3'904, 4.0);
  options.egress[0].idle_slope_bit_s[5] = 800'000'000;  // more than class 6 leaves
  EXPECT_EQ(worst_case(network, streams, options).streams[2].simple_ns, no_bound);
}

TEST(WorstCase, GatesByHand) {
  const Network network{{0, 0}, {{0, 1, 1'000'000'000, 0}}};
  const auto streams = on_one_link({7}, {958});
  Options options;
  options.background_payload_bytes = 0;
  options.egress.resize(1);
  options.egress[0].gates = {{100'000, 0x80}, {400'000, 0x01}};
  // A frame that just does not fit waits over the closed time.
  EXPECT_NEAR(static_cast<double>(worst_case(network, streams, options).streams[0].simple_ns), 8'000 + 400'000 + 7'904, 2.0);
  options.egress[0].gates[0].duration_ns = 7'000;
  EXPECT_EQ(worst_case(network, streams, options).streams[0].simple_ns, no_bound);
}

TEST(WorstCase, PreemptionByHand) {
  const Network network{{0, 0}, {{0, 1, 1'000'000'000, 0}}};
  const auto streams = on_one_link({6, 2}, {958, 1458});
  Options options;
  options.egress.resize(1);
  options.egress[0].preemptable = 0x07;
  const Result result = worst_case(network, streams, options);
  // Express waits for a fragment of 123 bytes with preamble and gap at most; one nanosecond of cutting, one of rounding.
  EXPECT_NEAR(static_cast<double>(result.streams[0].simple_ns), 8 * 143 + 7'904, 2.5);
  // Preemptable: the background frame, the express frame and a cut, its own frame with its gap.
  EXPECT_NEAR(static_cast<double>(result.streams[1].simple_ns), (8 * 1542 + 8'000 + 8 * 24 + 12'000) / (1.0 - 8'192e-6), 6.0);
}

TEST(WorstCase, LineShapingOnlyHelps) {
  std::size_t less = 0;
  for (std::uint32_t number = 0; number < 40; ++number) {
    const auto random = random_network(number, 0.6);
    Options options;
    options.tighten = Tighten::never;
    const Result with = worst_case(random.network, random.streams, options);
    options.line_shaping = false;
    const Result without = worst_case(random.network, random.streams, options);
    for (std::size_t s = 0; s < random.streams.size(); ++s) {
      // In rings both carry the margin of their proof.
      EXPECT_LE(with.streams[s].simple_ns, without.streams[s].simple_ns == no_bound ? no_bound : without.streams[s].simple_ns + 2);
      less += with.streams[s].simple_ns < without.streams[s].simple_ns ? 1 : 0;
    }
  }
  EXPECT_GT(less, 100U);
}

}  // namespace
}  // namespace parktwin::wired::tsn::bounds
