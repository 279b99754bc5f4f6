#include "engine/simulators/wired/failures/disjoint_paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "tests/engine/simulators/wired/failures/random_graph.h"

namespace parktwin::wired::failures {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// Fewest of the given sets of edges that together cut all starts off from node 0, up to three; four when there are no such three.
std::uint32_t fewest_cuts(const PlainGraph& graph, const Numbers& starts, const std::vector<std::set<std::uint32_t>>& sets) {
  const auto all = reached_from(graph, 0, std::vector<std::uint8_t>(graph.edges.size(), 0));
  const auto cut = [&](const std::set<std::uint32_t>& edges) {
    const auto lost = cut_off_without(graph, edges);
    return std::all_of(starts.begin(), starts.end(), [&](std::uint32_t start) { return !all[start] || lost.contains(start); });
  };
  std::uint32_t fewest = 4;
  const std::function<void(std::size_t, std::uint32_t, const std::set<std::uint32_t>&)> choose = [&](std::size_t from, std::uint32_t chosen,
                                                                                                     const std::set<std::uint32_t>& edges) {
    if (cut(edges)) fewest = std::min(fewest, chosen);
    if (chosen + 1 >= fewest) return;
    for (std::size_t i = from; i < sets.size(); ++i) choose(i + 1, chosen + 1, united(edges, sets[i]));
  };
  choose(0, 0, {});
  return fewest;
}

TEST(DisjointPaths, AreAsManyAsElementsThatMustFail) {
  std::array<int, 5> seen{};
  for (std::uint32_t number = 0; number < 120; ++number) {
    SCOPED_TRACE("graph " + std::to_string(number));
    const PlainGraph graph = random_graph(number, 7, 9 + number % 6);
    const Numbers starts = number % 2 == 0 ? Numbers{3} : Numbers{3, 5};
    std::vector<std::set<std::uint32_t>> edges;
    for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) edges.push_back({edge});
    std::vector<std::set<std::uint32_t>> elements = edges;  // an edge between a start and the root is nobody's to cut but its own
    for (std::uint32_t node = 1; node < graph.size(); ++node) {
      if (std::find(starts.begin(), starts.end(), node) == starts.end()) elements.push_back(edges_at(graph, node));
    }
    const std::size_t all = graph.edges.size();
    const auto by_edges = DisjointPaths(graph, 0, all, DisjointPaths::Of::edges).count(starts, 4);
    const auto by_nodes = DisjointPaths(graph, 0, all, DisjointPaths::Of::nodes).count(starts, 4);
    EXPECT_EQ(by_edges, fewest_cuts(graph, starts, edges));
    EXPECT_EQ(by_nodes, fewest_cuts(graph, starts, elements));
    ++seen[by_edges];
  }
  for (const int count : {1, 2, 3}) EXPECT_GT(seen[count], 5) << count;
}

TEST(DisjointPaths, ShareWhatNeverFails) {
  // Two routes from 3 meet in 1, which is joined to the root 0 by an edge that never fails.
  const PlainGraph graph = plain_graph(4, {{1, 2}, {2, 3}, {1, 3}, {0, 1}});
  EXPECT_EQ(DisjointPaths(graph, 0, 3, DisjointPaths::Of::edges).count(Numbers{3}, 4), 2U);
  EXPECT_EQ(DisjointPaths(graph, 0, 4, DisjointPaths::Of::edges).count(Numbers{3}, 4), 1U);
  EXPECT_EQ(DisjointPaths(graph, 0, 3, DisjointPaths::Of::nodes).count(Numbers{3}, 4), 1U);
  EXPECT_EQ(DisjointPaths(graph, 0, 3, DisjointPaths::Of::nodes).count(Numbers{0}, 4), 4U);
  EXPECT_EQ(DisjointPaths(plain_graph(3, {{0, 1}}), 0, 1, DisjointPaths::Of::nodes).count(Numbers{2}, 4), 0U);
}

/// The risks of every simple path from a start to node 0.
void walk(const PlainGraph& graph, const std::vector<Numbers>& risks, std::uint32_t node, std::set<std::uint32_t>& seen,
          const std::set<std::uint32_t>& met, std::vector<std::set<std::uint32_t>>& paths) {
  if (node == 0) return paths.push_back(met);
  seen.insert(node);
  for (const Incidence& incidence : graph.incidences_of(node)) {
    if (seen.contains(incidence.node)) continue;
    const Numbers& more = risks[incidence.edge];
    walk(graph, risks, incidence.node, seen, united(met, {more.begin(), more.end()}), paths);
  }
  seen.erase(node);
}

network::Rows rows(const std::vector<Numbers>& lists) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;
  for (std::uint32_t i = 0; i < lists.size(); ++i) {
    for (const std::uint32_t number : lists[i]) entries.emplace_back(i, number);
  }
  return {lists.size(), entries};
}

TEST(RiskDisjointPair, EqualsTryingAllPairsOfPaths) {
  std::array<int, 2> seen{};
  int hidden = 0;  // no single risk cuts the start off, and yet there is no pair
  for (std::uint32_t number = 0; number < 300; ++number) {
    const PlainGraph graph = random_graph(number, 7, 12);
    const RandomSequence random(8, 1, number);
    std::uint32_t draw = 0;
    std::vector<Numbers> risks(graph.edges.size());
    for (auto& of_edge : risks) {
      for (std::uint32_t count = random.below(draw++, 3); count > 0; --count) of_edge.push_back(random.below(draw++, 10));
    }
    std::vector<std::set<std::uint32_t>> paths;
    std::set<std::uint32_t> on_path;
    walk(graph, risks, 4, on_path, {}, paths);
    bool expected = false;
    for (const auto& a : paths) {
      for (const auto& b : paths) expected = expected || united(a, b).size() == a.size() + b.size();
    }
    const Numbers starts{4};
    const Disjointness found = risk_disjoint_pair(graph, 0, starts, rows(risks), 10, 10000);
    EXPECT_EQ(found, expected ? Disjointness::disjoint : Disjointness::shared) << "graph " << number;
    ++seen[expected ? 1 : 0];
    bool one_cuts = paths.empty();
    for (std::uint32_t risk = 0; risk < 10; ++risk) {
      one_cuts = one_cuts || std::all_of(paths.begin(), paths.end(), [&](const auto& path) { return path.contains(risk); });
    }
    hidden += !one_cuts && !expected ? 1 : 0;
  }
  EXPECT_GT(seen[0], 50);
  EXPECT_GT(seen[1], 50);
  EXPECT_GT(hidden, 0);
}

TEST(RiskDisjointPair, SaysWhenItsStepsAreUsedUp) {
  const PlainGraph graph = plain_graph(3, {{1, 0}, {1, 0}});
  const std::vector<Numbers> risks{{0}, {0}};
  EXPECT_EQ(risk_disjoint_pair(graph, 0, Numbers{1}, rows(risks), 1, 0), Disjointness::undecided);
  EXPECT_EQ(risk_disjoint_pair(graph, 0, Numbers{1}, rows(risks), 1, 1), Disjointness::undecided);
  EXPECT_EQ(risk_disjoint_pair(graph, 0, Numbers{1}, rows(risks), 1, 2), Disjointness::shared);
}

}  // namespace
}  // namespace parktwin::wired::failures
