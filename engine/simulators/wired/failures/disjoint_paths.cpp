#include "engine/simulators/wired/failures/disjoint_paths.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "engine/core/check.h"

namespace parktwin::wired::failures {
namespace {

using Risks = std::vector<std::uint32_t>;

/// What one search for a pair needs again and again.
class PairSearch {
 public:
  PairSearch(const PlainGraph& graph, std::uint32_t root, std::span<const std::uint32_t> starts, const network::Rows& risks,
             std::size_t risk_count, int steps)
      : graph_(graph), root_(root), starts_(starts), risks_(risks), avoided_{Marks(risk_count, 0), Marks(risk_count, 0)}, steps_(steps) {}

  [[nodiscard]] Disjointness search() {
    if (steps_-- <= 0) return Disjointness::undecided;
    const std::optional<Risks> one = risks_on_path(avoided_[0]);
    if (!one) return Disjointness::shared;
    const std::optional<Risks> other = risks_on_path(avoided_[1]);
    if (!other) return Disjointness::shared;
    Risks common;
    std::set_intersection(one->begin(), one->end(), other->begin(), other->end(), std::back_inserter(common));
    if (common.empty()) return Disjointness::disjoint;
    bool undecided = false;
    for (Marks& avoided : avoided_) {
      const bool symmetric = &avoided == &avoided_[1] && avoided_[0] == avoided_[1];
      if (symmetric) break;
      avoided[common.front()] = 1;
      const Disjointness found = search();
      avoided[common.front()] = 0;
      if (found == Disjointness::disjoint) return found;
      undecided = undecided || found == Disjointness::undecided;
    }
    return undecided ? Disjointness::undecided : Disjointness::shared;
  }

 private:
  using Marks = std::vector<std::uint8_t>;

  /// Risks of a path with fewest edges around the avoided ones, ascending; empty when there is no path.
  [[nodiscard]] std::optional<Risks> risks_on_path(const Marks& avoided) {
    const auto usable = [&](std::uint32_t edge) {
      const auto risks = risks_[edge];
      return std::none_of(risks.begin(), risks.end(), [&](std::uint32_t risk) { return avoided[risk] != 0; });
    };
    constexpr Incidence unseen{none, none};
    back_.assign(graph_.size(), unseen);
    queue_.assign(starts_.begin(), starts_.end());
    for (const std::uint32_t start : starts_) back_[start] = {start, none};
    for (std::size_t at = 0; at < queue_.size() && back_[root_].node == none; ++at) {
      for (const Incidence& incidence : graph_.incidences_of(queue_[at])) {
        if (back_[incidence.node].node != none || !usable(incidence.edge)) continue;
        back_[incidence.node] = {queue_[at], incidence.edge};
        queue_.push_back(incidence.node);
      }
    }
    if (back_[root_].node == none) return std::nullopt;
    Risks met;
    for (std::uint32_t node = root_; back_[node].edge != none; node = back_[node].node) {
      met.insert(met.end(), risks_[back_[node].edge].begin(), risks_[back_[node].edge].end());
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    return met;
  }

  const PlainGraph& graph_;
  std::uint32_t root_;
  std::span<const std::uint32_t> starts_;
  const network::Rows& risks_;
  std::array<Marks, 2> avoided_;
  int steps_;
  std::vector<Incidence> back_;  ///< of one path: per node the node before, and the edge from it
  std::vector<std::uint32_t> queue_;
};

}  // namespace

DisjointPaths::DisjointPaths(const PlainGraph& graph, std::uint32_t root, std::size_t fallible, Of of) : root_(root) {
  constexpr std::uint32_t unlimited = none / 2;
  std::uint32_t count = 0;
  for (std::size_t node = 0; node < graph.size(); ++node) {
    entrance_.push_back(count++);
    exit_.push_back(of == Of::nodes ? count++ : entrance_.back());
  }
  arcs_of_.resize(count);
  if (of == Of::nodes) {
    for (std::size_t node = 0; node < graph.size(); ++node) join(entrance_[node], exit_[node], 1);
  }
  for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) {
    const auto [a, b] = graph.edges[edge];
    if (a == b) continue;
    const std::uint32_t capacity = edge < fallible ? 1 : unlimited;
    join(exit_[a], entrance_[b], capacity);
    join(exit_[b], entrance_[a], capacity);
  }
}

void DisjointPaths::join(std::uint32_t from, std::uint32_t to, std::uint32_t capacity) {
  const auto there = static_cast<std::uint32_t>(arcs_.size());
  arcs_.push_back({to, there + 1});
  arcs_.push_back({from, there});
  capacity_.insert(capacity_.end(), {capacity, 0});
  arcs_of_[from].push_back(there);
  arcs_of_[to].push_back(there + 1);
}

bool DisjointPaths::augment(std::span<const std::uint32_t> starts) {
  const std::uint32_t goal = entrance_[root_];
  constexpr std::uint32_t is_start = none - 1;
  by_.assign(arcs_of_.size(), none);
  queue_.clear();
  for (const std::uint32_t start : starts) {
    by_[exit_[start]] = is_start;
    queue_.push_back(exit_[start]);
  }
  for (std::size_t at = 0; at < queue_.size() && by_[goal] == none; ++at) {
    for (const std::uint32_t arc : arcs_of_[queue_[at]]) {
      if (left_[arc] == 0 || by_[arcs_[arc].to] != none) continue;
      by_[arcs_[arc].to] = arc;
      queue_.push_back(arcs_[arc].to);
    }
  }
  if (by_[goal] == none) return false;
  for (std::uint32_t node = goal; by_[node] != is_start; node = arcs_[arcs_[by_[node]].reverse].to) {
    --left_[by_[node]];
    ++left_[arcs_[by_[node]].reverse];
  }
  return true;
}

std::uint32_t DisjointPaths::count(std::span<const std::uint32_t> starts, std::uint32_t at_most) {
  if (std::find(starts.begin(), starts.end(), root_) != starts.end()) return at_most;
  left_ = capacity_;
  std::uint32_t found = 0;
  while (found < at_most && augment(starts)) ++found;
  return found;
}

Disjointness risk_disjoint_pair(const PlainGraph& graph, std::uint32_t root, std::span<const std::uint32_t> starts,
                                const network::Rows& risks, std::size_t risk_count, int steps) {
  PARKTWIN_CHECK(risks.size() == graph.edges.size(), "a list of risks per edge");
  return PairSearch(graph, root, starts, risks, risk_count, steps).search();
}

}  // namespace parktwin::wired::failures
