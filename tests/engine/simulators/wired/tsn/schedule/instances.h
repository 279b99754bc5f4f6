#pragma once
// Networks and streams for the tests of schedules: lines, random networks with end stations, and instances of a few nanoseconds that can be
// searched by trying every start.
#include <deque>
#include <optional>
#include <string>

#include "engine/core/random.h"
#include "engine/simulators/wired/tsn/schedule/schedule.h"

namespace parktwin::wired::tsn::schedule {

struct Instance {
  Network network;
  std::vector<Stream> streams;
  Options options;
};

inline void connect(Network& network, std::size_t a, std::size_t b, std::int64_t rate_bit_s, Nanoseconds propagation_ns) {
  network.links.push_back({a, b, rate_bit_s, propagation_ns});
  network.links.push_back({b, a, rate_bit_s, propagation_ns});
}

/// Links of a shortest path, by breadth-first search.
inline std::vector<std::size_t> shortest_path(const Network& network, std::size_t from, std::size_t to) {
  std::vector<std::optional<std::size_t>> by(network.forwarding_ns.size());
  std::deque<std::size_t> queue = {from};
  while (!queue.empty() && !by[to]) {
    const std::size_t node = queue.front();
    queue.pop_front();
    for (std::size_t i = 0; i < network.links.size(); ++i) {
      const Link& link = network.links[i];
      if (link.from != node || link.to == from || by[link.to]) continue;
      by[link.to] = i;
      queue.push_back(link.to);
    }
  }
  std::vector<std::size_t> path;
  for (std::size_t node = to; node != from; node = network.links[*by[node]].from) path.insert(path.begin(), *by[node]);
  return path;
}

/// Draws in turn.
class Draws {
 public:
  Draws(std::uint32_t stream, std::uint32_t number) : random_(20261124, stream, number) {}
  std::uint32_t below(std::uint32_t count) { return random_.below(draw_++, count); }
  Nanoseconds between(Nanoseconds low, Nanoseconds high) { return low + below(static_cast<std::uint32_t>(high - low + 1)); }
  template <typename T>
  T pick(std::initializer_list<T> values) {
    return values.begin()[below(static_cast<std::uint32_t>(values.size()))];
  }

