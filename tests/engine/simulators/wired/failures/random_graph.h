#pragma once
// Small random graphs, with parallel edges and loops, and what is cut off from node 0 by plain trying: the slow answer.
#include <set>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/wired/failures/graph.h"

namespace parktwin::wired::failures {

/// A random tree over all nodes but the last in every third graph, then edges between any two nodes until there are `edges`.
inline PlainGraph random_graph(std::uint32_t number, std::uint32_t nodes, std::uint32_t edges) {
  const RandomSequence random(4, 1, number);
  std::uint32_t draw = 0;
  std::vector<Ends> ends;
  const std::uint32_t joined = number % 3 == 0 ? nodes - 1 : nodes;
  for (std::uint32_t node = 1; node < joined; ++node) ends.push_back({random.below(draw++, node), node});
  while (ends.size() < edges) {
    const std::uint32_t a = random.below(draw++, nodes);
    ends.push_back({a, random.below(draw++, nodes)});
  }
  for (std::size_t i = ends.size(); i-- > 1;) std::swap(ends[i], ends[random.below(draw++, static_cast<std::uint32_t>(i + 1))]);
  return plain_graph(nodes, std::move(ends));
}

/// Nodes reached from node 0 in the whole graph, but not without these edges.
inline std::set<std::uint32_t> cut_off_without(const PlainGraph& graph, const std::set<std::uint32_t>& edges) {
  const auto walk = [&](const std::set<std::uint32_t>& failed) {
    std::set<std::uint32_t> seen{0};
    for (bool grown = true; grown;) {
      grown = false;
      for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) {
        const auto [a, b] = graph.edges[edge];
        if (failed.contains(edge) || seen.contains(a) == seen.contains(b)) continue;
        seen.insert({a, b});
        grown = true;
      }
    }
    return seen;
  };
  std::set<std::uint32_t> lost = walk({});
  for (const std::uint32_t node : walk(edges)) lost.erase(node);
  return lost;
}

inline std::set<std::uint32_t> edges_at(const PlainGraph& graph, std::uint32_t node) {
  std::set<std::uint32_t> edges;
  for (const Incidence& incidence : graph.incidences_of(node)) edges.insert(incidence.edge);
  return edges;
}

inline std::set<std::uint32_t> united(std::set<std::uint32_t> a, const std::set<std::uint32_t>& b) {
  a.insert(b.begin(), b.end());
  return a;
}

}  // namespace parktwin::wired::failures
