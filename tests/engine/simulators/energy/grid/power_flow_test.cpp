#include "engine/simulators/energy/grid/power_flow.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/engine/simulators/energy/grid/published_grids.h"
#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

constexpr double degree = std::numbers::pi / 180.0;

TEST(PowerFlow, SolvesTheIeee14BusCaseAsPublished) {
  const Grid grid = ieee14();
  const auto flow = power_flow(grid);
  ASSERT_TRUE(flow.solved());
  for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) {
    EXPECT_NEAR(flow.buses[bus].voltage_pu, ieee14_voltages[bus].voltage_pu, 0.0015) << bus << ": the archive rounds";
    EXPECT_NEAR(flow.buses[bus].angle_rad / degree, ieee14_voltages[bus].angle_deg, 0.02) << bus;
  }
  EXPECT_NEAR(flow.source_va[0].real() / 1e6, 232.4, 0.05);
  EXPECT_NEAR(flow.generator_va[0].imag() / 1e6, 42.4, 1.3) << "the archive rounds its voltages";
  EXPECT_NEAR(flow.loss_w / 1e6, 13.39, 0.01);
  expect_same_voltages(grid, flow, dense_solution(grid), 1e-8);
}

TEST(PowerFlow, SolvesTheNineBusSystem) {
  const Grid grid = chow9();
  const auto flow = power_flow(grid);
  ASSERT_TRUE(flow.solved());
  expect_same_voltages(grid, flow, dense_solution(grid), 1e-8);
  const double load = 315e6;
  EXPECT_NEAR(flow.source_va[0].real() + 248e6, load + flow.loss_w, 1.0);
}

void check_solved(const Grid& grid, const std::vector<SolvedVoltage>& published) {
  const auto flow = power_flow(grid);
  ASSERT_TRUE(flow.solved());
  ASSERT_EQ(flow.buses.size(), published.size());
  for (std::size_t bus = 0; bus < published.size(); ++bus) {
    EXPECT_NEAR(flow.buses[bus].voltage_pu, published[bus].voltage_pu, 1e-8) << bus;
    EXPECT_NEAR(flow.buses[bus].angle_rad / degree, published[bus].angle_deg, 1e-8 / degree) << bus;
  }
}

TEST(PowerFlow, Case9HasTheVoltagesThatMatpowersTestsState) {
  Grid grid = chow9();
  grid.sources[0].voltage_pu = 1.0;
  for (auto& machine : grid.generators) machine.voltage_pu = 1.0;
  check_solved(grid, matpower9_voltages);
  const auto flow = power_flow(grid);
  EXPECT_NEAR(flow.source_va[0].real() / 1e8, 0.719547015892220, 1e-8) << "its eSg";
  EXPECT_NEAR(flow.source_va[0].imag() / 1e8, 0.240689577727586, 1e-8);
  EXPECT_NEAR(flow.generator_va[1].imag() / 1e8, -0.036490255342106, 1e-8);
}

TEST(PowerFlow, Case14HasTheVoltagesOfOtherPrograms) { check_solved(ieee14(), solved14_voltages); }

// Baran and Wu 1989: 202.7 kW of losses, lowest voltage 0.9131 at bus 18.
TEST(PowerFlow, SolvesThe33BusFeederAsPublished) {
  const Grid grid = baran_wu33();
  const auto flow = power_flow(grid);
  ASSERT_TRUE(flow.solved());
  EXPECT_NEAR(flow.loss_w, 202.7e3, 50.0);
  const auto lowest = std::min_element(flow.buses.begin(), flow.buses.end(),
                                       [](const BusResult& a, const BusResult& b) { return a.voltage_pu < b.voltage_pu; });
  EXPECT_EQ(lowest - flow.buses.begin(), 17);
  EXPECT_NEAR(lowest->voltage_pu, 0.9131, 0.00005);
  EXPECT_NEAR(lowest->voltage_pu, 0.91309048, 1e-8) << "pandapower's case33bw, as a public test of another program states it";
  EXPECT_NEAR(flow.loss_w / 1e6, 0.20267713, 1e-8) << "from there too";
  expect_same_voltages(grid, flow, dense_solution(grid), 1e-8);
  EXPECT_TRUE(flow.violations.empty());
}

