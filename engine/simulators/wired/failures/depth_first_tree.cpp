#include "engine/simulators/wired/failures/depth_first_tree.h"

#include <algorithm>

#include "engine/core/check.h"

namespace parktwin::wired::failures {

void DepthFirstTree::grow(const PlainGraph& graph, std::uint32_t root, std::uint32_t without) {
  PARKTWIN_CHECK(root < graph.size() && root != without, "the root is part of the graph");
  constexpr std::uint32_t absent = none - 1;
  place.assign(graph.size(), none);
  if (without != none) place[without] = absent;
  for (auto* list : {&order, &parent, &parent_edge, &end, &low, &next_}) list->clear();
  const auto enter = [&](std::uint32_t node, std::uint32_t from, std::uint32_t edge) {
    const auto here = static_cast<std::uint32_t>(order.size());
    place[node] = here;
    order.push_back(node);
    parent.push_back(from);
    parent_edge.push_back(edge);
    end.push_back(here + 1);
    low.push_back(here);
    next_.push_back(graph.first[node]);
    return here;
  };
  std::uint32_t at = enter(root, 0, none);
  while (true) {
    if (next_[at] < graph.first[order[at] + 1]) {
      const Incidence incidence = graph.incidences[next_[at]++];
      const std::uint32_t there = place[incidence.node];
      if (there == none) {
        at = enter(incidence.node, at, incidence.edge);
      } else {
        low[at] = std::min(low[at], there);
      }
      continue;
    }
    end[at] = static_cast<std::uint32_t>(order.size());
    if (at == 0) return;
    low[parent[at]] = std::min(low[parent[at]], low[at]);
    at = parent[at];
  }
}

}  // namespace parktwin::wired::failures
