#include "engine/simulators/wired/failures/link_cuts.h"

#include <algorithm>
#include <numeric>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::wired::failures {
namespace {

constexpr std::uint64_t label_seed = 2011;
constexpr std::uint32_t label_stream = 1;

std::uint64_t random_label(std::uint32_t edge) {
  const RandomSequence random(label_seed, label_stream, edge);
  const auto bits = [&](std::uint32_t draw) { return static_cast<std::uint64_t>(random.uniform(draw) * 0x1.0p53); };
  return (bits(0) << 11U) ^ bits(1);
}

/// An edge outside the tree, by the places of its ends.
struct Span {
  std::uint32_t lower = 0;
  std::uint32_t upper = 0;
};

/// What is known of the edges that span each tree edge, which is named by its lower place.
struct Cover {
  std::vector<std::uint32_t> count;
  std::vector<std::uint32_t> deepest_top;  ///< largest upper place among them
};

std::vector<std::uint32_t> deepest_tops(const DepthFirstTree& tree, std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.upper > b.upper; });
  std::vector<std::uint32_t> deepest(tree.order.size(), none);
  std::vector<std::uint32_t> open(tree.order.size());  // next tree edge upwards that has no answer yet
  std::iota(open.begin(), open.end(), 0U);
  const auto find = [&](std::uint32_t place) {
    while (open[place] != place) {
      open[place] = open[open[place]];
      place = open[place];
    }
    return place;
  };
  for (const Span& span : spans) {
    for (std::uint32_t place = find(span.lower); place > span.upper; place = find(place)) {
      deepest[place] = span.upper;
      open[place] = tree.parent[place];
    }
  }
  return deepest;
}

/// Adds up from the leaves to the root.
template <class Value, class Add>
void gather(const DepthFirstTree& tree, std::vector<Value>& values, Add add) {
  for (auto place = static_cast<std::uint32_t>(values.size()); place-- > 1;) add(values[tree.parent[place]], values[place]);
}

/// Exact answer to "do these two cut something off together, and neither alone".
class PairCheck {
 public:
  PairCheck(const PlainGraph& graph, const LinkCuts& cuts, const Cover& cover) : graph_(graph), cuts_(cuts), cover_(cover) {}

  [[nodiscard]] bool operator()(std::uint32_t edge, std::uint32_t other) const {
    const bool tree_edge = in_tree(edge);
    const bool other_tree_edge = in_tree(other);
    if (!tree_edge && !other_tree_edge) return false;
    if (!tree_edge) return only_span(other, edge);
    if (!other_tree_edge) return only_span(edge, other);
    const auto [above, below] = std::minmax(cuts_.lower[edge], cuts_.lower[other]);
    return below < cuts_.tree.end[above] && cover_.count[above] == cover_.count[below] && cover_.count[above] > 0 &&
           cover_.deepest_top[below] < above;
  }

 private:
  [[nodiscard]] bool in_tree(std::uint32_t edge) const { return cuts_.tree.parent_edge[cuts_.lower[edge]] == edge; }

  [[nodiscard]] bool only_span(std::uint32_t tree_edge, std::uint32_t span) const {
    const std::uint32_t below = cuts_.lower[tree_edge];
    const std::uint32_t low_end = cuts_.lower[span];
    const std::uint32_t high_end = std::min(cuts_.tree.place[graph_.edges[span].a], cuts_.tree.place[graph_.edges[span].b]);
    return cover_.count[below] == 1 && below <= low_end && low_end < cuts_.tree.end[below] && high_end < below;
  }

  const PlainGraph& graph_;
  const LinkCuts& cuts_;
  const Cover& cover_;
};

/// Splits edges of equal label into true classes; those with one edge are dropped.
void add_classes(std::span<const std::pair<std::uint64_t, std::uint32_t>> equal, const PairCheck& cut_together, LinkCuts& cuts) {
  std::vector<std::vector<std::uint32_t>> found;
  for (const auto& entry : equal) {
    const std::uint32_t edge = entry.second;
    const auto of_same = std::find_if(found.begin(), found.end(), [&](const auto& list) { return cut_together(list.front(), edge); });
    if (of_same == found.end()) {
      found.push_back({edge});
    } else {
      of_same->push_back(edge);
    }
  }
  for (auto& list : found) {
    if (list.size() > 1) cuts.classes.push_back(std::move(list));
  }
}

