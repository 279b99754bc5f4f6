#include "engine/simulators/wired/tsn/packets/simulation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/engine/simulators/wired/tsn/random_network.h"

namespace parktwin::wired::tsn::packets {
namespace {

TEST(Ring, IsAQueue) {
  Ring ring;
  std::uint32_t in = 0;
  std::uint32_t out = 0;
  for (int round = 0; round < 200; ++round) {
    for (int i = 0; i < round % 17; ++i) ring.push(in++);
    for (int i = 0; i < round % 13 && ring.size() > 0; ++i) {
      ASSERT_EQ(ring.front(), out++);
      ring.pop();
    }
    ASSERT_EQ(ring.size(), in - out);
  }
}

struct Frame {
  std::size_t stream;
  Nanoseconds sent;
};

/// One port by itself, all its arrivals known: repeatedly the highest and then oldest of what is there. Returns when each frame's first bit
/// leaves. `tied`: two arrivals at once, or one at the very end of a frame, which may go either way.
std::vector<std::pair<Nanoseconds, Frame>> port_alone(std::multimap<Nanoseconds, Frame> arrivals, const std::vector<Stream>& streams,
                                                      std::int64_t rate, bool& tied) {
  std::vector<std::pair<Nanoseconds, Frame>> starts;
  std::vector<std::pair<Nanoseconds, Frame>> there;
  Nanoseconds free = 0;
  while (!arrivals.empty() || !there.empty()) {
    if (there.empty()) free = std::max(free, arrivals.begin()->first);
    while (!arrivals.empty() && arrivals.begin()->first <= free) {
      tied = tied || (arrivals.begin()->first == free && !there.empty()) || arrivals.count(arrivals.begin()->first) > 1;
      there.emplace_back(*arrivals.begin());
      arrivals.erase(arrivals.begin());
    }
    auto best = there.begin();
    for (auto i = there.begin(); i != there.end(); ++i) {
      if (streams[i->second.stream].priority > streams[best->second.stream].priority) best = i;
    }
    starts.emplace_back(free, best->second);
    free += port_time_ns(streams[best->second.stream].payload_bytes, rate);
    there.erase(best);
  }
  return starts;
}

/// Port by port, each after all before it: only without rings. Empty where two events of a port fall on one nanosecond.
std::vector<std::vector<Nanoseconds>> slow_delays(const RandomNetwork& random, const std::vector<Nanoseconds>& offsets,
                                                  Nanoseconds duration) {
  std::vector<std::multimap<Nanoseconds, Frame>> arrivals(random.network.links.size());
  std::vector<std::vector<Nanoseconds>> delays(random.streams.size());
  std::vector<std::set<std::size_t>> before(random.network.links.size());
  for (std::size_t s = 0; s < random.streams.size(); ++s) {
    const Stream& stream = random.streams[s];
    for (Nanoseconds t = offsets[s]; t < duration; t += stream.period_ns) arrivals[stream.path[0]].insert({t, {s, t}});
    for (std::size_t hop = 1; hop < stream.path.size(); ++hop) before[stream.path[hop]].insert(stream.path[hop - 1]);
  }
  std::set<std::size_t> done;
  bool tied = false;
  while (done.size() < arrivals.size()) {
    for (std::size_t link = 0; link < arrivals.size(); ++link) {
      if (done.contains(link) || !std::includes(done.begin(), done.end(), before[link].begin(), before[link].end())) continue;
      const Link& line = random.network.links[link];
      for (const auto& [start, frame] : port_alone(arrivals[link], random.streams, line.rate_bit_s, tied)) {
        const Stream& stream = random.streams[frame.stream];
        const Nanoseconds there = start + frame_time_ns(stream.payload_bytes, line.rate_bit_s) + line.propagation_ns;
        const auto hop = std::find(stream.path.begin(), stream.path.end(), link) + 1;
        if (hop == stream.path.end()) {
          delays[frame.stream].push_back(there - frame.sent);
        } else {
          arrivals[*hop].insert({there + random.network.forwarding_ns[line.to], frame});
        }
      }
      done.insert(link);
    }
  }
  if (tied) delays.clear();
  return delays;
}

TEST(Simulation, AgreesWithPortsTakenOneAfterTheOther) {
  std::size_t compared = 0;
  for (std::uint32_t number = 0; number < 150; ++number) {
    const RandomNetwork random = random_network(number, 0.9);
    if (random.ring) continue;
    Options options;
    options.duration_ns = 20'000'000;
    const RandomSequence sequence(8, 8, number);
    for (std::uint32_t s = 0; s < random.streams.size(); ++s) {
      options.offsets_ns.push_back(static_cast<Nanoseconds>(sequence.uniform(s) * 1e6));
    }
    const Result result = Simulation(random.network, random.streams, options).run();
    const auto slow = slow_delays(random, options.offsets_ns, options.duration_ns);
    for (std::size_t s = 0; s < slow.size(); ++s) {
      ASSERT_EQ(result.streams[s].delivered, slow[s].size());
      EXPECT_EQ(result.streams[s].least_ns, *std::min_element(slow[s].begin(), slow[s].end())) << number << " stream " << s;
      EXPECT_EQ(result.streams[s].most_ns, *std::max_element(slow[s].begin(), slow[s].end())) << number << " stream " << s;
      double sum = 0.0;
      for (const Nanoseconds delay : slow[s]) sum += static_cast<double>(delay);
      EXPECT_DOUBLE_EQ(result.streams[s].mean_ns, sum / static_cast<double>(slow[s].size()));
      ++compared;
    }
  }
  EXPECT_GT(compared, 1000U);
}

TEST(Simulation, TwoRunsAreTheSame) {
  const RandomNetwork random = random_network(3, 0.8);
  Options options;
  options.background = {{0, 0, 0.2, 1500, Sizes::fixed}, {1, 0, 0.1, 700, Sizes::exponential}};
  const Result first = Simulation(random.network, random.streams, options).run();
  EXPECT_EQ(first, Simulation(random.network, random.streams, options).run());
  options.seed = 2;
  EXPECT_NE(first, Simulation(random.network, random.streams, options).run());
}

}  // namespace
}  // namespace parktwin::wired::tsn::packets
