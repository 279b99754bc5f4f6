#pragma once
// Probability that at least one of some nodes works and reaches the root, when links and nodes fail independently of each other. The way to
// a node leads through its dominators, one after the other, and between two of them through one block of the graph alone: the probability
// is the product over the blocks (two_terminal) and dominators. Common causes (a duct with several cables, a power feeder) are in no link's
// or node's own availability and are not part of this figure; the survey of shared-risk groups shows them.
#include <map>
#include <span>
#include <vector>

#include "engine/simulators/wired/failures/kept_bounds.h"
#include "engine/simulators/wired/failures/node_cuts.h"

namespace parktwin::wired::failures {

class Availability {
 public:
  /// One availability per node and edge; the root's is not looked at. `effort` bounds the work for each block and node, as in two_terminal.
  /// The arguments must outlive the object; `kept` may be shared with others.
  Availability(const PlainGraph& graph, std::uint32_t root, std::span<const double> nodes, std::span<const double> edges,
               std::uint64_t effort, KeptBounds& kept);

  /// 0 when none of the nodes is reached.
  [[nodiscard]] Bounds any_of(std::span<const std::uint32_t> nodes);

 private:
  [[nodiscard]] Bounds at_place(std::uint32_t place);
  [[nodiscard]] bool dominates(std::uint32_t above, std::uint32_t below) const;
  [[nodiscard]] std::uint32_t common_dominator(std::span<const std::uint32_t> places) const;
  [[nodiscard]] Bounds of_block(std::uint32_t from, std::uint32_t to);
  [[nodiscard]] Bounds to_any(std::uint32_t from, std::span<const std::uint32_t> places);
  [[nodiscard]] FallibleGraph part(std::span<const std::uint32_t> edges, std::map<std::uint32_t, std::uint32_t>& number) const;

  const PlainGraph& graph_;
  std::span<const double> nodes_;
  std::span<const double> edges_;
  std::uint64_t effort_;
  KeptBounds& kept_;
  NodeCuts cuts_;
  std::vector<std::uint32_t> block_;                     ///< per place the block of the edge to its parent
  std::vector<std::vector<std::uint32_t>> block_edges_;  ///< per block
  std::map<std::uint32_t, Bounds> known_;                ///< per place
};

}  // namespace parktwin::wired::failures
