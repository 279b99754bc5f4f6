#include "engine/simulators/services/network_delay.h"

#include <functional>
#include <queue>
#include <utility>

namespace parktwin::services {
namespace {

constexpr double ms_per_m = 4.9e-6;
constexpr double forwarding_ms = 0.02;

}  // namespace

std::vector<std::optional<double>> network_delays_ms(const Park& park, Id<NetworkNode> from) {
  const auto& nodes = park.network_nodes->records();
  std::vector<std::vector<std::pair<std::size_t, double>>> arcs(nodes.size());
  for (const NetworkLink& link : *park.network_links) {
    if (!link.operational) continue;
    const double way = ms_per_m * link.length.value();
    arcs[link.from.index()].emplace_back(link.to.index(), way);
    arcs[link.to.index()].emplace_back(link.from.index(), way);
  }
  std::vector<std::optional<double>> delays(nodes.size());
  if (!nodes[from.index()].operational) return delays;
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  open.emplace(0.0, from.index());
  delays[from.index()] = 0.0;
  while (!open.empty()) {
    const auto [delay, at] = open.top();
    open.pop();
    if (delay > *delays[at]) continue;
    for (const auto& [next, way] : arcs[at]) {
      if (!nodes[next].operational) continue;
      const double arrival = delay + way + (nodes[next].kind == NodeKind::splitter ? 0.0 : forwarding_ms);
      if (delays[next] && *delays[next] <= arrival) continue;
      delays[next] = arrival;
      open.emplace(arrival, next);
    }
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
