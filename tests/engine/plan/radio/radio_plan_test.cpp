#include "engine/plan/radio/radio_plan.h"

#include <gtest/gtest.h>

#include "engine/plan/confirmation/confirmation.h"
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

TEST(RadioPlan, CoversWhatIsAskedWithFibreToEverySite) {
  const Park park = block_park(600.0);
  PlanOptions options;
  options.transmit_power = Dbm(26.0);
  options.candidate_sites = 12;
  options.demand_points = 200;
  SimulationOptions coarse;
  coarse.radio.resolution = options.resolution;
  Progress progress;
  const Results standing = network_results(park, coarse, 1, progress);
  const auto demands = radio_demands(coverage_pack(70.0, 80.0), park, standing);
  const auto prices = block_prices();
  const CostOptions costs;
  RadioPlanner planner({park, coarse.radio, options, {prices, costs, 2026}, demands, standing, 1}, progress);
  EXPECT_EQ(planner.candidates(), 12U);
  const RadioPlan plan = planner.plan(0.5, progress);
  ASSERT_TRUE(plan.found) << plan.reason_en;
  ASSERT_EQ(plan.fibre.cables.size(), plan.sites.size());
  for (std::size_t i = 0; i < plan.sites.size(); ++i) {
    EXPECT_EQ(plan.sites[i].backhaul->length_m, plan.fibre.cables[i].length_m);
    EXPECT_EQ(plan.fibre.ducts[plan.fibre.cables[i].course.back().planned].path.back(), plan.sites[i].place.position);
  }
  EXPECT_GE(plan.searched_percent[0], 70.5 - 1e-9);
  EXPECT_GE(plan.reachable_percent[0], plan.searched_percent[0] - 10.0);
  EXPECT_GT(plan.bound_cny, 0.0);
  EXPECT_GE(planner.rounds(), 1);
  const RadioPlan too_much = planner.plan(29.9, progress);
  EXPECT_FALSE(too_much.found);
  EXPECT_NE(too_much.reason_en.find("X-1"), std::string::npos);
}

}  // namespace
}  // namespace parktwin::plan
