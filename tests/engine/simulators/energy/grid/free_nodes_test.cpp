#include "engine/simulators/energy/grid/free_nodes.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

TEST(FreeNodes, UnloadedVoltagesAreThoseWithoutLoads) {
  for (std::uint32_t number = 0; number < 6; ++number) {
    Grid grid = random_grid(number, {30, number, false, true});
    grid.loads.clear();
    const auto network = compile(grid);
    std::vector<Complex> voltage(network.node_count());
    set_unloaded(network, 0, voltage);
    const auto dense = dense_solution(grid);
    for (std::size_t bus = 0; bus < dense.size(); ++bus) {
      EXPECT_LT(std::abs(voltage[network.node_of_bus[bus]] - dense[bus] / grid.buses[bus].nominal_v), 1e-9);
    }
  }
}

TEST(FreeNodes, ResonantGridsStartFromTheSlack) {
  Grid grid;
  grid.buses.resize(2);
  grid.sources.push_back({0, 1.02, 0.1});
  grid.lines.push_back({0, 1, 0.0, 10.0});
  grid.shunts.push_back({1, 0.0, 0.1});
  const auto network = compile(grid);
  EXPECT_FALSE(free_nodes(network, 0).factors.regular);
  std::vector<Complex> voltage(2);
  set_unloaded(network, 0, voltage);
  EXPECT_EQ(voltage[1], std::polar(1.02, 0.1));
}

}  // namespace
}  // namespace parktwin::energy::grid
