#pragma once
// The part of a park's wired network that can carry frames with deadlines: working links of fibre, copper and radio, both ways, between
// working nodes. Passive optical and virtual links are left out: their delay is not that of a port.
#include <cstddef>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn {

/// Directed link 2 k is the k-th of the table from its `from` end, 2 k + 1 the same the other way. Nodes are those of the table.
struct Ethernet {
  Network network;
  std::vector<std::vector<std::size_t>> leaving;  ///< per node: directed links that work, ascending
  std::vector<std::string> vlans;                 ///< per directed link

  [[nodiscard]] static Id<NetworkLink> link_of(std::size_t directed) { return Id<NetworkLink>(directed / 2); }
  [[nodiscard]] static bool is_outwards(std::size_t directed) { return directed % 2 == 0; }
};

[[nodiscard]] Ethernet ethernet_of(const Park& park);

/// Whether a node of that kind hands frames of that class on: time-aware switches all, ordinary ones those with nothing but a priority.
[[nodiscard]] bool forwards(NodeKind kind, TsnClass traffic_class);

/// Why a link of the park is not part of it; empty when it is.
[[nodiscard]] std::string outage_of(const Park& park, const NetworkLink& link);

}  // namespace parktwin::wired::tsn
