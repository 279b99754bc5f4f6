#include "engine/simulators/energy/grid/contingencies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Two feeders 0-1-2 and 0-3-4 with an open tie 2-4.
Grid open_ring() {
  Grid grid;
  grid.buses.assign(5, Bus{10e3, 0.95, 1.05});
  grid.sources.push_back({0, 1.0});
  for (const auto& [from, to] : {std::pair{0U, 1U}, {1U, 2U}, {0U, 3U}, {3U, 4U}}) {
    grid.lines.push_back({from, to, 0.3, 0.3, 0.1e-6, 200.0});
  }
  grid.switches.push_back({2, 4, false});
  for (std::size_t bus = 1; bus < 5; ++bus) grid.loads.push_back({bus, 0.7e6, 0.2e6});
  return grid;
}

TEST(Contingencies, RadialFeedersLoseWhatLiesBehind) {
  const auto outages = contingencies(open_ring());
  ASSERT_EQ(outages.size(), 4U);
  EXPECT_THAT(outages[0].dead, ElementsAre(1U, 2U));
  EXPECT_NEAR(outages[0].lost_w, 1.4e6, 1e-6);
  EXPECT_THAT(outages[3].dead, ElementsAre(4U));
  EXPECT_FALSE(outages[3].secure());
  EXPECT_EQ(outages[0].tie, no_tie);
  ContingencyOptions hasty;
  hasty.newton.most_iterations = 1;
  const auto unsolved = contingencies(open_ring(), hasty);
  ASSERT_EQ(unsolved[3].unsolved.size(), 1U);
  EXPECT_GT(unsolved[3].unsolved[0].mismatch_w, 0.0);
}

TEST(Contingencies, TiesResupply) {
  ContingencyOptions options;
  options.ties = {0};
  Grid grid = open_ring();
  for (const auto& outage : contingencies(grid, options)) {
    EXPECT_EQ(outage.tie, 0U);
    EXPECT_TRUE(outage.secure()) << outage.branch;
    EXPECT_EQ(outage.lost_w, 0.0);
  }
  for (auto& line : grid.lines) line.rated_a = 120.0;
  const auto tight = contingencies(grid, options);
  EXPECT_THAT(tight[0].dead, IsEmpty());
  ASSERT_FALSE(tight[0].violations.empty());
  EXPECT_EQ(tight[0].violations[0].limit, Limit::loading);
  EXPECT_EQ(tight[0].violations[0].place, 2U) << "the other feeder's first line carries all";
  EXPECT_FALSE(tight[0].secure());
}

TEST(Contingencies, AreThePowerFlowsOfGridsWithoutTheBranch) {
  const Grid grid = random_grid(8, {15, 3, true, true});
  for (const auto& outage : contingencies(grid)) {
    Grid without = grid;
    if (outage.branch < grid.lines.size()) {
      without.lines[outage.branch].from_closed = without.lines[outage.branch].to_closed = false;
    } else {
      without.transformers[outage.branch - grid.lines.size()].high_closed = false;
      without.transformers[outage.branch - grid.lines.size()].low_closed = false;
    }
    const auto flow = power_flow(without);
    EXPECT_EQ(flow.violations.size(), outage.violations.size());
    std::size_t dead = 0;
    for (const auto& bus : flow.buses) dead += bus.state == BusState::dead ? 1 : 0;
    EXPECT_EQ(dead, outage.dead.size());
  }
}

TEST(Contingencies, OnlyWhatIsAskedFor) {
  const Grid grid = random_grid(8, {});
  ContingencyOptions options;
  options.branches = {3, 7};
  const auto some = contingencies(grid, options);
  const auto all = contingencies(grid);
  ASSERT_EQ(some.size(), 2U);
  EXPECT_EQ(some[0].branch, 3U);
  EXPECT_EQ(some[1].branch, 7U);
  EXPECT_EQ(some[1].dead, all[7].dead);
}

}  // namespace
}  // namespace parktwin::energy::grid
