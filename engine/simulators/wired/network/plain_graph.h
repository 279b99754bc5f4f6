#pragma once
// An undirected graph of plain numbers, as compressed rows, for the algorithms on cuts. Parallel edges are kept apart; a loop keeps its
// number but joins nothing.
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace parktwin::wired::network {

inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Ends {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

struct Incidence {
  std::uint32_t node = 0;  ///< at the other end
  std::uint32_t edge = 0;
};

struct PlainGraph {
  std::vector<Ends> edges;
  std::vector<std::uint32_t> first;  ///< incidences of node i are [first[i], first[i + 1]), in the order of the edges
  std::vector<Incidence> incidences;

  [[nodiscard]] std::size_t size() const { return first.size() - 1; }
  [[nodiscard]] std::span<const Incidence> incidences_of(std::size_t node) const {
    return std::span(incidences).subspan(first[node], first[node + 1] - first[node]);
  }
};

/// Precondition: all ends are below `nodes`.
[[nodiscard]] PlainGraph plain_graph(std::size_t nodes, std::vector<Ends> edges);

/// Per node 1 when it is reached from `root` over edges that have 0 in `failed` (one entry per edge), else 0. O(nodes + edges).
[[nodiscard]] std::vector<std::uint8_t> reached_from(const PlainGraph& graph, std::uint32_t root, std::span<const std::uint8_t> failed);

}  // namespace parktwin::wired::network
