#pragma once
// Which way a flow takes: over the fewest links, then with the least delay on an empty network, over links that carry its VLAN and switches
// that can treat its class; for a redundant one two ways without a common link or switch whose sum is smallest (successive shortest paths
// on the network with its nodes split in two, Suurballe, Networks 4, 1974). An end with a single link shares it and its switch: frames are
// replicated or merged there.
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/wired/tsn/ethernet.h"

namespace parktwin::wired::tsn {

using Path = std::vector<std::size_t>;  ///< directed links in turn

struct Routes {
  std::vector<Path> paths;  ///< none, one, or two for a redundant flow that has two, the shorter first
  std::string reason;       ///< why there are fewer than asked for
};

/// Deterministic: of equal ways the one over links that come first in their table. Precondition: the flow has no structural faults.
[[nodiscard]] Routes routes_of(const Park& park, const Ethernet& ethernet, const TsnFlow& flow);

}  // namespace parktwin::wired::tsn
