#include "engine/plan/trench/dual_ascent.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/trench/trench_instances.h"

namespace parktwin::plan {
namespace {

std::vector<double> trench_costs(const TrenchProblem& problem) {
  std::vector<double> costs;
  for (const auto& edge : problem.edges) costs.push_back(edge.trench_cost);
  return costs;
}

TEST(DualAscent, IsNeverAboveTheBestSteinerTree) {
  double bounds = 0.0;
  double best = 0.0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    auto problem = random_trenches(seed, 20, 20, 7);
    for (auto& edge : problem.edges) edge.cable_cost = 0.0;
    const double least = cost_of_routes(problem, send_and_split(problem));
    const double bound = ascend(problem, trench_costs(problem)).bound;
    EXPECT_LE(bound, least + 1e-9) << seed;
    bounds += bound;
    best += least;
  }
  EXPECT_GE(bounds, 0.85 * best);
}

TEST(DualAscent, OfOneTerminalIsTheShortestWay) {
  const TrenchProblem problem{3, {{0, 1, 2, 0}, {1, 2, 3, 0}, {2, 0, 9, 0}}, 0, {2}};
  const auto ascent = ascend(problem, trench_costs(problem));
  EXPECT_DOUBLE_EQ(ascent.bound, 5.0);
  for (const auto& cut : ascent.cuts) {
    EXPECT_EQ(cut.terminal, 0U);
    EXPECT_EQ(cut.inside[0], 0);
    EXPECT_EQ(cut.inside[2], 1);
  }
}

}  // namespace
}  // namespace parktwin::plan
