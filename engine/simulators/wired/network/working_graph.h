#pragma once
// The working part of the wired network as compressed rows: each working link is one arc in either direction of travel. Arcs are seen
// by somebody who walks from the core outwards: a link entered at its `from` end carries rate_down outwards and rate_up inwards; entered at
// its `to` end the two change places. A link works when it and both its ends are in service.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/park/wired_inventory.h"

namespace parktwin::wired::network {

struct Arc {
  std::uint32_t to = 0;  ///< node it leads to
  double rate_down_mbps = 0.0;
  double rate_up_mbps = 0.0;
  double availability = 1.0;  ///< of the link alone
  std::uint32_t link = 0;     ///< its position in the table
};

struct Graph {
  std::vector<std::uint32_t> first;  ///< arcs of node i are [first[i], first[i + 1]), in the order of the link table
  std::vector<Arc> arcs;
  std::vector<double> node_availability;
  std::vector<std::uint32_t> sources;  ///< core routers in service, ascending

  [[nodiscard]] std::size_t size() const { return node_availability.size(); }
  [[nodiscard]] std::span<const Arc> arcs_of(std::size_t node) const {
    return std::span(arcs).subspan(first[node], first[node + 1] - first[node]);
  }
};

/// The link and both its ends are in service.
[[nodiscard]] bool in_service(const Table<NetworkNode>& nodes, const NetworkLink& link);

/// Nodes keep the positions they have in their table; those out of service have no arcs. A link from a node to itself is left out.
[[nodiscard]] Graph working_graph(const Table<NetworkNode>& nodes, const Table<NetworkLink>& links);

}  // namespace parktwin::wired::network
