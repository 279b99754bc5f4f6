#include "engine/simulators/wired/network/working_graph.h"

namespace parktwin::wired::network {

bool in_service(const Table<NetworkNode>& nodes, const NetworkLink& link) {
  return link.operational && nodes[link.from].operational && nodes[link.to].operational;
}

Graph working_graph(const Table<NetworkNode>& nodes, const Table<NetworkLink>& links) {
  Graph graph;
  graph.first.assign(nodes.size() + 1, 0);
  for (const auto& link : links) {
    if (link.from == link.to || !in_service(nodes, link)) continue;
    ++graph.first[link.from.index() + 1];
    ++graph.first[link.to.index() + 1];
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) graph.first[i + 1] += graph.first[i];
  graph.arcs.resize(graph.first.back());
  std::vector<std::uint32_t> next(graph.first.begin(), graph.first.end() - 1);
  for (std::uint32_t position = 0; position < links.size(); ++position) {
    const NetworkLink& link = links.records()[position];
    if (link.from == link.to || !in_service(nodes, link)) continue;
    const double down = link.rate_down.value();
    const double up = link.rate_up.value();
    const std::size_t from = link.from.index();
    const std::size_t to = link.to.index();
    const double availability = availability_of(link);
    graph.arcs[next[from]++] = {static_cast<std::uint32_t>(to), down, up, availability, position};
    graph.arcs[next[to]++] = {static_cast<std::uint32_t>(from), up, down, availability, position};
  }
  graph.node_availability.reserve(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NetworkNode& node = nodes.records()[i];
    graph.node_availability.push_back(availability_of(node));
    if (node.operational && node.kind == NodeKind::core_router) graph.sources.push_back(static_cast<std::uint32_t>(i));
  }
  return graph;
}

}  // namespace parktwin::wired::network
