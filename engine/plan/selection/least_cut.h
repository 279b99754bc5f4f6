#pragma once
// Least cut between two places of a network with capacities (Dinic 1970): the places from which the sink is still reached when as much
// flows as can.
#include <cstdint>
#include <vector>

namespace parktwin::plan {

struct FlowArc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  double capacity = 0.0;  ///< not negative
};

struct LeastCut {
  double flow = 0.0;                    ///< capacity of the cut; at most `enough`
  std::vector<std::uint8_t> sink_side;  ///< per vertex; of the least cuts the one nearest to the sink
};

/// Ends as soon as `enough` flows; the cut is then of no use.
[[nodiscard]] LeastCut least_cut(std::size_t vertices, const std::vector<FlowArc>& arcs, std::uint32_t source, std::uint32_t sink,
                                 double enough);

}  // namespace parktwin::plan
