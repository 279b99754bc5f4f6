#include "engine/simulators/energy/grid/hosting_capacity.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

Grid two_buses(double rated_a) {
  Grid grid;
  grid.buses.assign(2, Bus{10e3, 0.93, 1.05});
  grid.sources.push_back({0, 1.0});
  grid.lines.push_back({0, 1, 1.2, 0.8, 0.0, rated_a});
  return grid;
}

// V2 = 1.05 V1 on a line without load: with u = V2², (u + R P)² + (X P)² = V1² u turned for P, P feeding in with its sign.
TEST(HostingCapacity, AgreesWithTheTwoBusFormula) {
  const auto found = hosting_capacity(two_buses(0.0));
  ASSERT_EQ(found.size(), 2U);
  const double u = 10.5e3 * 10.5e3;
  // (u − R P)² + (X P)² = 1e8 u
  const double a = 1.2 * 1.2 + 0.8 * 0.8;
  const double power = (2.4 * u - std::sqrt(2.4 * 2.4 * u * u - 4.0 * a * (u * u - 1e8 * u))) / (2.0 * a);
  EXPECT_NEAR(found[1].active_w, power, 1e3);
  EXPECT_LE(found[1].active_w, power);
  ASSERT_TRUE(found[1].limit);
  EXPECT_EQ(found[1].limit->limit, Limit::voltage_high);
  EXPECT_EQ(found[1].limit->place, 1U);
  EXPECT_FALSE(found[0].limit) << "the source takes everything";
  EXPECT_EQ(found[0].active_w, HostingOptions{}.most_w);
}

TEST(HostingCapacity, LoadingLimitsToo) {
  const auto found = hosting_capacity(two_buses(100.0));
  ASSERT_TRUE(found[1].limit);
  EXPECT_EQ(found[1].limit->limit, Limit::loading);
  Grid at = two_buses(100.0);
  at.loads.push_back({1, -found[1].active_w, 0.0});
  EXPECT_NEAR(power_flow(at).branches[0].loading, 1.0, 1e-3);
}

TEST(HostingCapacity, OptionsDecide) {
  const Grid grid = two_buses(0.0);
  const double usual = hosting_capacity(grid)[1].active_w;
  HostingOptions options;
  options.reactive_ratio = -0.3;
  EXPECT_GT(hosting_capacity(grid, options)[1].active_w, usual) << "reactive power taken in lowers the voltage";
  options = {};
  options.most_w = 1e6;
  EXPECT_EQ(hosting_capacity(grid, options)[1].active_w, 1e6);
  options = {};
  options.resolution_w = 1e6;
  EXPECT_LT(hosting_capacity(grid, options)[1].active_w, usual);
  options = {};
  options.buses = {1};
  EXPECT_EQ(hosting_capacity(grid, options).size(), 1U);
  options.newton.most_iterations = 1;
  EXPECT_TRUE(hosting_capacity(grid, options)[0].no_solution);
}

TEST(HostingCapacity, StandingViolationsCountOnlyWhenMadeWorse) {
  Grid grid = two_buses(0.0);
  grid.loads.push_back({1, 8e6, 3e6});
  grid.buses.emplace_back();
  ASSERT_EQ(power_flow(grid).violations.size(), 1U);
  const auto found = hosting_capacity(grid);
  EXPECT_GT(found[1].active_w, 8e6);
  EXPECT_FALSE(found[2].live);
  EXPECT_EQ(found[2].active_w, 0.0);
}

}  // namespace
}  // namespace parktwin::energy::grid
