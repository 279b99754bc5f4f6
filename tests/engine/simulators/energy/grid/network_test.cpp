#include "engine/simulators/energy/grid/network.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

TEST(Network, JoinsBusesByClosedSwitchesAndKeepsIslandsTogether) {
  Grid grid;
  grid.buses.resize(6);
  grid.switches = {{0, 4, true}, {1, 5, false}};
  grid.lines = {{0, 2, 0.1, 0.1}, {1, 3, 0.1, 0.1}, {2, 1, 0.1, 0.1, 1e-6, 0.0, true, false}};
  grid.sources.push_back({4, 1.02});
  const auto network = compile(grid);
  EXPECT_EQ(network.node_count(), 5U);
  EXPECT_EQ(network.node_of_bus[0], network.node_of_bus[4]);
  ASSERT_EQ(network.islands.size(), 3U);
  EXPECT_TRUE(network.islands[0].live());
  EXPECT_FALSE(network.islands[1].live());
  EXPECT_EQ(network.island_of_node[network.node_of_bus[2]], 0U);
  EXPECT_EQ(network.island_of_node[network.node_of_bus[3]], network.island_of_node[network.node_of_bus[1]]);
  EXPECT_EQ(network.branches[2].admittance.to_to, Complex(0.0));
  // The open line is a capacitor at its closed end, a little more than its charging by its own reactance.
  const double charging = 2.0 * std::numbers::pi * 50.0 * 1e-6 * 100.0;
  EXPECT_NEAR(network.branches[2].admittance.from_from.imag(), charging, 1e-4 * charging);
  EXPECT_GT(network.branches[2].admittance.from_from.imag(), charging);
}

TEST(Network, RowsSumToWhatBranchesSay) {
  const Grid grid = random_grid(5, {30, 3, true, true});
  const auto network = compile(grid);
  std::vector<Complex> volts(grid.buses.size());
  std::vector<Complex> voltage(network.node_count());
  for (std::size_t bus = 0; bus < volts.size(); ++bus) {
    voltage[network.node_of_bus[bus]] = std::polar(1.0 + 0.001 * static_cast<double>(bus), 0.01 * static_cast<double>(bus));
    volts[bus] = voltage[network.node_of_bus[bus]] * grid.buses[bus].nominal_v;
  }
  const auto ampere = currents_into_branches(grid, volts);
  for (std::size_t bus = 0; bus < volts.size(); ++bus) {
    Complex current = 0.0;
    const auto node = network.node_of_bus[bus];
    for (auto entry = network.row_begin[node]; entry < network.row_begin[node + 1]; ++entry) {
      current += network.admittance[entry] * voltage[network.column[entry]];
    }
    EXPECT_LT(std::abs(current * network.base_va / grid.buses[bus].nominal_v - ampere[bus]), 1e-6);
  }
}

TEST(Network, TransformersOpenAtOneEndKeepTheirIronLosses) {
  Transformer unit{0, 1, 1e6, 10e3, 400.0, 0.06, 10e3, 2e3, 0.01};
  const auto closed = transformer_admittance(unit, 1e6, 10e3, 400.0);
  const auto open = with_open_ends(closed, true, false);
  EXPECT_NEAR(open.from_from.real() * 1e6, 2e3, 1.0);
  EXPECT_NEAR(std::abs(open.from_from), 0.01, 1e-5);
  EXPECT_EQ(open.from_to, Complex(0.0));
  EXPECT_EQ(with_open_ends(closed, false, false).from_from, Complex(0.0));
}

}  // namespace
}  // namespace parktwin::energy::grid
