#include "engine/simulators/wired/failures/node_cuts.h"

#include <algorithm>

#include "engine/simulators/wired/failures/link_cuts.h"

namespace parktwin::wired::failures {
namespace {

/// Intervals of the dominator tree: y is cut off by x when start[x] <= start[y] < start[x] + severed[x].
std::vector<std::uint32_t> dominator_order(const NodeCuts& cuts) {
  std::vector<std::uint32_t> start(cuts.severed.size(), 0);
  std::vector<std::uint32_t> next(cuts.severed.size(), 1);
  for (std::uint32_t place = 1; place < start.size(); ++place) {
    start[place] = next[cuts.dominator[place]];
    next[cuts.dominator[place]] += cuts.severed[place];
    next[place] = start[place] + 1;
  }
  return start;
}

}  // namespace

void NodeCuts::find(const PlainGraph& graph, std::uint32_t root, std::uint32_t without) {
  tree.grow(graph, root, without);
  const auto count = static_cast<std::uint32_t>(tree.order.size());
  dominator.assign(count, 0);
  severed.assign(count, 1);
  for (std::uint32_t place = 1; place < count; ++place) {
    const std::uint32_t parent = tree.parent[place];
    dominator[place] = tree.low[place] >= parent ? parent : dominator[parent];
  }
  for (std::uint32_t place = count; place-- > 1;) severed[dominator[place]] += severed[place];
}

std::vector<NodePair> node_pairs(const PlainGraph& graph, std::uint32_t root) {
  NodeCuts all;
  all.find(graph, root);
  const auto start = dominator_order(all);
  const auto severs = [&](std::uint32_t x, std::uint32_t y) { return start[x] <= start[y] && start[y] < start[x] + all.severed[x]; };
  const LinkCuts bridges = link_cuts(graph, root, 0);
  std::vector<std::uint32_t> on_cycle;  // without a way round on either side a node takes part in no joint cut
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    const auto incidences = graph.incidences_of(node);
    const auto round = [&](const Incidence& incidence) { return bridges.on_cycle[incidence.edge] != 0; };
    if (node != root && std::any_of(incidences.begin(), incidences.end(), round)) on_cycle.push_back(node);
  }
  std::vector<NodePair> pairs;
  NodeCuts rest;
  for (const std::uint32_t a : on_cycle) {
    const std::uint32_t place_a = all.tree.place[a];
    rest.find(graph, root, a);
    for (const std::uint32_t b : on_cycle) {
      if (b <= a || !rest.tree.reached(b)) continue;
      const std::uint32_t place_b = all.tree.place[b];
      const std::uint32_t alone = all.severed[place_b] - (severs(place_b, place_a) ? all.severed[place_a] : 0);
      const std::uint32_t together = rest.severed[rest.tree.place[b]];
      if (together > alone) pairs.push_back({a, b, together - alone});
    }
  }
  return pairs;
}

}  // namespace parktwin::wired::failures
