#include "engine/simulators/energy/grid/sweep_kernel.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

struct Prepared {
  Grid grid;
  Network network;
  SweepPlan plan;
  SweepBlock block;
};

/// Lane i carries (1 + i) / 4 of all loads.
Prepared prepared(std::uint32_t number) {
  Grid grid = random_grid(number, {25, number % 3, false, number % 2 == 1});
  Network network = compile(grid);
  SweepPlan plan = plan_sweeps(grid, network, 0, {});
  SweepBlock block(plan);
  for (const auto& power : plan.powers) {
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      const double factor = 0.25 * static_cast<double>(1 + lane);
      block.active[power.place].at[lane] += factor * power.active;
      block.reactive[power.place].at[lane] += factor * power.reactive;
    }
  }
  return {std::move(grid), std::move(network), std::move(plan), std::move(block)};
}

TEST(SweepKernel, EachLaneIsThePowerFlowOfItsLoads) {
  for (std::uint32_t number = 0; number < 6; ++number) {
    auto p = prepared(number);
    const auto outcome = sweep(p.plan, {}, p.block);
    ASSERT_EQ(outcome.converged, 255U);
    const auto loads = p.grid.loads;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      for (std::size_t i = 0; i < loads.size(); ++i) {
        p.grid.loads[i].active_w = loads[i].active_w * 0.25 * static_cast<double>(1 + lane);
        p.grid.loads[i].reactive_var = loads[i].reactive_var * 0.25 * static_cast<double>(1 + lane);
      }
      const auto flow = power_flow(p.grid, p.network);
      for (std::size_t k = 0; k < p.plan.node.size(); ++k) {
        const Complex voltage(p.block.voltage_re[k].at[lane], p.block.voltage_im[k].at[lane]);
        EXPECT_LT(std::abs(voltage - voltage_of(flow.buses[p.network.bus_of_node[p.plan.node[k]]])), 1e-8);
      }
    }
  }
}

TEST(SweepKernel, OptionsDecideAndOverloadedLanesSaySo) {
  auto p = prepared(1);
  const auto fresh = p.block;
  const auto fine = sweep(p.plan, {1e-10, 40}, p.block);
  p.block = fresh;
  const auto coarse = sweep(p.plan, {1e-4, 40}, p.block);
  EXPECT_LT(coarse.iterations, fine.iterations);
  p.block = fresh;
  EXPECT_LT(sweep(p.plan, {1e-10, 1}, p.block).converged, 255U);
  p.block = fresh;
  p.block.active[3].at[5] = -1e4;
  EXPECT_EQ(sweep(p.plan, {}, p.block).converged, 255U & ~(1U << 5));
}

/// The power of each free node by the records themselves, node by node.
double greatest_error(const Prepared& p, std::size_t lane) {
  double greatest = 0.0;
  for (std::uint32_t k = 0; k < p.plan.count; ++k) {
    const std::uint32_t node = p.plan.node[k];
    Complex current = 0.0;
    for (std::size_t other = 0; other < p.plan.node.size(); ++other) {
      for (std::uint32_t entry = p.network.row_begin[node]; entry < p.network.row_begin[node + 1]; ++entry) {
        if (p.network.column[entry] == p.plan.node[other])
          current += p.network.admittance[entry] * Complex(p.block.voltage_re[other].at[lane], p.block.voltage_im[other].at[lane]);
      }
    }
    const Complex voltage(p.block.voltage_re[k].at[lane], p.block.voltage_im[k].at[lane]);
    const Complex fed(p.block.active[k].at[lane], p.block.reactive_now[k].at[lane]);
    greatest = std::max(greatest, std::abs(fed - voltage * std::conj(current)) / (1.0 + std::abs(fed)));
  }
  return greatest;
}

TEST(SweepKernel, EveryAcceptedLaneHasItsPowersAtEveryNode) {
  for (std::uint32_t number = 0; number < 6; ++number) {
    auto p = prepared(number);
    ASSERT_EQ(sweep(p.plan, {}, p.block).converged, 255U);
    for (std::size_t lane = 0; lane < lane_count; ++lane) EXPECT_LT(greatest_error(p, lane), 1e-8) << number;
    EXPECT_EQ(balanced_lanes(p.plan, 1e-8, p.block), 255U);
    p.block.voltage_im[number].at[3] += 1e-5;
    EXPECT_GT(greatest_error(p, 3), 2e-8);
    EXPECT_EQ(balanced_lanes(p.plan, 1e-8, p.block), 255U & ~(1U << 3)) << number;
    p.block.voltage_re[number].at[6] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(balanced_lanes(p.plan, 1e-8, p.block), 255U & ~(1U << 3) & ~(1U << 6)) << number;
  }
}

/// A plan whose factors belong to another grid: its sweeps stand still where they like, and no lane counts.
TEST(SweepKernel, StandingStillIsNotEnough) {
  auto p = prepared(1);
  for (auto& value : p.plan.inverse_pivot.re) value *= 1.01;
  for (auto& value : p.plan.inverse_pivot.im) value *= 1.01;
  EXPECT_EQ(sweep(p.plan, {}, p.block).converged, 0U);
  const auto again = p.block;
  (void)sweep(p.plan, {}, p.block);
  for (std::uint32_t k = 0; k < p.plan.count; ++k)
    EXPECT_NEAR(p.block.voltage_re[k].at[0], again.voltage_re[k].at[0], 1e-7) << "it did stand still";
}

TEST(SweepKernel, LanesThatDoNotCountLeaveNoTrace) {
  auto p = prepared(2);
  ASSERT_EQ(sweep(p.plan, {}, p.block).converged, 255U);
  SweepRecord record(p.plan, std::vector<double>(25, 0.9), std::vector<double>(25, 1.1));
  p.block.voltage_re[4].at[6] = 0.1;
  p.block.voltage_re[4].at[2] = 0.2;
  record_block(p.plan, p.block, 80, 255U & ~(1U << 6), record);
  EXPECT_TRUE(std::isinf(record.lowest[4].at[6]));
  EXPECT_NEAR(record.lowest[4].at[2], 0.04, 0.1);
  EXPECT_EQ(record.lowest_step[4].at[2], 82);
  EXPECT_EQ(record.below[4].at[2], 1);
  EXPECT_EQ(record.below[4].at[6], 0);
  EXPECT_EQ(record.loss[0].at[6], 0.0);
  EXPECT_GT(record.loss[0].at[0], 0.0);
}

}  // namespace
}  // namespace parktwin::energy::grid
