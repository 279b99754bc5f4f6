#pragma once
// Who sees whom: customers and suppliers, weighted by their trade, and enterprises in the neighbourhood. The weights of each enterprise add
// up to one, or there are none.
#include <cstdint>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/cloud/adoption/options.h"

namespace parktwin::cloud::adoption {

struct Peer {
  std::uint32_t enterprise = 0;
  double weight = 0.0;
};

struct PeerGraph {
  std::vector<std::vector<Peer>> peers;                ///< per enterprise whom it looks at, in the order of the table
  std::vector<std::vector<std::uint32_t>> goes_first;  ///< per enterprise the suppliers it waits for
};

[[nodiscard]] PeerGraph peer_graph(const Park& park, const Options& options);

}  // namespace parktwin::cloud::adoption
