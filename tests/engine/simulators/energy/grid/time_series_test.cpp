#include "engine/simulators/energy/grid/time_series.h"

#include <gtest/gtest.h>

#include <numeric>

#include "engine/core/parallel.h"
#include "tests/engine/simulators/energy/grid/random_series.h"

namespace parktwin::energy::grid {
namespace {

/// Everything a run says, by one Newton solution per step.
void expect_as_step_by_step(const Grid& grid, const Profiles& profiles, const TimeSeries& series) {
  std::vector<double> lowest(grid.buses.size(), 9.0);
  std::vector<double> highest(grid.buses.size(), 0.0);
  std::vector<std::uint32_t> below(grid.buses.size(), 0);
  std::vector<double> loading(series.branches.size(), 0.0);
  std::vector<std::uint32_t> over(series.branches.size(), 0);
  std::vector<double> loss(series.branches.size(), 0.0);
  for (std::size_t step = 0; step < profiles.steps; ++step) {
    const auto flow = power_flow(grid_at(grid, profiles, step));
    ASSERT_TRUE(flow.solved()) << step;
    EXPECT_NEAR(series.loss_w[step], flow.loss_w + taken_by_shunts(grid, flow), 0.05);
    EXPECT_NEAR(series.supply_w[step], flow.source_va[0].real(), 0.5);
    EXPECT_NEAR(series.supply_var[step], flow.source_va[0].imag(), 0.5);
    for (std::size_t bus = 0; bus < lowest.size(); ++bus) {
      lowest[bus] = std::min(lowest[bus], flow.buses[bus].voltage_pu);
      highest[bus] = std::max(highest[bus], flow.buses[bus].voltage_pu);
      below[bus] += flow.buses[bus].voltage_pu < grid.buses[bus].least_pu ? 1 : 0;
    }
    for (std::size_t i = 0; i < loading.size(); ++i) {
      loading[i] = std::max(loading[i], flow.branches[i].loading);
      over[i] += flow.branches[i].loading > 1.0 ? 1 : 0;
      loss[i] += 0.25 * flow.branches[i].loss_w;
    }
  }
  for (std::size_t bus = 0; bus < lowest.size(); ++bus) {
    EXPECT_NEAR(series.buses[bus].lowest_pu, lowest[bus], 1e-7);
    EXPECT_NEAR(series.buses[bus].highest_pu, highest[bus], 1e-7);
    EXPECT_EQ(series.buses[bus].steps_below, below[bus]);
    const auto at = power_flow(grid_at(grid, profiles, series.buses[bus].lowest_step));
    EXPECT_NEAR(at.buses[bus].voltage_pu, lowest[bus], 1e-7);
  }
  for (std::size_t i = 0; i < loading.size(); ++i) {
    EXPECT_NEAR(series.branches[i].highest_loading, loading[i], 1e-6);
    EXPECT_EQ(series.branches[i].steps_over, over[i]);
    EXPECT_NEAR(series.branches[i].loss_wh, loss[i], 1.0);
  }
}

TEST(TimeSeries, SaysWhatEveryStepAloneSays) {
  for (std::uint32_t number = 0; number < 4; ++number) {
    SCOPED_TRACE(number);
    Grid grid = random_grid(number, {25, number, number == 3, number % 2 == 1});
    for (auto& bus : grid.buses) bus.least_pu = 0.995;
    for (auto& line : grid.lines) line.rated_a = 60.0;
    if (number == 2) grid.inverters.push_back({7, 0.6e6, 0.5e6, voltage_droop(0.94, 0.98, 1.0, 1.04, 0.44)});
    const auto profiles = random_profiles(grid, 45, number);
    const auto series = time_series(grid, profiles);
    expect_as_step_by_step(grid, profiles, series);
    EXPECT_EQ(series.newton_steps, number == 3 ? 45U : 0U);
    EXPECT_EQ(series.swept_steps, number == 3 ? 0U : 45U);
  }
}

TEST(TimeSeries, HandsStepsThatDoNotSettleToNewtonAndReportsThoseWithoutSolution) {
  Grid grid;
  grid.buses.resize(2);
  grid.sources.push_back({0, 1.0});
  grid.lines.push_back({0, 1, 0.5, 5.0, 0.0, 100.0});
  grid.loads.push_back({1, 1e6, 0.0});
  Profiles profiles{20, std::vector<double>(20, 1.0), {{0}, {}, {}}};
  profiles.factors[9] = 9.0;    // solvable, near the nose of the curve
  profiles.factors[13] = 50.0;  // beyond it
  TimeSeriesOptions options;
  options.sweep.most_iterations = 10;
  options.voltage_buses = {1};
  const auto series = time_series(grid, profiles, options);
  ASSERT_EQ(series.failures.size(), 1U);
  EXPECT_EQ(series.failures[0].step, 13U);
  EXPECT_EQ(series.failures[0].bus, 1U);
  EXPECT_GT(series.failures[0].mismatch_w, 1e5);
  EXPECT_GE(series.newton_steps, 1U);
  EXPECT_EQ(series.newton_steps + series.swept_steps, 19U);
  EXPECT_TRUE(std::isnan(series.voltage_re_pu[13]));
  EXPECT_EQ(series.loss_w[13], 0.0);
  EXPECT_EQ(series.buses[1].lowest_step, 9U);
  const auto flow = power_flow(grid_at(grid, profiles, 9));
  EXPECT_NEAR(std::hypot(series.voltage_re_pu[9], series.voltage_im_pu[9]), flow.buses[1].voltage_pu, 1e-8);
  EXPECT_NEAR(series.voltage_re_pu[14], series.voltage_re_pu[0], 1e-8);
  options.newton.most_iterations = 1;
  EXPECT_EQ(time_series(grid, profiles, options).failures.size(), 2U);
}

TEST(TimeSeries, OneAndManyThreadsGiveTheSameBits) {
  const Grid grid = random_grid(1, {40, 2, false, true});
  const auto profiles = random_profiles(grid, 1500, 1);
  TimeSeriesOptions options;
  options.voltage_buses = {5, 39};
  const auto run = [&](std::size_t threads) {
    const ThreadLimit limit(threads);
    return time_series(grid, profiles, options);
  };
  const auto one = run(1);
  const auto many = run(0);
  EXPECT_EQ(one.voltage_re_pu, many.voltage_re_pu);
  EXPECT_EQ(one.loss_w, many.loss_w);
  for (std::size_t i = 0; i < one.branches.size(); ++i) EXPECT_EQ(one.branches[i].loss_wh, many.branches[i].loss_wh);
  for (std::size_t bus = 0; bus < one.buses.size(); ++bus) EXPECT_EQ(one.buses[bus].lowest_step, many.buses[bus].lowest_step);
}

TEST(TimeSeries, KeepsDeadIslandsApart) {
  Grid grid = random_grid(1, {10, 0});
  grid.buses.emplace_back();
  grid.loads.push_back({10, 1e6, 0.0});
  TimeSeriesOptions options;
  options.step_hours = 1.0;
  const auto series = time_series(grid, random_profiles(grid, 9, 1), options);
  EXPECT_TRUE(series.buses[10].dead);
  EXPECT_FALSE(series.buses[9].dead);
  const double loss = std::accumulate(series.loss_w.begin(), series.loss_w.end(), 0.0);
  double by_branch = 0.0;
  for (const auto& branch : series.branches) by_branch += branch.loss_wh;
  EXPECT_NEAR(loss, by_branch, 1e-6 * loss) << "one hour per step";
  EXPECT_TRUE(time_series(grid, {}).failures.empty());
}

}  // namespace
}  // namespace parktwin::energy::grid
