#include "engine/simulators/energy/grid/sweep_plan.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

TEST(SweepPlan, HoldsEveryPowerAndBranchOfItsIslandOnce) {
  Grid grid = random_grid(2, {30, 2, false, true});
  grid.buses.emplace_back();
  grid.loads.push_back({30, 1e6, 0.0});
  grid.lines.push_back({3, 30, 0.1, 0.1, 1e-6, 0.0, true, false});
  const auto network = compile(grid);
  ProfileUse use;
  for (std::size_t i = 0; i < grid.loads.size(); ++i) use.loads.push_back(i % 2 == 0 ? constant_profile : 3);
  const auto plan = plan_sweeps(grid, network, 0, use);
  EXPECT_TRUE(plan.sweeps);
  EXPECT_EQ(plan.count, 29U);
  EXPECT_EQ(plan.node.size(), 30U);
  EXPECT_EQ(plan.branches.size(), network.branches.size());
  double constant = 0.0;
  double scaled = 0.0;
  for (const auto& power : plan.powers) (power.factor == 0 ? constant : scaled) -= power.active;
  double expected_constant = 0.0;
  double expected_scaled = 0.0;
  for (std::size_t i = 0; i + 1 < grid.loads.size(); ++i)
    (i % 2 == 0 ? expected_constant : expected_scaled) += grid.loads[i].active_w / 1e6;
  EXPECT_NEAR(constant, expected_constant, 1e-12);
  EXPECT_NEAR(scaled, expected_scaled, 1e-12);
}

TEST(SweepPlan, LeavesHeldNodesToNewton) {
  const Grid grid = random_grid(2, {30, 2, true});
  const auto plan = plan_sweeps(grid, compile(grid), 0, {});
  EXPECT_FALSE(plan.sweeps);
  ASSERT_EQ(plan.inverters.size(), 2U);
  EXPECT_EQ(plan.pieces.size(), 3U) << "one of the two follows the voltage, by four points";
}

}  // namespace
}  // namespace parktwin::energy::grid
