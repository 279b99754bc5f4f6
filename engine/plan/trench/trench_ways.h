#pragma once
// Shortest ways over a trench problem's edges from several places at once, each with a head start.
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "engine/plan/trench/trench.h"

namespace parktwin::plan {

/// Edges at each vertex.
class TrenchNeighbours {
 public:
  explicit TrenchNeighbours(const TrenchProblem& problem);
  [[nodiscard]] const std::vector<std::uint32_t>& at(std::uint32_t vertex) const { return at_[vertex]; }

 private:
  std::vector<std::vector<std::uint32_t>> at_;
};

[[nodiscard]] inline std::uint32_t other_end(const TrenchEdge& edge, std::uint32_t vertex) {
  return edge.from == vertex ? edge.to : edge.from;
}

inline constexpr std::uint32_t no_edge = std::numeric_limits<std::uint32_t>::max();

struct TrenchWays {
  std::vector<double> cost;       ///< infinite: no way
  std::vector<std::uint32_t> by;  ///< edge on which the vertex is reached; no_edge at the starts
};

/// `start`: cost at each vertex to begin with, infinite for those that are no start. Costs of edges by the end that they are left from.
[[nodiscard]] TrenchWays trench_ways(const TrenchProblem& problem, const TrenchNeighbours& neighbours, std::vector<double> start,
                                     const std::function<double(std::uint32_t edge, std::uint32_t from)>& cost_of_edge);

}  // namespace parktwin::plan