// |V2|² is the greater root of u² + (2 (R P + X Q) − V1²) u + (R² + X²)(P² + Q²) = 0.
TEST(PowerFlow, AgreesWithTheTwoBusFormula) {
  Grid grid;
  grid.buses.resize(2);
  grid.buses[1].least_pu = 1.0;
  grid.sources.push_back({0, 1.02});
  grid.lines.push_back({0, 1, 0.5, 0.8, 0.0, 150.0});
  grid.loads.push_back({1, 3e6, 1e6});
  const auto flow = power_flow(grid);
  const double v1 = 1.02 * 10e3;
  const double p = 2.0 * (0.5 * 3e6 + 0.8 * 1e6) - v1 * v1;
  const double u = (-p + std::sqrt(p * p - 4.0 * (0.25 + 0.64) * 10e12)) / 2.0;
  EXPECT_NEAR(flow.buses[1].voltage_pu, std::sqrt(u) / 10e3, 1e-12);
  const double ampere = std::sqrt(10.0) * 1e6 / (std::numbers::sqrt3 * std::sqrt(u));
  EXPECT_NEAR(flow.branches[0].to_a, ampere, 1e-6);
  EXPECT_NEAR(flow.loss_w, 3.0 * 0.5 * ampere * ampere, 1e-3);
  EXPECT_NEAR(flow.branches[0].loading, ampere / 150.0, 1e-9);
  ASSERT_EQ(flow.violations.size(), 2U);
  EXPECT_EQ(flow.violations[0].limit, Limit::voltage_low);
  EXPECT_EQ(flow.violations[0].place, 1U);
  EXPECT_EQ(flow.violations[1].limit, Limit::loading);
}

TEST(PowerFlow, BalancesEveryBusOfRandomGrids) {
  for (std::uint32_t number = 0; number < 40; ++number) {
    SCOPED_TRACE(number);
    const Grid grid = random_grid(number, {20 + number, number % 4, number % 2 == 1, number % 3 == 1});
    const auto flow = power_flow(grid);
    ASSERT_TRUE(flow.solved());
    std::vector<Complex> volts;
    for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) volts.push_back(voltage_of(flow.buses[bus]) * grid.buses[bus].nominal_v);
    auto into = powers_into_buses(grid, volts);
    into[0] += flow.source_va[0];
    for (std::size_t i = 0; i < grid.generators.size(); ++i) {
      into[grid.generators[i].bus] += Complex(0.0, flow.generator_va[i].imag());
    }
    const auto current = currents_into_branches(grid, volts);
    double shunts = 0.0;
    for (const auto& shunt : grid.shunts) shunts += shunt.conductance_s * std::norm(volts[shunt.bus]);
    for (std::size_t bus = 0; bus < volts.size(); ++bus) EXPECT_LT(std::abs(into[bus] - volts[bus] * std::conj(current[bus])), 0.01) << bus;
    const Complex fed_in = std::accumulate(into.begin(), into.end(), Complex(0.0));
    EXPECT_NEAR(flow.loss_w + shunts, fed_in.real(), 0.05);
    EXPECT_GT(flow.loss_w, 0.0);
  }
}

TEST(PowerFlow, AgreesWithADenseSolution) {
  for (std::uint32_t number = 0; number < 8; ++number) {
    SCOPED_TRACE(number);
    Grid grid = random_grid(number, {25, number % 4, number % 2 == 1, number % 3 == 1});
    for (auto& machine : grid.generators) machine.most_reactive_var = -(machine.least_reactive_var = -1e9);
    const auto flow = power_flow(grid);
    ASSERT_TRUE(flow.solved());
    expect_same_voltages(grid, flow, dense_solution(grid), 1e-7);
  }
}

