#include "engine/simulators/energy/dispatch/diagnosis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

using ::testing::HasSubstr;

TEST(Diagnosis, TheDeepestStepAndHowMany) {
  testing::TestHub made;
  testing::fill_prices(made, {0.5, 0.5, 0.5, 0.5}, 0.0);
  made.hub.demand_kw[0] = made.keep({4.0, 6.0, 9.0, 5.0});
  made.hub.grid.most_import_kw = 5.0;
  Window window;
  window.steps = 4;
  EXPECT_EQ(why_infeasible(hub_programme(made.hub, {}, window), window),
            "balance of electricity, step 2: 4 kW lacking, in 2 steps of 0 to 3");
}

TEST(Diagnosis, TooMuch) {
  testing::TestHub made;
  testing::fill_prices(made, {0.5}, 0.0);
  made.hub.converters.push_back(combined_heat_and_power("CHP", 100.0, 0.5, 0.4));
  made.hub.demand_kw[1] = made.keep({40.0});
  Window window;
  window.steps = 1;
  const auto why = why_infeasible(hub_programme(made.hub, {}, window), window);
  EXPECT_TRUE(why.find("balance of heat, step 0: 40 kW lacking") != std::string::npos ||
              why.find("balance of electricity, step 0: 50 kW too much") != std::string::npos)
      << why;
}

TEST(Diagnosis, ABudgetGivesWayBeforeABalance) {
  testing::TestHub made;
  testing::fill_prices(made, {0.5}, 10.0);
  made.hub.grid.import_kg_per_kwh = made.keep({0.6});
  Window window;
  window.steps = 1;
  EXPECT_EQ(why_infeasible(hub_programme(made.hub, {0.0, 2.0}, window), window), "carbon budget: 4 too much");
}

TEST(Diagnosis, UnboundedNamesTheVariable) {
  testing::TestHub made;
  testing::fill_prices(made, {0.5, 0.5}, 10.0);
  Window window;
  window.steps = 2;
  const auto built = hub_programme(made.hub, {}, window);
  EXPECT_EQ(why_unbounded(built, window, built.import_kw + 1), "import, step 1: more of it pays without end");
  EXPECT_EQ(why_unbounded(built, window, -1), "something pays without end");
}

}  // namespace
}  // namespace parktwin::energy::dispatch
