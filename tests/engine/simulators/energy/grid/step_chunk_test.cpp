#include "engine/simulators/energy/grid/step_chunk.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/grid/random_series.h"

namespace parktwin::energy::grid {
namespace {

// Steps 16 … 26 alone: what lies before and behind them leaves no trace.
TEST(StepChunk, SolvesItsOwnStepsOnly) {
  for (const bool machines : {false, true}) {
    const Grid grid = random_grid(6, {20, 1, machines});
    const auto network = compile(grid);
    const auto profiles = random_profiles(grid, 40, 6);
    TimeSeriesOptions options;
    options.voltage_buses = {11};
    const auto steps = island_steps(grid, network, 0, profiles, options);
    TimeSeries series;
    for (auto* column : {&series.loss_w, &series.supply_w, &series.supply_var}) column->assign(40, 0.0);
    for (auto* column : {&series.voltage_re_pu, &series.voltage_im_pu}) column->assign(40, 0.0);
    StepChunk chunk(steps, series);
    chunk.run(16, 27);
    EXPECT_EQ(chunk.swept_steps + chunk.newton_steps, 11U);
    EXPECT_EQ(chunk.newton_steps > 0, machines);
    EXPECT_TRUE(chunk.failures.empty());
    for (std::size_t step = 0; step < 40; ++step) {
      const Complex voltage(series.voltage_re_pu[step], series.voltage_im_pu[step]);
      if (step < 16 || step > 26) {
        EXPECT_EQ(voltage, Complex(0.0));
        EXPECT_EQ(series.loss_w[step], 0.0);
        continue;
      }
      const auto flow = power_flow(grid_at(grid, profiles, step));
      EXPECT_LT(std::abs(voltage - voltage_of(flow.buses[11])), 1e-7);
      EXPECT_NEAR(series.loss_w[step], flow.loss_w + taken_by_shunts(grid, flow), 0.05);
    }
  }
}

}  // namespace
}  // namespace parktwin::energy::grid
