#include "engine/simulators/energy/dispatch/first_basis.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/energy/dispatch/test_hubs.h"

namespace parktwin::energy::dispatch {
namespace {

TEST(FirstBasis, SparesMostIterationsOfALongProgramme) {
  testing::TestHub made;
  testing::fill_full(made, 1460, 1);
  Window window;
  window.steps = 1460;
  const auto whole = hub_programme(made.hub, {}, window);
  const auto cold = solve(whole.programme);
  const auto warm = solve(whole.programme, first_basis(made.hub, {}, whole));
  ASSERT_EQ(warm.outcome, Outcome::optimal);
  EXPECT_NEAR(warm.objective, cold.objective, 1e-9 * cold.objective);
  EXPECT_LT(warm.iterations, cold.iterations / 10);
}

TEST(FirstBasis, HelpsWithoutBillingPeriods) {
  testing::TestHub made;
  testing::fill_full(made, 600, 2);
  made.hub.grid.billing_period = {};
  Window window;
  window.steps = 600;
  const auto whole = hub_programme(made.hub, {}, window);
  const auto cold = solve(whole.programme);
  const auto warm = solve(whole.programme, first_basis(made.hub, {}, whole));
  EXPECT_NEAR(warm.objective, cold.objective, 1e-9 * cold.objective);
  EXPECT_LT(warm.iterations, cold.iterations);
}

TEST(FirstBasis, HelpsWhereCapacitiesAreSized) {
  testing::TestHub made;
  testing::fill_full(made, 2190, 6);
  made.hub.renewables[0].most_added_kw = 3000.0;
  made.hub.renewables[0].annuity_cny_per_kw = 330.0;
  made.hub.stores[0].most_added_kwh = 5000.0;
  made.hub.stores[0].annuity_cny_per_kwh = 90.0;
  Window window;
  window.steps = 2190;
  const auto whole = hub_programme(made.hub, {}, window);
  const auto cold = solve(whole.programme);
  const auto warm = solve(whole.programme, first_basis(made.hub, {}, whole));
  ASSERT_EQ(warm.outcome, Outcome::optimal);
  EXPECT_NEAR(warm.objective, cold.objective, 1e-9 * std::abs(cold.objective));
  EXPECT_LT(warm.iterations, cold.iterations / 2);
}

TEST(FirstBasis, NoneForShortOrBudgetedProgrammes) {
  testing::TestHub made;
  testing::fill_full(made, 900, 3);
  Window window;
  window.steps = 900;
  EXPECT_TRUE(first_basis(made.hub, {0.0, 100.0}, hub_programme(made.hub, {0.0, 100.0}, window)).columns.empty());
  testing::TestHub brief;
  testing::fill_full(brief, 48, 4);
  window.steps = 48;
  EXPECT_TRUE(first_basis(brief.hub, {}, hub_programme(brief.hub, {}, window)).columns.empty());
}

TEST(FirstBasis, NoneWhenAPeriodHasNoSolution) {
  testing::TestHub made;
  testing::fill_full(made, 900, 5);
  made.hub.grid.most_import_kw = 1.0;
  Window window;
  window.steps = 900;
  EXPECT_TRUE(first_basis(made.hub, {}, hub_programme(made.hub, {}, window)).columns.empty());
}

}  // namespace
}  // namespace parktwin::energy::dispatch
