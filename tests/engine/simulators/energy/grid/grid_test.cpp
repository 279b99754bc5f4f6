#include "engine/simulators/energy/grid/grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "engine/core/check.h"
#include "tests/engine/simulators/energy/grid/published_grids.h"
#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(GridFaults, SoundGridsHaveNone) {
  EXPECT_TRUE(faults(ieee14()).empty());
  EXPECT_TRUE(faults(random_grid(1, {20, 2, true, true})).empty());
  EXPECT_TRUE(faults({}).empty());
}

TEST(GridFaults, AreAllFoundAtOnceWithTheirPlace) {
  Grid grid = random_grid(1, {10, 0, true, true});
  grid.lines[2].to = 99;
  grid.lines[3].resistance_ohm = grid.lines[3].reactance_ohm = 0.0;
  grid.transformers[0].short_circuit_voltage = 0.0;
  grid.loads[1].active_w = std::numeric_limits<double>::quiet_NaN();
  grid.generators[0].least_reactive_var = 1e9;
  grid.inverters[0].control.curve = {{1.0, 0.0}, {1.0, 0.1}};
  EXPECT_THAT(faults(grid),
              ElementsAre("line 2: to 99 is not among the 10 buses", HasSubstr("line 3: resistance and reactance are 0"),
                          "transformer 0: short-circuit voltage is not above 0", HasSubstr("transformer 0: load losses"),
                          "generator 0: least reactive power exceeds the most",
                          "inverter 0: the curve is empty or does not rise in its first value", "load 1: a value is not a number"));
  EXPECT_THROW((void)compile(grid), BrokenPromise);
}

TEST(GridFaults, MachinesAtOnePlaceMustAgree) {
  Grid grid;
  grid.buses.resize(2);
  grid.sources = {{0, 1.0}, {1, 1.02}};
  EXPECT_TRUE(faults(grid).empty());
  grid.switches.push_back({0, 1, true});
  EXPECT_THAT(faults(grid), ElementsAre(HasSubstr("source 1: wants another voltage")));
  grid.buses[1].nominal_v = 400.0;
  EXPECT_THAT(faults(grid), ElementsAre(HasSubstr("switch 0: joins buses of different voltage")));
}

}  // namespace
}  // namespace parktwin::energy::grid
