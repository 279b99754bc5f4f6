#include "engine/simulators/wired/network/layered_network.h"

namespace parktwin::wired::network {
namespace {

using Entries = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

template <class T>
void enter(Entries& entries, Id<T> row, std::size_t number) {
  if (row.valid()) entries.emplace_back(static_cast<std::uint32_t>(row.index()), static_cast<std::uint32_t>(number));
}

/// Rows over the records of `rows` with the records of `table` that name one of them.
template <class Row, class Record, class Named>
Rows gathered(const Table<Row>& rows, const Table<Record>& table, Named named) {
  Entries entries;
  for (std::size_t i = 0; i < table.size(); ++i) enter(entries, named(table.records()[i]), i);
  return {rows.size(), entries};
}

void add_edges(const Park& park, LayeredNetwork& network) {
  const auto& nodes = *park.network_nodes;
  const auto& links = park.network_links->records();
  network.root = static_cast<std::uint32_t>(nodes.size());
  network.edge_of.assign(links.size(), none);
  std::vector<Ends> edges;
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    const NetworkLink& link = links[i];
    if (link.from == link.to || !in_service(nodes, link)) continue;
    network.edge_of[i] = static_cast<std::uint32_t>(edges.size());
    network.link_of.push_back(i);
    network.edge_availability.push_back(availability_of(link));
    edges.push_back({static_cast<std::uint32_t>(link.from.index()), static_cast<std::uint32_t>(link.to.index())});
  }
  network.working = working_graph(nodes, *park.network_links);
  for (const std::uint32_t source : network.working.sources) edges.push_back({network.root, source});
  network.edge_availability.resize(edges.size(), 1.0);
  network.node_availability = network.working.node_availability;
  network.node_availability.push_back(1.0);
  network.graph = plain_graph(nodes.size() + 1, std::move(edges));
}

void add_ducts_and_cables(const Park& park, LayeredNetwork& network) {
  Entries cables;
  Entries by_duct;
  Entries by_edge;
  for (std::uint32_t edge = 0; edge < network.fallible(); ++edge) {
    const Id<Cable> cable = park.network_links->records()[network.link_of[edge]].cable;
    enter(cables, cable, edge);
    if (!cable.valid()) continue;
    for (const Id<Duct> duct : (*park.cables)[cable].ducts) {
      enter(by_duct, duct, edge);
      by_edge.emplace_back(edge, static_cast<std::uint32_t>(duct.index()));
    }
  }
  network.edges_of_cable = Rows(park.cables->size(), cables);
  network.edges_of_duct = Rows(park.ducts->size(), by_duct);
  network.ducts_of_edge = Rows(network.graph.edges.size(), by_edge);
}

}  // namespace

LayeredNetwork layered_network(const Park& park) {
  LayeredNetwork network;
  add_edges(park, network);
  add_ducts_and_cables(park, network);
  const auto& nodes = *park.network_nodes;
  network.nodes_of_enterprise = gathered(*park.enterprises, nodes, [](const NetworkNode& node) { return node.enterprise; });
  network.nodes_of_building = gathered(*park.buildings, nodes, [](const NetworkNode& node) { return node.building; });
  network.services_of_node = gathered(nodes, *park.network_services, [](const NetworkService& service) { return service.node; });
  network.sites_of_node = gathered(nodes, *park.radio_sites, [](const RadioSite& site) { return site.backhaul; });
  return network;
}

}  // namespace parktwin::wired::network
