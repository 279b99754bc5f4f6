#pragma once
// The wired inventory compiled once, layer over layer: trench and duct, cable, the working links as edges of one graph (fibre, passive
// optics, Ethernet), IPv6 on top of them, and at the nodes the enterprises, network services and radio sites that depend on it; beside
// them the buildings that nodes share. All simulators of the wired network read this; each layer names the one below by
// plain numbers, so that any path is traced down to the ducts. The graph has one node more than the table, the root: the world outside,
// joined to every core router in service by an edge that belongs to no link. What is cut off is what no longer reaches the root.
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/wired/network/plain_graph.h"
#include "engine/simulators/wired/network/rows.h"
#include "engine/simulators/wired/network/working_graph.h"

namespace parktwin::wired::network {

struct LayeredNetwork {
  PlainGraph graph;                    ///< nodes keep their positions; those out of service have no edges
  std::uint32_t root = 0;              ///< node behind the last of the table
  std::vector<std::uint32_t> link_of;  ///< link of each edge that may fail; the edges after them lead to the root
  std::vector<std::uint32_t> edge_of;  ///< per link; none when it is out of service or joins a node with itself
  std::vector<double> edge_availability;
  std::vector<double> node_availability;
  Graph working;  ///< the same links as arcs with their rates

  Rows edges_of_cable;  ///< working links that a cable carries
  Rows edges_of_duct;   ///< once for each time a cable of the link passes
  Rows ducts_of_edge;

  Rows nodes_of_enterprise;
  Rows services_of_node;
  Rows sites_of_node;  ///< radio sites with their backhaul there
  Rows nodes_of_building;

  /// Edges that belong to a link.
  [[nodiscard]] std::size_t fallible() const { return link_of.size(); }
};

[[nodiscard]] LayeredNetwork layered_network(const Park& park);

}  // namespace parktwin::wired::network
