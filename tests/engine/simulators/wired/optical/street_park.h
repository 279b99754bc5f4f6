#pragma once
// A street: line terminal T at the origin, ducts 500 m and 500 m on to a fork, from it two ducts of 300 m (200 m along, 100 m aside), and a
// side street at 500 m. Units U and V stand at the ends of the fork, each on a splitter S at the terminal.
#include "engine/park/park.h"

namespace parktwin::wired::optical {

struct StreetPark {
  std::vector<Duct> ducts;
  std::vector<NetworkNode> nodes{4};
  std::vector<NetworkLink> links;
  std::vector<Enterprise> enterprises{2};
  std::vector<Building> buildings{2};

  StreetPark() {
    add_duct({0, 0}, {500, 0});
    add_duct({500, 0}, {1000, 0});
    ducts.push_back({"fork 1", 4, {{{1000, 0}, {1000, 100}, {1200, 100}}}});
    ducts.push_back({"fork 2", 4, {{{1000, 0}, {1000, -100}, {1200, -100}}}});
    add_duct({500, 0}, {500, 400});
    const std::vector<std::string> names{"T", "S", "U", "V"};
    for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i].id = names[i];
    nodes[0].kind = NodeKind::optical_line_terminal;
    nodes[1].kind = NodeKind::splitter;
    nodes[2].kind = nodes[3].kind = NodeKind::optical_network_unit;
    nodes[2].position = {1200, 100};
    nodes[3].position = {1200, -100};
    nodes[2].enterprise = Id<Enterprise>(0);
    join(0, 1, 1.0);
    join(1, 2, 1300.0);
    join(1, 3, 1300.0);
    for (std::size_t i = 0; i < 2; ++i) {
      enterprises[i].id = "E" + std::to_string(i);
      buildings[i].id = "B" + std::to_string(i);
      buildings[i].enterprise = Id<Enterprise>(i);
      buildings[i].footprint = {{{490, 400}, {510, 400}, {510, 420}, {490, 420}}, {}};
    }
  }

  void add_duct(Point from, Point to) { ducts.push_back({"D" + std::to_string(ducts.size()), 4, {{from, to}}}); }

  void join(std::size_t from, std::size_t to, double length_m) {
    NetworkLink link;
    link.id = "L" + std::to_string(links.size());
    link.from = Id<NetworkNode>(from);
    link.to = Id<NetworkNode>(to);
    link.medium = LinkMedium::passive_optical;
    link.length = Metres(length_m);
    links.push_back(link);
  }

  [[nodiscard]] Park park() const {
    Park made;
    made.ducts = Part(Table(ducts));
    made.network_nodes = Part(Table(nodes));
    made.network_links = Part(Table(links));
    made.enterprises = Part(Table(enterprises));
    made.buildings = Part(Table(buildings));
    return made;
  }
};

}  // namespace parktwin::wired::optical
