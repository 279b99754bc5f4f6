#include "engine/plan/fibre/fibre.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/fibre/road_park.h"

namespace parktwin::plan {
namespace {

FibrePlan plan_to(const Park& park, const std::vector<Point>& places, const FibrePrices& prices = {220.0, 35.0}) {
  const FibreRoutes routes(park, places, prices);
  const TrenchPlan plan = plan_trenches(routes.problem());
  EXPECT_TRUE(plan.connected);
  return routes.lay(plan.routes);
}

double length_of(const Park& park, const FibrePlan& plan, const PlannedCable& cable) {
  double sum = 0.0;
  for (const CourseStep& step : cable.course) {
    sum += step.standing.valid() ? length((*park.ducts)[step.standing].path) : plan.ducts[step.planned].length_m;
  }
  return sum;
}

TEST(Fibre, SitesShareTheTrenchAndHaveTheirOwnCables) {
  const Park park = with_roads({{{0, 280}, {400, 280}}, {{400, 280}, {400, 580}}, {{400, 280}, {400, 0}}});
  const FibrePlan plan = plan_to(park, {{410, 500}, {390, 80}});
  // One trench along the road to the crossing, one to each site.
  ASSERT_EQ(plan.ducts.size(), 3U);
  EXPECT_EQ(plan.ducts[0].cables, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_NEAR(plan.ducts[0].length_m, 395.0, 1e-9);
  EXPECT_NEAR(plan.trench_m, 395.0 + 230.0 + 210.0, 1e-9);
  EXPECT_NEAR(plan.cable_m, 2 * 395.0 + 230.0 + 210.0, 1e-9);
  for (const auto& cable : plan.cables) {
    EXPECT_EQ(cable.source, Id<NetworkNode>(0));
    EXPECT_NEAR(length_of(park, plan, cable), cable.length_m, 1e-9);
    EXPECT_EQ(plan.ducts[cable.course.front().planned].path.front(), (Point{5, 280}));
  }
  EXPECT_EQ(plan.ducts[plan.cables[1].course.back().planned].path.back(), (Point{390, 80}));
}

TEST(Fibre, LiesInDuctsThatAreThere) {
  const Park park = with_ducts(with_roads({{{0, 280}, {600, 280}}}), {{{5, 280}, {300, 280}}, {{300, 280}, {500, 280}}});
  const FibrePlan plan = plan_to(park, {{300, 300}, {520, 280}});
  ASSERT_EQ(plan.cables[0].course.size(), 2U);
  EXPECT_EQ(plan.cables[0].course[0].standing, Id<Duct>(0));
  ASSERT_EQ(plan.cables[1].course.size(), 3U);
  EXPECT_EQ(plan.cables[1].course[1].standing, Id<Duct>(1));
  EXPECT_NEAR(plan.trench_m, 20.0 + 20.0, 1e-9);
  EXPECT_NEAR(plan.in_standing_ducts_m, 2 * 295.0 + 200.0, 1e-9);
  EXPECT_NEAR(plan.cable_m, 295.0 + 20.0 + 515.0, 1e-9);
}

TEST(Fibre, ATrenchOfItsOwnWhereCablesWouldGoALongWayRound) {
  const Park park = with_roads({{{0, 280}, {300, 280}}, {{300, 280}, {300, 480}}, {{5, 280}, {5, 480}, {300, 480}}});
  // With cables that cost nothing one trench serves both; with dear cables each goes its shortest way.
  const std::vector<Point> places = {{300, 300}, {280, 480}};
  EXPECT_LT(plan_to(park, places, {1.0, 0.0}).trench_m, plan_to(park, places, {1.0, 100.0}).trench_m + 1e-9);
  EXPECT_GE(plan_to(park, places, {1.0, 0.0}).cable_m, plan_to(park, places, {1.0, 100.0}).cable_m - 1e-9);
}

TEST(Fibre, IsImpossibleWithoutASource) {
  Park park = block_park(600.0);
  park.network_nodes = {};
  EXPECT_FALSE(FibreRoutes(park, {{100, 100}}, {1.0, 1.0}).possible());
  EXPECT_TRUE(FibreRoutes(block_park(600.0), {{100, 100}}, {1.0, 1.0}).possible());
}

}  // namespace
}  // namespace parktwin::plan
