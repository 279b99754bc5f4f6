#include "engine/simulators/energy/dispatch/rounded_units.h"

#include <gtest/gtest.h>

#include "engine/simulators/energy/dispatch/dispatch.h"
#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

/// A plant of 100 kW with heat of the same, on from 40 kW, beside a boiler.
void fill(testing::TestHub& made, std::vector<double> prices, std::vector<double> heat_kw) {
  testing::fill_prices(made, std::move(prices), 200.0);
  made.hub.demand_kw[1] = made.keep(std::move(heat_kw));
  made.hub.converters.push_back(combined_heat_and_power("CHP", 100.0, 0.4, 0.4));
  made.hub.converters[0].least_load = 0.4;
  made.hub.converters.push_back(gas_boiler("boiler", 500.0, 0.9));
}

TEST(RoundedUnits, AreOnFromHalfTheirLeastLoadWhereTheirHeatIsWanted) {
  testing::TestHub made;
  fill(made, {1.0, 1.0, 1.0, 1.0}, {100.0, 30.0, 10.0, 45.0});
  Window window;
  window.steps = 4;
  const auto built = hub_programme(made.hub, {}, window);
  std::vector<double> values(built.programme.columns(), 0.0);
  const auto input = static_cast<std::size_t>(built.input_kw[0]);
  values[input] = 250.0;
  values[input + 1] = 75.0;
  values[input + 2] = 25.0;
  values[input + 3] = 60.0;
  const auto on = rounded_units(made.hub, built, values, false);
  EXPECT_EQ(on[0], (std::vector<std::uint8_t>{1, 0, 0, 1}));  // 40 kW of heat do not fit into 30
  EXPECT_TRUE(on[1].empty());
}

/// Against every pattern of on and off.
TEST(RoundedUnits, AreNearTheBestOfAllPatterns) {
  testing::TestHub made;
  fill(made, {1.2, 0.5, 1.0, 0.3, 0.9, 1.1}, {100.0, 30.0, 55.0, 60.0, 41.0, 20.0});
  Options options;
  options.switched_units = true;
  const auto rounded = dispatch(made.hub, options);
  ASSERT_EQ(rounded.status, Status::feasible) << rounded.reason;
  double best = 1e9;
  for (unsigned pattern = 0; pattern < 64; ++pattern) {
    Window window;
    window.steps = 6;
    auto built = hub_programme(made.hub, {}, window);
    std::vector<std::vector<std::uint8_t>> on(2);
    for (unsigned i = 0; i < 6; ++i) on[0].push_back((pattern >> i) & 1U);
    hold(made.hub, on, built);
    const auto solution = solve(built.programme);
    if (solution.outcome == Outcome::optimal) best = std::min(best, solution.objective);
  }
  EXPECT_GE(rounded.total_cny, best - 1e-6);
  EXPECT_LE(rounded.total_cny, 1.01 * best);
  EXPECT_LE(rounded.bound_cny, best + 1e-6);
  for (const double kw : testing::flow_of(rounded, "CHP")) EXPECT_TRUE(kw == 0.0 || kw >= 40.0 - 1e-9) << kw;
}

TEST(RoundedUnits, CautionLeavesStoresAlone) {
  testing::TestHub made;
  fill(made, {1.0, 1.0}, {30.0, 100.0});
  Window window;
  window.steps = 2;
  const auto built = hub_programme(made.hub, {}, window);
  std::vector<double> values(built.programme.columns(), 0.0);
  values[static_cast<std::size_t>(built.input_kw[0])] = 150.0;  // 60 kW of heat, as with a store
  EXPECT_EQ(rounded_units(made.hub, built, values, false)[0][0], 1);
  EXPECT_EQ(rounded_units(made.hub, built, values, true)[0][0], 0);
}

}  // namespace
}  // namespace parktwin::energy::dispatch
