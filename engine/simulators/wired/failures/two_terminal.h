#pragma once
// Probability that two perfect nodes of a graph are joined when its other nodes and its edges fail independently of each other
// (two-terminal reliability). Parallel edges, edges in series and dead ends are merged or dropped; what is left is split along its most
// reliable path: either all of the path works, or its first failing element is known, which removes it and merges what works before it
// (Dotson & Gobien, IEEE Trans. Circuits Syst. CAS-26(10), 1979, doi:10.1109/TCS.1979.1084573). The most probable cases are split first, so
// when the effort is used up what is still open bounds the answer from below and from above. Each element is counted once, however many
// paths share it.
#include <cstdint>
#include <vector>

namespace parktwin::wired::failures {

struct FallibleEdge {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double availability = 1.0;
};

struct FallibleGraph {
  std::vector<double> nodes;  ///< availability; those of the two ends are not looked at
  std::vector<FallibleEdge> edges;
};

struct Bounds {
  double lower = 0.0;
  double upper = 1.0;  ///< equal to lower when the answer is exact (to rounding)
};

/// `effort` bounds the work in elementary steps: path length · edges for each case that is split.
[[nodiscard]] Bounds two_terminal(const FallibleGraph& graph, std::uint32_t from, std::uint32_t to, std::uint64_t effort);

}  // namespace parktwin::wired::failures
