#include "engine/simulators/wired/optical/pon_routes.h"

#include <algorithm>

#include "engine/simulators/wired/network/working_graph.h"

namespace parktwin::wired::optical {

PonTree::PonTree(const Park& park) : park_(&park), into_(park.network_nodes->size()) {
  for (std::size_t i = 0; i < park.network_links->size(); ++i) {
    const NetworkLink& link = park.network_links->records()[i];
    if (link.medium != LinkMedium::passive_optical || !network::in_service(*park.network_nodes, link)) continue;
    into_[link.to.index()].push_back(Id<NetworkLink>(i));
  }
}

std::vector<PonRoute> PonTree::routes(Id<NetworkNode> unit) const {
  std::vector<PonRoute> found;
  PonRoute way;
  climb(unit, way, found);
  return found;
}

void PonTree::climb(Id<NetworkNode> node, PonRoute& way, std::vector<PonRoute>& found) const {
  for (const Id<NetworkLink> link : into_[node.index()]) {
    const Id<NetworkNode> above = (*park_->network_links)[link].from;
    const NodeKind kind = (*park_->network_nodes)[above].kind;
    const bool passed =
        std::any_of(way.links.begin(), way.links.end(), [&](auto below) { return (*park_->network_links)[below].from == above; });
    if (passed || (kind != NodeKind::splitter && kind != NodeKind::optical_line_terminal)) continue;
    way.links.push_back(link);
    if (kind == NodeKind::splitter) {
      climb(above, way, found);
    } else {
      found.push_back({way.links, above});
    }
    way.links.pop_back();
  }
}

}  // namespace parktwin::wired::optical
