#include "engine/simulators/wired/failures/severance.h"

#include <algorithm>
#include <iterator>

namespace parktwin::wired::failures {

Severance::Severance(const PlainGraph& graph, std::uint32_t root, const LinkCuts& cuts)
    : graph_(graph), cuts_(cuts), edge_in_pieces_(graph.edges.size(), none) {
  const DepthFirstTree& tree = cuts.tree;
  std::vector<std::uint32_t> piece(graph.size(), none);
  for (const std::uint32_t node : tree.order) {  // parents come first
    const std::uint32_t place = tree.place[node];
    const bool behind_bridge = place > 0 && !cuts.on_cycle[tree.parent_edge[place]];
    if (behind_bridge) {
      piece[node] = piece[tree.order[tree.parent[place]]];
    } else {
      piece[node] = static_cast<std::uint32_t>(nodes_of_piece_.size());
      nodes_of_piece_.emplace_back(graph.size());
    }
    nodes_of_piece_[piece[node]].insert(node);
  }
  start_ = piece[root];
  std::vector<Ends> edges;
  for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) {
    if (!cuts.on_cycle[edge]) continue;
    edge_in_pieces_[edge] = static_cast<std::uint32_t>(edges.size());
    edges.push_back({piece[graph.edges[edge].a], piece[graph.edges[edge].b]});
  }
  failed_in_.assign(edges.size(), 0);
  reached_in_.assign(nodes_of_piece_.size(), 0);
  pieces_ = plain_graph(nodes_of_piece_.size(), std::move(edges));
}

void Severance::sever(std::span<const std::uint32_t> edges, NodeSet& severed) {
  const DepthFirstTree& tree = cuts_.tree;
  for (const std::uint32_t edge : edges) {
    if (cuts_.on_cycle[edge] || cuts_.lower[edge] == none) continue;
    const std::uint32_t lower = cuts_.lower[edge];
    for (std::uint32_t place = lower; place < tree.end[lower]; ++place) severed.insert(tree.order[place]);
  }
  sever_on_cycles(on_cycles(edges), {}, severed);
}

std::vector<std::uint32_t> Severance::on_cycles(std::span<const std::uint32_t> edges) const {
  std::vector<std::uint32_t> found;
  std::copy_if(edges.begin(), edges.end(), std::back_inserter(found), [&](std::uint32_t edge) { return cuts_.on_cycle[edge] != 0; });
  return found;
}

void Severance::sever_on_cycles(std::span<const std::uint32_t> edges, std::span<const std::uint32_t> more, NodeSet& severed) {
  if (edges.size() + more.size() < 2) return;
  ++walk_;
  for (const std::uint32_t edge : edges) failed_in_[edge_in_pieces_[edge]] = walk_;
  for (const std::uint32_t edge : more) failed_in_[edge_in_pieces_[edge]] = walk_;
  open_.assign(1, start_);
  reached_in_[start_] = walk_;
  std::size_t reached = 1;
  while (!open_.empty()) {
    const std::uint32_t piece = open_.back();
    open_.pop_back();
    for (const Incidence& incidence : pieces_.incidences_of(piece)) {
      if (reached_in_[incidence.node] == walk_ || failed_in_[incidence.edge] == walk_) continue;
      reached_in_[incidence.node] = walk_;
      open_.push_back(incidence.node);
      ++reached;
    }
  }
  if (reached == nodes_of_piece_.size()) return;
  for (std::uint32_t piece = 0; piece < nodes_of_piece_.size(); ++piece) {
    if (reached_in_[piece] != walk_) severed.add(nodes_of_piece_[piece]);
  }
}

}  // namespace parktwin::wired::failures
