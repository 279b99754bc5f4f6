#pragma once
// Packets one by one, as an independent answer to the formulas of waiting: samples arrive as a Poisson stream, fall into packets that
// follow one another, and pass links first come, first served, stored in full before they go on. Yields how long the last packet took.
#include <algorithm>
#include <cmath>
#include <queue>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::wired::traffic {

struct SimulatedStream {
  double samples_per_s = 0.0;
  double packet_bits = 0.0;
  int packets = 1;
  bool exponential = false;        ///< sizes of one-packet samples drawn anew at each link, with that mean
  std::vector<std::size_t> links;  ///< passed in this order
};

/// Delays of the samples of each stream in seconds, sorted; the first tenth of the time is left out. `rate_mbit_s` of each link.
inline std::vector<std::vector<double>> simulate_packets(const std::vector<SimulatedStream>& streams,
                                                         const std::vector<double>& rate_mbit_s, double seconds, std::uint32_t seed) {
  struct Event {
    double time_s = 0.0;
    std::uint64_t number = 0;
    std::size_t stream = 0;
    std::size_t hop = 0;
    double born_s = 0.0;
    bool last = false;
    bool operator>(const Event& other) const { return time_s != other.time_s ? time_s > other.time_s : number > other.number; }
  };
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const RandomSequence random(seed, 11, static_cast<std::uint32_t>(i));
    std::uint32_t draw = 0;
    for (double at = 0.0; at < seconds;) {
      at -= std::log(1.0 - random.uniform(draw++)) / streams[i].samples_per_s;
      for (int packet = 0; packet < streams[i].packets; ++packet) events.push({at, number++, i, 0, at, packet + 1 == streams[i].packets});
    }
  }
  const RandomSequence sizes(seed, 12, 0);
  std::uint32_t draw = 0;
  std::vector<double> free_s(rate_mbit_s.size(), 0.0);
  std::vector<std::vector<double>> delays(streams.size());
  while (!events.empty()) {
    Event event = events.top();
    events.pop();
    const SimulatedStream& stream = streams[event.stream];
    if (event.hop == stream.links.size()) {
      if (event.last && event.born_s > seconds / 10.0) delays[event.stream].push_back(event.time_s - event.born_s);
      continue;
    }
    const std::size_t link = stream.links[event.hop];
    const double bits = stream.exponential ? -std::log(1.0 - sizes.uniform(draw++)) * stream.packet_bits : stream.packet_bits;
    free_s[link] = std::max(free_s[link], event.time_s) + bits * 1e-6 / rate_mbit_s[link];
    event.time_s = free_s[link];
    event.number = number++;
    ++event.hop;
    events.push(event);
  }
  for (auto& list : delays) std::sort(list.begin(), list.end());
  return delays;
}

inline double mean_of(const std::vector<double>& sorted) {
  double sum = 0.0;
  for (const double value : sorted) sum += value;
  return sum / static_cast<double>(sorted.size());
}

inline double percentile_of(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

}  // namespace parktwin::wired::traffic
