#include "engine/simulators/wired/failures/network.h"

namespace parktwin::wired::failures {

Network network_of(const Park& park) {
  const auto& nodes = *park.network_nodes;
  const auto& links = park.network_links->records();
  Network network;
  network.root = static_cast<std::uint32_t>(nodes.size());
  network.edge_of.assign(links.size(), none);
  std::vector<Ends> edges;
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    const NetworkLink& link = links[i];
    if (!link.operational || link.from == link.to || !nodes[link.from].operational || !nodes[link.to].operational) continue;
    network.edge_of[i] = static_cast<std::uint32_t>(edges.size());
    network.link_of.push_back(i);
    network.edge_availability.push_back(availability_of(link));
    edges.push_back({static_cast<std::uint32_t>(link.from.index()), static_cast<std::uint32_t>(link.to.index())});
  }
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const NetworkNode& node = nodes.records()[i];
    network.node_availability.push_back(availability_of(node));
    if (node.operational && node.kind == NodeKind::core_router) edges.push_back({network.root, i});
  }
  network.node_availability.push_back(1.0);
  network.edge_availability.resize(edges.size(), 1.0);
  network.graph = plain_graph(nodes.size() + 1, std::move(edges));
  return network;
}

}  // namespace parktwin::wired::failures
