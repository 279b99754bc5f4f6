#include <gtest/gtest.h>

#include "tests/engine/plan/trench/trench_instances.h"

namespace parktwin::plan {
namespace {

TEST(GrowTrenches, IsNearTheBestAndNeverBelowIt) {
  double grown = 0.0;
  double best = 0.0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const auto problem = random_trenches(seed, 25, 25, 8);
    const auto routes = grow_trenches(problem);
    ASSERT_TRUE(leads_there(problem, routes)) << seed;
    const double cost = cost_of_routes(problem, routes);
    const double least = cost_of_routes(problem, send_and_split(problem));
    EXPECT_GE(cost, least - 1e-9) << seed;
    EXPECT_LE(cost, 1.45 * least) << seed;
    grown += cost;
    best += least;
  }
  EXPECT_LE(grown, 1.06 * best);
}

TEST(GrowTrenches, RoutesAreATree) {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const auto problem = random_trenches(seed, 30, 30, 12);
    std::vector<std::uint8_t> used(problem.edges.size(), 0);
    std::vector<std::uint8_t> reached(problem.vertices, 0);
    std::size_t edges = 0;
    std::size_t vertices = 0;
    for (const auto& route : grow_trenches(problem)) {
      std::uint32_t at = problem.root;
      for (const std::uint32_t e : route) {
        at = other_end(problem.edges[e], at);
        edges += used[e] == 0 ? 1 : 0;
        used[e] = 1;
        vertices += reached[at] == 0 ? 1 : 0;
        reached[at] = 1;
      }
    }
    EXPECT_EQ(edges, vertices) << seed;
  }
}

}  // namespace
}  // namespace parktwin::plan
