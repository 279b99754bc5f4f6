#pragma once
// The places of a network by which its addresses are summarised: what hangs from one aggregation switch is one area. A node belongs to the
// switch fewest links away, in service or not, without passing a core router or another such switch; an enterprise to the area of its first
// node, or of the nearest switch to its first building or parcel where it has none. Without aggregation switches, line terminals head the
// areas, else core routers.
#include <limits>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::wired::ipv6 {

struct NetworkAreas {
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> heads;          ///< nodes, one per area, in the order of the table
  std::vector<std::size_t> of_node;        ///< position in heads, or none
  std::vector<std::size_t> of_enterprise;  ///< the same
};

[[nodiscard]] NetworkAreas network_areas(const Park& park);

}  // namespace parktwin::wired::ipv6
