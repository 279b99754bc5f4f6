#include "engine/simulators/wired/failures/availability.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/wired/failures/random_graph.h"

namespace parktwin::wired::failures {
namespace {

constexpr std::uint64_t plenty = 100'000'000;

struct Example {
  PlainGraph graph;
  std::vector<double> nodes;
  std::vector<double> edges;
};

Example example(std::uint32_t number, std::uint32_t nodes, std::uint32_t edges) {
  Example made{random_graph(number, nodes, edges), {}, {}};
  const RandomSequence random(9, 1, number);
  for (std::uint32_t i = 0; i < nodes; ++i) made.nodes.push_back(i == 0 ? 1.0 : random.uniform(i, 0.3, 1.0));
  for (std::uint32_t i = 0; i < edges; ++i) made.edges.push_back(random.uniform(nodes + i) < 0.2 ? 1.0 : random.uniform(100 + i));
  return made;
}

/// Sum over all states; node 0 is the root and never fails.
double enumerated(const Example& of, const std::vector<std::uint32_t>& wanted) {
  const std::size_t nodes = of.graph.size() - 1;
  double sum = 0.0;
  for (std::uint64_t state = 0; state < (std::uint64_t{1} << (nodes + of.edges.size())); ++state) {
    double probability = 1.0;
    std::vector<std::uint8_t> failed(of.edges.size(), 0);
    for (std::size_t i = 0; i < of.edges.size(); ++i) {
      failed[i] = (state >> (nodes + i) & 1U) == 0 ? 1 : 0;
      probability *= failed[i] ? 1.0 - of.edges[i] : of.edges[i];
    }
    for (std::uint32_t node = 1; node <= nodes; ++node) {
      const bool works = (state >> (node - 1) & 1U) != 0;
      probability *= works ? of.nodes[node] : 1.0 - of.nodes[node];
      if (works) continue;
      for (const std::uint32_t edge : edges_at(of.graph, node)) failed[edge] = 1;
    }
    if (probability == 0.0) continue;
    const auto reached = reached_from(of.graph, 0, failed);
    if (std::any_of(wanted.begin(), wanted.end(), [&](std::uint32_t node) { return reached[node] != 0; })) sum += probability;
  }
  return sum;
}

TEST(Availability, EqualsEnumerationOfAllStates) {
  for (std::uint32_t number = 0; number < 60; ++number) {
    const Example of = example(number, 6, 6 + number % 4);
    KeptBounds kept;
    Availability availability(of.graph, 0, of.nodes, of.edges, plenty, kept);
    for (const std::vector<std::uint32_t>& wanted : std::vector<std::vector<std::uint32_t>>{{3}, {5}, {2, 4}, {1, 3, 5}, {0}}) {
      const Bounds bounds = availability.any_of(wanted);
      EXPECT_NEAR(bounds.lower, enumerated(of, wanted), 1e-12) << "graph " << number << ", node " << wanted.front();
      EXPECT_EQ(bounds.lower, bounds.upper);
    }
  }
}

TEST(Availability, CountsASharedElementOnce) {
  // Two parallel ways behind one access link: 0.9 for the link and its node, not for each way.
  const PlainGraph graph = plain_graph(5, {{0, 1}, {1, 2}, {1, 3}, {2, 4}, {3, 4}});
  const std::vector<double> nodes{1.0, 0.9, 0.8, 0.8, 1.0};
  const std::vector<double> edges{0.9, 1.0, 1.0, 1.0, 1.0};
  KeptBounds kept;
  Availability availability(graph, 0, nodes, edges, plenty, kept);
  const std::vector<std::uint32_t> last{4};
  EXPECT_NEAR(availability.any_of(last).lower, 0.9 * 0.9 * (1.0 - 0.2 * 0.2), 1e-15);
  EXPECT_EQ(availability.any_of({}).upper, 0.0);
}

TEST(Availability, IsBoundedWhenTheEffortIsUsedUp) {
  int open = 0;
  for (std::uint32_t number = 0; number < 40; ++number) {
    const Example of = example(number, 12, 24);
    KeptBounds kept;
    Availability exact(of.graph, 0, of.nodes, of.edges, plenty, kept);
    Availability hasty(of.graph, 0, of.nodes, of.edges, 100, kept);
    for (const std::vector<std::uint32_t>& wanted : std::vector<std::vector<std::uint32_t>>{{3}, {7}, {2, 4}}) {
      const Bounds bounds = hasty.any_of(wanted);
      const double truth = exact.any_of(wanted).lower;
      EXPECT_LE(bounds.lower, truth + 1e-12);
      EXPECT_GE(bounds.upper, truth - 1e-12);
      open += bounds.upper > bounds.lower ? 1 : 0;
    }
  }
  EXPECT_GT(open, 20);
}

}  // namespace
}  // namespace parktwin::wired::failures
