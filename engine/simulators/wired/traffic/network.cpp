#include "engine/simulators/wired/traffic/network.h"

#include "engine/simulators/wired/topology/graph.h"

namespace parktwin::wired::traffic {
namespace {

constexpr double light_m_per_s = 299'792'458.0;
constexpr double fibre_group_index = 1.468;  // ITU-T G.652 fibre at 1550 nm, customary value
constexpr double copper_velocity = 0.66;     // of light, in twisted pairs; assumption

double propagation_s(const NetworkLink& link) {
  const double free_space = link.length.value() / light_m_per_s;
  switch (link.medium) {
    case LinkMedium::fibre:
    case LinkMedium::passive_optical:
      return free_space * fibre_group_index;
    case LinkMedium::copper:
      return free_space / copper_velocity;
    case LinkMedium::radio:
    case LinkMedium::virtual_link:
      break;
  }
  return free_space;
}

bool passes_on(NodeKind kind) { return kind != NodeKind::server && kind != NodeKind::edge_server && kind != NodeKind::end_station; }

}  // namespace

Network network_of(const Park& park, const Options& options) {
  const auto& nodes = park.network_nodes->records();
  const auto& links = park.network_links->records();
  const auto graph = topology::working_graph(*park.network_nodes, *park.network_links);
  Network network;
  network.arcs.resize(2 * links.size());
  network.sources = graph.sources;
  network.first.assign(nodes.size() + 1, 0);
  for (const auto& node : nodes) network.forwards.push_back(passes_on(node.kind) ? 1 : 0);
  std::vector<std::vector<std::uint32_t>> into(nodes.size());
  for (std::uint32_t node = 0; node < nodes.size(); ++node) {
    for (const auto& going : graph.arcs_of(node)) {
      if (!(going.rate_down_mbps > 0.0)) continue;
      const NetworkLink& link = links[going.link];
      const std::uint32_t number = 2 * going.link + (link.from.index() == node ? 0U : 1U);
      const bool passive = nodes[going.to].kind == NodeKind::splitter;
      const bool unit = link.medium == LinkMedium::passive_optical && nodes[node].kind == NodeKind::optical_network_unit;
      const double fixed_s =
          propagation_s(link) + (passive ? 0.0 : options.switch_latency_us * 1e-6) + (unit ? options.pon_cycle_us * 1e-6 : 0.0);
      network.arcs[number] = {node, going.to, going.rate_down_mbps, fixed_s, unit};
      into[going.to].push_back(number);
    }
  }
  for (std::size_t node = 0; node < into.size(); ++node) {
    network.first[node + 1] = network.first[node] + static_cast<std::uint32_t>(into[node].size());
    network.into.insert(network.into.end(), into[node].begin(), into[node].end());
  }
  return network;
}

}  // namespace parktwin::wired::traffic
