#pragma once
// Depth-first search of an undirected graph from its root. Nodes are numbered by the order in which they are entered ("places"), so that a
// parent comes before its children, the descendants of a place are an interval, and every edge outside the tree joins a place with one of
// its ancestors (Tarjan, SIAM J. Comput. 1(2), 1972, doi:10.1137/0201010).
#include <cstdint>
#include <vector>

#include "engine/simulators/wired/failures/graph.h"

namespace parktwin::wired::failures {

struct DepthFirstTree {
  std::vector<std::uint32_t> place;        ///< per node; not below order.size() when it is not reached
  std::vector<std::uint32_t> order;        ///< per place its node
  std::vector<std::uint32_t> parent;       ///< per place; of the root: 0
  std::vector<std::uint32_t> parent_edge;  ///< per place; of the root: none
  std::vector<std::uint32_t> end;          ///< descendants of place p, itself included, are [p, end[p])
  std::vector<std::uint32_t> low;          ///< per place the first place next to it or a descendant, its parent included

  [[nodiscard]] bool reached(std::uint32_t node) const { return place[node] < order.size(); }

  /// Searches anew, as if the node `without` and its edges were not there. Memory is used again. O(nodes + edges).
  void grow(const PlainGraph& graph, std::uint32_t root, std::uint32_t without = none);

 private:
  std::vector<std::uint32_t> next_;
};

}  // namespace parktwin::wired::failures
