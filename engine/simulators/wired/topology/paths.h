#pragma once
// Best paths from the nearest core router to every node, by Dijkstra's method (Numer. Math. 1, 1959, doi:10.1007/BF01386390): the label of
// a path never gets better by one more link, so the best label that is left is final. Availabilities are multiplied instead of adding −ln
// availability; the order is the same and an availability of zero needs no special case. Ties: fewer links, then the node, then the link
// that comes first in its table.
#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/simulators/wired/topology/graph.h"

namespace parktwin::wired::topology {

/// Rates every link of a path must have.
struct Need {
  double down_mbps = 0.0;
  double up_mbps = 0.0;
  friend auto operator<=>(const Need&, const Need&) = default;
};

struct Path {
  double availability = 0.0;    ///< product over the links and nodes, both ends included
  std::int32_t hops = 0;        ///< links
  double rate_down_mbps = 0.0;  ///< smallest on the path; infinite for a path without links
  double rate_up_mbps = 0.0;
  std::uint32_t last_link = 0;  ///< position in the table of the link that ends it; of no meaning for a path without links
};

/// Per node the most available path among those whose links all have the rates; empty when there is none.
/// O(links · log links).
[[nodiscard]] std::vector<std::optional<Path>> most_available_paths(const Graph& graph, Need need);

/// Per node the rates of the widest path: the largest rate outwards, and among the paths that have it the largest rate inwards; infinite
/// for core routers, empty when there is no path. One search per distinct outward rate that occurs, and one more.
[[nodiscard]] std::vector<std::optional<Need>> widest_paths(const Graph& graph);

}  // namespace parktwin::wired::topology
