#pragma once
// Paths of least cost from every node to the nearest of some sinks, by Dijkstra's method from the sinks backwards. Cost: fewer links first,
// then the smaller sum of 1/rate, as routers with a metric inverse to the rate; in whole femtoseconds per bit, so that equal is equal. A
// node splits its traffic evenly over all arcs that begin a path of its least cost (ECMP, as RFC 2992 describes it with a hash per flow).
// Servers and end stations pass nothing on for others.
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "engine/simulators/wired/traffic/network.h"

namespace parktwin::wired::traffic {

struct Cost {
  std::uint32_t hops = std::numeric_limits<std::uint32_t>::max();
  std::uint64_t fs_per_bit = 0;
  friend auto operator<=>(const Cost&, const Cost&) = default;
};

[[nodiscard]] Cost cost_after(const Cost& cost, const Arc& arc);

struct Route {
  std::vector<Cost> cost;            ///< of each node; as built: out of reach
  std::vector<std::uint32_t> order;  ///< nodes within reach, nearest first, sinks included
  std::vector<std::uint32_t> first;  ///< node i goes on over next[first[i] .. first[i + 1]); sinks over none
  std::vector<std::uint32_t> next;

  [[nodiscard]] bool reaches(std::size_t node) const { return cost[node] < Cost(); }
  [[nodiscard]] std::span<const std::uint32_t> next_of(std::size_t node) const {
    return std::span(next).subspan(first[node], first[node + 1] - first[node]);
  }
};

[[nodiscard]] Route route_to(const Network& network, std::span<const std::uint32_t> sinks);

/// Up to `count` loopless paths from `source` to the nearest sinks, cheapest first, as lists of arcs, none of which uses the arc `without`
/// where that is given. Yen's method (Management Science 17, 1971, doi:10.1287/mnsc.17.11.712).
[[nodiscard]] std::vector<std::vector<std::uint32_t>> shortest_paths(const Network& network, std::uint32_t source,
                                                                     std::span<const std::uint32_t> sinks, std::size_t count,
                                                                     std::optional<std::uint32_t> without = std::nullopt);

}  // namespace parktwin::wired::traffic
