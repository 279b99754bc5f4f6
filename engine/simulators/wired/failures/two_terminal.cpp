#include "engine/simulators/wired/failures/two_terminal.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

#include "engine/core/check.h"

namespace parktwin::wired::failures {
namespace {

/// A part of the event space: the graph that is left in it, with node 0 and node 1 as ends, and its probability.
struct Case {
  double weight = 1.0;
  std::uint64_t number = 0;  ///< ties: first come
  FallibleGraph graph;
};

struct LessProbable {
  bool operator()(const Case& a, const Case& b) const { return a.weight != b.weight ? a.weight < b.weight : a.number > b.number; }
};

/// Loops and what cannot work are dropped, parallel edges become one; the rest is sorted.
void merge_parallel(std::vector<FallibleEdge>& edges) {
  for (FallibleEdge& edge : edges) {
    if (edge.a > edge.b) std::swap(edge.a, edge.b);
  }
  std::erase_if(edges, [](const FallibleEdge& edge) { return edge.a == edge.b || edge.availability <= 0.0; });
  std::stable_sort(edges.begin(), edges.end(), [](const auto& x, const auto& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (kept > 0 && edges[kept - 1].a == edges[i].a && edges[kept - 1].b == edges[i].b) {
      FallibleEdge& merged = edges[kept - 1];
      merged.availability = 1.0 - (1.0 - merged.availability) * (1.0 - edges[i].availability);
    } else {
      edges[kept++] = edges[i];
    }
  }
  edges.resize(kept);
}

/// Dead ends are cut off, the two edges at a node of degree two become one. False when nothing changed.
bool merge_series(FallibleGraph& graph) {
  std::vector<std::uint32_t> degree(graph.nodes.size(), 0);
  std::vector<std::uint32_t> last(graph.nodes.size(), 0);
  std::vector<std::uint32_t> other(graph.nodes.size(), 0);
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    for (const std::uint32_t node : {graph.edges[i].a, graph.edges[i].b}) {
      other[node] = std::exchange(last[node], i);
      ++degree[node];
    }
  }
  std::vector<std::uint8_t> touched(graph.edges.size(), 0);
  bool changed = false;
  for (std::uint32_t node = 2; node < graph.nodes.size(); ++node) {
    if (degree[node] == 0 || degree[node] > 2 || touched[last[node]]) continue;
    FallibleEdge& edge = graph.edges[last[node]];
    if (degree[node] == 2) {
      if (touched[other[node]]) continue;
      FallibleEdge& merged = graph.edges[other[node]];
      const std::uint32_t far = edge.a == node ? edge.b : edge.a;
      (merged.a == node ? merged.a : merged.b) = far;
      merged.availability *= edge.availability * graph.nodes[node];
      touched[other[node]] = 1;
    }
    edge.b = edge.a;  // a loop, dropped by merge_parallel
    touched[last[node]] = 1;
    changed = true;
  }
  return changed;
}

/// Nodes that no edge ends at any more are dropped; the ends stay 0 and 1.
void drop_unused_nodes(FallibleGraph& graph) {
  std::vector<std::uint32_t> number(graph.nodes.size(), 0);
  for (const FallibleEdge& edge : graph.edges) number[edge.a] = number[edge.b] = 1;
  number[0] = number[1] = 1;
  std::uint32_t used = 0;
  for (std::uint32_t node = 0; node < number.size(); ++node) {
    if (number[node] == 0) continue;
    graph.nodes[used] = graph.nodes[node];
    number[node] = used++;
  }
  graph.nodes.resize(used);
  for (FallibleEdge& edge : graph.edges) {
    edge.a = number[edge.a];
    edge.b = number[edge.b];
  }
}

void reduce(FallibleGraph& graph) {
  do {
    merge_parallel(graph.edges);
  } while (merge_series(graph));
  drop_unused_nodes(graph);
}

struct Step {
  std::uint32_t edge = 0;
  std::uint32_t node = 0;  ///< it leads to
};

/// Most reliable path from node 0 to node 1; empty when there is none.
std::vector<Step> most_reliable_path(const FallibleGraph& graph) {
  const std::size_t count = graph.nodes.size();
  std::vector<std::vector<Step>> steps(count);
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    steps[graph.edges[i].a].push_back({i, graph.edges[i].b});
    steps[graph.edges[i].b].push_back({i, graph.edges[i].a});
  }
  std::vector<double> best(count, 0.0);
  std::vector<std::uint8_t> final(count, 0);
  std::vector<Step> back(count);                               // edge to a node, and the node before
  std::priority_queue<std::pair<double, std::uint32_t>> open;  // ties: the node with the larger number
  best[0] = 1.0;
  open.emplace(1.0, 0);
  while (!final[1]) {
    if (open.empty()) return {};
    const auto [most, node] = open.top();
    open.pop();
    if (final[node]) continue;
    final[node] = 1;
    for (const Step& step : steps[node]) {
      const double offered = most * graph.edges[step.edge].availability * (step.node == 1 ? 1.0 : graph.nodes[step.node]);
      if (final[step.node] || offered <= best[step.node]) continue;
      best[step.node] = offered;
      back[step.node] = {step.edge, node};
      open.emplace(offered, step.node);
    }
  }
  std::vector<Step> path;
  for (std::uint32_t node = 1; node != 0; node = back[node].node) path.push_back({back[node].edge, node});
  std::reverse(path.begin(), path.end());
  return path;
}

/// The graph in which the first `merged` nodes of the path are one with node 0, and an edge or a node has failed.
FallibleGraph remaining(const FallibleGraph& graph, const std::vector<Step>& path, std::size_t merged,
                        std::optional<std::uint32_t> failed_edge, std::optional<std::uint32_t> failed_node) {
  std::vector<std::uint32_t> name(graph.nodes.size());
  std::iota(name.begin(), name.end(), 0U);
  for (std::size_t i = 0; i < merged; ++i) name[path[i].node] = 0;
  FallibleGraph rest;
  rest.nodes = graph.nodes;
  rest.edges.reserve(graph.edges.size());
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const FallibleEdge& edge = graph.edges[i];
    if (failed_edge == i || failed_node == edge.a || failed_node == edge.b) continue;
    rest.edges.push_back({name[edge.a], name[edge.b], edge.availability});
  }
  return rest;
}

