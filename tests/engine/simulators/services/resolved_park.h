#pragma once
// Four enterprises and an identifier node on a line of network nodes: server, access of E-0, access of E-1; the access of E-2 is cut off,
// E-3 reaches the server and is not registered as a user of identifiers.
#include "engine/park/park.h"

namespace parktwin::services {

inline Park resolved_park() {
  Park park;
  std::vector<Enterprise> enterprises(4);
  for (std::size_t i = 0; i < 4; ++i) {
    enterprises[i].id = "E-" + std::to_string(i);
    enterprises[i].uses_identifiers = i < 3;
  }
  std::vector<NetworkNode> nodes(5);
  std::vector<NetworkLink> links(4);
  for (std::size_t i = 0; i < 5; ++i) {
    nodes[i].id = "N-" + std::to_string(i);
    nodes[i].kind = i == 0 ? NodeKind::server : NodeKind::access_switch;
    if (i == 0) continue;
    nodes[i].enterprise = Id<Enterprise>(i - 1);
    NetworkLink& link = links[i - 1];
    link.id = "L-" + std::to_string(i);
    link.from = Id<NetworkNode>(i == 4 ? 1 : i - 1);
    link.to = Id<NetworkNode>(i);
    link.length = Metres(1000.0 * static_cast<double>(i));
    link.operational = i != 3;
  }
  SharedService service;
  service.id = "SV-0";
  service.kind = SharedServiceKind::identifier_node;
  IdentifierNode node;
  node.id = "IN-0";
  node.service = Id<SharedService>(0);
  node.node = Id<NetworkNode>(0);
  IdentifierApplication application;
  application.id = "IA-0";
  application.node = Id<IdentifierNode>(0);
  application.across_chain = true;
  application.enterprises = {Id<Enterprise>(0), Id<Enterprise>(1), Id<Enterprise>(2), Id<Enterprise>(3)};
  application.resolutions_per_day = 5000.0;
  application.registrations_per_day = 200.0;
  park.enterprises = Part(Table(std::move(enterprises)));
  park.network_nodes = Part(Table(std::move(nodes)));
  park.network_links = Part(Table(std::move(links)));
  park.shared_services = Part(Table(std::vector<SharedService>{service}));
  park.identifier_nodes = Part(Table(std::vector<IdentifierNode>{node}));
  park.identifier_applications = Part(Table(std::vector<IdentifierApplication>{application}));
  return park;
}

}  // namespace parktwin::services
