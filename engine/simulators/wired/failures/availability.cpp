#include "engine/simulators/wired/failures/availability.h"

#include <algorithm>

#include "engine/core/check.h"

namespace parktwin::wired::failures {
namespace {

Bounds product(Bounds a, Bounds b) { return {a.lower * b.lower, a.upper * b.upper}; }

}  // namespace

Availability::Availability(const PlainGraph& graph, std::uint32_t root, std::span<const double> nodes, std::span<const double> edges,
                           std::uint64_t effort, KeptBounds& kept)
    : graph_(graph), nodes_(nodes), edges_(edges), effort_(effort), kept_(kept) {
  PARKTWIN_CHECK(nodes.size() == graph.size() && edges.size() == graph.edges.size(), "an availability per node and edge");
  cuts_.find(graph, root);
  const DepthFirstTree& tree = cuts_.tree;
  block_.assign(tree.order.size(), 0);
  for (std::uint32_t place = 1; place < block_.size(); ++place) {
    block_[place] = tree.low[place] >= tree.parent[place] ? place : block_[tree.parent[place]];
  }
  block_edges_.resize(block_.size());
  for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) {
    const auto [a, b] = graph.edges[edge];
    if (a != b && tree.reached(a)) block_edges_[block_[std::max(tree.place[a], tree.place[b])]].push_back(edge);
  }
  known_[0] = {1.0, 1.0};
}

Bounds Availability::any_of(std::span<const std::uint32_t> nodes) {
  std::vector<std::uint32_t> places;
  for (const std::uint32_t node : nodes) {
    if (cuts_.tree.reached(node)) places.push_back(cuts_.tree.place[node]);
  }
  std::sort(places.begin(), places.end());
  std::vector<std::uint32_t> first;  // those behind no other of them: whoever reaches one behind reaches these
  for (const std::uint32_t place : places) {
    if (std::none_of(first.begin(), first.end(), [&](std::uint32_t above) { return dominates(above, place); })) first.push_back(place);
  }
  if (first.empty()) return {0.0, 0.0};
  if (first.size() == 1) return at_place(first.front());
  const std::uint32_t common = common_dominator(first);
  return product(at_place(common), to_any(common, first));
}

bool Availability::dominates(std::uint32_t above, std::uint32_t below) const {
  while (below > above) below = cuts_.dominator[below];
  return below == above;
}

std::uint32_t Availability::common_dominator(std::span<const std::uint32_t> places) const {
  std::uint32_t common = places.front();
  for (std::uint32_t place : places) {
    while (place != common) (place > common ? place : common) = cuts_.dominator[std::max(place, common)];
  }
  return common;
}

Bounds Availability::at_place(std::uint32_t place) {
  std::vector<std::uint32_t> chain;
  while (!known_.contains(place)) {
    chain.push_back(place);
    place = cuts_.dominator[place];
  }
  Bounds bounds = known_.at(place);
  for (auto next = chain.rbegin(); next != chain.rend(); ++next) {
    const double own = nodes_[cuts_.tree.order[*next]];
    bounds = product(product(bounds, of_block(cuts_.dominator[*next], *next)), {own, own});
    known_[*next] = bounds;
  }
  return bounds;
}

FallibleGraph Availability::part(std::span<const std::uint32_t> edges, std::map<std::uint32_t, std::uint32_t>& number) const {
  FallibleGraph part;
  const auto numbered = [&](std::uint32_t node) {
    const auto [entry, inserted] = number.emplace(node, static_cast<std::uint32_t>(part.nodes.size()));
    if (inserted) part.nodes.push_back(nodes_[node]);
    return entry->second;
  };
  for (const std::uint32_t edge : edges) {
    const std::uint32_t a = numbered(graph_.edges[edge].a);
    part.edges.push_back({a, numbered(graph_.edges[edge].b), edges_[edge]});
  }
  return part;
}

Bounds Availability::of_block(std::uint32_t from, std::uint32_t to) {
  const auto& edges = block_edges_[block_[to]];
  if (edges.size() == 1) return {edges_[edges.front()], edges_[edges.front()]};
  std::map<std::uint32_t, std::uint32_t> number;
  const FallibleGraph block = part(edges, number);
  return kept_.answer(block, number.at(cuts_.tree.order[from]), number.at(cuts_.tree.order[to]), effort_);
}

/// Everything behind `from`, with one more node behind the places that they lead to without fail.
Bounds Availability::to_any(std::uint32_t from, std::span<const std::uint32_t> places) {
  std::vector<std::uint32_t> edges;
  for (std::uint32_t place = from + 1; place < block_.size(); ++place) {
    if (block_[place] == place && dominates(from, cuts_.dominator[place])) {
      edges.insert(edges.end(), block_edges_[place].begin(), block_edges_[place].end());
    }
  }
  std::map<std::uint32_t, std::uint32_t> number;
  FallibleGraph behind = part(edges, number);
  const auto goal = static_cast<std::uint32_t>(behind.nodes.size());
  behind.nodes.push_back(1.0);
  for (const std::uint32_t place : places) behind.edges.push_back({number.at(cuts_.tree.order[place]), goal, 1.0});
  return kept_.answer(behind, number.at(cuts_.tree.order[from]), goal, effort_);
}

}  // namespace parktwin::wired::failures
