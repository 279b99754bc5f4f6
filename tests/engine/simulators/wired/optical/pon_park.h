#pragma once
// A line terminal T1 (and T2), a splitter S of 1:32 and a unit U: 4 km and 1 km of fibre, two splices and two connectors a link.
#include "engine/park/park.h"

namespace parktwin::wired::optical {

struct PonPark {
  std::vector<NetworkNode> nodes{4};
  std::vector<NetworkLink> links;

  PonPark() {
    const std::vector<std::string> names{"T1", "T2", "S", "U"};
    for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i].id = names[i];
    nodes[0].kind = nodes[1].kind = NodeKind::optical_line_terminal;
    nodes[2].kind = NodeKind::splitter;
    nodes[3].kind = NodeKind::optical_network_unit;
    join("feeder", 0, 2, 4000.0);
    join("drop", 2, 3, 1000.0);
  }

  void join(const std::string& id, std::size_t from, std::size_t to, double length_m) {
    NetworkLink link;
    link.id = id;
    link.from = Id<NetworkNode>(from);
    link.to = Id<NetworkNode>(to);
    link.medium = LinkMedium::passive_optical;
    link.length = Metres(length_m);
    links.push_back(link);
  }

  [[nodiscard]] Park park() const {
    Park made;
    made.network_nodes = Part(Table(nodes));
    made.network_links = Part(Table(links));
    return made;
  }
};

}  // namespace parktwin::wired::optical
