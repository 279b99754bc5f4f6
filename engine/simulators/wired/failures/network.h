#pragma once
// The wired network of a park as a plain graph: the nodes of its table and one more, the root, which stands for the world outside and is
// joined to every core router in service by an edge that never fails. What is cut off is what no longer reaches the root.
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/wired/failures/plain_graph.h"

namespace parktwin::wired::failures {

struct Network {
  PlainGraph graph;                    ///< nodes keep their positions; those out of service have no edges
  std::uint32_t root = 0;              ///< node behind the last of the table
  std::vector<std::uint32_t> link_of;  ///< link of each edge that may fail; the edges after them never do
  std::vector<std::uint32_t> edge_of;  ///< per link; none when it is out of service or joins a node with itself
  std::vector<double> edge_availability;
  std::vector<double> node_availability;

  [[nodiscard]] std::size_t fallible() const { return link_of.size(); }
};

[[nodiscard]] Network network_of(const Park& park);

}  // namespace parktwin::wired::failures
