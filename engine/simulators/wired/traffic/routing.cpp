#include "engine/simulators/wired/traffic/routing.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

namespace parktwin::wired::traffic {
namespace {

constexpr double most_fs_per_bit = 1e15;

struct Reached {
  Cost cost;
  std::uint32_t node = 0;
  friend auto operator<=>(const Reached&, const Reached&) = default;
};

}  // namespace

Cost cost_after(const Cost& cost, const Arc& arc) {
  return {cost.hops + 1, cost.fs_per_bit + static_cast<std::uint64_t>(std::llround(std::min(1e9 / arc.rate_mbit_s, most_fs_per_bit)))};
}

Route route_to(const Network& network, std::span<const std::uint32_t> sinks) {
  Route route;
  route.cost.assign(network.size(), Cost());
  std::vector<std::uint8_t> is_sink(network.size(), 0);
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> waiting;
  for (const std::uint32_t sink : sinks) {
    is_sink[sink] = 1;
    route.cost[sink] = {0, 0};
    waiting.push({route.cost[sink], sink});
  }
  std::vector<std::uint8_t> done(network.size(), 0);
  while (!waiting.empty()) {
    const Reached at = waiting.top();
    waiting.pop();
    if (done[at.node] != 0) continue;
    done[at.node] = 1;
    route.order.push_back(at.node);
    if (is_sink[at.node] == 0 && network.forwards[at.node] == 0) continue;
    for (const std::uint32_t number : network.arcs_into(at.node)) {
      const Arc& arc = network.arcs[number];
      const Cost cost = cost_after(at.cost, arc);
      if (!(cost < route.cost[arc.from])) continue;
      route.cost[arc.from] = cost;
      waiting.push({cost, arc.from});
    }
  }
  std::vector<std::vector<std::uint32_t>> next(network.size());
  for (const std::uint32_t to : route.order) {
    if (is_sink[to] == 0 && network.forwards[to] == 0) continue;
    for (const std::uint32_t number : network.arcs_into(to)) {
      const Arc& arc = network.arcs[number];
      if (is_sink[arc.from] == 0 && route.cost[arc.from] == cost_after(route.cost[to], arc)) next[arc.from].push_back(number);
    }
  }
  route.first.assign(network.size() + 1, 0);
  for (std::size_t node = 0; node < next.size(); ++node) {
    std::sort(next[node].begin(), next[node].end());
    route.first[node + 1] = route.first[node] + static_cast<std::uint32_t>(next[node].size());
    route.next.insert(route.next.end(), next[node].begin(), next[node].end());
  }
  return route;
}

}  // namespace parktwin::wired::traffic
