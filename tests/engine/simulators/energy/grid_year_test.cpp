#include "engine/simulators/energy/grid_year.h"

#include <gtest/gtest.h>

#include "engine/simulators/energy/park_grid.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

struct Made {
  Park park = testing::energy_park();
  loads::Loads loads = loads::loads(park, loads::working_days(2025), {});
  std::vector<std::vector<double>> per_rated{std::vector<double>(loads::steps_per_year, 0.4), {}, {}};
  std::vector<std::vector<double>> idle;

  [[nodiscard]] GridInputs inputs() const { return {park, loads, per_rated, idle, 1.0, false}; }
};

/// Against Newton's method at single steps, records scaled by hand.
TEST(GridYear, SuppliesAndLosesWhatSinglePowerFlowsDo) {
  const Made made;
  const SolvedGrid solved = solve_grid(made.inputs());
  ASSERT_TRUE(solved.year.reason.empty());
  for (std::size_t step = 0; step < loads::steps_per_year; step += 2503) {
    grid::Grid moment = park_grid(made.inputs()).grid;
    for (std::size_t c = 0; c < 3; ++c) {
      const double factor = made.loads.profiles[made.loads.consumers[c].profile][step];
      moment.loads[c].active_w *= factor;
      moment.loads[c].reactive_var *= factor;
    }
    moment.inverters[0].active_w *= 0.4;
    const auto flow = grid::power_flow(moment, grid::compile(moment));
    ASSERT_TRUE(flow.solved());
    EXPECT_NEAR(solved.supply_kw[step], flow.source_va[0].real() * 1e-3, 1e-3) << step;
    EXPECT_NEAR(solved.loss_kw[step], flow.loss_w * 1e-3, 1e-3) << step;
    EXPECT_GE(flow.buses[2].voltage_pu, *solved.year.buses[2].lowest_pu - 1e-7);
    EXPECT_LE(flow.buses[2].voltage_pu, *solved.year.buses[2].highest_pu + 1e-7);
  }
}

TEST(GridYear, NamesWhatLeavesItsLimitsWithPlaceAndTime) {
  Made made;
  auto enterprises = made.park.enterprises->records();
  enterprises[0].yearly_electricity = MegawattHours(9000.0);  // above 1.6 MVA in shifts
  made.park.enterprises = Part(Table(std::move(enterprises)));
  made.loads = loads::loads(made.park, loads::working_days(2025), {});
  made.per_rated[0].clear();
  const SolvedGrid solved = solve_grid(made.inputs());
  bool overload = false;
  for (const auto& violation : solved.year.violations) {
    EXPECT_GT(violation.steps, 0);
    EXPECT_EQ(violation.at.size(), 11U);
    overload = overload || (violation.kind == LimitKind::transformer_overload && violation.place == "TR-1" && violation.worst > 1.0);
  }
  EXPECT_TRUE(overload);
  EXPECT_EQ(solved.year.transformers[0].steps_over > 0, overload);
  EXPECT_EQ(solved.supplied_bus, (std::vector<std::uint8_t>{1, 1, 1, 0}));
}

TEST(GridYear, WithoutSlackSaysWhy) {
  Made made;
  auto buses = made.park.buses->records();
  buses[0].kind = BusKind::pq;
  made.park.buses = Part(Table(std::move(buses)));
  const SolvedGrid solved = solve_grid(made.inputs());
  EXPECT_EQ(solved.year.reason, "no bus is marked slack, so nothing feeds the grid");
  EXPECT_TRUE(solved.supply_kw.empty());
}

}  // namespace
}  // namespace parktwin::energy
