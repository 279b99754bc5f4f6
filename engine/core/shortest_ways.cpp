#include "engine/core/shortest_ways.h"

#include <functional>
#include <queue>
#include <utility>

namespace parktwin {

ShortestWays shortest_ways(const std::vector<std::vector<WayArc>>& arcs, std::size_t start) {
  ShortestWays ways;
  ways.cost.assign(arcs.size(), std::numeric_limits<double>::infinity());
  ways.previous.assign(arcs.size(), ShortestWays::none);
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  ways.cost[start] = 0.0;
  queue.emplace(0.0, start);
  while (!queue.empty()) {
    const auto [cost, at] = queue.top();
    queue.pop();
    if (cost > ways.cost[at]) continue;
    for (const WayArc& arc : arcs[at]) {
      if (!(cost + arc.cost < ways.cost[arc.to])) continue;
      ways.cost[arc.to] = cost + arc.cost;
      ways.previous[arc.to] = at;
      queue.emplace(ways.cost[arc.to], arc.to);
    }
  }
  return ways;
}

}  // namespace parktwin
