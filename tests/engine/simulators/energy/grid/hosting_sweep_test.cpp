#include "engine/simulators/energy/grid/hosting_sweep.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

/// Bisection over Newton's method is the slow answer.
void expect_same_as_bisection(const Grid& grid, const HostingOptions& options) {
  const auto slow = hosting_capacity(grid, options);
  const auto fast = hosting_by_sweeps(grid, options);
  ASSERT_EQ(slow.size(), fast.size());
  for (std::size_t i = 0; i < slow.size(); ++i) {
    EXPECT_EQ(slow[i].bus, fast[i].bus);
    EXPECT_EQ(slow[i].live, fast[i].live) << "bus " << i;
    EXPECT_NEAR(slow[i].active_w, fast[i].active_w, 1.001 * options.resolution_w) << "bus " << i;
    ASSERT_EQ(slow[i].limit.has_value(), fast[i].limit.has_value()) << "bus " << i;
    if (!slow[i].limit) continue;
    EXPECT_EQ(slow[i].limit->limit, fast[i].limit->limit) << "bus " << i;
    EXPECT_EQ(slow[i].limit->place, fast[i].limit->place) << "bus " << i;
  }
}

TEST(HostingSweep, IsBisectionOverNewtonOnRandomGrids) {
  HostingOptions options;
  options.resolution_w = 100.0;
  for (std::uint32_t number = 0; number < 12; ++number) {
    RandomShape shape;
    shape.rings = number % 3;
    shape.shifted = number % 2 == 1;
    options.reactive_ratio = number % 4 == 3 ? -0.2 : 0.0;
    SCOPED_TRACE(number);
    expect_same_as_bisection(random_grid(number, shape), options);
  }
}

TEST(HostingSweep, MachinesAndInvertersGoTheirOwnWay) {
  HostingOptions options;
  options.resolution_w = 100.0;
  RandomShape shape;
  shape.machines = true;
  for (std::uint32_t number = 20; number < 24; ++number) {
    SCOPED_TRACE(number);
    expect_same_as_bisection(random_grid(number, shape), options);
  }
}

TEST(HostingSweep, WhatStandsWithoutItCountsOnlyWhenItGetsWorse) {
  Grid grid = random_grid(3, {});
  for (auto& bus : grid.buses) bus.least_pu = 0.999;  // most are below without any generation
  grid.lines[0].rated_a = 20.0;                       // and the first line is over its rating
  HostingOptions options;
  options.resolution_w = 100.0;
  expect_same_as_bisection(grid, options);
}

TEST(HostingSweep, DeadBusesAndTheMostTriedAreSaid) {
  Grid grid = random_grid(4, {});
  grid.lines[5].from_closed = grid.lines[5].to_closed = false;
  HostingOptions options;
  options.most_w = 1e5;
  expect_same_as_bisection(grid, options);
  options.buses = {2, 3};
  EXPECT_EQ(hosting_by_sweeps(grid, options).size(), 2U);
}

}  // namespace
}  // namespace parktwin::energy::grid
