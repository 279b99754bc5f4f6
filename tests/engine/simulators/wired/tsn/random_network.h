#pragma once
// Random networks of switches with stations, as lines, trees and rings, and streams on them with priorities 1 to 7.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn {

struct RandomNetwork {
  Network network;
  std::vector<Stream> streams;
  bool ring = false;

  /// Both directions between two nodes: links 2 k (there) and 2 k + 1 (back).
  std::size_t connect(std::size_t from, std::size_t to, std::int64_t rate, Nanoseconds propagation) {
    network.links.push_back({from, to, rate, propagation});
    network.links.push_back({to, from, rate, propagation});
    return network.links.size() - 2;
  }
};

/// `most_load`: of any link, gaps included. Streams that would exceed it are left out.
inline RandomNetwork random_network(std::uint32_t number, double most_load) {
  const RandomSequence random(20, 1, number);
  std::uint32_t draw = 0;
  const auto below = [&](std::size_t count) { return std::size_t{random.below(draw++, static_cast<std::uint32_t>(count))}; };
  RandomNetwork made;
  const std::size_t switches = 2 + below(5);
  const std::size_t shape = below(3);  // line, tree, ring
  made.ring = shape == 2 && switches > 2;
  for (std::size_t i = 0; i < 2 * switches; ++i) made.network.forwarding_ns.push_back(static_cast<Nanoseconds>(below(3) * 700));
  const auto rate = [&] { return std::int64_t{below(3) == 0 ? 100'000'000 : 1'000'000'000}; };
  std::vector<std::size_t> up(switches, 0);  // per switch: link to its parent
  std::vector<std::size_t> parent(switches, 0);
  for (std::size_t i = 1; i < switches; ++i) {
    parent[i] = shape == 1 ? below(i) : i - 1;
    up[i] = made.connect(i, parent[i], rate(), static_cast<Nanoseconds>(below(500)));
  }
  const std::size_t closing = made.ring ? made.connect(switches - 1, 0, rate(), 100) : 0;
  std::vector<std::size_t> station(switches);  // link from the station of each switch to it
  for (std::size_t i = 0; i < switches; ++i) station[i] = made.connect(switches + i, i, rate(), 50);
  std::vector<double> load(made.network.links.size(), 0.0);
  const std::size_t wanted = 5 + below(40);
  for (std::size_t s = 0; s < wanted; ++s) {
    Stream stream;
    stream.id = std::to_string(s);
    stream.payload_bytes = static_cast<std::int32_t>(20 + below(below(2) == 0 ? 200 : 1481));
    stream.period_ns = static_cast<Nanoseconds>((1 + below(16)) * 125'000);
    stream.priority = static_cast<std::int32_t>(1 + below(number % 2 == 0 ? 2 : 7));
    const std::size_t from = below(switches);
    const std::size_t hops = 1 + below(switches - 1);
    const std::size_t to = (from + hops) % switches;
    stream.path = {station[from]};
    if (made.ring) {  // always the same way round, so that ports wait for each other in a ring
      for (std::size_t i = from; i != to; i = (i + 1) % switches) stream.path.push_back(i + 1 < switches ? up[i + 1] + 1 : closing);
    } else {
      std::vector<std::size_t> down;
      std::size_t a = from;
      std::size_t b = to;
      while (a != b) {
        if (a > b) {
          stream.path.push_back(up[a]);
          a = parent[a];
        } else {
          down.push_back(up[b] + 1);
          b = parent[b];
        }
      }
      stream.path.insert(stream.path.end(), down.rbegin(), down.rend());
    }
    stream.path.push_back(station[to] + 1);
    bool fits = true;
    const auto asked = [&](std::size_t link) {
      return static_cast<double>(port_time_ns(stream.payload_bytes, made.network.links[link].rate_bit_s)) /
             static_cast<double>(stream.period_ns);
    };
    for (const std::size_t link : stream.path) fits = fits && load[link] + asked(link) <= most_load;
    if (!fits) continue;
    for (const std::size_t link : stream.path) load[link] += asked(link);
    made.streams.push_back(stream);
  }
  return made;
}

}  // namespace parktwin::wired::tsn
