#include "engine/simulators/wired/failures/severance.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/random_graph.h"

namespace parktwin::wired::failures {
namespace {

std::set<std::uint32_t> listed(const NodeSet& nodes) {
  std::set<std::uint32_t> list;
  nodes.for_each([&](std::uint32_t node) { list.insert(node); });
  return list;
}

TEST(Severance, EqualsWalkingTheGraphWithoutTheEdges) {
  std::size_t severed_nodes = 0;
  std::size_t only_together = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    const PlainGraph graph = random_graph(number, 14, 13 + number % 12);
    const LinkCuts cuts = link_cuts(graph, 0, graph.edges.size());
    Severance severance(graph, 0, cuts);
    const RandomSequence random(6, 1, number);
    std::uint32_t draw = 0;
    for (int set = 0; set < 20; ++set) {
      std::vector<std::set<std::uint32_t>> two(2);
      for (auto& edges : two) {
        for (std::uint32_t count = random.below(draw++, 4); count > 0; --count) {
          edges.insert(random.below(draw++, static_cast<std::uint32_t>(graph.edges.size())));
        }
      }
      std::vector<std::uint32_t> of_first(two[0].begin(), two[0].end());
      NodeSet first = severance.nothing();
      severance.sever(of_first, first);
      EXPECT_EQ(listed(first), cut_off_without(graph, two[0])) << "graph " << number;
      severed_nodes += first.count();
      // Beyond what each cuts off alone, two sets cut off what their edges on cycles do.
      std::vector<std::uint32_t> of_second(two[1].begin(), two[1].end());
      NodeSet both = first;
      severance.sever(of_second, both);
      const std::size_t alone = both.count();
      severance.sever_on_cycles(severance.on_cycles(of_first), severance.on_cycles(of_second), both);
      EXPECT_EQ(listed(both), cut_off_without(graph, united(two[0], two[1]))) << "graph " << number;
      only_together += both.count() - alone;
    }
  }
  EXPECT_GT(severed_nodes, 1000U);
  EXPECT_GT(only_together, 100U);
}

TEST(Severance, OfNothingIsNothing) {
  const PlainGraph graph = plain_graph(1, {});
  const LinkCuts cuts = link_cuts(graph, 0, 0);
  Severance severance(graph, 0, cuts);
  NodeSet severed = severance.nothing();
  severance.sever({}, severed);
  EXPECT_TRUE(severed.empty());
}

}  // namespace
}  // namespace parktwin::wired::failures