FallibleGraph with_ends_first(const FallibleGraph& graph, std::uint32_t from, std::uint32_t to) {
  std::vector<std::uint32_t> name(graph.nodes.size());
  FallibleGraph named;
  named.nodes = {1.0, 1.0};
  for (std::uint32_t node = 0; node < graph.nodes.size(); ++node) {
    if (node == from || node == to) {
      name[node] = node == from ? 0 : 1;
      continue;
    }
    name[node] = static_cast<std::uint32_t>(named.nodes.size());
    named.nodes.push_back(graph.nodes[node]);
  }
  for (const FallibleEdge& edge : graph.edges) named.edges.push_back({name[edge.a], name[edge.b], edge.availability});
  return named;
}

/// Splits cases until none is open or the effort is used up.
class Splitting {
 public:
  void open(double weight, FallibleGraph graph) {
    if (weight > 0.0) cases_.insert({weight, next_number_++, std::move(graph)});
  }

  [[nodiscard]] Bounds solve(std::uint64_t effort) {
    std::uint64_t spent = 0;
    while (!cases_.empty() && spent < effort) {
      Case most_probable = std::move(cases_.extract(std::prev(cases_.end())).value());
      reduce(most_probable.graph);
      const auto path = most_reliable_path(most_probable.graph);
      spent += (path.size() + 1) * (most_probable.graph.edges.size() + 1);
      split(most_probable, path);
    }
    double open_weight = 0.0;
    for (const Case& left : cases_) open_weight += left.weight;
    const double upper = cases_.empty() ? works_ : std::min(1.0 - fails_, works_ + open_weight);
    return {works_, std::max(works_, upper)};
  }

 private:
  void split(const Case& parent, const std::vector<Step>& path) {
    if (path.empty()) {
      fails_ += parent.weight;
      return;
    }
    double weight = parent.weight;  // of the case in which all of the path before works
    for (std::size_t i = 0; i < path.size(); ++i) {
      const double edge = parent.graph.edges[path[i].edge].availability;
      if (edge < 1.0) open(weight * (1.0 - edge), remaining(parent.graph, path, i, path[i].edge, std::nullopt));
      weight *= edge;
      if (path[i].node == 1) break;
      const double node = parent.graph.nodes[path[i].node];
      if (node < 1.0) open(weight * (1.0 - node), remaining(parent.graph, path, i, std::nullopt, path[i].node));
      weight *= node;
    }
    works_ += weight;
  }

  std::set<Case, LessProbable> cases_;
  std::uint64_t next_number_ = 0;
  double works_ = 0.0;
  double fails_ = 0.0;
};

}  // namespace

Bounds two_terminal(const FallibleGraph& graph, std::uint32_t from, std::uint32_t to, std::uint64_t effort) {
  PARKTWIN_CHECK(from < graph.nodes.size() && to < graph.nodes.size(), "the ends are part of the graph");
  if (from == to) return {1.0, 1.0};
  Splitting splitting;
  splitting.open(1.0, with_ends_first(graph, from, to));
  return splitting.solve(effort);
}

}  // namespace parktwin::wired::failures