// Unloaded: V2 = V1 / t. Loaded: the impedance behind the ideal ratio.
TEST(PowerFlow, TransformersFollowTapAndPhaseShift) {
  Grid grid;
  grid.buses = {Bus{10e3}, Bus{400.0}};
  grid.sources.push_back({0, 1.01, 0.3});
  Transformer unit{0, 1, 1e6, 10.5e3, 410.0, 0.06, 10e3};
  unit.tap_position = -2;
  unit.shift_rad = 5.0 * std::numbers::pi / 6.0;
  grid.transformers.push_back(unit);
  const Complex ratio = std::polar(10.5e3 * 0.95 / 410.0, unit.shift_rad);
  const Complex unloaded = std::polar(1.01 * 10e3, 0.3) / ratio;
  auto flow = power_flow(grid);
  EXPECT_LT(std::abs(voltage_of(flow.buses[1]) * 400.0 - unloaded), 1e-6);
  grid.loads.push_back({1, 600e3, 200e3});
  flow = power_flow(grid);
  const Complex impedance = 410.0 * 410.0 / 1e6 * Complex(0.01, std::sqrt(0.06 * 0.06 - 0.01 * 0.01));
  const Complex low = voltage_of(flow.buses[1]) * 400.0;
  EXPECT_LT(std::abs(low + impedance * std::conj(Complex(600e3, 200e3) / low) - unloaded), 1e-5);
  EXPECT_NEAR(flow.branches[0].from_a / (1e6 / (std::numbers::sqrt3 * 10.5e3)), flow.branches[0].loading, 1e-9) << "fewer turns above";
  EXPECT_NEAR(flow.branches[0].to_a / (1e6 / (std::numbers::sqrt3 * 410.0)), 0.95 * flow.branches[0].loading, 1e-9);
}

TEST(PowerFlow, ReportsDeadIslandsAndSolvesOthersByTheirOwnSlack) {
  Grid grid;
  grid.buses.resize(7);
  grid.sources.push_back({0, 1.0});
  for (const std::size_t from : {0U, 2U, 4U}) grid.lines.push_back({from, from + 1, 0.1, 0.1, 0.2e-6, 100.0});
  grid.switches = {{1, 2, false}, {5, 6, true}};
  grid.loads = {{1, 1e5, 0.0}, {3, 1e5, 0.0}, {6, 2e5, 1e5}};
  grid.generators.push_back({4, 0.0, 1.01, -1e6, 1e6, true});
  auto flow = power_flow(grid);
  EXPECT_EQ(flow.buses[1].state, BusState::solved);
  EXPECT_EQ(flow.buses[2].state, BusState::dead);
  EXPECT_EQ(flow.buses[3].state, BusState::dead);
  EXPECT_EQ(flow.buses[6].state, BusState::solved);
  EXPECT_EQ(flow.buses[6].voltage_pu, flow.buses[5].voltage_pu);
  EXPECT_EQ(flow.branches[1].loss_w, 0.0);
  EXPECT_NEAR(flow.generator_va[0].real(), 2e5 + flow.branches[2].loss_w, 0.01);
  EXPECT_NEAR(flow.source_va[0].real(), 1e5 + flow.branches[0].loss_w, 0.01);
  grid.switches[0].closed = true;
  flow = power_flow(grid);
  EXPECT_EQ(flow.buses[3].state, BusState::solved);
}

TEST(PowerFlow, SaysWhereNoSolutionExists) {
  Grid grid = random_grid(3, {20, 0});
  grid.loads[10].active_w = 500e6;
  const auto flow = power_flow(grid);
  ASSERT_EQ(flow.unsolved.size(), 1U);
  EXPECT_FALSE(flow.solved());
  EXPECT_LT(flow.unsolved[0].bus, grid.buses.size());
  EXPECT_GT(flow.unsolved[0].mismatch_w, 1e6);
  EXPECT_EQ(flow.buses[5].state, BusState::unsolved);
  EXPECT_TRUE(flow.violations.empty());
}

TEST(PowerFlow, WarmStartsNeedFewerIterations) {
  Grid grid = random_grid(4, {40, 3, false, true});
  const auto network = compile(grid);
  const auto cold = power_flow(grid, network);
  std::vector<Complex> start(network.node_count());
  for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) start[network.node_of_bus[bus]] = voltage_of(cold.buses[bus]);
  for (auto& load : grid.loads) load.active_w *= 1.001;
  const auto warm = power_flow(grid, network, {}, start);
  EXPECT_LT(warm.iterations, cold.iterations);
  EXPECT_NEAR(warm.buses[20].voltage_pu, power_flow(grid, network).buses[20].voltage_pu, 1e-9);
}

}  // namespace
}  // namespace parktwin::energy::grid
