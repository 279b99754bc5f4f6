#pragma once
// Which single edges and which pairs of edges cut something off from the root. Every edge outside a spanning tree gets a random label,
// every tree edge the exclusive or of the labels of the edges that span it: a random element of the cycle space. A label of 0 marks a
// bridge; two edges with the same label disconnect the graph together (Pritchard & Thurimella, ACM Trans. Algorithms 7(4), 2011,
// doi:10.1145/2000807.2000814). True cuts always have equal labels; chance alone may give equal labels to others, so each reported class is
// then checked exactly: two tree edges are a cut when as many edges span the one as the other and all that span the lower one also span the
// upper one. A pair with a bridge in it cuts off what the bridge cuts off, and nothing more.
#include <cstdint>
#include <vector>

#include "engine/simulators/wired/failures/depth_first_tree.h"

namespace parktwin::wired::failures {

struct LinkCuts {
  DepthFirstTree tree;
  std::vector<std::uint32_t> bridges;               ///< edges that cut something off alone, ascending
  std::vector<std::vector<std::uint32_t>> classes;  ///< edges of which any two, and none alone, do; ascending, by first edge
  std::vector<std::uint64_t> labels;                ///< per edge; 0 for bridges, loops and what is not reached
  std::vector<std::uint32_t> lower;                 ///< per edge the later place of its ends; none for loops and what is not reached
  std::vector<std::uint8_t> on_cycle;               ///< per edge 1 when it is reached and no bridge

  /// Pairs of edges without a bridge that cut something off.
  [[nodiscard]] std::uint64_t pairs() const;
};

/// Only the first `fallible` edges are reported; the others never fail. Fewer than 64 label bits give more to check, never another answer.
/// O(nodes + edges · log edges).
[[nodiscard]] LinkCuts link_cuts(const PlainGraph& graph, std::uint32_t root, std::size_t fallible, unsigned label_bits = 64);

/// Places of the tree that a cut leaves without the root: [first, last) without [hole_first, hole_last).
struct Severed {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t hole_first = 0;
  std::uint32_t hole_last = 0;

  [[nodiscard]] std::uint32_t size() const { return last - first - (hole_last - hole_first); }
};

/// Precondition: a bridge.
[[nodiscard]] Severed severed_by(const LinkCuts& cuts, std::uint32_t bridge);
/// Precondition: two edges of one class.
[[nodiscard]] Severed severed_by(const LinkCuts& cuts, std::uint32_t edge, std::uint32_t other);

}  // namespace parktwin::wired::failures
