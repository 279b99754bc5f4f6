#pragma once
// How many paths without a common element join a set of nodes to the root: by Menger's theorem as many as elements must fail to cut it off,
// found as a largest flow with augmenting paths (Ford & Fulkerson, Canad. J. Math. 8, 1956). And whether there are two paths without a
// common risk (duct): of any two such paths each risk is avoided by at least one, so wherever a found pair shares a risk, both ways of
// avoiding it are tried; exact until the steps are used up. Two disjoint paths of this kind need not exist even when no single risk cuts
// the nodes off.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/simulators/wired/failures/graph.h"

namespace parktwin::wired::failures {

/// Counts paths that share no edge, or neither edge nor node beside the starts and the root. Edges from `fallible` on may be shared. A
/// start that is the root counts as `at_most` paths.
class DisjointPaths {
 public:
  enum class Of { edges, nodes };
  DisjointPaths(const PlainGraph& graph, std::uint32_t root, std::size_t fallible, Of of);

  /// Largest number of disjoint paths, counted up to `at_most`. O(at_most · (nodes + edges)).
  [[nodiscard]] std::uint32_t count(std::span<const std::uint32_t> starts, std::uint32_t at_most);

 private:
  struct Arc {
    std::uint32_t to = 0;
    std::uint32_t reverse = 0;  ///< arc in the other direction
  };
  void join(std::uint32_t from, std::uint32_t to, std::uint32_t capacity);
  [[nodiscard]] bool augment(std::span<const std::uint32_t> starts);

  std::uint32_t root_;
  std::vector<std::uint32_t> entrance_;  ///< of each node in the flow network
  std::vector<std::uint32_t> exit_;
  std::vector<Arc> arcs_;
  std::vector<std::vector<std::uint32_t>> arcs_of_;
  std::vector<std::uint32_t> capacity_;  ///< per arc
  std::vector<std::uint32_t> left_;      ///< per arc: capacity the flow leaves
  std::vector<std::uint32_t> by_;        ///< of one search: arc by which each node was reached, or none
  std::vector<std::uint32_t> queue_;
};

enum class Disjointness { disjoint, shared, undecided };

/// Whether two paths from the starts to the root share no risk. `risks` lists the risks of each edge.
[[nodiscard]] Disjointness risk_disjoint_pair(const PlainGraph& graph, std::uint32_t root, std::span<const std::uint32_t> starts,
                                              const network::Rows& risks, std::size_t risk_count, int steps);

}  // namespace parktwin::wired::failures
