#include "engine/simulators/services/network_delay.h"

#include <cmath>

#include "engine/core/shortest_ways.h"

namespace parktwin::services {
namespace {

constexpr double ms_per_m = 4.9e-6;
constexpr double forwarding_ms = 0.02;

}  // namespace

std::vector<std::optional<double>> network_delays_ms(const Park& park, Id<NetworkNode> from) {
  const auto& nodes = park.network_nodes->records();
  std::vector<std::optional<double>> delays(nodes.size());
  if (!nodes[from.index()].operational) return delays;
  std::vector<std::vector<WayArc>> arcs(nodes.size());
  for (const NetworkLink& link : *park.network_links) {
    const auto join = [&](std::size_t near, std::size_t far) {
      const double arrival_ms = nodes[far].kind == NodeKind::splitter ? 0.0 : forwarding_ms;
      if (link.operational && nodes[far].operational) arcs[near].push_back({far, ms_per_m * link.length.value() + arrival_ms});
    };
    join(link.from.index(), link.to.index());
    join(link.to.index(), link.from.index());
  }
  const ShortestWays ways = shortest_ways(arcs, from.index());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (std::isfinite(ways.cost[i])) delays[i] = ways.cost[i];
  }
  return delays;
}

std::vector<std::optional<double>> enterprise_delays_ms(const Park& park, const std::vector<std::optional<double>>& node_delays_ms) {
  std::vector<std::optional<double>> least(park.enterprises->size());
  for (std::size_t i = 0; i < node_delays_ms.size(); ++i) {
    const Id<Enterprise> owner = park.network_nodes->records()[i].enterprise;
    if (!owner.valid() || !node_delays_ms[i]) continue;
    auto& delay = least[owner.index()];
    if (!delay || *node_delays_ms[i] < *delay) delay = node_delays_ms[i];
  }
  return least;
}

}  // namespace parktwin::services
