#include "engine/simulators/wired/failures/group_cuts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/wired/failures/random_graph.h"

namespace parktwin::wired::failures {
namespace {

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

Pairs suspects(const PlainGraph& graph, const std::vector<std::vector<std::uint32_t>>& groups) {
  const auto found = suspect_pairs(link_cuts(graph, 0, graph.edges.size()), groups);
  return {found.begin(), found.end()};
}

TEST(GroupCuts, MissNoPairOfGroupsThatCutsOffMoreTogether) {
  std::size_t harmful = 0;
  std::size_t suspected = 0;
  std::size_t all = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    const PlainGraph graph = random_graph(number, 12, 13 + number % 14);
    const RandomSequence random(5, 1, number);
    std::uint32_t draw = 0;
    std::vector<std::vector<std::uint32_t>> groups(12);
    for (auto& group : groups) {
      std::set<std::uint32_t> edges;
      for (std::uint32_t count = 1 + random.below(draw++, 4); count > 0; --count) {
        edges.insert(random.below(draw++, static_cast<std::uint32_t>(graph.edges.size())));
      }
      group.assign(edges.begin(), edges.end());
    }
    const Pairs found = suspects(graph, groups);
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
      for (std::uint32_t j = i + 1; j < groups.size(); ++j) {
        const std::set<std::uint32_t> a(groups[i].begin(), groups[i].end());
        const std::set<std::uint32_t> b(groups[j].begin(), groups[j].end());
        const bool more = cut_off_without(graph, united(a, b)) != united(cut_off_without(graph, a), cut_off_without(graph, b));
        EXPECT_TRUE(!more || found.contains({i, j})) << "graph " << number << ", groups " << i << " and " << j;
        harmful += more ? 1 : 0;
        ++all;
      }
    }
    suspected += found.size();
  }
  EXPECT_GT(harmful, 1000U);
  EXPECT_LT(suspected, 2 * harmful);  // a sieve that lets everything through would be of no use
  EXPECT_LT(suspected, all / 2);
}

TEST(GroupCuts, OfSingleEdgesAreTheClassesOfLinkCuts) {
  for (std::uint32_t number = 0; number < 50; ++number) {
    const PlainGraph graph = random_graph(number, 20, 28);
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) groups.push_back({edge});
    Pairs expected;
    for (const auto& edges : link_cuts(graph, 0, graph.edges.size()).classes) {
      for (const std::uint32_t a : edges) {
        for (const std::uint32_t b : edges) {
          if (a < b) expected.emplace(a, b);
        }
      }
    }
    EXPECT_EQ(suspects(graph, groups), expected);
  }
}

TEST(GroupCuts, StayCompleteBeyondTheLabelBits) {
  // Two nodes joined by 200 parallel edges: two groups of 100 cut them apart, and so may any two groups as far as 64 bits can tell.
  std::vector<Ends> edges(200, Ends{0, 1});
  std::vector<std::vector<std::uint32_t>> groups(2);
  for (std::uint32_t edge = 0; edge < 200; ++edge) groups[edge % 2].push_back(edge);
  EXPECT_EQ(suspects(plain_graph(2, std::move(edges)), groups).size(), 1U);
}

}  // namespace
}  // namespace parktwin::wired::failures
