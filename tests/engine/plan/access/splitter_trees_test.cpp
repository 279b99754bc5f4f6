// Plans of splitters against every set of trenches and every choice of splitters on small graphs.
#include "engine/plan/access/splitter_trees.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/engine/plan/access/splitter_instances.h"

namespace parktwin::plan {
namespace {

TEST(SplitterTrees, MatchExhaustiveSearch) {
  for (std::uint32_t seed = 1; seed <= 15; ++seed) {
    const SplitterProblem problem = random_splitters(seed, 3);
    const double least = least_splitters_by_trying_all(problem);
    const SplitterTrees plan = plan_splitters(problem);
    ASSERT_TRUE(plan.unlit.empty()) << seed;
    EXPECT_NEAR(plan.cost, least, 1e-6) << seed;
    EXPECT_TRUE(plan.exact) << seed;
    EXPECT_LE(plan.bound, least + 1e-6) << seed;
    EXPECT_NEAR(cost_of_trees(problem, plan), plan.cost, 1e-6) << seed;
  }
}

TEST(SplitterTrees, WithoutTheProgrammeStayAboveTheirBoundAndNearTheLeast) {
  double excess = 0.0;
  for (std::uint32_t seed = 1; seed <= 15; ++seed) {
    const SplitterProblem problem = random_splitters(seed, 3);
    const double least = least_splitters_by_trying_all(problem);
    const SplitterTrees plan = plan_splitters(problem, {.programme_edges = 0});
    ASSERT_TRUE(plan.unlit.empty()) << seed;
    EXPECT_GE(plan.cost, least - 1e-6) << seed;
    EXPECT_LE(plan.bound, least + 1e-6) << seed;
    excess += plan.cost / least - 1.0;
  }
  EXPECT_LT(excess / 15.0, 0.02);
}

TEST(SplitterTrees, KeepTheLightOfEveryUnit) {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    SplitterProblem problem = random_splitters(seed, 3);
    problem.fibre_db_per_km = 350.0;  // a metre of the instance counts like a kilometre
    const double least = least_splitters_by_trying_all(problem);
    const SplitterTrees plan = plan_splitters(problem);
    expect_light(problem, plan);
    if (!plan.unlit.empty()) continue;
    EXPECT_GE(plan.cost, least - 1e-6) << seed;
    EXPECT_LE(plan.bound, least + 1e-6) << seed;
  }
}

TEST(SplitterTrees, LeaveOutWhatNoSplitterLights) {
  SplitterProblem problem = random_splitters(7, 3);
  problem.most_db = 1.0;
  const SplitterTrees plan = plan_splitters(problem);
  EXPECT_EQ(plan.unlit.size(), 3U);
  EXPECT_TRUE(plan.trees.empty());
}

// A terminal that has to be bought is bought when the fibre to the one that stands costs more.
TEST(SplitterTrees, BuyATerminalWhereThatIsCheaper) {
  SplitterProblem problem = bare_splitters(3);
  add_stretch(problem, 0, 1, 0.0, 0.0);  // root to the terminal that stands
  add_stretch(problem, 1, 2, 100.0, 50.0);
  add_stretch(problem, 0, 2, 120.0, 0.0);  // one to buy
  problem.trench.terminals = {2};
  const SplitterTrees plan = plan_splitters(problem);
  ASSERT_EQ(plan.trees.size(), 1U);
  EXPECT_EQ(plan.trees[0].feeder, std::vector<std::uint32_t>{2});
  EXPECT_NEAR(plan.cost, 120.0 + problem.splitter_cny, 1e-9);
}

}  // namespace
}  // namespace parktwin::plan
