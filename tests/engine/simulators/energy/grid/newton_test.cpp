#include "engine/simulators/energy/grid/newton.h"

#include <gtest/gtest.h>

#include <numeric>

#include "engine/simulators/energy/grid/free_nodes.h"
#include "tests/engine/simulators/energy/grid/published_grids.h"
#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

Grid two_buses(double load_w) {
  Grid grid;
  grid.buses.resize(2);
  grid.sources.push_back({0, 1.0});
  grid.lines.push_back({0, 1, 0.4, 0.9, 0.0, 0.0});
  grid.loads.push_back({1, load_w, 0.3 * load_w});
  return grid;
}

TEST(Newton, OptionsDecide) {
  const Grid grid = two_buses(8e6);
  const auto network = compile(grid);
  const auto injection = injection_of(grid, network);
  NewtonSolver solver(network, 0);
  const auto run = [&](const NewtonOptions& options) {
    std::vector<Complex> voltage(2);
    set_unloaded(network, 0, voltage);
    return solver.solve(injection, options, voltage);
  };
  EXPECT_TRUE(run({}).converged);
  EXPECT_LT(run({1e-2}).iterations, run({1e-12}).iterations);
  const auto cut_short = run({1e-9, 1});
  EXPECT_FALSE(cut_short.converged);
  EXPECT_EQ(cut_short.worst_node, 1U);
  EXPECT_GT(cut_short.greatest_mismatch_pu, 1e-9);
}

// A generator that cannot hold its voltage stands at its limit and its voltage falls short on the side that the limit explains.
TEST(Newton, HeldNodesStandAtTheirReactiveLimits) {
  Grid grid = two_buses(5e6);
  for (const auto& [wanted, most] : {std::pair{1.03, 1e6}, std::pair{0.90, 1e6}}) {
    grid.generators = {{1, 0.0, wanted, -most, most}};
    const auto flow = power_flow(grid);
    ASSERT_TRUE(flow.solved());
    ASSERT_EQ(flow.at_reactive_limit, std::vector<std::size_t>{1});
    EXPECT_NEAR(flow.generator_va[0].imag(), wanted > 1.0 ? most : -most, 1e-2);
    EXPECT_EQ(flow.buses[1].voltage_pu<wanted, wanted> 1.0);
    Grid fixed = grid;
    fixed.generators.clear();
    fixed.loads.push_back({1, 0.0, wanted > 1.0 ? -most : most});
    EXPECT_NEAR(flow.buses[1].voltage_pu, power_flow(fixed).buses[1].voltage_pu, 1e-9);
    NewtonOptions free;
    free.reactive_limits = false;
    EXPECT_NEAR(power_flow(grid, free).buses[1].voltage_pu, wanted, 1e-12);
  }
}

TEST(Newton, HeldNodesWithRoomHoldTheirVoltage) {
  Grid grid = two_buses(5e6);
  grid.generators = {{1, 1e6, 1.0, -50e6, 50e6}};
  const auto flow = power_flow(grid);
  EXPECT_NEAR(flow.buses[1].voltage_pu, 1.0, 1e-12);
  EXPECT_TRUE(flow.at_reactive_limit.empty());
}

// On a line without load, the fixed point of Q(V) by bisection over the two-bus formula.
TEST(Newton, InvertersStandAtTheFixedPointOfTheirVoltageCurve) {
  for (const double active : {1e6, 2e6, 3e6, 4e6}) {
    Grid grid = two_buses(0.0);
    grid.inverters.push_back({1, 4.5e6, active, voltage_droop(0.94, 0.98, 1.0, 1.05, 0.5)});
    const auto flow = power_flow(grid);
    ASSERT_TRUE(flow.solved());
    const auto voltage_at = [&](double reactive) {
      const double p = 2.0 * (-0.4 * active - 0.9 * reactive) - 1e8;
      return std::sqrt((-p + std::sqrt(p * p - 4.0 * (0.16 + 0.81) * (active * active + reactive * reactive))) / 2.0) / 10e3;
    };
    double low = -4.5e6;
    double high = 4.5e6;
    for (int i = 0; i < 100; ++i) {
      const double middle = 0.5 * (low + high);
      const bool above = reactive_power(grid.inverters[0].control, 4.5e6, active, voltage_at(middle)).value > middle;
      (above ? low : high) = middle;
    }
    EXPECT_NEAR(flow.inverter_va[0].imag(), low, 1.0);
    EXPECT_NEAR(flow.buses[1].voltage_pu, voltage_at(low), 1e-9);
    EXPECT_LT(flow.inverter_va[0].imag(), 0.0);
  }
}

TEST(Newton, InvertersFollowTheirFeedIn) {
  Grid grid = two_buses(0.0);
  grid.inverters.push_back({1, 2e6, 2e6 * 0.75, {ReactiveLaw::by_feed_in, 0.0, {{0.5, 1.0}, {1.0, -0.9}}}});
  const auto flow = power_flow(grid);
  const double power_factor = 0.95;
  EXPECT_NEAR(flow.inverter_va[0].imag(), -1.5e6 * std::sqrt(1.0 / (power_factor * power_factor) - 1.0), 1e-3);
}

// A metre of busbar beside kilometres of cable: rounding alone exceeds the tolerance.
TEST(Newton, VeryShortLinesStillConverge) {
  Grid grid = random_grid(12, {40, 3});
  for (std::size_t i = 0; i < grid.lines.size(); i += 4) {
    grid.lines[i].resistance_ohm = 1e-8;
    grid.lines[i].reactance_ohm = 1e-7;
  }
  NewtonOptions strict;
  strict.tolerance_pu = 0.0;
  const auto flow = power_flow(grid, strict);
  ASSERT_TRUE(flow.solved());
  EXPECT_NEAR(flow.source_va[0].real(),
              flow.loss_w + std::accumulate(grid.loads.begin(), grid.loads.end(), 0.0,
                                            [](double sum, const Load& load) { return sum + load.active_w; }),
              100.0);
}

TEST(Newton, RefactoredSolutionsAreThoseOfAFreshSolver) {
  Grid grid = random_grid(11, {50, 4, true, true});
  const auto network = compile(grid);
  NewtonSolver kept(network, 0);
  std::vector<Complex> voltage(network.node_count(), 1.0);
  for (int step = 0; step < 20; ++step) {
    for (std::size_t i = 0; i < grid.loads.size(); ++i) grid.loads[i].active_w *= (i + step) % 2 == 0 ? 1.1 : 0.92;
    const auto injection = injection_of(grid, network);
    ASSERT_TRUE(kept.solve(injection, {}, voltage).converged);
    const auto fresh = power_flow(grid, network);
    for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) {
      EXPECT_LT(std::abs(voltage_of(fresh.buses[bus]) - voltage[network.node_of_bus[bus]]), 1e-8);
    }
  }
}

}  // namespace
}  // namespace parktwin::energy::grid
