#pragma once
// Which single nodes and which pairs of nodes cut something off from the root. A node is cut off by exactly those on its chain of
// dominators: the articulation points between it and the root, the nearest of which is the top of its block (low points, Hopcroft & Tarjan,
// Comm. ACM 16(6), 1973, doi:10.1145/362248.362272). Pairs: each node is removed in turn and the dominators of the others are compared with
// those before.
#include <cstdint>
#include <vector>

#include "engine/simulators/wired/failures/depth_first_tree.h"

namespace parktwin::wired::failures {

struct NodeCuts {
  DepthFirstTree tree;
  std::vector<std::uint32_t> dominator;  ///< per place the place of the nearest node without which it is cut off; of the root: 0
  std::vector<std::uint32_t> severed;    ///< per place how many nodes its failure costs, itself included

  /// Searches anew as if `without` were not there. O(nodes + edges).
  void find(const PlainGraph& graph, std::uint32_t root, std::uint32_t without = none);
};

/// Two nodes whose joint failure cuts off nodes that neither alone does.
struct NodePair {
  std::uint32_t a = 0;  ///< node; a < b
  std::uint32_t b = 0;
  std::uint32_t newly_severed = 0;  ///< nodes only the two together cut off
};

/// All of them, by a, then b; the root never fails. O(nodes · (nodes + edges)).
[[nodiscard]] std::vector<NodePair> node_pairs(const PlainGraph& graph, std::uint32_t root);

}  // namespace parktwin::wired::failures
