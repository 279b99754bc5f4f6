// Path minimum <= simulated delays <= tight bound <= simple bound on 1,000 random networks, a third of them rings.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "engine/core/random.h"
#include "engine/simulators/wired/tsn/bounds/bounds.h"
#include "engine/simulators/wired/tsn/packets/packets.h"
#include "tests/engine/simulators/wired/tsn/random_network.h"

namespace parktwin::wired::tsn {
namespace {

constexpr std::size_t ways = 5;

struct Counts {
  std::size_t rings = 0;
  std::size_t cut_through = 0;  ///< streams that some switch cuts through
  // By way of choosing: strict priority, credit, gates, preemption, asynchronous.
  std::array<std::size_t, ways> streams{};
  std::array<std::size_t, ways> bounded{};
  std::array<std::size_t, ways> tighter{};
  std::array<double, ways> closest{};  ///< largest simulated part of a tight bound, both less the path minimum
};

/// Offsets that bring many frames together: zero, multiples of some microseconds, or any.
std::vector<Nanoseconds> offsets(std::uint32_t number, std::size_t count) {
  const RandomSequence random(21, 1, number);
  std::vector<Nanoseconds> made(count);
  for (std::uint32_t s = 0; s < count; ++s) {
    if (number % 3 == 1) made[s] = static_cast<Nanoseconds>(random.below(s, 4) * 3'000);
    if (number % 3 == 2) made[s] = static_cast<Nanoseconds>(random.uniform(s) * 1e6);
  }
  return made;
}

/// A fifth each strict priority; credit for priorities 1 and 2, gates or preemption on two ports in three; some priorities asynchronous
/// everywhere.
std::vector<packets::Egress> egress(std::uint32_t number, const Network& network) {
  std::vector<packets::Egress> made(number % ways == 0 ? 0 : network.links.size());
  const RandomSequence random(22, 1, number);
  std::uint32_t draw = 0;
  for (std::size_t link = 0; link < made.size(); ++link) {
    if (number % ways == 4) {
      made[link].asynchronous = static_cast<std::uint8_t>(0x86 | number);
      continue;
    }
    if (random.below(draw++, 3) == 0) continue;
    if (number % ways == 3) {
      made[link].preemptable = static_cast<std::uint8_t>((1U << (1 + random.below(draw++, 3))) - 1);
      continue;
    }
    if (number % ways == 1) {
      made[link].idle_slope_bit_s[2] = network.links[link].rate_bit_s * 2 / 5;
      made[link].idle_slope_bit_s[1] = network.links[link].rate_bit_s * 7 / 20;
      continue;
    }
    made[link].gates_begin_ns = random.below(draw++, 1'000'000);
    const Nanoseconds unit = 1'000'000'000'000 / network.links[link].rate_bit_s * 60;
    for (std::uint32_t entries = 1 + random.below(draw++, 4); entries > 0; --entries) {
      made[link].gates.push_back(
          {unit + random.below(draw++, 100'000), static_cast<std::uint8_t>(random.below(draw, 256) | random.below(draw + 1, 256) | 2U)});
      draw += 2;
    }
  }
  return made;
}

/// One to three frames, at the stream's rate rounded up or more.
std::vector<packets::Commitment> commitments(std::uint32_t number, const std::vector<Stream>& streams) {
  const RandomSequence random(23, 1, number);
  std::vector<packets::Commitment> made;
  for (std::uint32_t s = 0; s < streams.size(); ++s) {
    const std::int64_t bits =
        8 * (std::max(streams[s].payload_bytes, smallest_payload_bytes) + frame_overhead_bytes + interframe_gap_bytes);
    const std::int64_t rate = bits * 1'000'000'000 / streams[s].period_ns + 1;
    made.push_back({rate + rate * random.below(2 * s, 3) / 8, bits * (1 + random.below(2 * s + 1, 3))});
  }
  return made;
}

/// Half of the switches cut some priorities through, none that a port may interrupt.
void cut_through(std::uint32_t number, std::size_t way, Network& network) {
  const RandomSequence random(24, 1, number);
  for (std::uint32_t node = 0; node < network.forwarding_ns.size(); ++node) {
    const std::uint32_t mask = random.below(2 * node, 2) == 0 ? 0U : random.below(2 * node + 1, 256) | 6U;
    network.cut_through.push_back(static_cast<std::uint8_t>(way == 3 ? mask & 0xf8U : mask));
  }
}

bool some_cut(const Network& network, const Stream& stream) {
  for (std::size_t hop = 0; hop + 1 < stream.path.size(); ++hop) {
    if (is_cut_through(network, stream.priority, stream.path[hop], stream.path[hop + 1])) return true;
  }
  return false;
}

void check(std::uint32_t number, Counts& counts) {
  RandomNetwork random = random_network(number, number % 5 == 0 ? 0.95 : 0.6);
  if (number / 35 % 2 == 1) cut_through(number, number / 7 % ways, random.network);
  bounds::Options how;
  how.tighten = bounds::Tighten::always;
  how.background_payload_bytes = number % 2 == 0 ? 1500 : 0;
  how.egress = egress(number / 7, random.network);
  how.commitments = commitments(number, random.streams);
  const std::size_t way = number / 7 % ways;
  const bounds::Result result = bounds::worst_case(random.network, random.streams, how);
  packets::Options options;
  options.duration_ns = 16'000'000;
  options.seed = number;
  options.offsets_ns = offsets(number, random.streams.size());
  options.longest_queue = 1'000'000;
  options.egress = how.egress;
  options.commitments = how.commitments;
  if (how.background_payload_bytes > 0) {
    for (std::size_t link = 0; link < random.network.links.size(); ++link)
      options.background.push_back({link, 0, 0.4, 1500, packets::Sizes::fixed});
  }
  const packets::Result run = packets::simulate(random.network, random.streams, options);
  counts.rings += result.cyclic ? 1 : 0;
  for (std::size_t s = 0; s < random.streams.size(); ++s) {
    const auto& bound = result.streams[s];
    const auto& delays = run.streams[s];
    if (bound.tight_ns < bounds::no_bound) {
      ASSERT_EQ(delays.delivered, delays.sent) << "network " << number << " stream " << s;
    }
    if (delays.delivered > 0) {
      ASSERT_LE(bound.least_ns, delays.least_ns) << "network " << number << " stream " << s;
    }
    ASSERT_LE(delays.most_ns, bound.tight_ns) << "network " << number << " stream " << s;
    ASSERT_LE(bound.tight_ns, bound.simple_ns) << "network " << number << " stream " << s;
    ++counts.streams[way];
    counts.cut_through += some_cut(random.network, random.streams[s]) ? 1 : 0;
    if (bound.tight_ns == bounds::no_bound) continue;
    ++counts.bounded[way];
    counts.tighter[way] += bound.tight_ns < bound.simple_ns ? 1 : 0;
    counts.closest[way] = std::max(
        counts.closest[way], static_cast<double>(delays.most_ns - bound.least_ns) / static_cast<double>(bound.tight_ns - bound.least_ns));
  }
}

TEST(Chain, HoldsOn1000RandomNetworks) {
  Counts counts;
  for (std::uint32_t number = 0; number < 1000; ++number) check(number, counts);
  EXPECT_GT(counts.rings, 150U);
  RecordProperty("rings", std::to_string(counts.rings));
  EXPECT_GT(counts.cut_through, 1'500U);
  RecordProperty("cut_through", std::to_string(counts.cut_through));
  for (std::size_t way = 0; way < ways; ++way) {
    EXPECT_GT(counts.streams[way], 3'000U);
    EXPECT_GT(counts.bounded[way], counts.streams[way] / 2);
    EXPECT_GT(counts.tighter[way], counts.streams[way] / 10);
    EXPECT_GT(counts.closest[way], 0.8);  // bounds are nearly reached, so that a wrong one would show
    const std::string name = std::to_string(way);
    RecordProperty("streams_" + name, std::to_string(counts.streams[way]));
    RecordProperty("bounded_" + name, std::to_string(counts.bounded[way]));
    RecordProperty("tighter_" + name, std::to_string(counts.tighter[way]));
    RecordProperty("closest_" + name, std::to_string(counts.closest[way]));
  }
}

}  // namespace
}  // namespace parktwin::wired::tsn
