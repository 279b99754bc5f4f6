#include "engine/simulators/wired/network/plain_graph.h"

#include "engine/core/check.h"

namespace parktwin::wired::network {

PlainGraph plain_graph(std::size_t nodes, std::vector<Ends> edges) {
  PlainGraph graph;
  graph.edges = std::move(edges);
  graph.first.assign(nodes + 1, 0);
  for (const Ends& ends : graph.edges) {
    PARKTWIN_CHECK(ends.a < nodes && ends.b < nodes, "an edge ends outside its graph");
    if (ends.a == ends.b) continue;
    ++graph.first[ends.a + 1];
    ++graph.first[ends.b + 1];
  }
  for (std::size_t i = 0; i < nodes; ++i) graph.first[i + 1] += graph.first[i];
  graph.incidences.resize(graph.first.back());
  std::vector<std::uint32_t> next(graph.first.begin(), graph.first.end() - 1);
  for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) {
    const auto [a, b] = graph.edges[edge];
    if (a == b) continue;
    graph.incidences[next[a]++] = {b, edge};
    graph.incidences[next[b]++] = {a, edge};
  }
  return graph;
}

std::vector<std::uint8_t> reached_from(const PlainGraph& graph, std::uint32_t root, std::span<const std::uint8_t> failed) {
  PARKTWIN_CHECK(failed.size() == graph.edges.size(), "one mark per edge");
  std::vector<std::uint8_t> reached(graph.size(), 0);
  std::vector<std::uint32_t> open{root};
  reached[root] = 1;
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    for (const Incidence& incidence : graph.incidences_of(node)) {
      if (failed[incidence.edge] || reached[incidence.node]) continue;
      reached[incidence.node] = 1;
      open.push_back(incidence.node);
    }
  }
  return reached;
}

}  // namespace parktwin::wired::network
