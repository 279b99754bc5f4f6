#include "engine/simulators/wired/optical/splitter_plans.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/simulators/wired/optical/optical.h"
#include "tests/engine/simulators/wired/optical/street_park.h"

namespace parktwin::wired::optical {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Result found(const StreetPark& of) { return optical::simulate(of.park(), {}); }

TEST(SplitterPlans, AreNoneWhereAllIsLitAndConnected) {
  StreetPark of;
  of.nodes[3].enterprise = Id<Enterprise>(1);
  EXPECT_THAT(found(of).splitter_plans, IsEmpty());
  EXPECT_THAT(found(of).splitter_proposals, IsEmpty());
  of.ducts.clear();
  of.nodes[1].splitter_ratio = 2;
  EXPECT_THAT(found(of).splitter_plans, IsEmpty());  // nowhere to put anything
  EXPECT_THAT(optical::simulate(Park(), {}).splitter_plans, IsEmpty());
}

TEST(SplitterPlans, PlaceTheSplittersOfAFailingTreeAnew) {
  StreetPark of;
  of.nodes[1].splitter_ratio = 2;  // 3.7 dB: too much light
  of.nodes[3].enterprise = Id<Enterprise>(1);
  const Result result = found(of);
  ASSERT_EQ(result.units[0].state, BudgetState::too_strong);
  ASSERT_EQ(result.splitter_plans.size(), 1U);
  const SplitterPlan& plan = result.splitter_plans[0];
  EXPECT_EQ(plan.terminal, Id<NetworkNode>(0));
  EXPECT_EQ(plan.reason, PlanReason::units_out_of_range);
  EXPECT_EQ(plan.units, 2);
  EXPECT_EQ(plan.left_out, 0);
  EXPECT_EQ(plan.fibre_m, 1600.0);  // 1 km to the fork, 300 m from there to each
  EXPECT_EQ(plan.fibre_now_m, 2601.0);
  EXPECT_EQ(plan.effort_m, 1700.0);
  EXPECT_EQ(plan.least_possible_m, 1700.0);
  EXPECT_TRUE(plan.exact);
  EXPECT_EQ(plan.trench_m, 0.0);
  ASSERT_EQ(result.splitter_proposals.size(), 1U);
  const SplitterProposal& proposal = result.splitter_proposals[0];
  EXPECT_EQ(proposal.position, (Point{1000, 0}));
  EXPECT_EQ((*of.park().ducts)[proposal.duct].id, "D1");
  EXPECT_EQ(proposal.fed_by, 0);
  EXPECT_FALSE(proposal.existing.valid());
  EXPECT_EQ(proposal.feeder_m, 1000.0);
  EXPECT_EQ(proposal.drops_m, 600.0);
  EXPECT_THAT(proposal.units, ElementsAre(Id<NetworkNode>(2), Id<NetworkNode>(3)));
  // 1.3 km · 0.35 + 2 · 1.2 + 1:16 14.0 = 16.855 of 26
  EXPECT_EQ(proposal.splitter_ratio, 16);
  EXPECT_NEAR(plan.least_spare_db, 26.0 - 16.855, 1e-9);
}

TEST(SplitterPlans, MendTheTreeWhenTheyAreBuilt) {
  StreetPark of;
  of.nodes[1].splitter_ratio = 2;
  const SplitterProposal proposal = found(of).splitter_proposals.at(0);
  of.nodes[1].position = proposal.position;
  of.nodes[1].splitter_ratio = proposal.splitter_ratio;
  of.links[0].length = Metres(proposal.feeder_m);
  of.links[1].length = of.links[2].length = Metres(proposal.drops_m / 2.0);
  for (const UnitBudget& unit : found(of).units) EXPECT_EQ(unit.state, BudgetState::met);
}

TEST(SplitterPlans, LightEnterprisesThatHaveNothing) {
  const StreetPark of;  // the second enterprise stands at the end of the side street; the splitter at the terminal has free ways
  const Result result = found(of);
  ASSERT_EQ(result.splitter_plans.size(), 1U);
  EXPECT_EQ(result.splitter_plans[0].reason, PlanReason::enterprises_without_access);
  EXPECT_EQ(result.splitter_plans[0].units, 1);
  EXPECT_EQ(result.splitter_plans[0].fibre_m, 910.0);  // 500 m, 400 m and 10 m to the middle of the building
  EXPECT_EQ(result.splitter_plans[0].trench_m, 10.0);
  EXPECT_EQ(result.splitter_plans[0].fibre_now_m, 0.0);
  ASSERT_EQ(result.splitter_proposals.size(), 1U);
  EXPECT_EQ(result.splitter_proposals[0].existing, Id<NetworkNode>(1));
  EXPECT_EQ(result.splitter_proposals[0].splitter_ratio, 32);
  EXPECT_THAT(result.splitter_proposals[0].enterprises, ElementsAre(Id<Enterprise>(1)));
  EXPECT_THAT(result.splitter_proposals[0].units, IsEmpty());
  EXPECT_EQ(result.notes.back().text,
            "1 enterprises without a network device could be lit by 1 line terminals, see splitter_plans and splitter_proposals.");
}

TEST(SplitterPlans, PutANewSplitterWhereTheOldOnesAreFull) {
  StreetPark of;
  of.nodes[1].splitter_ratio = 2;
  of.nodes[3].enterprise = Id<Enterprise>();
  const Result result = found(of);
  ASSERT_EQ(result.splitter_plans.size(), 2U);  // the failing tree and the newcomer
  const SplitterPlan& plan = result.splitter_plans[1];
  EXPECT_EQ(plan.reason, PlanReason::enterprises_without_access);
  EXPECT_EQ(plan.fibre_m, 910.0);
  EXPECT_FALSE(result.splitter_proposals.back().existing.valid());
  of.nodes[0].operational = false;
  for (const SplitterPlan& other : found(of).splitter_plans) EXPECT_NE(other.reason, PlanReason::enterprises_without_access);
}

TEST(SplitterPlans, SayWhichUnitsNothingLights) {
  StreetPark of;
  for (Duct& duct : of.ducts) {
    for (Point& point : duct.path.points) point.x *= 60.0;
  }
  of.nodes[2].position.x *= 60.0;
  of.nodes[3].position.x *= 60.0;
  of.nodes[1].splitter_ratio = 2;
  of.nodes[3].enterprise = Id<Enterprise>(1);
  const Result result = found(of);
  ASSERT_EQ(result.splitter_plans.size(), 1U);
  EXPECT_EQ(result.splitter_plans[0].left_out, 2);
  EXPECT_EQ(result.splitter_plans[0].least_spare_db, 0.0);
  EXPECT_THAT(result.splitter_proposals, IsEmpty());
}

}  // namespace
}  // namespace parktwin::wired::optical