/// Fills places and labels of the edges; returns what spans each tree edge.
Cover label_edges(const PlainGraph& graph, unsigned label_bits, LinkCuts& cuts) {
  const DepthFirstTree& tree = cuts.tree;
  const std::uint64_t mask = ~std::uint64_t{0} >> (64U - label_bits);
  std::vector<std::uint64_t> labels(tree.order.size(), 0);
  std::vector<std::int32_t> balance(tree.order.size(), 0);
  std::vector<Span> spans;
  for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) {
    const auto [a, b] = graph.edges[edge];
    if (a == b || !tree.reached(a)) continue;
    const auto [upper, lower] = std::minmax(tree.place[a], tree.place[b]);
    cuts.lower[edge] = lower;
    if (tree.parent_edge[lower] == edge) continue;
    const std::uint64_t label = random_label(edge) & mask;
    cuts.labels[edge] = label;
    labels[lower] ^= label;
    labels[upper] ^= label;
    ++balance[lower];
    --balance[upper];
    spans.push_back({lower, upper});
  }
  gather(tree, labels, [](std::uint64_t& sum, std::uint64_t value) { sum ^= value; });
  gather(tree, balance, [](std::int32_t& sum, std::int32_t value) { sum += value; });
  for (std::uint32_t place = 1; place < labels.size(); ++place) cuts.labels[tree.parent_edge[place]] = labels[place];
  return {{balance.begin(), balance.end()}, deepest_tops(tree, std::move(spans))};
}

}  // namespace

std::uint64_t LinkCuts::pairs() const {
  std::uint64_t count = 0;
  for (const auto& list : classes) count += std::uint64_t{list.size()} * (list.size() - 1) / 2;
  return count;
}

LinkCuts link_cuts(const PlainGraph& graph, std::uint32_t root, std::size_t fallible, unsigned label_bits) {
  PARKTWIN_CHECK(fallible <= graph.edges.size() && label_bits >= 1 && label_bits <= 64, "edges of the graph, labels of 1 to 64 bits");
  LinkCuts cuts;
  cuts.tree.grow(graph, root);
  cuts.labels.assign(graph.edges.size(), 0);
  cuts.lower.assign(graph.edges.size(), none);
  const Cover cover = label_edges(graph, label_bits, cuts);
  cuts.on_cycle.assign(graph.edges.size(), 0);
  for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) {
    const std::uint32_t lower = cuts.lower[edge];
    cuts.on_cycle[edge] = lower != none && (cuts.tree.parent_edge[lower] != edge || cover.count[lower] > 0) ? 1 : 0;
  }
  const PairCheck cut_together(graph, cuts, cover);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_label;
  for (std::uint32_t edge = 0; edge < fallible; ++edge) {
    if (cuts.lower[edge] == none) continue;
    if (cuts.on_cycle[edge]) {
      by_label.emplace_back(cuts.labels[edge], edge);
    } else {
      cuts.bridges.push_back(edge);
    }
  }
  std::sort(by_label.begin(), by_label.end());
  for (auto first = by_label.begin(); first != by_label.end();) {
    const auto last = std::find_if(first, by_label.end(), [&](const auto& entry) { return entry.first != first->first; });
    if (last - first > 1) add_classes({first, last}, cut_together, cuts);
    first = last;
  }
  std::sort(cuts.classes.begin(), cuts.classes.end());
  return cuts;
}

Severed severed_by(const LinkCuts& cuts, std::uint32_t bridge) {
  const std::uint32_t lower = cuts.lower[bridge];
  return {lower, cuts.tree.end[lower], 0, 0};
}

Severed severed_by(const LinkCuts& cuts, std::uint32_t edge, std::uint32_t other) {
  const auto in_tree = [&](std::uint32_t e) { return cuts.tree.parent_edge[cuts.lower[e]] == e; };
  if (!in_tree(edge)) return severed_by(cuts, other);
  if (!in_tree(other)) return severed_by(cuts, edge);
  const auto [above, below] = std::minmax(cuts.lower[edge], cuts.lower[other]);
  return {above, cuts.tree.end[above], below, cuts.tree.end[below]};
}

}  // namespace parktwin::wired::failures
