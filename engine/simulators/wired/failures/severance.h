#pragma once
// Which nodes a set of failing edges cuts off from the root. A bridge cuts off the subtree behind it, whatever else fails; what the other
// edges of the set cut off together does not depend on bridges, and is found by walking the graph in which every bridge is drawn together
// to one node, which is small where a network is mostly trees. Hence what two sets cut off together and neither alone is cut off by the
// edges that are no bridges.
#include <span>
#include <vector>

#include "engine/simulators/wired/failures/link_cuts.h"
#include "engine/simulators/wired/failures/node_set.h"

namespace parktwin::wired::failures {

class Severance {
 public:
  /// The arguments must outlive the object.
  Severance(const PlainGraph& graph, std::uint32_t root, const LinkCuts& cuts);

  /// Adds to `severed` the nodes that the edges cut off. O(subtrees of the bridges + what is left of the graph).
  void sever(std::span<const std::uint32_t> edges, NodeSet& severed);

  /// The same for the union of two lists of edges on cycles.
  void sever_on_cycles(std::span<const std::uint32_t> edges, std::span<const std::uint32_t> more, NodeSet& severed);

  [[nodiscard]] NodeSet nothing() const { return NodeSet(graph_.size()); }
  /// Those of the edges that are on a cycle, in their order.
  [[nodiscard]] std::vector<std::uint32_t> on_cycles(std::span<const std::uint32_t> edges) const;

 private:
  const PlainGraph& graph_;
  const LinkCuts& cuts_;
  std::uint32_t start_ = 0;  ///< piece the root is in
  PlainGraph pieces_;        ///< pieces between which only edges on cycles are left
  std::vector<NodeSet> nodes_of_piece_;
  std::vector<std::uint32_t> edge_in_pieces_;  ///< per edge of the graph; none for bridges, loops and what is not reached
  std::vector<std::uint32_t> failed_in_;       ///< per edge between pieces the last walk it failed in
  std::vector<std::uint32_t> reached_in_;      ///< per piece the last walk it was reached in
  std::vector<std::uint32_t> open_;
  std::uint32_t walk_ = 0;
};

}  // namespace parktwin::wired::failures
