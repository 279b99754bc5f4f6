#pragma once
// The wired network while it is drawn: nodes at places along the streets, links in cables, cables in ducts beside the streets. Ducts lie 7
// m to the side of the centre lines; each stretch between two street points is one duct, so that cables share them.
#include <map>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "importers/synthetic/draft.h"
#include "importers/synthetic/route_graph.h"

namespace parktwin::importers::synthetic {

/// A node's place: the plan point and the street vertex it is joined to.
struct Attachment {
  Point at;
  RouteGraph::Vertex vertex = 0;
};

class NetworkDraft {
 public:
  NetworkDraft(const Draft& draft, const RouteGraph& graph) : draft_(draft), graph_(graph) {}

  /// Active nodes get addresses; the record can be changed until the tables are taken.
  Id<NetworkNode> add_node(NodeKind kind, const std::string& name, const Attachment& place, double availability);
  NetworkNode& node(Id<NetworkNode> id) { return nodes_[id.index()]; }
  [[nodiscard]] const Attachment& place(Id<NetworkNode> id) const { return places_[id.index()]; }

  /// Link without a cable: within a building or cabinet.
  NetworkLink& connect_inside(Id<NetworkNode> from, Id<NetworkNode> to, LinkMedium medium, double rate_mbps);
  /// Link in a new cable along the streets.
  NetworkLink& connect_along_streets(Id<NetworkNode> from, Id<NetworkNode> to, LinkMedium medium, double rate_mbps, int fibres) {
    return lay(from, to, medium, rate_mbps, fibres, false);
  }
  /// The same, but across the street at the end and in by a duct of its own.
  NetworkLink& connect_by_second_entry(Id<NetworkNode> from, Id<NetworkNode> to, LinkMedium medium, double rate_mbps, int fibres) {
    return lay(from, to, medium, rate_mbps, fibres, true);
  }
  NetworkLink& link_to(Id<NetworkNode> to);

  std::vector<NetworkService> services;
  std::vector<TsnFlow> flows;
  [[nodiscard]] std::vector<NetworkNode>& nodes() { return nodes_; }
  [[nodiscard]] std::vector<NetworkLink>& links() { return links_; }
  [[nodiscard]] std::vector<Duct> ducts() const;
  [[nodiscard]] const std::vector<Cable>& cables() const { return cables_; }
  [[nodiscard]] const RouteGraph& graph() const { return graph_; }
  [[nodiscard]] const Draft& draft() const { return draft_; }
  /// Street distances from the node's vertex.
  [[nodiscard]] const RouteGraph::Tree& tree_from(RouteGraph::Vertex vertex);

 private:
  NetworkLink& lay(Id<NetworkNode> from, Id<NetworkNode> to, LinkMedium medium, double rate_mbps, int fibres, bool second_entry);
  Id<Duct> street_duct(std::size_t edge);
  Id<Duct> drop_duct(const Attachment& place);
  Id<Duct> add_duct(Point from, Point to);

  const Draft& draft_;
  const RouteGraph& graph_;
  std::vector<NetworkNode> nodes_;
  std::vector<Attachment> places_;
  std::vector<NetworkLink> links_;
  std::vector<Cable> cables_;
  std::vector<Duct> ducts_;
  std::vector<double> duct_lengths_;
  std::vector<int> cables_in_duct_;
  std::map<std::size_t, Id<Duct>> duct_of_edge_;
  std::map<std::pair<RouteGraph::Vertex, std::pair<double, double>>, Id<Duct>> duct_of_drop_;
  std::map<RouteGraph::Vertex, RouteGraph::Tree> trees_;
};

}  // namespace parktwin::importers::synthetic
