#include "engine/simulators/wired/failures/link_cuts.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/engine/simulators/wired/failures/random_graph.h"

namespace parktwin::wired::failures {
namespace {

std::set<std::uint32_t> nodes_of(const LinkCuts& cuts, const Severed& severed) {
  std::set<std::uint32_t> nodes;
  for (std::uint32_t place = severed.first; place < severed.last; ++place) {
    if (place < severed.hole_first || place >= severed.hole_last) nodes.insert(cuts.tree.order[place]);
  }
  EXPECT_EQ(nodes.size(), severed.size());
  return nodes;
}

std::map<std::uint32_t, std::size_t> class_of_edges(const LinkCuts& cuts) {
  std::map<std::uint32_t, std::size_t> found;
  for (std::size_t i = 0; i < cuts.classes.size(); ++i) {
    for (const std::uint32_t edge : cuts.classes[i]) found[edge] = i;
  }
  return found;
}

/// The first `fallible` edges, one by one and in pairs, against plain trying. Returns the number of pairs.
std::uint64_t expect_as_tried(const PlainGraph& graph, std::uint32_t fallible, const LinkCuts& cuts) {
  std::vector<std::set<std::uint32_t>> alone;
  std::set<std::uint32_t> bridges;
  for (std::uint32_t edge = 0; edge < fallible; ++edge) {
    alone.push_back(cut_off_without(graph, {edge}));
    if (alone.back().empty()) continue;
    bridges.insert(edge);
    EXPECT_EQ(nodes_of(cuts, severed_by(cuts, edge)), alone.back());
  }
  EXPECT_EQ(bridges, std::set<std::uint32_t>(cuts.bridges.begin(), cuts.bridges.end()));
  const auto classes = class_of_edges(cuts);
  std::uint64_t pairs = 0;
  for (std::uint32_t edge = 0; edge < fallible; ++edge) {
    for (std::uint32_t other = edge + 1; other < fallible; ++other) {
      const auto lost = cut_off_without(graph, {edge, other});
      const bool more = lost != united(alone[edge], alone[other]);
      const bool reported = classes.contains(edge) && classes.contains(other) && classes.at(edge) == classes.at(other);
      EXPECT_EQ(reported, more) << "edges " << edge << " and " << other;
      if (!more || !reported) continue;
      ++pairs;
      EXPECT_EQ(nodes_of(cuts, severed_by(cuts, edge, other)), lost);
    }
  }
  EXPECT_EQ(cuts.pairs(), pairs);
  return pairs;
}

TEST(LinkCuts, EqualPlainTryingOn200RandomGraphs) {
  std::uint64_t pairs = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    SCOPED_TRACE("graph " + std::to_string(number));
    const std::uint32_t nodes = 3 + number % 12;
    const PlainGraph graph = random_graph(number, nodes, nodes + number % 9);
    pairs += expect_as_tried(graph, static_cast<std::uint32_t>(graph.edges.size()), link_cuts(graph, 0, graph.edges.size()));
  }
  EXPECT_GT(pairs, 500U);
}

TEST(LinkCuts, LeaveOutEdgesThatNeverFail) {
  for (std::uint32_t number = 0; number < 40; ++number) {
    SCOPED_TRACE("graph " + std::to_string(number));
    const PlainGraph graph = random_graph(number, 9, 12);
    expect_as_tried(graph, 7, link_cuts(graph, 0, 7));
  }
}

TEST(LinkCuts, AreTheSameWhenChanceGivesManyEdgesEqualLabels) {
  std::size_t equal_by_chance = 0;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const PlainGraph graph = random_graph(number, 30, 45);
    const LinkCuts cuts = link_cuts(graph, 0, graph.edges.size());
    const LinkCuts narrow = link_cuts(graph, 0, graph.edges.size(), 3);
    EXPECT_EQ(narrow.bridges, cuts.bridges);
    EXPECT_EQ(narrow.classes, cuts.classes);
    const auto distinct = [](const LinkCuts& of) { return std::set<std::uint64_t>(of.labels.begin(), of.labels.end()).size(); };
    equal_by_chance += distinct(cuts) - distinct(narrow);
  }
  EXPECT_GT(equal_by_chance, 1000U);
}

/// 754 nodes: rings of rings with tails and cross links.
PlainGraph network_of_754_nodes() {
  const RandomSequence random(754, 1, 1);
  std::uint32_t draw = 0;
  std::vector<Ends> edges;
  const std::uint32_t ring = 60;
  for (std::uint32_t node = 0; node < ring; ++node) edges.push_back({node, (node + 1) % ring});
  std::uint32_t node = ring;
  while (node < 754) {
    const std::uint32_t length = std::min(1 + random.below(draw++, 12), 754 - node);
    std::uint32_t last = random.below(draw++, node);
    for (std::uint32_t i = 0; i < length; ++i, last = node++) edges.push_back({last, node});
    if (random.below(draw++, 3) > 0) edges.push_back({last, random.below(draw++, node)});
  }
  return plain_graph(754, std::move(edges));
}

TEST(LinkCuts, EqualPlainTryingOnANetworkOf754Nodes) {
  const PlainGraph graph = network_of_754_nodes();
  const auto count = static_cast<std::uint32_t>(graph.edges.size());
  const LinkCuts cuts = link_cuts(graph, 0, count);
  const auto classes = class_of_edges(cuts);
  std::vector<std::uint8_t> failed(count, 0);
  const auto lost = [&](std::uint32_t edge, std::uint32_t other) {
    failed[edge] = failed[other] = 1;
    const auto reached = reached_from(graph, 0, failed);
    failed[edge] = failed[other] = 0;
    return static_cast<std::uint32_t>(std::count(reached.begin(), reached.end(), std::uint8_t{0}));
  };
  std::vector<std::uint32_t> alone;
  std::vector<std::uint32_t> bridges;
  for (std::uint32_t edge = 0; edge < count; ++edge) {
    alone.push_back(lost(edge, edge));
    if (alone.back() > 0) bridges.push_back(edge);
  }
  EXPECT_EQ(cuts.bridges, bridges);
  std::uint64_t pairs = 0;
  for (std::uint32_t edge = 0; edge < count; ++edge) {
    if (alone[edge] > 0) continue;  // with a bridge: no more than what the two cut off alone, shown above on small graphs
    for (std::uint32_t other = edge + 1; other < count; ++other) {
      if (alone[other] > 0) continue;
      const std::uint32_t together = lost(edge, other);
      const bool reported = classes.contains(edge) && classes.contains(other) && classes.at(edge) == classes.at(other);
      ASSERT_EQ(reported, together > 0) << "edges " << edge << " and " << other;
      if (!reported) continue;
      ++pairs;
      ASSERT_EQ(severed_by(cuts, edge, other).size(), together);
    }
  }
  EXPECT_EQ(cuts.pairs(), pairs);
  EXPECT_GT(bridges.size(), 50U);
  EXPECT_GT(pairs, 1000U);
}

}  // namespace
}  // namespace parktwin::wired::failures
