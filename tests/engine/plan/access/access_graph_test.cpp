// Cables lie in the ducts of their edges, in the order in which they pass them, and a duct is made once.
#include "engine/plan/access/access_graph.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/access/access_park.h"

namespace parktwin::plan {
namespace {

TEST(AccessGraph, LaysWaysThereAndBackInTheSameDucts) {
  const Park park = access_park(3);
  Newcomers newcomers;
  newcomers.found = {{Id<Enterprise>(0), {}, {250.0, 300.0}}, {Id<Enterprise>(1), {}, {450.0, 350.0}}};
  AccessGraph graph(park, newcomers, {{1.0, 0.5}, 20.0, 200.0});
  ASSERT_TRUE(graph.possible());
  SplitterProblem problem = graph.problem();
  problem.most_db = 30.0;
  problem.kinds = {{1, 4, 7.0}};
  const SplitterTrees trees = plan_splitters(problem);
  ASSERT_EQ(trees.trees.size(), 1U);
  const SplitterTree& tree = trees.trees.front();
  EXPECT_EQ((*park.network_nodes)[graph.source(tree)].id, "N-1");
  FibrePlan fibre;
  const PlannedCable there = graph.lay(tree.feeder, problem.trench.root, fibre);
  const std::size_t ducts = fibre.ducts.size();
  std::vector<std::uint32_t> back(tree.feeder.rbegin(), tree.feeder.rend());
  back.pop_back();
  const PlannedCable again = graph.lay(back, tree.vertex, fibre);
  EXPECT_EQ(fibre.ducts.size(), ducts);
  EXPECT_NEAR(there.length_m, again.length_m, 1e-9);
  EXPECT_NEAR(there.length_m, graph.metres(tree.feeder), 1e-9);
  ASSERT_EQ(there.course.size(), again.course.size());
  for (std::size_t i = 0; i < there.course.size(); ++i) {
    EXPECT_EQ(there.course[i].planned, again.course[again.course.size() - 1 - i].planned);
    EXPECT_EQ(fibre.ducts[there.course[i].planned].cables, (std::vector<std::uint32_t>{0, 1}));
  }
}

}  // namespace
}  // namespace parktwin::plan
