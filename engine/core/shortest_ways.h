#pragma once
// Shortest ways from one place to all (Dijkstra 1959), for graphs given as lists of arcs.
#include <cstddef>
#include <limits>
#include <vector>

namespace parktwin {

struct WayArc {
  std::size_t to = 0;
  double cost = 0.0;  ///< not negative
};

struct ShortestWays {
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::vector<double> cost;           ///< infinite where there is no way
  std::vector<std::size_t> previous;  ///< on the way from the start; none at the start and where there is no way
};

/// `arcs`: those that leave each place. Of ways of equal cost the one that is found first.
[[nodiscard]] ShortestWays shortest_ways(const std::vector<std::vector<WayArc>>& arcs, std::size_t start);

}  // namespace parktwin
