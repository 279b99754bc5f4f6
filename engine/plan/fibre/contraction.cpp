#include "engine/plan/fibre/contraction.h"

#include <algorithm>

namespace parktwin::plan {
namespace {

class Contraction {
 public:
  explicit Contraction(RouteGraph& graph)
      : graph_(graph), stays_(graph.vertices(), 0), at_(graph.vertices()), gone_(graph.edges.size(), 0) {
    for (std::size_t v = 0; v < graph.vertices(); ++v) stays_[v] = graph.source[v].valid() ? 1 : 0;
    for (const std::uint32_t end : graph.ends) stays_[end] = 1;
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
      if (graph.edges[e].from == graph.edges[e].to) {
        gone_[e] = 1;
        continue;
      }
      at_[graph.edges[e].from].push_back(e);
      at_[graph.edges[e].to].push_back(e);
    }
    std::vector<std::uint32_t> open;
    for (std::uint32_t v = 0; v < graph.vertices(); ++v) open.push_back(v);
    while (!open.empty()) {
      const std::uint32_t vertex = open.back();
      open.pop_back();
      visit(vertex, open);
    }
    std::vector<RouteEdge> kept;
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
      if (gone_[e] == 0) kept.push_back(std::move(graph.edges[e]));
    }
    graph.edges = std::move(kept);
  }

 private:
  void visit(std::uint32_t vertex, std::vector<std::uint32_t>& open) {
    auto& edges = at_[vertex];
    if (stays_[vertex] != 0 || edges.empty() || edges.size() > 2) return;
    const std::uint32_t before = far_end(edges[0], vertex);
    const std::uint32_t after = edges.size() == 2 ? far_end(edges[1], vertex) : before;
    if (edges.size() == 1 || before == after) {
      // A dead end, or a loop, which no way needs.
      for (const std::uint32_t e : std::vector<std::uint32_t>(edges)) remove(e);
      open.push_back(before);
      return;
    }
    RouteEdge joined{before, after, 0.0, 0.0, pieces_from(graph_.edges[edges[0]], before)};
    const auto rest = pieces_from(graph_.edges[edges[1]], vertex);
    joined.pieces.insert(joined.pieces.end(), rest.begin(), rest.end());
    for (const std::uint32_t e : std::vector<std::uint32_t>(edges)) {
      joined.trench_m += graph_.edges[e].trench_m;
      joined.cable_m += graph_.edges[e].cable_m;
      remove(e);
    }
    const auto number = static_cast<std::uint32_t>(graph_.edges.size());
    graph_.edges.push_back(std::move(joined));
    gone_.push_back(0);
    at_[before].push_back(number);
    at_[after].push_back(number);
  }

  [[nodiscard]] std::uint32_t far_end(std::uint32_t e, std::uint32_t vertex) const {
    return graph_.edges[e].from == vertex ? graph_.edges[e].to : graph_.edges[e].from;
  }

  void remove(std::uint32_t e) {
    gone_[e] = 1;
    for (const std::uint32_t v : {graph_.edges[e].from, graph_.edges[e].to}) std::erase(at_[v], e);
  }

  RouteGraph& graph_;
  std::vector<std::uint8_t> stays_;
  std::vector<std::vector<std::uint32_t>> at_;
  std::vector<std::uint8_t> gone_;
};

}  // namespace

std::vector<RoutePiece> pieces_from(const RouteEdge& edge, std::uint32_t vertex) {
  if (edge.from == vertex) return edge.pieces;
  std::vector<RoutePiece> pieces(edge.pieces.rbegin(), edge.pieces.rend());
  for (RoutePiece& piece : pieces) std::reverse(piece.path.begin(), piece.path.end());
  return pieces;
}

void contract(RouteGraph& graph) { Contraction contraction(graph); }

}  // namespace parktwin::plan