 private:
  RandomSequence random_;
  std::uint32_t draw_ = 0;
};

/// 2 to 6 bridges in a tree with up to two more links, an end station or two each, 2 to 30 streams of three classes.
inline Instance random_instance(std::uint32_t number) {
  Draws draws(1, number);
  Instance result;
  Network& network = result.network;
  const std::size_t bridges = 2 + draws.below(5);
  for (std::size_t i = 0; i < bridges; ++i) network.forwarding_ns.push_back(draws.between(0, 3000));
  const auto any_rate = [&] { return draws.pick<std::int64_t>({100'000'000, 1'000'000'000, 1'000'000'000, 2'500'000'000}); };
  for (std::size_t i = 1; i < bridges; ++i)
    connect(network, draws.below(static_cast<std::uint32_t>(i)), i, any_rate(), draws.between(0, 500));
  for (std::uint32_t i = draws.below(3); i > 0; --i) {
    const std::size_t a = draws.below(static_cast<std::uint32_t>(bridges));
    const std::size_t b = draws.below(static_cast<std::uint32_t>(bridges));
    if (a != b) connect(network, a, b, any_rate(), draws.between(0, 500));
  }
  for (std::size_t i = 0; i < bridges + draws.below(4); ++i) {
    network.forwarding_ns.push_back(0);
    connect(network, i % bridges, network.forwarding_ns.size() - 1, any_rate(), draws.between(0, 500));
  }
  const auto stations = static_cast<std::uint32_t>(network.forwarding_ns.size() - bridges);
  result.options.clock_error_ns = draws.pick<Nanoseconds>({0, 0, 100, 1000});
  for (std::uint32_t i = 2 + draws.below(29); i > 0; --i) {
    Stream stream;
    stream.id = "S" + std::to_string(result.streams.size());
    stream.period_ns = draws.pick<Nanoseconds>({100'000, 200'000, 250'000, 400'000, 500'000, 1'000'000});
    stream.payload_bytes = static_cast<std::int32_t>(draws.between(20, 600));
    stream.deadline_ns = draws.between(stream.period_ns / 2, 2 * stream.period_ns);
    stream.most_jitter_ns = 2 * result.options.clock_error_ns + draws.pick<Nanoseconds>({0, 1'000, 50'000});
    stream.priority = static_cast<std::int32_t>(draws.between(5, 7));
    const std::uint32_t from = draws.below(stations);
    const std::uint32_t to = (from + 1 + draws.below(stations - 1)) % stations;
    stream.path = shortest_path(network, bridges + from, bridges + to);
    result.streams.push_back(stream);
  }
  return result;
}

/// Six rings of five bridges, one bridge of each on a ring of rings, two end stations at each of the 30 bridges, 1 Gbit/s; streams between
/// stations drawn at random, 0.5 to 4 ms, deadline the period, 0.2 µs of clock error.
inline Instance ring_of_rings(std::size_t streams) {
  Draws draws(3, static_cast<std::uint32_t>(streams));
  Instance result;
  Network& network = result.network;
  constexpr std::size_t rings = 6;
  constexpr std::size_t bridges = 5;
  network.forwarding_ns.assign(rings * bridges, 2000);
  for (std::size_t ring = 0; ring < rings; ++ring) {
    connect(network, ring * bridges, (ring + 1) % rings * bridges, 1'000'000'000, 500);
    for (std::size_t i = 0; i < bridges; ++i) connect(network, ring * bridges + i, ring * bridges + (i + 1) % bridges, 1'000'000'000, 250);
  }
  for (std::size_t bridge = 0; bridge < rings * bridges; ++bridge) {
    for (int i = 0; i < 2; ++i) {
      network.forwarding_ns.push_back(0);
      connect(network, bridge, network.forwarding_ns.size() - 1, 1'000'000'000, 50);
    }
  }
  result.options.clock_error_ns = 200;
  constexpr std::uint32_t stations = 2 * rings * bridges;
  while (result.streams.size() < streams) {
    Stream stream;
    stream.id = "S" + std::to_string(result.streams.size());
    stream.period_ns = draws.pick<Nanoseconds>({500'000, 1'000'000, 2'000'000, 4'000'000});
    stream.payload_bytes = static_cast<std::int32_t>(draws.between(50, 500));
    stream.deadline_ns = stream.period_ns;
    stream.most_jitter_ns = 1'000;
    stream.priority = draws.pick({6, 7});
    const std::uint32_t from = draws.below(stations);
    const std::uint32_t to = (from + 1 + draws.below(stations - 1)) % stations;
    stream.path = shortest_path(network, rings * bridges + from, rings * bridges + to);
    result.streams.push_back(stream);
  }
  return result;
}

/// At 600 Gbit/s a frame takes 1 ns and its port 2 ns (42 bytes), or 2 and 3 (110 bytes): wire times are rounded up.
inline constexpr std::int64_t tiny_rate = 600'000'000'000;

/// Two or three talkers at a line of two bridges with two listeners, all times a few nanoseconds.
inline Instance tiny_instance(std::uint32_t number) {
  Draws draws(2, number);
  Instance result;
  Network& network = result.network;
  network.forwarding_ns = {draws.between(0, 1), draws.between(0, 1), 0, 0, 0, 0};
  connect(network, 0, 1, tiny_rate, draws.between(0, 1));
  for (std::size_t i = 2; i < 6; ++i) connect(network, i < 4 ? 0 : 1, i, tiny_rate, 0);
  result.options.clock_error_ns = draws.pick<Nanoseconds>({0, 0, 1});
  result.options.wait_in_queues = draws.below(4) > 0;
  const bool mixed = draws.below(2) > 0;
  for (std::uint32_t i = 2 + draws.below(3); i > 0; --i) {
    Stream stream;
    stream.id = "S" + std::to_string(result.streams.size());
    stream.period_ns = mixed ? draws.pick<Nanoseconds>({4, 6, 8, 12}) : draws.pick<Nanoseconds>({5, 10});
    stream.payload_bytes = draws.pick({42, 42, 110});
    stream.priority = draws.pick({6, 7, 7});
    const std::size_t from = 2 + draws.below(2);
    stream.path = shortest_path(network, from, draws.pick<std::size_t>({4, 5, 5 - from}));
    stream.deadline_ns = draws.between(3, 12);
    stream.most_jitter_ns = draws.between(0, 4);
    result.streams.push_back(stream);
  }
  return result;
}

}  // namespace parktwin::wired::tsn::schedule
